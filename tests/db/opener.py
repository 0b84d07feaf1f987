"""``python -m tests.db.opener PATH``: open a casebook, write one person, and say what happened."""

import sys
from pathlib import Path

from app.errors import KasebookError
from db.casebook import Casebook
from tests.casebooks import LOGIN, PASSPHRASE
from tests.db.operations import add


def main(path: Path) -> None:
    """Say "saved", or the class and message of the trouble."""
    try:
        book = Casebook.open(path, login=LOGIN, passphrase=PASSPHRASE, busy_ms=50)
        book.write(add, "Sample")
        sys.stdout.write("saved\n")
    except KasebookError as trouble:
        sys.stdout.write(f"{type(trouble).__name__} {trouble}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
