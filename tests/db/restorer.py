"""``python -m tests.db.restorer BACKUP TARGET``: restore a backup."""

import sys
from pathlib import Path

from db import backup
from tests.casebooks import LOGIN, PASSPHRASE

if __name__ == "__main__":
    backup.restore(Path(sys.argv[1]), Path(sys.argv[2]), LOGIN, PASSPHRASE)
