"""Each pathway is met, not met or unknown by the same facts; unknown is never a no."""

from datetime import date

import pytest
from hypothesis import given

from app.domain.conditions import Answer
from app.domain.pathways import Column, Comparison, compare
from app.domain.screening import screen
from app.i18n import Bilingual
from app.services import limits
from app.services import pathways as shipped
from app.services.screening import questionnaire
from tests.domain.rules import TODAY
from tests.domain.test_screening import all_facts, some_facts

K = questionnaire("K")
YES, NO, ASK = Answer.YES, Answer.NO, Answer.ASK


def of(facts: dict[str, object], today: date = TODAY) -> Comparison:
    screened = {"K": screen(K, facts)}
    papers = {"K": [Bilingual("Photo", "照片")]}
    return compare(
        shipped.rules(), facts, today, screened=screened, papers=papers, calendar=limits.calendar({})
    )


def column(code: str, facts: dict[str, object]) -> Column:
    return next(each for each in of(facts).columns if each.pathway.id == code)


def answers(code: str, facts: dict[str, object]) -> dict[str, Answer]:
    return {finding.id: finding.answer for finding in column(code, facts).findings}


@pytest.mark.parametrize(
    ("code", "facts", "expected"),
    [
        ("R", {}, {"R-1": ASK, "R-2": ASK, "R-3": ASK}),
        ("R", {"postdoctoral": True, "age_on_filing": 39}, {"R-1": YES, "R-2": ASK, "R-3": ASK}),
        ("R", {"postdoctoral": True, "age_on_filing": 40, "category_a": frozenset(), "work_points": 84},
         {"R-1": NO, "R-2": ASK, "R-3": ASK}),
        ("R", {"work_points": 85, "inviting_unit_cn": True, "age_on_filing": 30, "health_flags": False,
               "criminal_record": False}, {"R-1": YES, "R-2": YES, "R-3": YES}),
        ("R", {"category_a": frozenset({"award"}), "age_on_filing": 17}, {"R-1": YES, "R-2": ASK, "R-3": NO}),
        ("Z", {"job_offer_cn": False}, {"Z-1": NO, "Z-2": ASK, "Z-3": ASK}),
        ("Z", {"job_offer_cn": True, "degree.awarded": True, "related_work_years": 2,
               "criminal_record": False}, {"Z-1": YES, "Z-2": YES, "Z-3": YES}),
        ("Z", {"work_points": 60}, {"Z-1": ASK, "Z-2": YES, "Z-3": ASK}),
        ("H-1B", {"us_petition": False, "degree.awarded": True}, {"H-1": NO, "H-2": YES}),
    ],
)  # fmt: skip
def test_requirements_follow_the_facts(
    code: str, facts: dict[str, object], expected: dict[str, Answer]
) -> None:
    assert answers(code, facts) == expected


def test_k_is_its_screening_by_the_better_limb() -> None:
    graduate: dict[str, object] = {"limb": frozenset({"graduate"}), "degree.level": "master"}
    found = answers("K", graduate)
    assert "K-Q04" in found
    assert "K-Q07" not in found
    staff: dict[str, object] = {"limb": frozenset({"staff"}), "affiliation.role": frozenset({"research"}),
             "degree.level": "diploma", "degree.in_progress": False}  # fmt: skip
    assert "K-Q04" not in answers("K", staff)
    assert answers("K", staff)["K-Q07"] is YES


@given(all_facts, some_facts)
def test_what_is_met_or_not_stays_so_when_more_is_known(
    whole: dict[str, object], chosen: dict[str, object]
) -> None:
    part = {name: value for name, value in whole.items() if name in chosen}
    for code in ("R", "Z", "H-1B"):
        after = answers(code, whole)
        assert all(before in (ASK, after[name]) for name, before in answers(code, part).items())


def test_an_open_requirement_names_its_facts() -> None:
    assert column("Z", {}).missing[0] == "job_offer_cn"


def test_papers_are_told_only_where_there_is_a_checklist() -> None:
    assert column("K", {}).papers == (Bilingual("Photo", "照片"),)
    assert column("H-1B", {}).papers is None


def test_no_date_is_told_that_nobody_can_compute() -> None:
    for each in of({}).columns:
        assert each.earliest is None
        assert each.pathway.earliest_why.en


def test_r_is_counted_from_the_units_application_in_chinas_working_days() -> None:
    applied = {"inviting_unit_applies_on": date(2026, 9, 28)}
    r = column("R", dict(applied))
    # 29 and 30 September, after the holiday 8 and 9 October, and Saturday the 10th, which is worked
    assert (r.earliest, r.is_provisional, r.date_facts) == (date(2026, 10, 11), False, ())
    later = column("R", {**applied, "planned_filing": date(2026, 11, 2)})
    assert later.earliest == date(2026, 11, 3)
    assert column("R", {}).date_facts == ("inviting_unit_applies_on",)


def test_a_date_counted_across_a_year_not_announced_is_provisional() -> None:
    r = column("R", {"inviting_unit_applies_on": date(2027, 3, 1)})
    assert (r.earliest, r.is_provisional) == (date(2027, 3, 9), True)


def test_a_day_long_ago_is_not_counted_from() -> None:
    assert column("R", {"inviting_unit_applies_on": date(1990, 1, 1)}).earliest is None


def test_a_note_that_has_ended_is_left_out() -> None:
    assert [note.id for note in of({}).notes] == ["SCOUTING"]
    assert of({}, date(2027, 1, 1)).notes == ()
