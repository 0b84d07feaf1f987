"""Pathways are data: every statement cited, every aspect told, or refused by file, pathway and key."""

from datetime import date

import pytest

import resources
from app.domain.pack_reader import RulePackError
from app.domain.pathway_rules import Aspect, PathwayRules, parse
from tests.domain.rules import TODAY, shipped_sources

TEXT = resources.text("rules/pathways.toml")


def read(text: str = TEXT) -> PathwayRules:
    return parse(text, "pathways.toml", shipped_sources())


def test_the_four_pathways_are_told_in_every_aspect() -> None:
    rules = read()
    assert [pathway.id for pathway in rules.pathways] == ["K", "R", "Z", "H-1B"]
    for pathway in rules.pathways:
        assert set(pathway.rows) == set(Aspect)
        assert all(row.sources for row in pathway.rows.values())
        assert all(requirement.sources for requirement in pathway.requirements)


def test_only_the_american_row_is_stale_and_from_its_nominal_end_on() -> None:
    stale = {pathway.id: pathway.is_stale(TODAY) for pathway in read().pathways}
    assert stale == {"K": False, "R": False, "Z": False, "H-1B": True}
    h1b = read().pathways[-1]
    assert not h1b.is_stale(date(2026, 9, 20))
    assert h1b.is_stale(date(2026, 9, 21))


def test_fees_that_nobody_published_are_not_known() -> None:
    known = {pathway.id: pathway.rows[Aspect.FEE].is_known for pathway in read().pathways}
    assert known == {"K": False, "R": True, "Z": False, "H-1B": False}


def test_the_note_on_visa_free_entry_ends() -> None:
    note = read().notes[0]
    assert not note.has_ended(date(2026, 12, 31))
    assert note.has_ended(date(2027, 1, 1))
    assert "Indian" in note.text.en


@pytest.mark.parametrize(
    ("old", "new", "item", "key"),
    [
        ('aspect = "fee"\ntext.en = "Unp', 'aspect = "fees"\ntext.en = "Unp', "K", "row.aspect"),
        ('source = "O23", locator = "classes"', 'source = "O99", locator = "classes"', "Z",
         "row.sources.source"),
        ('fact = "us_petition"', 'fact = "us_petitions"', "H-1B", "requirement.when.us_petitions"),
        ("stale_since = 2026-09-21\n", "", "H-1B", "stale_why"),
        ('certainty = "high"', 'certainty = "very high"', "R", "certainty"),
        ('fact = "inviting_unit_applies_on"', 'fact = "funds"', "R", "earliest.fact"),
        ('id = "SCOUTING"', 'id = "SCOUTING"\nuntil = 2026-12-31', "", "note.until"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(old: str, new: str, item: str, key: str) -> None:
    assert old in TEXT
    with pytest.raises(RulePackError) as refused:
        read(TEXT.replace(old, new))
    assert (refused.value.item, refused.value.key) == (item, key)


def test_a_pathway_that_leaves_an_aspect_out_is_refused() -> None:
    first, _row, rest = TEXT.partition('[[pathway.row]]\naspect = "quota"')
    rest = rest[rest.index("[[pathway.row]]") :]
    with pytest.raises(RulePackError, match="quota"):
        read(first + rest)
