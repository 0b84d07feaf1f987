"""What the PDF tells readers besides its pages: structure, language, title, dates, outline."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
from pdfua.validator import Validator

from app import pdf
from app.i18n import Bilingual
from app.pdf import render
from app.pdf.tree import Checklist, Column, Document, Heading, Item, KeyValues, Note, Pair, Paragraph, Table
from tests.pdf import samples
from tests.pdf.reading import document


def opened(tree: Document) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render.render(tree)))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the structure elements below ``node`` in reading order."""
    kids = node.get("/K", pikepdf.Array())
    several = isinstance(kids, pikepdf.Array)
    for kid in kids if several else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


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


def test_a_chinese_document_says_so() -> None:
    with opened(document(Paragraph(Bilingual("one", "一")), language="zh-CN")) as file:
        assert file.Root.Lang == "zh-CN"
        assert file.docinfo.Title == "标题"


def test_every_marked_content_has_its_element() -> None:
    with pikepdf.open(io.BytesIO(pdf.made(samples.summary()))) as file:
        owners = file.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(file.pages):
            content = page.obj.Contents.read_bytes()
            assert page.obj.StructParents == number
            assert len(owners[2 * number + 1]) == content.count(b"/MCID")
            assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")


def test_nothing_on_a_page_is_left_unmarked() -> None:
    with pikepdf.open(io.BytesIO(pdf.made(samples.checklist()))) as file:
        for page in file.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
                assert depth or operator not in ("TJ", "f", "S")


def test_headings_stand_in_the_outline() -> None:
    with (
        opened(document(Heading("One", 1), Heading("Two", 2), Heading("Three", 2))) as file,
        file.open_outline() as found,
    ):
        assert [item.title for item in found.root] == ["One"]
        assert [item.title for item in found.root[0].children] == ["Two", "Three"]


def test_title_author_and_date_are_the_cases_own() -> None:
    tree = replace(document(Paragraph("x")), author="Lantern & Ridge")
    with opened(tree) as file:
        assert str(file.docinfo.CreationDate) == "D:20261123091400Z"
        assert str(file.docinfo.Author) == "Lantern & Ridge"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as found:
            assert found["dc:title"] == "Title"
            assert found["xmp:CreateDate"] == "2026-11-23T09:14:00Z"


def test_pages_are_numbered_as_their_footers_are() -> None:
    with opened(document(Paragraph("x"))) as file:
        assert [page.label for page in file.pages] == ["1"]


def test_the_tags_have_no_faults_that_a_program_can_find(tmp_path: Path) -> None:
    path = tmp_path / "print.pdf"
    path.write_bytes(pdf.made(samples.summary()))
    report = Validator().validate(str(path))
    assert [str(finding) for finding in report.findings] == []
    # This rule trips over pikepdf 10.18; the next test stands in for it.
    assert {each.rule_id for each in report.outcomes if each.skipped_reason} <= {"UA-14-001"}


def test_no_heading_is_empty() -> None:
    with pikepdf.open(io.BytesIO(pdf.made(samples.summary()))) as file:
        headings = [
            each for each in elements(file.Root.StructTreeRoot) if re.fullmatch("/H[1-6]", str(each.S))
        ]
        assert headings
        assert all("/K" in each for each in headings)
