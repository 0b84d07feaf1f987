"""Shaping: glyphs in clusters that hold all of the text."""

import pytest

from app.pdf.text.shape import shape

TEXTS = ["office", "AVATAR", "e\u0301a\u0308", "राजेश क्षत्रिय", "ผู้มี น้ำ", "ស្រីក្រុម", "ကျွန်တော်", "中文 mixed हिन्दी"]


@pytest.mark.parametrize("text", TEXTS)
def test_the_clusters_together_are_the_text(text: str) -> None:
    assert "".join(cluster.text for cluster in shape(text).clusters) == text


@pytest.mark.parametrize("text", TEXTS)
def test_the_width_is_the_sum_of_all_advances(text: str) -> None:
    shaped = shape(text)
    assert shaped.width == sum(glyph.advance for cluster in shaped.clusters for glyph in cluster.glyphs)


@pytest.mark.parametrize("text", TEXTS)
def test_every_glyph_is_in_its_font(text: str) -> None:
    assert all(glyph.number > 0 for cluster in shape(text).clusters for glyph in cluster.glyphs)


def test_letters_are_kerned() -> None:
    assert shape("AV").width < shape("A").width + shape("V").width


def test_a_letter_with_its_mark_is_one_cluster() -> None:
    assert [cluster.text for cluster in shape("e\u0301a").clusters] == ["e\u0301", "a"]


def test_a_conjunct_is_one_cluster() -> None:
    assert len(shape("क्ष").clusters) == 1


def test_ordinary_letters_need_no_more_room_than_a_line() -> None:
    assert (shape("Ágj 中文").above, shape("Ágj 中文").below) == (0, 0)


def test_tall_scripts_say_how_far_they_reach() -> None:
    assert shape("ကျွန်ုပ်").below > 300


def test_a_tower_of_marks_reaches_only_so_far() -> None:
    assert shape("Z" + "\u0301" * 200).above == 2000


def test_bold_is_another_font() -> None:
    assert shape("a", bold=True).clusters[0].face.bold


def test_letters_of_the_right_come_in_the_order_in_which_they_are_read() -> None:
    shaped = shape("دוד")
    assert [cluster.text for cluster in shaped.clusters] == ["د", "ו", "ד"]
    assert (shaped.base, shaped.turns) == (1, True)


def test_arabic_letters_join_also_beside_a_letter_of_another_font() -> None:
    alone, joined = shape("ب"), shape("بب")
    assert alone.clusters[0].glyphs[0].number not in {c.glyphs[0].number for c in joined.clusters}


def test_brackets_are_mirrored() -> None:
    opening, *_letters, closing = shape("(אב)").clusters
    assert opening.glyphs[0].number == shape(")").clusters[0].glyphs[0].number
    assert closing.glyphs[0].number == shape("(").clusters[0].glyphs[0].number


def test_no_discretionary_ligature_draws_a_name() -> None:
    assert len(shape("محمد").clusters) == 4


def test_marks_of_the_right_stay_with_their_letter() -> None:
    assert [cluster.text for cluster in shape("شَمْس").clusters] == ["شَ", "مْ", "س"]


def test_every_character_that_no_font_draws_is_a_box_of_its_own() -> None:
    assert [cluster.text for cluster in shape("\U0001f600\u200d\U0001f601\x07\ud800").clusters] == [
        "\U0001f600\u200d",
        "\U0001f601",
        "\ufffd",
        "\ufffd",
    ]


def test_controls_that_order_words_draw_nothing_and_are_not_copied() -> None:
    assert "".join(cluster.text for cluster in shape("By \u2068דוד\u2069, a").clusters) == "By דוד, a"


def test_what_is_exact_has_a_slashed_zero_and_an_i_with_bars() -> None:
    plain, exact = shape("OI0l1"), shape("OI0l1", exact=True)
    differs = [a.text for a, b in zip(plain.clusters, exact.clusters, strict=True) if a.glyphs != b.glyphs]
    assert differs == ["I", "0"]
