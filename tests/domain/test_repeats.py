"""Items repeat for degrees, countries lived in for more than a year, and former names."""

from datetime import date
from uuid import UUID

import pytest

from app.domain.choices import AddressKind, DegreeLevel, NameKind, NameOrder, StudyMode, YesNo
from app.domain.dates import PartialDate
from app.domain.people import Address, Education, Employment, Name, Person
from app.domain.repeats import Occasion, repeats
from app.domain.rulepack import Repeat
from app.i18n import Bilingual

TODAY = date(2026, 11, 23)


def lived(country: str, start: str, end: str = "") -> Address:
    return Address(
        kind=AddressKind.HOME,
        country=country,
        since=PartialDate.parse(start) if start else None,
        until=PartialDate.parse(end) if end else None,
    )


def countries(*addresses: Address, **more: object) -> list[str]:
    person = Person(addresses=addresses, **more)  # type: ignore[arg-type]
    return [occasion.key for occasion in repeats(person, TODAY)[Repeat.COUNTRY]]


def test_an_empty_record_repeats_nothing() -> None:
    assert not any(repeats(Person(), TODAY).values())


def test_each_awarded_degree_is_one_occasion() -> None:
    bachelor = Education(
        id=UUID(int=7), level=DegreeLevel.BACHELOR, degree="B.Sc.", major="Physics",
        institution="Example University", country="IN", awarded=YesNo.YES,
    )  # fmt: skip
    school = Education(level=DegreeLevel.SECONDARY)
    pending = Education(level=DegreeLevel.MASTER, awarded=YesNo.NO)
    (occasion,) = repeats(Person(education=(school, bachelor, pending)), TODAY)[Repeat.DEGREE]
    assert occasion == Occasion(
        UUID(int=7).hex,
        Bilingual("B.Sc., Physics, Example University (India)", "B.Sc., Physics, Example University（印度）"),
        "IN",
    )


def test_a_degree_whose_level_nobody_noted_is_counted() -> None:
    (occasion,) = repeats(Person(education=(Education(degree="Diplom"),)), TODAY)[Repeat.DEGREE]
    assert occasion.label.en == "Diplom"


def test_each_former_name_is_one_occasion_in_its_order() -> None:
    names = (
        Name(kind=NameKind.PASSPORT, family="Sari"),
        Name(kind=NameKind.FORMER, family="Wijaya", given="Dewi", order=NameOrder.GIVEN_FIRST),
        Name(kind=NameKind.FORMER, given="Suharti"),
    )
    found = repeats(Person(names=names), TODAY)[Repeat.NAME_CHANGE]
    assert [occasion.label.en for occasion in found] == ["Dewi Wijaya", "Suharti"]


@pytest.mark.parametrize(
    ("start", "end", "counted"),
    [
        ("2020-01-01", "2020-12-30", False),
        ("2020-01-01", "2020-12-31", True),
        ("2021-01-01", "2021-12-31", False),
        ("2021-01-01", "2022-01-01", True),
        ("2020", "2021", True),
        ("2025-11", "", True),
        ("2026-01-01", "", False),
        ("2027-01-01", "", False),
    ],
)
def test_a_country_counts_after_more_than_a_year(start: str, end: str, counted: bool) -> None:
    assert countries(lived("SG", start, end)) == (["SG"] if counted else [])


def test_stays_in_one_country_add_up_and_common_days_count_once() -> None:
    first, second = lived("SG", "2020-01-01", "2020-08-31"), lived("SG", "2020-07-01", "2020-12-30")
    assert countries(first, second) == []
    assert countries(first, second, lived("SG", "2023-03-01", "2023-03-01")) == ["SG"]


def test_study_and_work_are_lives_in_a_country_but_distance_study_is_not() -> None:
    start, end = PartialDate(2015), PartialDate(2018)
    person = Person(
        education=(
            Education(country="GB", mode=StudyMode.ON_SITE, start=start, end=end),
            Education(country="US", mode=StudyMode.DISTANCE, start=start, end=end),
        ),
        employment=(Employment(country="DE", start=start, end=end),),
    )
    assert [each.key for each in repeats(person, TODAY)[Repeat.COUNTRY]] == ["DE", "GB"]


def test_a_stay_of_unknown_length_is_listed_and_says_so() -> None:
    (occasion,) = repeats(Person(residence_country="IN"), TODAY)[Repeat.COUNTRY]
    assert occasion.label == Bilingual("India (length of stay not recorded)", "印度（居住时长未记录）")


def test_a_postal_address_is_no_life_in_a_country() -> None:
    assert countries(Address(kind=AddressKind.POSTAL, country="FR", since=PartialDate(2000))) == []


def test_words_written_from_the_right_keep_their_places_in_the_label_of_a_degree() -> None:
    education = Education(degree="Bachelor", major="فيزياء", institution="جامعة نموذجية", country="EG")
    (occasion,) = repeats(Person(education=(education,)), TODAY)[Repeat.DEGREE]
    assert occasion.label.en == "Bachelor, \u2068فيزياء\u2069, \u2068جامعة نموذجية\u2069 (Egypt)"
