"""What the command line prints: lines, tables that line up in every script, JSON; always UTF-8."""

import io
import json
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any

from app.i18n import Bilingual


def write_utf8() -> None:
    """Let both standard streams write UTF-8 whatever the locale, and never fail on a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(*lines: str) -> None:
    """Print lines of text."""
    for line in lines:
        print(line)


def remark(*lines: str) -> None:
    """Say lines beside the answer, on standard error, so that scripts that read the answer go on."""
    for line in lines:
        print(literal(line), file=sys.stderr)


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def languages(text: Bilingual) -> dict[str, str]:
    """Return a text in both languages, as JSON has it."""
    return {"en": text.en, "zh-CN": text.zh}


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under their heads, in columns as wide as their widest cell."""
    cells = [[literal(str(cell)) for cell in row] for row in (heads, *rows)]
    widths = [max(width(row[at]) for row in cells) for at in range(len(heads))]
    for row in cells:
        padded = [cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=True)]
        print("  ".join(padded).rstrip())


def pairs(rows: Sequence[tuple[str, object]]) -> None:
    """Print names with their values, those without a value left out."""
    shown = [(name, literal(str(value))) for name, value in rows if value not in (None, "")]
    room = max((width(name) for name, _value in shown), default=0)
    for name, value in shown:
        print(f"{name}{' ' * (room - width(name))}  {value}")


def literal(text: str) -> str:
    """Return text on one line, with nothing in it that a terminal would obey."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\t":
        return " "
    return character if unicodedata.category(character) not in ("Cc", "Cs") else f"\\x{ord(character):02x}"


def width(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes: marks none, East Asian characters two."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
