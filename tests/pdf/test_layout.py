"""Strips on pages: what stays together, what comes again, where numbers stand."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import UserError
from app.i18n import Bilingual
from app.pdf import layout, margins, render, style
from app.pdf.boxes import Fill, Strip, Text
from app.pdf.layout import Page, paginate
from app.pdf.tree import (
    Block,
    Checklist,
    Column,
    Heading,
    Item,
    KeyValues,
    PageBreak,
    Pair,
    Paragraph,
    Running,
    Space,
    Table,
)
from tests.pdf import reading
from tests.pdf.reading import document

INK = Fill(0, 0, 1, 1, style.INK)


def strip(height: float, *, keep: bool = False, repeat: tuple[Strip, ...] = (), before: float = 0.0) -> Strip:
    return Strip(height, (INK,), before, keep_with_next=keep, repeat=repeat)


def heights(pages: list[Page]) -> list[list[float]]:
    """Return the heights of what stands on each page."""
    return [[placed.strip.height for placed in page.placed] for page in pages]


def test_strips_fill_a_page_before_the_next() -> None:
    assert heights(paginate([strip(40)] * 5, 0, 0, 100)) == [[40, 40], [40, 40], [40]]


def test_what_keeps_with_the_next_moves_with_it() -> None:
    assert heights(paginate([strip(50), strip(20, keep=True), strip(40)], 0, 0, 100)) == [[50], [20, 40]]


def test_white_space_is_dropped_at_the_top_of_a_page() -> None:
    pages = paginate([strip(80), strip(30, before=20)], 10, 10, 100)
    assert [page.placed[0].y for page in pages] == [10, 10]


def test_the_head_of_a_table_comes_again_as_no_part_of_the_text() -> None:
    head = strip(10)
    pages = paginate([head, *[strip(30, repeat=(head,))] * 5], 0, 0, 100)
    assert heights(pages) == [[10, 30, 30, 30], [10, 30, 30]]
    assert [placed.artifact for placed in pages[1].placed] == [True, False, False]


def test_a_chain_longer_than_a_page_is_still_placed() -> None:
    pages = paginate([strip(30, keep=True)] * 10, 0, 0, 100)
    assert sum(len(page.placed) for page in pages) == 10


def test_the_first_page_may_begin_higher() -> None:
    pages = paginate([strip(80)] * 2, 5, 25, 110)
    assert [page.placed[0].y for page in pages] == [5, 25]


def test_a_page_break_begins_a_page() -> None:
    pages = layout.lay_out(document(Paragraph("one"), PageBreak(), Paragraph("two"))).pages
    assert len(pages) == 2


def test_no_page_overflows() -> None:
    blocks: list[Block] = [Heading("H"), Space(30), KeyValues((Pair(Bilingual("a", "a"), "v " * 3000),))]
    found = layout.lay_out(document(*blocks, Paragraph("W" * 5000, "name")))
    for page in found.pages:
        last = page.placed[-1]
        assert last.y + last.strip.height < found.size.height - 36


def test_a_document_without_blocks_has_an_empty_page() -> None:
    assert heights(list(layout.lay_out(document()).pages)) == [[]]


def test_paper_is_a4_or_letter() -> None:
    sizes = [layout.lay_out(document(Paragraph("x"), paper=paper)).size for paper in ("a4", "Letter")]
    assert sizes == [(595.28, 841.89), (612.0, 792.0)]
    with pytest.raises(UserError, match="A4"):
        layout.lay_out(document(paper="a5"))


@pytest.mark.parametrize("reader", reading.READERS)
def test_a_long_table_repeats_its_head_on_every_page(reader: str, tmp_path: Path) -> None:
    columns = (Column(Bilingual("Number", "编号")), Column(Bilingual("Paper", "材料")))
    table = Table(columns, tuple(((str(number),), (f"paper {number}",)) for number in range(120)))
    pages = reading.pages(render.render(document(table)), reader, tmp_path)
    assert len(pages) > 2
    assert all(" ".join(page).split()[:2] == ["Number", "Paper"] for page in pages)
    assert " ".join(line for page in pages for line in page).split().count("paper") == 120


@pytest.mark.parametrize("reader", reading.READERS)
def test_every_page_says_its_number_and_how_many_there_are(reader: str, tmp_path: Path) -> None:
    blocks = tuple(Paragraph(f"line {number}") for number in range(150))
    pages = reading.pages(render.render(document(*blocks)), reader, tmp_path)
    count = len(pages)
    assert count > 2
    assert [page[-1] for page in pages] == [f"Page {n + 1} of {count}" for n in range(count)]


def test_a_long_text_in_a_margin_is_cut_off_with_a_mark(tmp_path: Path) -> None:
    long = replace(document(Paragraph("body")), footer=Running("word " * 900))
    (page,) = reading.pages(render.render(long), "pdfium", tmp_path)
    assert any("\u2026" in line for line in page)
    assert sum(line.count("word") for line in page) < 200


def test_the_number_of_a_page_stands_beside_the_lowest_line_of_the_footer_that_leaves_room() -> None:
    wide, narrow = "word " * 22, "word " * 10
    for text, lower in ((narrow, 0), (wide, 1), (f"{wide}\n{narrow}\n{wide}", 1)):
        margin = margins.footer(replace(document(), footer=Running(text)), style.sheet("a4"))
        assert margin.lower == pytest.approx(sum(line.height for line in margin.left[:lower])), text


def test_a_name_in_another_script_stands_on_the_same_line_where_a_page_is_set_closely() -> None:
    blocks = (Paragraph("ANA", "name"), Paragraph("安娜", "other_name"))
    filling = tuple(Paragraph(f"line {number}") for number in range(46))
    closely = replace(document(*blocks, *filling), most_pages=1)
    found = [len(layout.lay_out(each).pages[0].placed) for each in (closely, document(*blocks))]
    assert found == [47, 2]


def test_a_document_that_wishes_to_is_set_more_closely_to_end_earlier() -> None:
    items = Checklist(tuple(Item(str(number), "text " * 30) for number in range(18)))
    free, wishing = document(items), replace(document(items), most_pages=1)
    assert [len(layout.lay_out(each).pages) for each in (free, wishing)] == [2, 1]


def test_a_wish_that_is_met_already_changes_nothing() -> None:
    free = document(Checklist((Item("1", "text"),)))
    assert heights(list(layout.lay_out(replace(free, most_pages=1)).pages)) == heights(
        list(layout.lay_out(free).pages)
    )


@pytest.mark.parametrize("rows", range(36, 44))
def test_no_page_holds_one_row_of_a_longer_table_alone(rows: int) -> None:
    column = Column(Bilingual("a", "甲"))
    laid = layout.lay_out(document(Table((column,), tuple((("row",),) for _number in range(rows)))))
    counts = [sum(not placed.artifact for placed in page.placed) for page in laid.pages]
    counts[0] -= 1  # the head
    assert sum(counts) == rows
    assert min(counts) > 1


def test_a_label_and_its_value_share_a_baseline() -> None:
    laid = layout.lay_out(document(KeyValues((Pair(Bilingual("Label", "标签"), "value"),))))
    (row,) = laid.pages[0].placed
    label, value = (each for each in row.strip.drawings if isinstance(each, Text))
    assert label.y == pytest.approx(value.y)
    assert label.line.above < value.line.above
