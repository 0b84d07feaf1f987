"""How long a file is kept: a custom of the office's country, and never a guess."""

from datetime import date

import pytest

from app.domain.pack_reader import RulePackError
from app.domain.retention import Custom, in_force, parse, suggested
from tests.domain.rules import some_sources

TEXT = """
table = "retention"
version = "1"
review_every_days = 180
effective_from = 2026-01-01

[[custom]]
id = "gb"
title = { en = "Six years", zh = "六年" }
text = { en = "Six years.", zh = "六年。" }
countries = ["GB"]
years = 6
basis = "OFFICIAL"
sources = [{ source = "S1", locator = "records" }]
checked_on = 2026-01-02

[[custom]]
id = "ca"
title = { en = "Not settled", zh = "未定" }
text = { en = "Sources disagree.", zh = "资料不一致。" }
countries = ["CA"]
basis = "UNVERIFIED"
sources = [{ source = "S1", locator = "years" }]
checked_on = 2026-01-02

[[custom]]
id = "default"
title = { en = "Ours", zh = "默认" }
text = { en = "A custom of firms.", zh = "业内惯例。" }
years = 6
basis = "PRACTICE"
sources = [{ source = "S1", locator = "default" }]
checked_on = 2026-01-02
"""


def customs(text: str = TEXT) -> tuple[Custom, ...]:
    return parse(text, "retention.toml", some_sources())


@pytest.mark.parametrize(
    ("country", "name"), [("GB", "gb"), ("CA", "ca"), ("SG", "default"), ("", "default")]
)
def test_the_office_s_country_decides_which_custom_is_suggested(country: str, name: str) -> None:
    found = suggested(customs(), country)
    assert found is not None
    assert found.id == name


def test_a_custom_counts_years_from_closing_and_an_unknown_one_suggests_no_day() -> None:
    official, open_question, _default = customs()
    assert official.until(date(2028, 2, 29)) == date(2034, 2, 28)
    assert open_question.until(date(2026, 11, 25)) is None


def test_what_does_not_hold_yet_is_not_offered() -> None:
    assert in_force(customs(), date(2025, 12, 31)) == ()
    assert suggested((), "GB") is None


def test_a_country_is_written_with_two_letters() -> None:
    with pytest.raises(RulePackError, match=r"retention\.toml: gb: countries"):
        customs(TEXT.replace('["GB"]', '["UK of GB"]'))
