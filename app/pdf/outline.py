"""The outline of a document: its headings as a list to jump from, each below the one it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.pdf.layout import Layout
from app.pdf.objects import File, string


@dataclass(slots=True)
class _Entry:
    """One heading, where it stands, and those below it; the level of the whole is 0."""

    level: int
    title: str
    page: int
    top: float
    below: list["_Entry"] = field(default_factory=list)


def add(file: File, layout: Layout, pages: list[int]) -> int:
    """Store the outline of ``layout``; return its number, 0 where there are no headings."""
    root = _Entry(0, "", 0, 0.0)
    above = [root]
    for entry in _headings(layout):
        while above[-1].level >= entry.level:
            above.pop()
        above[-1].below.append(entry)
        above.append(entry)
    if not root.below:
        return 0
    number = file.number()
    return file.put(number, f"<</Type/Outlines{_kids(file, root, number, pages)}>>")


def _headings(layout: Layout) -> Iterator[_Entry]:
    for number, page in enumerate(layout.pages):
        for strip, y, artifact in page.placed:
            if strip.bookmark is not None and not artifact:
                title, level = strip.bookmark
                yield _Entry(level, title, number, layout.size.height - y)


def _kids(file: File, entry: _Entry, number: int, pages: list[int]) -> str:
    """Store the entries below ``entry``; return how it names the first, the last, and their count."""
    if not entry.below:
        return ""
    numbers = [file.number() for _each in entry.below]
    for place, each in enumerate(entry.below):
        before = f"/Prev {numbers[place - 1]} 0 R" if place else ""
        after = f"/Next {numbers[place + 1]} 0 R" if place + 1 < len(numbers) else ""
        there = f"/Dest[{pages[each.page]} 0 R/XYZ 0 {each.top:.2f} 0]"
        kids = _kids(file, each, numbers[place], pages)
        file.put(
            numbers[place], f"<</Title{string(each.title)}/Parent {number} 0 R{before}{after}{there}{kids}>>"
        )
    return f"/First {numbers[0]} 0 R/Last {numbers[-1]} 0 R/Count {_open(entry)}"


def _open(entry: _Entry) -> int:
    return sum(1 + _open(each) for each in entry.below)
