"""The heads of a sheet: where they are, which columns they mean, and what they are remembered by."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache

from app.domain.folding import fold
from app.domain.importing import Odd, SheetRow, Subject, Table
from app.domain.importing.columns import columns
from app.domain.importing.head_words import words
from app.i18n import both

_LOOKED_AT = 15  # rows in which the heads may stand, under a title and empty lines
# What stands beside a head and changes nothing: how dates are written, and that it is needed.
_ASIDE = re.compile(
    r"[(（\[【]\s*(?:[dmyDMY年月日/\-. ]+|required|optional|必填|选填)\s*[)）\]】]|\*", re.IGNORECASE
)
_ORDERS = {
    "dmy": re.compile(r"d{1,2}\W*m{1,3}\W*y|日\W*月\W*年"),
    "mdy": re.compile(r"m{1,3}\W*d{1,2}\W*y|月\W*日\W*年"),
    "ymd": re.compile(r"y{2,4}\W*m{1,3}\W*d|年\W*月\W*日"),
}


def table(subject: Subject, rows: Sequence[SheetRow], odd: Sequence[Odd] = ()) -> Table:
    """Return a sheet with its heads found: of the first rows the one that means most, else the first."""
    if not rows:
        return Table((), ())
    found = max(range(min(len(rows), _LOOKED_AT)), key=lambda at: (_meaning(subject, rows[at].cells), -at))
    head = rows[found]
    below = tuple(rows[found + 1 :])
    return Table(head.cells, below, tuple(one for one in odd if one.row > head.number))


def _meaning(subject: Subject, cells: Sequence[str]) -> int:
    return len(guessed(subject, cells))


def guessed(subject: Subject, heads: Sequence[str]) -> dict[int, str]:
    """Return which column each head means, by its place, as far as the head says it in English or Chinese."""
    known = _known(subject)
    found: dict[int, str] = {}
    for at, head in enumerate(heads):
        key = known.get(plain(head)) or known.get(plain(_ASIDE.sub(" ", head)), "")
        if key and key not in found.values():
            found[at] = key
    return found


@cache
def _known(subject: Subject) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for one in columns(subject):
        for head in (*both(one.label), one.key):
            found.setdefault(plain(head), one.key)
    for key, heads in words(subject).items():
        for head in heads:
            found.setdefault(plain(head), key)
    return found


def plain(head: str) -> str:
    """Return a head as heads are compared."""
    return fold(head[:200]).replace(" ", "")


def signature(subject: Subject, heads: Sequence[str]) -> str:
    """Return what a sheet of these heads is remembered by; the heads can't be read from it."""
    text = "\n".join([subject.value, *(plain(head) for head in heads)])
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def order_in(head: str) -> str:
    """Return the order of dates that a head names, such as "(DD/MM/YYYY)"; "" where it names none."""
    text = head.lower()
    return next((order for order, pattern in _ORDERS.items() if pattern.search(text)), "")
