"""``python -m tests.db.maker PATH LIMIT``: make a casebook where no file may grow beyond LIMIT bytes."""

import resource
import sys
from pathlib import Path

from app.errors import KasebookError
from tests.casebooks import create


def main(path: Path, limit: int) -> None:
    """Say "made", or the class and message of the trouble."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        create(path)
        sys.stdout.write("made\n")
    except KasebookError as trouble:
        sys.stdout.write(f"{type(trouble).__name__} {trouble}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
