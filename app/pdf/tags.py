"""The structure of a tagged PDF: what is a heading, a table, a list, for readers that can't see the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of the content of one page (both counted from 0); marks sort as they are drawn."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Node:
    """One structure element: its PDF type ("H1", "P", "TD" …) and what it holds, in reading order.

    ``scope`` is for header cells ("Row" or "Column"); ``alternate`` says in words what a drawing shows,
    ``bounds`` where it stands: left, bottom, right, top.
    """

    kind: str
    language: str = ""
    scope: str = ""
    alternate: str = ""
    bounds: tuple[float, ...] = ()
    children: list[Node | Mark] = field(default_factory=list)

    def add(self, kind: str, *, language: str = "", scope: str = "", alternate: str = "") -> Node:
        """Append a child and return it."""
        child = Node(kind, language, scope, alternate)
        self.children.append(child)
        return child
