"""Casebooks for the tests of the window: real files, wired as the program wires them, with cheap keys."""

from functools import partial
from pathlib import Path

from app.services import checklists, deadlines
from db import listing
from db.casebook import Casebook
from db.keyslots import CHEAP
from tests.builders import TODAY

PASSPHRASE = "correct horse battery"
DERIVE = (
    listing.refresh,
    partial(checklists.follow, today=TODAY),
    partial(deadlines.follow, today=TODAY),
)


def opened(path: Path) -> Casebook:
    """Return a new casebook of a fictional firm, open as the window opens it."""
    book, _code = Casebook.create(
        path,
        firm="Fictional Firm",
        name="Ana Sample",
        login="ana",
        passphrase=PASSPHRASE,
        cost=CHEAP,
        derive=DERIVE,
    )
    book.close()
    return again(path)


def again(path: Path) -> Casebook:
    """Open a casebook of ``opened`` once more, as another window does."""
    return Casebook.open(path, login="ana", passphrase=PASSPHRASE, busy_ms=50, derive=DERIVE)
