"""The printed page: one finished value in, the bytes of a PDF out.

This is the only door for other layers. The libraries of paper are loaded when first needed, never at start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.filing import ClientChecklist, FilingSummary

if TYPE_CHECKING:
    from app.pdf.check import Problem
    from app.pdf.tree import Document

Printable = ClientChecklist | FilingSummary


def checklist(value: ClientChecklist, *, language: str = "both", paper: str = "a4") -> bytes:
    """Return the client's checklist in ``language`` ("en", "zh-CN" or "both") on ``paper`` ("a4", "letter").

    Raises ``MissingGlyphs``, a ``UserError`` naming field and character, where a character would print wrong.
    """
    return _render(document(value, language=language, paper=paper))


def summary(value: FilingSummary, *, language: str = "both", paper: str = "a4") -> bytes:
    """Return the filing summary; arguments and errors as for ``checklist``."""
    return _render(document(value, language=language, paper=paper))


def problems(value: Printable | Document, *, language: str = "both") -> tuple[Problem, ...]:
    """Return every character of ``value`` that would print wrong, to show before export; () for none."""
    from app.pdf import check

    tree = document(value, language=language) if isinstance(value, Printable) else value
    return check.problems(tree)


def document(value: Printable, *, language: str = "both", paper: str = "a4") -> Document:
    """Return the document tree of ``value``. Raises ``UserError`` for an unknown language."""
    from app.pdf import tree
    from app.pdf.documents import client_checklist, filing_summary

    printed = tree.language(language)
    if isinstance(value, ClientChecklist):
        return client_checklist.build(value, printed, paper)
    return filing_summary.build(value, printed, paper)


def _render(tree: Document) -> bytes:
    from app.pdf import render

    return render.render(tree)
