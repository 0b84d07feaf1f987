"""Paragraphs set as lines."""

from app.pdf import style
from app.pdf.text.lines import Line, Piece, clipped, flow


def said(lines: list[Line]) -> list[str]:
    """Return the text of each line, from left to right."""
    return [
        "".join(cluster.text for fragment in line.fragments for cluster in fragment.clusters)
        for line in lines
    ]


def test_a_short_text_is_one_line() -> None:
    assert said(flow([Piece("short", style.BODY)], 100)) == ["short"]


def test_a_long_text_breaks_between_words_within_the_width() -> None:
    lines = flow([Piece("several words that need more than one line", style.BODY)], 90)
    assert said(lines) == ["several words that ", "need more than ", "one line"]
    assert all(line.width < 95 for line in lines)


def test_pieces_of_several_styles_share_a_line() -> None:
    lines = flow([Piece("Bold", style.STRONG), Piece(" and not", style.BODY)], 200)
    assert said(lines) == ["Bold and not"]
    assert [fragment.piece.style for fragment in lines[0].fragments] == [style.STRONG, style.BODY]


def test_new_lines_of_every_kind_break_and_tabs_are_spaces() -> None:
    assert said(flow([Piece("a\r\nb\u2028c\td", style.BODY)], 100)) == ["a", "b", "c d"]


def test_five_thousand_letters_without_a_space_break_within_the_width() -> None:
    lines = flow([Piece("W" * 5000, style.BODY)], 100)
    assert "".join(said(lines)) == "W" * 5000
    assert max(line.width for line in lines) <= 100


def test_a_line_never_breaks_inside_a_cluster() -> None:
    lines = flow([Piece("क्षि" * 50, style.BODY)], 60)
    assert {text.count("ि") == text.count("ष") for text in said(lines)} == {True}


def test_a_line_with_tall_letters_is_higher() -> None:
    plain, tall = (
        flow([Piece("aa", style.BODY)], 100)[0],
        flow([Piece("Z\u0302\u0302\u0302", style.BODY)], 100)[0],
    )
    assert tall.height > plain.height


def test_clipped_lines_end_with_the_mark_of_omission() -> None:
    lines = flow([Piece("word " * 60, style.BODY)], 100)
    cut = clipped(lines, 2, Piece("\u2026", style.BODY))
    assert len(cut) == 2
    assert said(cut)[-1].endswith("\u2026")
    assert cut[-1].width <= 100


def test_few_lines_are_not_clipped() -> None:
    lines = flow([Piece("word", style.BODY)], 100)
    assert clipped(lines, 2, Piece("\u2026", style.BODY)) == lines


def test_letters_of_the_right_stand_from_right_to_left() -> None:
    assert said(flow([Piece("אבג", style.BODY)], 100)) == ["גבא"]
    assert said(flow([Piece("a אב (12)", style.BODY)], 100)) == ["a )12( בא"]


def test_each_line_is_ordered_by_itself() -> None:
    assert said(flow([Piece("אב גד הו זח", style.BODY)], 30)) == [" דג בא", "חז וה"]


def test_pieces_stand_in_their_order_whatever_they_hold() -> None:
    pieces = [Piece(text, style.BODY) for text in ("אב", " · ", "גד", " · ", "12")]
    assert said(flow(pieces, 200)) == ["בא · דג · 12"]


def test_lines_read_from_the_right_begin_at_one_edge() -> None:
    lines = flow([Piece("אב גד הו זחטי", style.BODY)], 40)
    assert len(lines) > 1
    hanging = [sum(c.advance for c in line.fragments[-1].clusters if c.is_space) for line in lines]
    assert len({round(line.width, 3) for line in lines}) == 1
    assert hanging[-1] == 0


def test_a_single_line_read_from_the_right_stays_at_the_left() -> None:
    (line,) = flow([Piece("אב", style.BODY)], 100)
    assert len(line.fragments) == 1


def test_paragraphs_read_from_the_right_begin_at_one_edge_too() -> None:
    long, short = flow([Piece("אבגדה\nאב", style.BODY)], 100)
    assert round(long.width, 3) == round(short.width, 3)


def test_a_joined_word_that_is_cut_keeps_the_forms_of_its_letters() -> None:
    whole = flow([Piece("ب" * 60, style.BODY)], 1000)[0]
    cut = flow([Piece("ب" * 60, style.BODY)], 60)
    numbers = [c.glyphs[0].number for line in cut for c in reversed(line.fragments[-1].clusters)]
    assert numbers == [c.glyphs[0].number for c in reversed(whole.fragments[0].clusters)]
