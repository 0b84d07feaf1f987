"""Sources are listed once and cited by key."""

from datetime import date

import pytest

from app.domain.basis import Citation
from app.domain.pack_reader import RulePackError, Table
from app.domain.sources import parse, read_citations
from tests.domain.rules import SOURCES, some_sources


def cited(**values: object) -> tuple[Citation, ...]:
    return read_citations(Table(values, "t.toml", "T-1"), some_sources())


def test_a_source_says_what_it_is_and_how_it_was_read() -> None:
    line = some_sources()["S2"].line
    assert line.en == "[S2] Notice, Post of Examples (a copy)"
    assert line.zh == "[S2] 通知, Post of Examples (副本)"


def test_a_dated_source_says_its_date() -> None:
    assert some_sources()["S1"].line.en == "[S1] Law of Examples, Parliament of Examples, 2020"


def test_a_citation_has_its_place_and_the_day_it_was_read() -> None:
    rows = [
        {"source": "S1", "locator": "Art. 1"},
        {"source": "S2", "locator": "all", "checked_on": date(2025, 5, 5)},
    ]
    assert cited(checked_on=date(2026, 1, 2), sources=rows) == (
        Citation("S1", "Art. 1", date(2026, 1, 2)),
        Citation("S2", "all", date(2025, 5, 5)),
    )


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"sources": [{"source": "S1", "locator": "Art. 1"}]}, "checked_on"),
        ({"checked_on": date(2026, 1, 2)}, "sources"),
        ({"checked_on": date(2026, 1, 2), "sources": []}, "sources"),
        ({"checked_on": date(2026, 1, 2), "sources": [{"source": "S9", "locator": "x"}]}, "sources.source"),
        ({"checked_on": date(2026, 1, 2), "sources": [{"source": "S1"}]}, "sources.locator"),
        (
            {"checked_on": date(2026, 1, 2), "sources": [{"source": "S1", "locator": "x", "url": "y"}]},
            "sources.url",
        ),
    ],
)
def test_a_rule_without_source_place_or_day_is_refused(values: dict[str, object], key: str) -> None:
    with pytest.raises(RulePackError) as refused:
        cited(**values)
    assert refused.value.key == key


def test_a_source_without_publisher_is_refused() -> None:
    with pytest.raises(RulePackError, match=r"sources\.toml: S3: publisher: is missing"):
        parse(SOURCES + '[S3]\ntitle.en = "x"\ntitle.zh = "y"\n', "sources.toml")


def test_a_list_that_is_no_list_of_sources_is_refused() -> None:
    with pytest.raises(RulePackError, match="must be a table"):
        parse('S1 = "a law"', "sources.toml")
