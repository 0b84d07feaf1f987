"""Every way to print every kind of document, filled with names that run from left and from right.

``python -m tests.pdf.prints KIND [KIND …] [--all]`` says the digest of each print of these kinds; ``--all``
is every way there is, and not the few that stand for them.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator
from itertools import cycle, islice, product
from typing import NamedTuple

from app import pdf
from app.domain.filing import Printed
from app.pdf.tree import LANGUAGES, Language
from tests.pdf import samples
from tests.pdf.every import EVERY, filled, places

PAPERS = ("a4", "letter")
# Invented names, some with a number, a bracket or another script beside them.
NAMES = {
    "left": ("Sample Person", "KANNAN ANANDHI", "示例人", "நமூனா", "Nguyễn Thị Mẫu"),
    "arabic": ("أحمد بن خالد النموذجي", "محمّد (نموذج) 12", "Ali علي"),
    "hebrew": ("דוגמה בת־לוי", "לאה (דוגמה) 34", "Dana דנה"),
    "urdu": ("نمونہ بیگم خٹک", "ٹیپو (نمونہ) ۵۶", "Tipu ٹیپو"),
    "persian": ("نمونه پژوهش‌گر", "علی‌رضا (نمونه) ۷۸", "Reza رضا"),
}


class Way(NamedTuple):
    """One way to print a kind of document."""

    kind: str
    names: str  # which of ``NAMES`` it is filled with; "" for the sample as it is
    language: Language
    paper: str
    profile: str


def ways(kind: str, *, is_whole: bool) -> Iterator[Way]:
    """Yield every way to print ``kind``, or a few that hold each language, paper, profile and direction."""
    if is_whole:
        for names, language, paper, profile in product(("", *NAMES), LANGUAGES, PAPERS, pdf.PROFILES):
            yield Way(kind, names, language, paper, profile)
        return
    first = list(EVERY).index(kind)  # so that the kinds differ in what goes together
    for number, names in enumerate(("", *NAMES), first):
        profile = pdf.PROFILES[(number + number // 6) % 2]
        yield Way(kind, names, LANGUAGES[number % 3], PAPERS[number // 3 % 2], profile)


def value(kind: str, names: str) -> Printed:
    """Return the sample of ``kind``, with ``names`` in every place that holds somebody's own words."""
    if not names:
        return EVERY[kind](samples.HEAD)
    return filled(kind, list(islice(cycle(NAMES[names]), places(kind))))


def made(way: Way) -> bytes:
    """Return the PDF of ``way``."""
    found = value(way.kind, way.names)
    return pdf.made(found, language=way.language, paper=way.paper, profile=way.profile)


def main() -> None:
    """Say the digest of each print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kinds", nargs="+", choices=EVERY, metavar="KIND")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    for kind in options.kinds:
        for way in ways(kind, is_whole=options.all):
            digest = hashlib.sha256(made(way)).hexdigest()
            sys.stdout.write(f"{digest} {' '.join(way)}\n")


if __name__ == "__main__":
    main()
