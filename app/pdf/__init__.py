"""The printed page: one finished value in, the bytes of a PDF out.

This is the only door for other layers. The libraries of paper are loaded when first needed, never at start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.filing import ClientChecklist, FilingSummary
from app.errors import UserError
from app.i18n import _

if TYPE_CHECKING:
    from app.pdf.check import Problem
    from app.pdf.tree import Document

Printable = ClientChecklist | FilingSummary
PRINT, ARCHIVE = PROFILES = ("print", "archive")  # tagged for every reader; PDF/A-2b, checked when made


def checklist(
    value: ClientChecklist, *, language: str = "both", paper: str = "a4", profile: str = PRINT
) -> bytes:
    """Return the client's checklist in ``language`` ("en", "zh-CN" or "both") on ``paper`` ("a4", "letter").

    ``profile`` is one of ``PROFILES``. Raises ``MissingGlyphs``, a ``UserError`` naming field and character,
    where a character would print wrong.
    """
    return _render(document(value, language=language, paper=paper), profile)


def summary(
    value: FilingSummary, *, language: str = "both", paper: str = "a4", profile: str = PRINT
) -> bytes:
    """Return the filing summary; arguments and errors as for ``checklist``."""
    return _render(document(value, language=language, paper=paper), profile)


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


def _render(tree: Document, profile: str) -> bytes:
    from app.pdf import render

    if profile == PRINT:
        return render.render(tree)
    if profile != ARCHIVE:
        raise UserError(_("A print is for print or archive."), field="profile")
    from app.pdf import archive

    return render.render(tree, archive.written)
