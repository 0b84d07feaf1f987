"""Paragraphs set as lines."""

from app.pdf import style
from app.pdf.text.lines import Line, Piece, clipped, flow


def said(lines: list[Line]) -> list[str]:
    """Return the text of each line."""
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
