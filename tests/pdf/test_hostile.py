"""What nobody should print goes through every kind of document: drawn or named, and never more than text."""

import io
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pikepdf
import pytest

from app import pdf
from app.i18n import Bilingual
from app.pdf import check, emit, finish, layout, margins, style
from app.pdf.boxes import Text
from app.pdf.layout import Layout
from app.pdf.text import characters
from app.pdf.text.direction import without_controls
from app.pdf.tree import Document, Inline, Running, Words
from app.pdf.walk import texts
from tests.pdf import hostile, samples
from tests.pdf.every import EVERY, filled

LONGEST = 2.0  # seconds of work for one document of a hundred such texts
DOES_SOMETHING = re.compile(
    rb"/(URI|JavaScript|JS|Launch|GoToR|SubmitForm|ImportData|EmbeddedFile|RichMedia)\b"
)


def drawn(pages: Layout) -> Counter[str]:
    """Count the characters that stand in the body of ``pages``, by what they are copied as."""
    found: Counter[str] = Counter()
    for page in pages.pages:
        for placed in page.placed:
            for drawing in placed.strip.drawings:
                if isinstance(drawing, Text):
                    for fragment in drawing.line.fragments:
                        for cluster in fragment.clusters:
                            assert all(glyph.number for glyph in cluster.glyphs), cluster
                            found.update(cluster.text)
    return found


def leaves(words: Words) -> set[str]:
    """Return the texts in ``words``; what several languages share need not stand there twice."""
    if isinstance(words, Inline):
        return {text for part in words.parts for text in leaves(part)}
    return {words} if isinstance(words, str) else set(words)


def wanted(document: Document) -> Counter[str]:
    """Count the characters that the body of ``document`` must show."""
    bare = replace(document, header=Running(), footer=Running(), title=Bilingual("", ""), author="", mark="")
    found: Counter[str] = Counter()
    for _field, words in texts(bare):
        for text in leaves(words):
            shown = characters.readable(without_controls(re.sub(f"{characters.NEW_LINES}|\t", "", text)))
            found.update(each for each in shown if not each.isspace() and not characters.is_silent(each))
    return found


def unnamed(document: Document) -> set[str]:
    """Return the characters that are boxes or other shapes, and that no problem names."""
    named = {problem.code_point for problem in check.problems(document)}
    shown = {each for _field, words in texts(document) for text in leaves(words) for each in text}
    return {each for each in shown if _is_no_text(each) and characters.code_point(each) not in named}


def _is_no_text(character: str) -> bool:
    is_break = re.fullmatch(characters.NEW_LINES, character) is not None or character == "\t"
    return characters.is_unprintable(character) and not is_break


def actions(data: bytes) -> list[bytes]:
    """Return what in a PDF leads elsewhere or does anything."""
    with pikepdf.open(io.BytesIO(data)) as file:
        found = [name.encode() for name in ("/OpenAction", "/AA", "/Names", "/AcroForm") if name in file.Root]
        assert all("/Annots" not in page and "/AA" not in page for page in file.pages)
        for thing in file.objects:
            if isinstance(thing, pikepdf.Dictionary):
                found += [each[0] for each in DOES_SOMETHING.finditer(thing.unparse(resolved=False))]
    return found


def through(kind: str, batch: list[str]) -> float:
    """Print one document with every text of ``batch``, look at it, and return the seconds of work it took."""
    document = pdf.document(filled(kind, batch))
    begun = time.process_time()
    pages = layout.lay_out(document)
    data = finish.finished(emit.draw(pages), pages)
    check.problems(document)
    spent = time.process_time() - begun
    assert wanted(document) - drawn(pages) == Counter()
    assert unnamed(document) == set()
    assert actions(data) == []
    return spent


def batches(count: int) -> Iterator[list[str]]:
    """Yield the hostile texts, as many as go into one document together."""
    found = hostile.strings(count)
    while batch := list(islice(found, hostile.TOGETHER)):
        yield batch


def test_the_set_is_always_the_same_and_as_large_as_it_says() -> None:
    assert list(hostile.strings(300)) == list(hostile.strings(300))
    assert sum(1 for _text in hostile.strings()) == hostile.COUNT


@pytest.mark.parametrize("kind", EVERY)
def test_every_kind_of_document_takes_a_hundred_hostile_texts(kind: str) -> None:
    (batch,) = batches(hostile.TOGETHER)
    through(kind, batch)


def test_the_margins_take_hostile_texts_too() -> None:
    for text in hostile.strings(60):
        words = Bilingual(text, text)
        document = replace(
            pdf.document(samples.summary()), header=Running(text, text), author=text, title=words
        )
        assert margins.header(document, style.sheet("a4")).height >= 0
        pages = layout.lay_out(replace(document, blocks=()))
        assert actions(finish.finished(emit.draw(pages), pages)) == []


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", EVERY)
def test_ten_thousand_hostile_texts_go_through_every_kind(kind: str) -> None:
    spent = [through(kind, batch) for batch in batches(hostile.COUNT)]
    sys.stdout.write(f"{kind}: {len(spent)} documents, the slowest {max(spent):.2f} s of work\n")
    assert len(spent) * hostile.TOGETHER == hostile.COUNT
    assert max(spent) < LONGEST
