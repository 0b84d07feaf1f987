"""Writes ``resources/unicode/bidi.txt``, all that the bidirectional algorithm asks about characters.

Run it as ``python -m tests.make_bidi_data``, or with the folder of another Unicode version. The data come
from Debian's package ``unicode-data`` (``apt-get install unicode-data``); the version it carries is stated in
the first line.
"""

import argparse
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import resources
from tests import unicode_data

SHORT = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}
LAST = 0x10FFFF
HEAD = """\
# Unicode {version}: bidi classes other than L as ranges, then paired brackets (opening, closing).
# Made by tests/make_bidi_data.py from DerivedBidiClass, BidiBrackets and UnicodeData; see LICENSE.txt.
"""


def classes(lines: list[str]) -> list[str]:
    """Return the class of every code point, from DerivedBidiClass: its ``@missing`` lines first."""
    found = ["L"] * (LAST + 1)
    for pattern in (r"# @missing: (\S+); (\w+)", r"(\w\S*)\s*; (\w+)"):
        for line in lines:
            if match := re.match(pattern, line):
                first, _, last = match[1].partition("..")
                kind = SHORT.get(match[2], match[2])
                for code in range(int(first, 16), int(last or first, 16) + 1):
                    found[code] = kind
    return found


def ranges(found: list[str]) -> Iterator[str]:
    """Yield a line for each stretch of one class other than L."""
    for kind, members in groupby(range(LAST + 1), found.__getitem__):
        if kind != "L":
            codes = list(members)
            yield f"{kind} {codes[0]:04X} {codes[-1]:04X}"


def brackets(lines: list[str], unicode: list[str]) -> Iterator[str]:
    """Yield a line for each pair of brackets; those that are canonically the same give the same pair."""
    same = {fields[0]: fields[5] for fields in (line.split(";") for line in unicode)}
    for line in lines:
        if match := re.match(r"(\w+); (\w+); o\b", line):
            plain = [same[code] if re.fullmatch(r"\w+", same[code]) else code for code in match.groups()]
            yield f"pair {match[1]} {match[2]} {' '.join(plain)}"


def made(folder: Path) -> str:
    """Return the contents of the resource, from the Unicode files in ``folder``."""
    names = ("extracted/DerivedBidiClass.txt", "BidiBrackets.txt", "UnicodeData.txt")
    bidi, pairs, unicode = ((folder / name).read_text(encoding="utf-8").splitlines() for name in names)
    head = HEAD.format(version=unicode_data.version(folder))
    return head + "\n".join([*ranges(classes(bidi)), *brackets(pairs, unicode)]) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=unicode_data.FOLDER)
    resources.path("unicode/bidi.txt").write_text(made(parser.parse_args().folder), encoding="utf-8")
