"""How a paper is authenticated goes by its country and the day; what is not known is asked."""

from datetime import date

import pytest

from app.domain.authentication import Route, parse, way
from app.domain.pack_reader import RulePackError
from app.services import tables
from tests.domain.rules import TODAY, some_sources

TEXT = """
table = "authentication"
version = "1"
review_every_days = 30
effective_from = 2025-01-01

[[country]]
id = "IN"
route = "consular_legalisation"
basis = "OFFICIAL"
sources = [{ source = "S1", locator = "Art. 1" }]
checked_on = 2026-01-02
"""


def test_indian_papers_are_legalised_not_apostilled() -> None:
    found = way(tables.routes(), "IN", TODAY)
    assert (found.route, found.is_settled) == (Route.CONSULAR, False)  # only a law firm tells it
    assert found.label == ("Consular legalisation (to be confirmed)", "领事认证（待确认）")


def test_vietnam_changes_on_its_day() -> None:
    before, since = date(2026, 9, 10), date(2026, 9, 11)
    assert way(tables.routes(), "VN", before).route is Route.CONSULAR
    assert way(tables.routes(), "VN", since).route is Route.APOSTILLE


@pytest.mark.parametrize(
    ("issued", "care"), [(None, True), (date(2026, 9, 10), True), (date(2026, 9, 11), False)]
)
def test_a_vietnamese_paper_made_before_needs_care(issued: date | None, care: bool) -> None:
    found = way(tables.routes(), "VN", TODAY, issued)
    assert found.needs_care is care
    assert ("2026-09-11" in found.label.en) is care


def test_a_country_that_is_not_in_the_table_is_asked_about() -> None:
    found = way(tables.routes(), "US", TODAY)
    assert (found.route, found.is_settled, found.row) == (Route.ASK, False, None)
    assert "ask" in found.label.en


def test_what_only_weak_sources_say_is_to_be_confirmed() -> None:
    assert way(tables.routes(), "TH", TODAY).label.en == "Consular legalisation (to be confirmed)"
    assert way(tables.routes(), "HK", TODAY).route is Route.SPECIAL


def test_the_chinese_says_which_authentication() -> None:
    for country in {row.id for row in tables.routes()}:
        label = way(tables.routes(), country, TODAY).label.zh
        assert any(words in label for words in ("领事认证", "附加证明书", "公证")), country


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('"IN"', '"India"'), "id"),
        (("consular_legalisation", "stamp"), "route"),
        (("route =", "rout ="), "route"),
    ],
)
def test_a_wrong_row_is_refused_by_its_key(change: tuple[str, str], key: str) -> None:
    with pytest.raises(RulePackError) as refused:
        parse(TEXT.replace(*change), "authentication.toml", some_sources())
    assert refused.value.key == key
