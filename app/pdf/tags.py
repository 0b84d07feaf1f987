"""The structure of a tagged PDF: what is a heading, a table, a list, for readers that can't see the page."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the content of one page (both counted from 0)."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Node:
    """One structure element: its PDF type ("H1", "P", "TD" …) and what it holds, in reading order.

    ``scope`` is for header cells ("Row" or "Column"); ``alternate`` says in words what a drawing shows.
    """

    kind: str
    language: str = ""
    scope: str = ""
    alternate: str = ""
    children: list[Node | Mark] = field(default_factory=list)

    def add(self, kind: str, *, language: str = "", scope: str = "", alternate: str = "") -> Node:
        """Append a child and return it."""
        child = Node(kind, language, scope, alternate)
        self.children.append(child)
        return child

    def first(self) -> tuple[int, int]:
        """Return page and number of its first content; what holds none comes last."""
        return min((_place(child) for child in self.children), default=_NOWHERE)

    def in_order(self) -> list[Node | Mark]:
        """Return what it holds as it is read: content and elements stand in the order of drawing."""
        return sorted(self.children, key=_place)


_NOWHERE = (sys.maxsize, 0)


def _place(child: Node | Mark) -> tuple[int, int]:
    return (child.page, child.number) if isinstance(child, Mark) else child.first()
