"""Temporary measures are data with a last day."""

import pytest

from app.domain.measures import parse
from app.domain.pack_reader import RulePackError
from app.i18n import Bilingual
from tests.domain.rules import some_sources

TEXT = """
table = "measures"
version = "1"
review_every_days = 30

[[measure]]
id = "half-price"
title = { en = "Half price", zh = "半价" }
text = { en = "All at half price.", zh = "一律半价。" }
effective_from = 2026-01-01
effective_to = 2026-12-31
items = ["T-1"]
basis = "OFFICIAL"
sources = [{ source = "S1", locator = "Art. 1" }]
checked_on = 2026-01-02
"""


def test_a_measure_says_what_leans_on_it() -> None:
    (measure,) = parse(TEXT, "measures.toml", some_sources())
    assert (measure.id, measure.title) == ("half-price", Bilingual("Half price", "半价"))
    assert measure.items == frozenset({"T-1"})


@pytest.mark.parametrize("items", ['"T-1"', "[1]", "1"])
def test_items_are_a_list_of_texts(items: str) -> None:
    with pytest.raises(RulePackError, match=r"measures\.toml: half-price: items"):
        parse(TEXT.replace('["T-1"]', items), "measures.toml", some_sources())
