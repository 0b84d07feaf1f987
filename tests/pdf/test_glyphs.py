"""Glyphs as operators, each with the text it stands for."""

from app.pdf import glyphs
from app.pdf.embed import EmbeddedFont
from app.pdf.text.fonts import first_covering
from app.pdf.text.shape import shape


def shown(text: str) -> str:
    """Return the operators for ``text``, which has one font."""
    face = first_covering(text[0], bold=False)
    assert face is not None
    (found,) = glyphs.shown(shape(text).clusters, 10)
    return EmbeddedFont(face, "/K0").coded(found)


def test_plain_letters_are_one_string_of_codes() -> None:
    assert shown("abab") == "[<0001000200010002>] TJ"


def test_kerning_is_written_between_the_codes() -> None:
    assert shown("AVA") == "[<0001>40<0002>40<0001>] TJ"


def test_a_ligature_stands_for_all_of_its_letters() -> None:
    assert shown("ffi").count("<") == 1
    assert "ActualText" not in shown("ffi")


def test_a_word_of_reordered_glyphs_carries_its_text() -> None:
    word = "हिन्दी"
    assert f"/Span <</ActualText <FEFF{word.encode('utf-16-be').hex().upper()}>>> BDC" in shown(word)
    assert shown(word).endswith("EMC")


def test_raised_marks_come_back_to_the_line() -> None:
    operators = shown("Z\u0302\u0302").splitlines()
    assert [line for line in operators if line.endswith(" Ts")][-1] == "0 Ts"


def test_the_same_glyph_has_one_code_for_each_text_it_stands_for() -> None:
    face = first_covering("a", bold=False)
    assert face is not None
    font = EmbeddedFont(face, "/K0")
    assert [font.code(7, "a"), font.code(7, "a"), font.code(7, "b")] == ["0001", "0001", "0002"]


def test_letters_of_the_right_stand_in_the_order_of_their_places_without_text_beside_them() -> None:
    assert shown("דוד") == "[<000100020001>] TJ"


def test_a_ligature_of_the_right_gives_each_of_its_characters_a_place() -> None:
    shaped = shape("لا").clusters
    (found,) = glyphs.shown(shaped, 10)
    space = found.face.glyph(" ")
    assert found.codes == ((shaped[0].glyphs[0].number, "ا"), (space, "ل"))


def test_a_letter_of_the_right_with_marks_carries_its_text() -> None:
    assert shown("שָׁ").startswith(f"/Span <</ActualText <FEFF{'שָׁ'.encode('utf-16-be').hex().upper()}>>> BDC")


def test_a_box_stands_for_what_it_is_drawn_for() -> None:
    (found,) = glyphs.shown(shape("\U0001f600").clusters, 10)
    assert "ActualText <FEFFD83DDE00>" in found.operators
