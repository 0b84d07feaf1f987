"""What the PDF tells readers besides its pages: language, title, dates, labels."""

import io
from dataclasses import replace

import pikepdf

from app import pdf
from app.i18n import Bilingual
from app.pdf.tree import Paragraph
from tests.pdf import samples
from tests.pdf.reading import document, opened


def test_a_chinese_document_says_so() -> None:
    with opened(document(Paragraph(Bilingual("one", "一")), language="zh-CN")) as file:
        assert file.Root.Lang == "zh-CN"
        assert file.docinfo.Title == "标题"


def test_nothing_on_a_page_is_left_unmarked() -> None:
    with pikepdf.open(io.BytesIO(pdf.made(samples.checklist()))) as file:
        for page in file.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
                assert depth or operator not in ("TJ", "f", "S")


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
