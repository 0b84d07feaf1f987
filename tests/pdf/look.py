"""Pages as pictures, to be looked at: ``python -m tests.pdf.look KIND [KIND …] [--into FOLDER]``.

Each kind's sample on A4 in both languages and on Letter in each, in colour and in greyscale.
"""

import argparse
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it carries no types
from PIL import Image

from app import pdf
from tests.pdf import samples
from tests.pdf.every import EVERY

SHOWN = (("a4", "both"), ("letter", "en"), ("letter", "zh-CN"))


def pages(data: bytes, *, scale: float = 1.3) -> list[Image.Image]:
    """Return the pages of a PDF as pictures."""
    document = pypdfium2.PdfDocument(data)
    return [page.render(scale=scale).to_pil() for page in document]


def sheet(data: bytes) -> Image.Image:
    """Return all pages of a PDF side by side, the last one once more in greyscale."""
    found = pages(data)
    shown = [*found, found[-1].convert("L").convert("RGB")]
    whole = Image.new("RGB", (sum(one.width + 12 for one in shown), max(one.height for one in shown)), "#777")
    left = 0
    for one in shown:
        whole.paste(one, (left, 0))
        left += one.width + 12
    return whole


def main() -> None:
    """Write one picture for each kind, paper and language."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kinds", nargs="+", choices=EVERY)
    parser.add_argument("--into", type=Path, default=Path("build"))
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    for kind in options.kinds:
        for paper, language in SHOWN:
            data = pdf.made(EVERY[kind](samples.HEAD), language=language, paper=paper)
            sheet(data).save(options.into / f"{kind}-{paper}-{language}.png")


if __name__ == "__main__":
    main()
