"""Reading PDFs back as other programs do."""

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it carries no types

from app.i18n import Bilingual
from app.pdf import render
from app.pdf.tree import Block, Document, Language

AS_OF = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)


def document(*blocks: Block, language: Language = "en", paper: str = "a4") -> Document:
    """Return a document of ``blocks`` and nothing else."""
    title = Bilingual("Title", "标题")
    return Document(title=title, blocks=blocks, as_of=AS_OF, language=language, paper=paper)


def _pdfium(data: bytes, _folder: Path) -> list[list[str]]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_bounded().splitlines() for page in pdf]


def _poppler(data: bytes, folder: Path) -> list[list[str]]:
    path = folder / "read.pdf"
    path.write_bytes(data)
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"]
    found = subprocess.run(command, capture_output=True, check=True)
    assert found.stderr == b""
    return [page.splitlines() for page in found.stdout.decode().split("\f")[:-1]]


# Poppler is no Python package: where its programs are installed, it is asked too.
READERS: dict[str, Callable[[bytes, Path], list[list[str]]]] = {"pdfium": _pdfium}
if shutil.which("pdftotext"):
    READERS["poppler"] = _poppler


def pages(data: bytes, reader: str, folder: Path) -> list[list[str]]:
    """Return the lines of each page as ``reader`` extracts them."""
    return [[line.strip() for line in page if line.strip()] for page in READERS[reader](data, folder)]


def text(data: bytes) -> str:
    """Return all text in one string, words parted by single spaces."""
    found = _pdfium(data, Path())
    return " ".join(" ".join(line for page in found for line in page).split())


def opened(tree: Document) -> pikepdf.Pdf:
    """Return the PDF of ``tree``, to look into."""
    return pikepdf.open(io.BytesIO(render.render(tree)))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the structure elements below ``node`` in reading order."""
    kids = node.get("/K", pikepdf.Array())
    several = isinstance(kids, pikepdf.Array)
    for kid in kids if several else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)
