"""From document tree to bytes: checked, laid out, drawn, finished."""

from app.pdf import check, emit, layout, post
from app.pdf.tree import Document


def render(document: Document, written: post.Written = post.accessible) -> bytes:
    """Return ``document`` as a PDF; the same document gives the same bytes.

    ``written`` makes the file of a profile. Raises ``MissingGlyphs`` where a character would print
    wrong, ``UserError`` for an unknown paper, and what ``written`` raises.
    """
    check.refuse(document)
    pages = layout.lay_out(document)
    return post.finish(emit.draw(pages), pages, written)
