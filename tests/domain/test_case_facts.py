"""What a case's own fields tell."""

import dataclasses
from datetime import date

from app.domain.case_facts import FACTS, derive
from app.domain.casefile import CaseFile, Entries
from app.domain.fact_types import fits


def test_a_blank_case_tells_nothing() -> None:
    assert derive(CaseFile()) == {}


def test_what_is_typed_on_the_case_is_told() -> None:
    case = CaseFile(
        planned_filing=date(2026, 12, 1),
        requested_entries=Entries.MULTIPLE,
        requested_stay_days=180,
        visa_stay_days=90,
    )
    assert derive(case) == {
        "planned_filing": date(2026, 12, 1),
        "requested_entries": "multiple",
        "requested_stay_days": 180,
        "visa.stay_days": 90,
    }


def test_the_choices_of_entries_are_those_of_the_case() -> None:
    declared = {fact.name: fact for fact in FACTS}
    for name in ("requested_entries", "visa.entries"):
        assert set(declared[name].choices) == {each.value for each in Entries}


def test_every_told_fact_fits_its_kind() -> None:
    declared = {fact.name: fact for fact in FACTS}
    days = {name: date(2027, 1, 1) for name in ("planned_filing", "planned_entry", "visa_enter_before")}
    numbers = dict.fromkeys(("requested_validity_months", "requested_stay_days", "visa_stay_days"), 3)
    case = dataclasses.replace(
        CaseFile(requested_entries=Entries.SINGLE, visa_entries=Entries.DOUBLE),
        **days,  # type: ignore[arg-type]
        **numbers,  # type: ignore[arg-type]
    )
    facts = derive(case)
    assert len(facts) == 8
    assert all(fits(declared[name], value) for name, value in facts.items())
