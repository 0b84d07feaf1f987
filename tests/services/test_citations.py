"""Every place that shipped rules cite, and every source, is said in Chinese."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

import resources
from app import i18n
from app.domain import chinese_citations
from app.domain.basis import Citation
from app.domain.pack_reader import load_toml
from app.services import citations, packs
from tests.tree import ROOT

ENGLISH = re.compile(r"[a-z]{3,}")


def places(values: Any) -> Iterator[str]:
    """Yield every locator in the tables of a file."""
    if isinstance(values, dict):
        if isinstance(values.get("locator"), str):
            yield values["locator"]
        values = list(values.values())
    if isinstance(values, list):
        for value in values:
            yield from places(value)


FILES = [f"{folder}/{path.name}" for folder in ("rules", "posts", "tables") for path in
         sorted((ROOT / "resources" / folder).glob("*.toml"))]  # fmt: skip


@pytest.mark.parametrize("file", FILES)
def test_every_place_of_shipped_rules_is_said_in_chinese(file: str) -> None:
    found = set(places(load_toml(resources.text(file), file)))
    said = {locator: chinese_citations.place(locator, citations.chinese()) for locator in found}
    assert [locator for locator, chinese in said.items() if ENGLISH.search(chinese)] == []


def test_every_publisher_and_date_of_the_list_of_sources_is_said_in_chinese() -> None:
    words = citations.chinese()
    for source in packs.cited().values():
        assert source.publisher in words.publishers
        assert source.dated in words.dates or not ENGLISH.search(source.dated)
        assert citations.line(source).en == source.line.en


def test_nothing_is_said_in_chinese_that_nobody_cites() -> None:
    cited = {place for file in FILES for place in places(load_toml(resources.text(file), file))}
    assert set(citations.chinese().places) <= cited
    told = packs.cited().values()
    assert set(citations.chinese().publishers) <= {source.publisher for source in told}
    assert set(citations.chinese().dates) <= {source.dated for source in told}


def test_the_window_shows_places_and_sources_in_its_language() -> None:
    each = Citation("L1", "Art. 12", date(2026, 11, 23))
    source = packs.cited()["L1"]
    assert citations.in_full([each], [source]) == [f"{source.line.en}: Art. 12"]
    i18n.use("zh")
    assert citations.in_full([each], [source]) == [f"{citations.line(source).zh}: 第十二条"]
    assert citations.place("as the firm wrote it") == "as the firm wrote it"


def test_a_print_cites_in_both_languages() -> None:
    assert citations.cited("[L1] Arts. 41, 43").zh == "[L1] 第四十一条、第四十三条"
