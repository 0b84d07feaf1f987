"""Document trees as plain text, for golden files; ``python -m tests.pdf.golden`` writes them anew."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from app import pdf
from app.pdf.tree import (
    Block,
    Checklist,
    Document,
    Heading,
    KeyValues,
    Masthead,
    Note,
    PageBreak,
    Panels,
    Paragraph,
    Signatures,
    Space,
    Spoken,
    Table,
    Words,
    readings,
)
from app.pdf.walk import plain
from tests.pdf import samples

FOLDER = Path(__file__).parent / "documents"


def dump(document: Document) -> str:
    """Return ``document`` in English as readable lines, one for each text."""
    lines = [f"title {said(document.title)}", f"mark {said(document.mark)}"]
    for name, running in (("header", document.header), ("footer", document.footer)):
        lines.append(f"{name} {said(running.left)} | {said(running.right)}")
        lines += [f"{name} {said(words)}" for words in running.lines]
    return "\n".join([*lines, *(line for block in _flat(document.blocks) for line in _block(block))]) + "\n"


def said(words: Words) -> str:
    """Return the English of ``words``."""
    return " ".join(text for text, _code in readings(words, "en"))


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield from _flat(block.blocks) if isinstance(block, Spoken) else (block,)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {said(block.words)}"
        case Paragraph():
            yield f"{block.role}: {said(block.words)}"
        case KeyValues(pairs=pairs):
            yield from (f"  {said(pair.label)} = {said(pair.value)}" for pair in pairs)
        case Checklist(items=items):
            for item in items:
                said_after = " / ".join(map(said, (item.text, *item.notes)))
                yield f"  [{item.box}] {item.number} {said(item.title)} / {said_after}"
                yield f"      {' / '.join(map(said, item.asides))}"
        case Table(columns=columns, rows=rows):
            yield "  " + " | ".join(said(column.head) for column in columns)
            for row in rows:
                yield "  " + " | ".join("; ".join(said(plain(words)) for words in cell) for cell in row)
        case Note(paragraphs=paragraphs, title=title):
            yield f"note {said(title)}"
            yield from (f"  {said(words)}" for words in paragraphs)
        case Panels(panels=panels):
            yield from (f"panel {said(p.label)} = {said(p.value)} / {said(p.text)}" for p in panels)
        case Signatures(signatories=signatories):
            yield from (f"signed {said(each.role)}: {said(each.name)}" for each in signatories)
        case Masthead():
            yield f"masthead {said(block.name)} | {' / '.join(map(said, (*block.asides, *block.notes)))}"
            yield from (f"  {said(words)}" for words in block.lines)
        case Space() | PageBreak() | Spoken():
            yield ""


def expected() -> dict[Path, str]:
    """Return what each golden file must hold."""
    return {
        FOLDER / "client_checklist.txt": dump(pdf.document(samples.checklist(), language="en")),
        FOLDER / "filing_summary.txt": dump(pdf.document(samples.summary(), language="en")),
    }


if __name__ == "__main__":
    for path, content in expected().items():
        path.write_text(content, encoding="utf-8")
