"""From document tree to bytes: laid out, drawn, finished."""

from app.pdf import emit, finish, layout
from app.pdf.tree import Document


def render(document: Document) -> bytes:
    """Return ``document`` as a tagged PDF; the same document gives the same bytes.

    What no font draws is a box; ``check.problems`` names it. Raises ``UserError`` for an unknown paper.
    """
    pages = layout.lay_out(document)
    return finish.finished(emit.draw(pages), pages)
