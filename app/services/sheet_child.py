"""The process that reads somebody else's spreadsheet: standard input is the file, standard output is JSON.

It runs apart, so that a file made to harm, or merely huge, costs this process and nothing else: it may use
little memory and time, writes no file, and knows neither the casebook nor the window. It speaks no language:
trouble leaves as a code (see ``sheet_reader``). Formulas are never calculated: of a formula the value counts
that the spreadsheet program stored beside it.
"""

import contextlib
import json
import sys
from collections.abc import Sequence
from typing import Any, BinaryIO

from app.services import sheet_csv, sheet_xlsx
from app.services.sheet_limits import MEMORY, SECONDS, Trouble

try:
    from resource import setrlimit
except ImportError:  # Windows has no such limits; time and sizes are watched all the same
    _LIMITS: dict[int, int] = {}
else:
    from resource import RLIMIT_AS, RLIMIT_CORE, RLIMIT_CPU, RLIMIT_FSIZE

    _LIMITS = {RLIMIT_AS: MEMORY, RLIMIT_CPU: SECONDS, RLIMIT_CORE: 0, RLIMIT_FSIZE: 0}

_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def main(words: Sequence[str]) -> int:
    """Read the file and say what is in it; ``words`` are the sheet and the encoding asked for, or empty."""
    _limit()
    sheet, encoding = (*words, "", "")[:2]
    try:
        with open(0, "rb", closefd=False) as file:
            answer = read(file, sheet, encoding)
    except Trouble as trouble:
        answer = {"trouble": trouble.code, "detail": trouble.detail}
    except (MemoryError, RecursionError):
        answer = {"trouble": "memory", "detail": ""}
    except Exception:  # a broken file breaks its reader in more ways than anybody lists
        answer = {"trouble": "damaged", "detail": ""}
    json.dump(answer, sys.stdout)
    return 0


def _limit() -> None:
    """Take no more memory and time than reading needs, and write no file."""
    for what, most in _LIMITS.items():
        with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
            setrlimit(what, (most, most))


def read(file: BinaryIO, sheet: str, encoding: str) -> dict[str, Any]:
    """Return what is in a file; ``sheet`` and ``encoding`` are those asked for, or "". Raises ``Trouble``."""
    head = file.read(4096)
    file.seek(0)
    _refuse_others(head, file)
    if head.startswith(b"PK"):
        return sheet_xlsx.read(file, sheet)
    return sheet_csv.read(file.read(), encoding)


def _refuse_others(head: bytes, file: BinaryIO) -> None:
    """Refuse what is no spreadsheet whatever it is called, and spreadsheets that can't be read here."""
    if not head:
        raise Trouble("empty")
    if head.startswith(_PROGRAMS):
        raise Trouble("program")
    if head.startswith(_OLE):
        is_locked = "EncryptedPackage".encode("utf-16-le") in file.read()
        raise Trouble("protected" if is_locked else "old")
    if head.startswith(_OTHERS):
        raise Trouble("other")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
