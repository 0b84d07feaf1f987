"""The client's checklist: plain words, nothing internal, two pages, who made it and who decides."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app import pdf
from app.domain.filing.checklists import ChecklistLine, ClientChecklist
from app.i18n import Bilingual
from app.pdf import style
from app.pdf.tree import LANGUAGES, Checklist, Item, Note, Paragraph
from tests.pdf import golden, reading, samples


def items(value: ClientChecklist) -> list[Item]:
    return [
        item for block in pdf.document(value).blocks if isinstance(block, Checklist) for item in block.items
    ]


def only(line: ChecklistLine) -> ClientChecklist:
    """Return a checklist of one line."""
    value = samples.checklist()
    return replace(value, sections=(replace(value.sections[0], lines=(line,)),))


def asides(line: ChecklistLine) -> list[str]:
    """Return what stands at the right of one line."""
    return [golden.said(aside) for aside in items(only(line))[0].asides]


LINE = ChecklistLine(code="K-DOC-01", title=Bilingual("Passport", "护照"))


def test_the_whole_document_is_as_last_agreed() -> None:
    found = golden.dump(pdf.document(samples.checklist(), language="en"))
    assert found == (golden.FOLDER / "client_checklist.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_an_ordinary_case_takes_at_most_two_pages(language: str, paper: str, tmp_path: Path) -> None:
    data = pdf.made(samples.checklist(), language=language, paper=paper)
    assert len(reading.pages(data, "pdfium", tmp_path)) <= 2


def test_twenty_papers_still_to_come_take_at_most_two_pages(tmp_path: Path) -> None:
    value = samples.checklist()
    sections = tuple(
        replace(section, lines=tuple(replace(line, state="needed", repeat=None) for line in section.lines))
        for section in value.sections
    )
    data = pdf.made(replace(value, sections=sections))
    assert len(reading.pages(data, "pdfium", tmp_path)) <= 2


def test_nothing_internal_is_on_it() -> None:
    text = reading.text(pdf.made(samples.checklist(), language="en"))
    head = samples.HEAD
    for internal in ("K-DOC", "Office record", head.rule_set[:12], head.rule_version, "PRACTICE", "accepted"):
        assert internal not in text


def test_every_page_says_who_made_it_and_who_decides(tmp_path: Path) -> None:
    data = pdf.made(samples.checklist(), language="en")
    for page in reading.pages(data, "pdfium", tmp_path):
        text = " ".join(page)
        assert "Lantern & Ridge Visa Consultants, a private firm, not an embassy or visa centre" in text
        assert "The visa office may ask for more, and decides." in text


def test_the_footer_stands_in_both_languages(tmp_path: Path) -> None:
    (page, *_) = reading.pages(pdf.made(samples.checklist()), "pdfium", tmp_path)
    assert any("a private firm" in line for line in page)
    assert any("灯岭签证咨询" in line and "Lantern" not in line for line in page)


def test_k_prints_say_that_paid_work_is_not_shown_to_be_permitted() -> None:
    text = reading.text(pdf.made(samples.checklist(), language="en"))
    assert "The K visa is not shown to permit paid work; checked 2 Nov 2026." in text


def test_k_prints_without_a_check_say_so() -> None:
    text = reading.text(pdf.made(samples.checklist(samples.bare_head()), language="en"))
    assert "not checked for this post yet" in text


def test_other_categories_say_nothing_about_k() -> None:
    head = replace(samples.HEAD, category_code="R", category=Bilingual("R visa", "R字签证"))
    assert "paid work" not in reading.text(pdf.made(samples.checklist(head), language="en"))


def test_questions_come_before_the_lists_with_the_papers_that_hang_on_them() -> None:
    text = reading.text(pdf.made(samples.checklist(), language="en"))
    question = (
        "Have you ever held a Chinese passport, or were your parents Chinese citizens when you were born?"
    )
    assert f"{question} \u2013 No-criminal-record certificate" in text
    assert text.index(question) < text.index("Papers to collect")


def test_a_paper_that_hangs_on_an_answer_is_asked_about_and_not_yet_listed() -> None:
    question = Bilingual("Why?", "为何?")
    value = only(replace(LINE, applies="ask", asks=(question,)))
    (box, *_) = (block for block in pdf.document(value).blocks if isinstance(block, Note))
    assert [golden.said(words) for words in box.paragraphs] == ["Why? \u2013 Passport"]
    assert items(value) == []


def test_a_question_for_the_post_is_not_put_to_the_client() -> None:
    value = only(replace(LINE, applies="ask"))
    (box, *_) = (block for block in pdf.document(value).blocks if isinstance(block, Note))
    assert [golden.said(words) for words in box.paragraphs] == [
        "We are still checking whether you need: Passport"
    ]


@pytest.mark.parametrize(
    ("state", "box"),
    [
        ("needed", "open"),
        ("received", "open"),
        ("returned", "open"),
        ("accepted", "ticked"),
        ("waived", "struck"),
    ],
)
def test_a_box_is_ticked_only_by_our_check(state: str, box: str) -> None:
    assert items(only(replace(LINE, state=state)))[0].box == box


def test_what_was_checked_says_by_whom() -> None:
    assert asides(replace(LINE, state="accepted")) == ["Checked by us"]


def test_a_paper_given_back_says_why() -> None:
    line = replace(LINE, state="returned", returned_reason="unreadable seal")
    assert [golden.said(note) for note in items(only(line))[0].notes] == [
        "Given back because: unreadable seal"
    ]


def test_originals_copies_and_due_date_stand_at_the_right() -> None:
    line = replace(LINE, originals=1, copies=2, due_on=date(2026, 12, 4))
    assert asides(line) == ["our advice", "original 1, copy 2", "by 4 Dec 2026"]


def test_the_line_of_one_degree_says_which() -> None:
    line = replace(LINE, repeat=Bilingual("Bachelor, Chennai", "学士,金奈"))
    assert [golden.said(note) for note in items(only(line))[0].notes] == ["Bachelor, Chennai"]


def test_lines_are_numbered_through_all_sections() -> None:
    assert [item.number for item in items(samples.checklist())] == [str(number) for number in range(1, 20)]


def test_empty_fields_of_the_firm_print_nothing() -> None:
    text = reading.text(pdf.made(samples.checklist(samples.bare_head()), language="en"))
    assert "Registration" not in text
    assert "·" not in text.split("Document checklist")[0]


def test_a_sample_says_so_in_both_languages_whatever_the_print() -> None:
    head = replace(samples.HEAD, firm=replace(samples.FIRM, is_sample=True))
    tree = pdf.document(samples.checklist(head), language="en")
    assert str(tree.mark).startswith("SAMPLE 样本")


def test_a_draft_says_so() -> None:
    assert "DRAFT" in str(pdf.document(samples.checklist(replace(samples.HEAD, draft=True))).mark)


def test_the_passport_name_is_set_largest() -> None:
    blocks = pdf.document(samples.checklist()).blocks
    (name,) = (block for block in blocks if isinstance(block, Paragraph) and block.role == "name")
    assert golden.said(name.words) == "KANNAN ANANDHI"
    assert style.NAME.size > max(look.size for look in style.HEADINGS.values())


@pytest.mark.parametrize(
    ("category", "english", "chinese"),
    [
        ("R", "needs a work permit", "工作许可"),
        ("Z", "only for the employer", "仅可为工作许可所载用人单位工作"),
        ("S1", "does not permit work", "不准许在华就业"),
        ("S2", "does not permit work", "不准许在华就业"),
    ],
)
def test_every_category_says_what_holds_of_work(category: str, english: str, chinese: str) -> None:
    head = replace(samples.checklist().head, category_code=category)
    value = replace(samples.checklist(), head=head)
    text = reading.text(pdf.made(value, language="en"))
    assert english in text
    assert chinese in reading.text(pdf.made(value, language="zh-CN"))
    assert "The K visa" not in text


@pytest.mark.parametrize(
    ("has_ended", "told"), [(False, "good until 20 Nov 2026"), (True, "ran out on 20 Nov 2026")]
)
def test_a_paper_that_has_run_out_says_when(has_ended: bool, told: str) -> None:
    line = replace(samples.lines()[2], valid_until=date(2026, 11, 20), has_ended=has_ended)
    assert told in reading.text(pdf.made(only(line), language="en"))
