"""What the documents share."""

import pytest

from app.i18n import Bilingual
from app.pdf.documents import parts


def test_values_take_their_places_in_both_languages() -> None:
    words = Bilingual("{count} of {name}", "{name}的{count}")
    shown = parts.filled(words, count=2, name=Bilingual("Firm", "公司"))
    assert shown == Bilingual("2 of Firm", "公司的2")


@pytest.mark.parametrize("name", ["محمد", "דוד (12)", "\u202eאב", "\u2067אב"])
def test_a_value_of_the_right_is_kept_apart_from_our_sentence(name: str) -> None:
    shown = parts.filled(Bilingual("By {name}, 2026", "由{name}，2026"), name=name)
    assert shown.en.startswith("By \u2068")
    assert shown.en.endswith("\u2069, 2026")
    assert shown.zh.endswith("\u2069，2026")
