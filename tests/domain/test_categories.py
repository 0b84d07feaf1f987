"""The visa categories have a name and a purpose in both languages."""

import pytest

from app.domain.categories import CATEGORIES, Visa, name_of
from app.i18n import both
from app.services import packs


def test_every_category_with_a_pack_is_offered_in_its_order() -> None:
    assert tuple(CATEGORIES) == packs.categories() == ("K", "R", "Z", "S1", "S2")


@pytest.mark.parametrize("code", CATEGORIES)
def test_a_category_is_named_and_explained_in_both_languages(code: str) -> None:
    for message in (CATEGORIES[code].name, CATEGORIES[code].purpose):
        assert both(message).zh != message


def test_a_category_nobody_named_keeps_its_code() -> None:
    assert name_of("M") == "M"


def test_a_form_offers_the_same_visas_by_the_same_names() -> None:
    assert [(each.value, each.label) for each in Visa] == [(c.code, c.name) for c in CATEGORIES.values()]
