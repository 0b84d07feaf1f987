"""``python -m tests.db.taker_back PATH LOGIN PASSPHRASE SEQ``: open a casebook, and take back one operation.

It imports no other test: those know every table, and here none is known before the undo.
"""

import sys
from pathlib import Path

from db.casebook import Casebook


def main(path: str, login: str, passphrase: str, seq: str) -> None:
    """Say which tables of persons were known before, and what was taken back."""
    book = Casebook.open(Path(path), login=login, passphrase=passphrase)
    sys.stdout.write(f"{'db.models.person' in sys.modules}\n")
    sys.stdout.write(book.undo(int(seq)).result + "\n")
    book.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
