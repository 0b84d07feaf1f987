"""Values of the form beside the passport's: record, paper and zone."""

from dataclasses import replace
from datetime import date

from app.domain import checklist, mrz
from app.domain.checklist import Line
from app.domain.choices import NameKind
from app.domain.dates import PartialDate
from app.domain.filing import passport_match
from app.domain.filing.passport_match import CHECKLIST, RECORD, ZONE, Match
from app.domain.item_records import ItemRecord
from app.domain.people import Name
from app.domain.repeats import repeats
from app.services import packs
from tests.builders import TODAY, a_passport, a_person
from tests.services.test_passport_zones import a_zone


def passport_line(**noted: object) -> Line:
    """Return the checklist's line of the passport with what was noted from it."""
    rules = packs.rule_set("K", "new-delhi", date(2026, 11, 23))
    found = checklist.lines(rules, {}, repeats(a_person(), TODAY), {}, planned=None, today=TODAY)
    line = next(each for each in found if each.item.months_beyond)
    return replace(line, record=ItemRecord(**noted))  # type: ignore[arg-type]


def wrong(matches: tuple[Match, ...]) -> list[tuple[str, str]]:
    return [(each.label, each.source) for each in matches if not each.is_same]


def test_a_whole_record_matches_itself() -> None:
    found = passport_match.matches(a_person(), a_passport(), [])
    assert wrong(found) == []
    assert {each.source for each in found} == {RECORD}


def test_a_form_without_the_passports_name_or_a_full_birth_date_differs() -> None:
    native = (Name(kind=NameKind.NATIVE, family="नमूना"),)
    person = a_person(names=native, birth_date=PartialDate(1998))
    labels = [label for label, _source in wrong(passport_match.matches(person, a_passport(), []))]
    assert labels == ["Family name", "Given names", "Date of birth"]


def test_a_nationality_other_than_the_passports_differs() -> None:
    found = passport_match.matches(a_person(), a_passport(country="SG"), [])
    assert wrong(found) == [("Nationality", RECORD)]


def test_no_passport_at_all_differs_in_every_number_and_date() -> None:
    labels = [label for label, _source in wrong(passport_match.matches(a_person(), None, []))]
    assert labels == ["Nationality", "Passport number", "Date of issue", "Date of expiry"]


def test_what_was_noted_from_the_paper_is_compared() -> None:
    same = passport_line(number="Z0000001")
    other = passport_line(number="Z0000009", valid_until=date(2033, 5, 1))
    assert wrong(passport_match.matches(a_person(), a_passport(), [same])) == []
    found = passport_match.matches(a_person(), a_passport(), [other])
    assert wrong(found) == [("Passport number", CHECKLIST)]


def test_the_zone_is_compared_where_it_was_typed() -> None:
    zone = a_zone()
    assert isinstance(zone, mrz.Mrz)
    found = [
        each for each in passport_match.matches(a_person(), a_passport(), [], zone) if each.source == ZONE
    ]
    assert len(found) == 8
