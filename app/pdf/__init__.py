"""The printed page: one finished value in, the bytes of a PDF out.

This is the only door for other layers. The libraries of paper are loaded when first needed, never at start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.filing import Printed
from app.errors import UserError
from app.i18n import _

if TYPE_CHECKING:
    from app.domain.photo_checks import Picture
    from app.pdf.check import Problem
    from app.pdf.tree import Document


LARGEST_PICTURE = 5_000_000  # bytes of a file
PRINT, ARCHIVE = PROFILES = ("print", "archive")  # tagged for every reader; PDF/A-2b, checked when made


def made(value: Printed, *, language: str = "both", paper: str = "a4", profile: str = PRINT) -> bytes:
    """Return ``value`` as a PDF in ``language`` ("en", "zh-CN" or "both") on ``paper`` ("a4", "letter").

    ``profile`` is one of ``PROFILES``. What no font draws is a box with its code point in it; ``problems``
    names it, to be shown before this goes anywhere.
    """
    from app.pdf import render

    if profile not in PROFILES:
        raise UserError(_("A print is for print or archive."), field="profile")
    tree = document(value, language=language, paper=paper)
    data = render.render(tree)
    if profile == PRINT:
        return data
    from app.pdf import archive

    return archive.archived(data, tree)


def picture(data: bytes) -> bytes:
    """Return a PNG or JPEG of somebody's as a small PNG of our own. Raises ``UserError``; slow."""
    from app.pdf import pictures

    return pictures.checked(data)


def photo(data: bytes) -> Picture:
    """Return what a PNG or JPEG of somebody's is, to check it as a photo. Raises ``UserError``; slow."""
    from app.pdf import photos

    return photos.measured(data)


def problems(value: Printed | Document, *, language: str = "both") -> tuple[Problem, ...]:
    """Return every character of ``value`` that is not drawn as itself, to show before export; () for none."""
    from app.pdf import check

    tree = document(value, language=language) if isinstance(value, Printed) else value
    return check.problems(tree)


def document(value: Printed, *, language: str = "both", paper: str = "a4") -> Document:
    """Return the document tree of ``value``. Raises ``UserError`` for an unknown language."""
    from app.pdf import documents, tree

    return documents.BUILDERS[type(value)](value, tree.language(language), paper)
