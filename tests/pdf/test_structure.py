"""The structure tree names what is a heading, a table, a list, and whose each stretch of content is."""

import io
import re

import pikepdf

from app import pdf
from app.i18n import Bilingual
from app.pdf.tree import Checklist, Column, Document, Heading, Item, KeyValues, Note, Pair, Paragraph, Table
from tests.pdf import samples
from tests.pdf.reading import document, elements, opened


def kinds(tree: Document) -> list[str]:
    with opened(tree) as file:
        return [str(element.S)[1:] for element in elements(file.Root.StructTreeRoot)]


def test_headings_and_paragraphs_are_told_apart() -> None:
    blocks = (Heading("One", 1), Heading("Two", 2), Paragraph("text"))
    assert kinds(document(*blocks)) == ["Document", "H1", "H2", "P"]


def test_a_table_has_rows_with_heads_of_columns() -> None:
    table = Table((Column(Bilingual("a", "甲")), Column(Bilingual("b", "乙"))), ((("1",), ("2",)),))
    assert kinds(document(table)) == ["Document", "Table", "TR", "TH", "TH", "TR", "TD", "TD"]
    with opened(document(table)) as file:
        heads = [each for each in elements(file.Root.StructTreeRoot) if each.S == "/TH"]
        assert [str(each.A.Scope) for each in heads] == ["/Column", "/Column"]


def test_labels_are_heads_of_their_rows() -> None:
    with opened(document(KeyValues((Pair(Bilingual("a", "甲"), "1"),)))) as file:
        (head,) = (each for each in elements(file.Root.StructTreeRoot) if each.S == "/TH")
        assert head.A.Scope == "/Row"


def test_a_checklist_is_a_list_whose_boxes_speak() -> None:
    items = (Item("1", "a"), Item("2", "b", box="ticked"), Item("3", "c", box="struck"))
    assert kinds(document(Checklist(items)))[:6] == ["Document", "L", "LI", "Lbl", "LBody", "P"]
    with opened(document(Checklist(items))) as file:
        labels = [each for each in elements(file.Root.StructTreeRoot) if each.S == "/Lbl"]
        assert [str(each.Alt) for each in labels] == ["not ticked", "ticked", "not needed"]


def test_questions_are_a_list() -> None:
    assert kinds(document(Note(("why?",), bullets=True))) == ["Document", "Div", "L", "LI", "Lbl", "LBody"]


def test_each_language_is_marked_as_its_own() -> None:
    with opened(document(Paragraph(Bilingual("one", "一")), language="both")) as file:
        assert file.Root.Lang == "en"
        spoken = [str(each.get("/Lang", "")) for each in elements(file.Root.StructTreeRoot)]
        assert spoken == ["", "en", "zh-CN"]


def test_every_marked_content_has_its_element() -> None:
    with pikepdf.open(io.BytesIO(pdf.made(samples.summary()))) as file:
        owners = file.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(file.pages):
            content = page.obj.Contents.read_bytes()
            assert page.obj.StructParents == number
            assert len(owners[2 * number + 1]) == content.count(b"/MCID")
            assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")


def test_no_heading_is_empty() -> None:
    with pikepdf.open(io.BytesIO(pdf.made(samples.summary()))) as file:
        headings = [
            each for each in elements(file.Root.StructTreeRoot) if re.fullmatch("/H[1-6]", str(each.S))
        ]
        assert headings
        assert all("/K" in each for each in headings)


def test_an_empty_cell_keeps_its_place_in_the_row() -> None:
    table = Table((Column(Bilingual("a", "甲")), Column(Bilingual("b", "乙"))), (((), ("2",)),))
    assert kinds(document(table))[-3:] == ["TR", "TD", "TD"]


def test_a_paragraph_over_two_pages_is_one_element_with_content_on_both() -> None:
    with opened(document(Paragraph("word " * 2000))) as file:
        (found,) = (each for each in elements(file.Root.StructTreeRoot) if each.S == "/P")
        kids = list(found.K)
        assert found.Pg == file.pages[0].obj
        assert next(kid.Pg for kid in kids if isinstance(kid, pikepdf.Dictionary)) == file.pages[1].obj
