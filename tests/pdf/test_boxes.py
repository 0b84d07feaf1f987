"""Rows and readings: side by side, one under the other, cut where they must be."""

from app.i18n import Bilingual
from app.pdf import boxes, style
from app.pdf.boxes import Frame, Text
from app.pdf.tags import Node
from app.pdf.text.lines import Line, Piece, flow
from app.pdf.tree import Inline

NAME = Bilingual("Name", "姓名")


def frame(tallest: float = 300) -> Frame:
    return Frame(50, 400, tallest, "both", Node("Document"), style.DENSITIES[0])


def said(line: Line) -> str:
    return "".join(cluster.text for fragment in line.fragments for cluster in fragment.clusters)


def test_both_readings_share_a_line_where_they_fit() -> None:
    assert [said(line) for line in boxes.compact(NAME, style.BODY, None, "both", 200)] == ["Name  姓名"]


def test_readings_that_do_not_fit_on_a_line_stand_under_each_other() -> None:
    assert [said(line) for line in boxes.compact(NAME, style.BODY, None, "both", 40)] == ["Name", "姓名"]


def test_sums_end_at_one_edge() -> None:
    lines = [flow([Piece(text, style.BODY)], 100)[0] for text in ("900.00", "2,900.00")]
    found = boxes.flush_right(lines, 100)
    assert [line.width for line in found] == [100, 100]
    assert found[0].fragments[0].width > found[1].fragments[0].width > 0


def test_texts_on_one_line_keep_their_order_in_each_language() -> None:
    line = Inline(("K-DOC-01", NAME))
    found = [said(each) for each in boxes.stacked(line, style.BODY, None, "both", 300)]
    assert found == ["K-DOC-01 · Name", "K-DOC-01 · 姓名"]


def test_each_reading_is_an_element_of_its_language() -> None:
    node = Node("P")
    boxes.inline(NAME, style.BODY, node, "both")
    assert [(child.kind, child.language) for child in node.children if isinstance(child, Node)] == [
        ("Span", "en"),
        ("Span", "zh-CN"),
    ]


def test_a_row_is_as_tall_as_its_tallest_cell() -> None:
    short, long = flow([Piece("a", style.BODY)], 100), flow([Piece("a\nb\nc", style.BODY)], 100)
    ((height, drawings),) = boxes.rows([(0, short), (50, long)], frame())
    assert height == boxes.height(long) + 2 * style.DENSITIES[0].padding
    assert len(drawings) == 4


def test_a_row_too_tall_for_a_page_is_cut_between_lines() -> None:
    lines = flow([Piece("\n".join("abcdef"), style.BODY)], 100)
    parts = boxes.rows([(0, lines)], frame(tallest=30))
    assert [len(drawings) for _height, drawings in parts] == [2, 2, 2]


def test_an_empty_row_still_takes_its_room() -> None:
    assert boxes.rows([(0, [])], frame()) == [(2 * style.DENSITIES[0].padding, [])]


def test_lines_are_placed_by_their_baselines() -> None:
    lines = flow([Piece("a\nb", style.BODY)], 100)
    first, second = boxes.placed(lines, 10, 0)
    assert isinstance(first, Text)
    assert (first.x, first.y) == (10, lines[0].above)
    assert second.y == lines[0].height + lines[1].above


def test_each_language_gets_the_room_that_its_texts_need() -> None:
    long, short = "several words in a row", "词"
    assert boxes.shared([Bilingual(long, short)], frame()).english == 0.64
    assert boxes.shared([Bilingual("a", "汉字汉字汉字")], frame()).english == 0.5
    assert boxes.shared([], frame()).english == 0.6


def test_of_two_settings_the_lower_one_is_taken_and_the_first_of_two_alike() -> None:
    one, two = flow([Piece("x", style.BODY)], 100), flow([Piece("a b", style.BODY)], 8)
    assert len(two) == 2
    assert boxes.least(two, one) is one
    assert boxes.least(one, list(one)) is one
