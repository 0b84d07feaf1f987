"""What a person's record tells, and where it stays silent."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choices import (
    DegreeLevel,
    NameKind,
    NationalityKind,
    PassportState,
    Question,
    StudyMode,
    TravelKind,
    YesNo,
)
from app.domain.dates import PartialDate
from app.domain.fact_types import fits
from app.domain.people import (
    Declaration,
    Education,
    Name,
    Nationality,
    Passport,
    Person,
    Relative,
    Travel,
)
from app.domain.person_facts import FACTS, age, derive

FILING = date(2026, 12, 1)


def told(person: Person) -> dict[str, object]:
    return dict(derive(person, FILING, FILING))


def test_an_empty_record_tells_nothing() -> None:
    assert told(Person()) == {}


@pytest.mark.parametrize(
    ("birth", "on", "years"),
    [
        ("1998-12-01", date(2026, 12, 1), 28),
        ("1998-12-02", date(2026, 12, 1), 27),
        ("1996-02-29", date(2026, 2, 28), 29),
        ("1996-02-29", date(2026, 3, 1), 30),
        ("1998-04", date(2026, 12, 1), 28),
        ("1998-12", date(2026, 12, 1), None),
        ("1998", date(2026, 12, 31), 28),
        ("1998", date(2026, 12, 1), None),
        ("2027-01-01", date(2026, 12, 1), None),
    ],
)
def test_age_is_told_only_where_the_birth_date_settles_it(birth: str, on: date, years: int | None) -> None:
    assert age(PartialDate.parse(birth), on) == years


@given(st.dates(date(1930, 1, 1), date(2026, 1, 1)), st.dates(date(2026, 1, 2), date(2030, 1, 1)))
def test_age_is_the_count_of_birthdays(birth: date, on: date) -> None:
    birthdays = sum(
        (year, birth.month, birth.day) <= (on.year, on.month, on.day)
        for year in range(birth.year + 1, on.year + 1)
    )
    assert age(PartialDate(birth.year, birth.month, birth.day), on) == birthdays


@pytest.mark.parametrize(("country", "born"), [("CN", True), ("HK", True), ("TW", True), ("IN", False)])
def test_a_birth_in_hong_kong_macao_or_taiwan_counts_as_the_form_counts_it(country: str, born: bool) -> None:
    assert told(Person(birth_country=country))["born_in_cn"] is born


def test_current_and_former_nationalities_are_told_apart() -> None:
    held = Nationality(kind=NationalityKind.CURRENT, country="SG")
    former = Nationality(kind=NationalityKind.FORMER, country="CN")
    facts = told(Person(nationalities=(held, former)))
    assert facts["nationality"] == frozenset({"SG"})
    assert facts["chinese_national"] is False
    assert facts["former_chinese_national"] is True


def test_no_former_nationality_in_the_record_is_no_answer() -> None:
    person = Person(nationalities=(Nationality(kind=NationalityKind.CURRENT, country="IN"),))
    assert "former_chinese_national" not in told(person)


def test_the_passport_in_use_tells_how_long_it_lasts() -> None:
    old = Passport(state=PassportState.OLD, expires_on=date(2036, 1, 1))
    current = Passport(state=PassportState.CURRENT, expires_on=date(2027, 6, 1), blank_pages=4)
    facts = told(Person(passports=(old, current)))
    assert facts["passport.expires_on"] == date(2027, 6, 1)
    assert facts["passport.months_left"] == 6
    assert facts["blank_pages"] == 4


def test_an_expired_passport_has_no_months_left() -> None:
    facts = told(Person(passports=(Passport(expires_on=date(2020, 1, 1)),)))
    assert facts["passport.months_left"] == 0


def test_the_highest_awarded_degree_is_told() -> None:
    bachelor = Education(level=DegreeLevel.BACHELOR, awarded=YesNo.YES, country="IN", institution="A")
    master = Education(
        level=DegreeLevel.MASTER, awarded=YesNo.YES, country="GB", institution="B", mode=StudyMode.JOINT
    )
    doctorate = Education(level=DegreeLevel.DOCTORATE, awarded=YesNo.NO, country="US", institution="C")
    facts = told(Person(education=(bachelor, master, doctorate)))
    assert facts["degree.level"] == "master"
    assert facts["degree.awarded"] is True
    assert facts["degree.institution"] == "B"
    assert facts["degree.mode"] == "joint"
    assert facts["degree.countries"] == frozenset({"IN", "GB"})


def test_a_degree_that_was_not_awarded_is_none() -> None:
    facts = told(Person(education=(Education(level=DegreeLevel.BACHELOR, awarded=YesNo.NO),)))
    assert facts["degree.awarded"] is False
    assert "degree.level" not in facts


def test_a_degree_nobody_said_was_awarded_is_open() -> None:
    facts = told(Person(education=(Education(level=DegreeLevel.BACHELOR),)))
    assert "degree.awarded" not in facts


def test_visas_fingerprints_and_former_names_are_told_from_the_history() -> None:
    person = Person(
        names=(Name(kind=NameKind.FORMER, family="Old"),),
        travel=(
            Travel(kind=TravelKind.CHINA_VISA, start=PartialDate(2019)),
            Travel(kind=TravelKind.FINGERPRINTS, start=PartialDate(2019, 5, 6)),
            Travel(kind=TravelKind.FINGERPRINTS, start=PartialDate(2022, 1, 2)),
        ),
    )
    facts = told(person)
    assert facts["prev_cn_visa"] is True
    assert facts["fingerprints_last"] == date(2022, 1, 2)
    assert facts["name_changed"] is True


def test_family_comes_along_if_one_does_and_stays_if_all_stay() -> None:
    stays, open_, comes = (Relative(dependant=each) for each in (YesNo.NO, None, YesNo.YES))
    assert told(Person(relatives=(stays, open_, comes)))["has_dependants"] is True
    assert told(Person(relatives=(stays,)))["has_dependants"] is False
    assert "has_dependants" not in told(Person(relatives=(stays, open_)))


def test_section_eight_tells_its_facts_only_while_it_is_open() -> None:
    answers = (Declaration(question=Question.REFUSED, answer=YesNo.NO),)
    assert told(Person(declarations=answers)) == {"refusals": False}


def test_every_fact_of_section_eight_is_sensitive() -> None:
    sensitive = {fact.name for fact in FACTS if fact.sensitive}
    assert sensitive == {"refusals", "overstays", "criminal_record", "health_flags"}


def test_the_levels_and_modes_are_those_of_the_record() -> None:
    choices = {fact.name: set(fact.choices) for fact in FACTS if fact.choices}
    assert choices["degree.level"] == {each.value for each in DegreeLevel}
    assert choices["degree.mode"] == {each.value for each in StudyMode}


def test_everything_told_is_a_declared_fact_of_its_kind() -> None:
    declared = {fact.name: fact for fact in FACTS}
    person = Person(
        birth_date=PartialDate(1998, 4, 2),
        birth_country="CN",
        residence_country="SG",
        legal_stay_until=date(2027, 1, 1),
        parent_chinese_at_birth=YesNo.YES,
        nationalities=(Nationality(kind=NationalityKind.CURRENT, country="SG"),),
        passports=(Passport(expires_on=date(2030, 1, 1), blank_pages=1),),
    )
    facts = told(person)
    assert len(facts) == 11
    assert all(fits(declared[name], value) for name, value in facts.items())
