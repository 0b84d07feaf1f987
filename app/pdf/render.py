"""From document tree to bytes: checked, laid out, drawn, finished."""

from app.pdf import check, emit, finish, layout
from app.pdf.tree import Document


def render(document: Document) -> bytes:
    """Return ``document`` as a tagged PDF; the same document gives the same bytes.

    Raises ``MissingGlyphs`` where a character would print wrong, ``UserError`` for an unknown paper.
    """
    check.refuse(document)
    pages = layout.lay_out(document)
    return finish.finished(emit.draw(pages), pages)
