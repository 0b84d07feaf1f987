"""What no producer could do without: shape each string once, subset the fonts, deflate pages and fonts."""

import io
import zlib
from collections.abc import Callable

import pikepdf
import uharfbuzz as hb  # type: ignore[import-untyped]  # it carries no types

from app.pdf import embed, render
from app.pdf.text import runs
from app.pdf.text.fonts import Face
from app.pdf.tree import Document, readings
from app.pdf.walk import texts


def floor(document: Document) -> Callable[[], None]:
    """Return a call that does no more than that for ``document``."""
    strings = {
        text for _field, words in texts(document) for text, _code in readings(words, document.language)
    }
    cut = [(text, runs.split(text)) for text in sorted(strings)]
    with pikepdf.open(io.BytesIO(render.render(document))) as pdf:
        pages = [page.obj.Contents.read_bytes() for page in pdf.pages]
    glyphs = {hb.subset_preprocess(face.face): used for face, used in _glyphs(cut).items()}

    def work() -> None:
        for text, found in cut:
            for run in found:
                _shape(text, run)
        for page in pages:
            zlib.compress(page)
        for face, used in glyphs.items():
            zlib.compress(embed.subset(face, used)[0])

    return work


def _glyphs(cut: list[tuple[str, tuple[runs.Run, ...]]]) -> dict[Face, set[int]]:
    found: dict[Face, set[int]] = {}
    for text, parts in cut:
        for run in parts:
            found.setdefault(run.face, set()).update(info.codepoint for info in _shape(text, run).glyph_infos)
    return found


def _shape(text: str, run: runs.Run) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(text, run.start, run.end - run.start)
    buffer.guess_segment_properties()
    hb.shape(run.face.font, buffer)
    return buffer
