"""Every text of a document is found, with the field it stands in."""

import pytest

from app.i18n import Bilingual
from app.pdf import walk
from app.pdf.tree import (
    Block,
    Checklist,
    Column,
    Heading,
    Item,
    KeyValues,
    Masthead,
    Note,
    Pair,
    Panel,
    Panels,
    Paragraph,
    Signatory,
    Signatures,
    Space,
    Spoken,
    Table,
    Words,
)
from tests.pdf.reading import document

NAME = Bilingual("Name", "姓名")


def test_every_text_of_every_block_is_found() -> None:
    blocks = (
        Masthead("m1", ("m2",), ("m3",), ("m4",)),
        Heading("h"),
        Paragraph("p"),
        KeyValues((Pair(NAME, "v"),)),
        Checklist((Item("1", "t", "x", notes=("n",), asides=("a",)),)),
        Table((Column(NAME),), ((("c1", "c2"),),)),
        Note(("o1",), "o2"),
        Panels((Panel("q1", "q2", "q3"),)),
        Signatures((Signatory("s1", "s2"),)),
        Space(),
        Spoken("en", (Paragraph("w"),)),
    )
    found = [words for _field, words in walk.texts(document(*blocks)) if isinstance(words, str) and words]
    expected = "m1 m2 m3 m4 h p v t x n a c1 c2 o2 o1 q1 q2 q3 s1 s2 w"
    assert found == expected.split()


def test_what_is_said_in_one_language_is_found_in_that_one() -> None:
    blocks = (Spoken("en", (Paragraph(NAME),)), Spoken("zh-CN", (Paragraph(NAME),)))
    found = [words for _field, words in walk.texts(document(*blocks)) if isinstance(words, str) and words]
    assert found == ["Name", "姓名"]


@pytest.mark.parametrize(
    ("block", "field"),
    [
        (Paragraph("v", field="here"), "here"),
        (KeyValues((Pair(NAME, "v"),)), NAME),
        (Table((Column(NAME),), ((("v",),),)), NAME),
    ],
)
def test_every_text_knows_its_field(block: Block, field: Words) -> None:
    assert (field, "v") in list(walk.texts(document(block)))


def test_what_stands_for_a_box_is_no_text() -> None:
    table = Table((Column(NAME, kind="box"),), ((("open",),),))
    assert "open" not in [words for _field, words in walk.texts(document(table))]
