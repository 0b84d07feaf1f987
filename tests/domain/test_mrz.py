"""Zones read whole: the specimens, what people paste, and what is wrong with it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.choices import Sex
from app.domain.dates import PartialDate
from app.domain.mrz import Holder, Mrz, compose, parse, require_sound
from app.domain.mrz_layout import TD1, TD2, TD3, Layout
from app.errors import UserError

TODAY = date(2026, 11, 23)
NAMES = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
NUMBERS = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
SPECIMEN = f"{NAMES}\n{NUMBERS}"
CARD = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
SMALL = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def read(text: str) -> Mrz:
    return parse(text, today=TODAY)


def test_the_specimen_of_icao_is_read_whole() -> None:
    zone = read(SPECIMEN)
    assert (zone.size, zone.kind, zone.issuer, zone.nationality) == ("TD3", "P", "UTO", "UTO")
    assert (zone.family, zone.given, zone.is_name_cut) == ("ERIKSSON", "ANNA MARIA", False)
    assert (zone.number, zone.personal_number, zone.sex) == ("L898902C3", "ZE184226B", Sex.FEMALE)
    assert (zone.birth_date, zone.expires_on) == (PartialDate(1974, 8, 12), date(2012, 4, 15))
    assert zone.problems == ()


@pytest.mark.parametrize(("text", "size"), [(CARD, "TD1"), (SMALL, "TD2")])
def test_the_specimens_of_cards_are_read_too(text: str, size: str) -> None:
    zone = read(text)
    assert (zone.size, zone.number, zone.family) == (size, "D23145890", "ERIKSSON")
    assert zone.birth_date == PartialDate(1974, 8, 12)
    assert zone.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        SPECIMEN.lower(),
        f"\n  {NAMES}  \r\n\r\n {NUMBERS}\n",
        NAMES + NUMBERS,
        NAMES.rstrip("<") + "\n" + NUMBERS,
        NAMES + "<<<\n" + NUMBERS,
        SPECIMEN.replace("<<", "«").replace("<", "＜"),
        " ".join(NAMES) + "\n" + " ".join(NUMBERS),
    ],
)
def test_what_pasting_adds_or_loses_does_not_matter(text: str) -> None:
    assert read(text) == read(SPECIMEN)


def test_germany_has_one_letter() -> None:
    zone = read("P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4")
    assert (zone.issuer, zone.issuer_country, zone.nationality_country) == ("D", "DE", "DE")
    assert zone.problems == ()


def test_a_name_of_one_part_and_a_sex_left_open_are_read() -> None:
    zone = sample(family="SUHARTO", given="", sex=None)
    assert (zone.family, zone.given, zone.sex) == ("SUHARTO", "", Sex.UNSPECIFIED)


def test_a_name_that_fills_its_field_may_be_cut() -> None:
    zone = sample(family="VENKATARAMANARAYANASWAMY", given="SUBRAMANIAN KRISHNAN")
    assert zone.is_name_cut
    assert zone.given == "SUBRAMANIAN K"


@pytest.mark.parametrize(
    ("birth", "found"),
    [
        (PartialDate(1998, 4, 2), PartialDate(1998, 4, 2)),
        (PartialDate(2026, 11, 23), PartialDate(2026, 11, 23)),
        (PartialDate(1926, 11, 24), PartialDate(1926, 11, 24)),
        (PartialDate(1998, 4), PartialDate(1998, 4)),
        (PartialDate(1998), PartialDate(1998)),
        (None, None),
    ],
)
def test_a_birth_date_is_as_exact_as_it_is_and_never_in_the_future(
    birth: PartialDate | None, found: PartialDate | None
) -> None:
    zone = sample(birth_date=birth)
    assert zone.birth_date == found
    assert zone.problems == ()


@pytest.mark.parametrize("expires", [date(1999, 1, 1), date(2033, 5, 1), date(2070, 1, 1)])
def test_an_expiry_is_in_the_century_nearest_to_today(expires: date) -> None:
    assert sample(expires_on=expires).expires_on == expires


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("hello", "There is 1 line;"),
        ("", "There are 0 lines;"),
        (SPECIMEN[:-1], "Line 2 has 43 characters; it needs 44"),
        (SPECIMEN.replace("ANNA", "ÄNNA"), "Line 1, position 16: “Ä”"),
        (SPECIMEN.replace("P<", "V<"), "the zone of a visa"),
        ("A" * 45 + "\n" + NUMBERS, "Line 1 has 45 characters"),
    ],
)
def test_what_is_no_zone_is_refused_with_line_and_position(text: str, complaint: str) -> None:
    with pytest.raises(UserError, match=complaint):
        read(text)


@pytest.mark.parametrize(
    ("right", "wrong", "field", "position"),
    [
        ("L898902", "L8989O2", "Passport number", 1),
        ("740812", "7408I2", "Date of birth", 14),
        ("1204159", "12O4159", "Date of expiry", 22),
        ("6UTO", "GUTO", "Passport number", 1),
    ],
)
def test_a_look_alike_is_found_and_the_one_that_fits_is_suggested(
    right: str, wrong: str, field: str, position: int
) -> None:
    problem = next(p for p in read(SPECIMEN.replace(right, wrong)).problems if p.suggestion)
    assert (problem.field, problem.line, problem.position) == (field, 2, position)
    assert problem.suggestion == (NAMES, NUMBERS)


def test_no_exchange_is_suggested_where_two_would_fit() -> None:
    problems = read(SPECIMEN.replace("ZE184226B", "ZE184Z26B")).problems  # Z for 2, or 8 for B
    assert [(problem.field, problem.suggestion) for problem in problems] == [("Personal number", ())]


def test_6_and_g_count_the_same_so_that_no_check_digit_tells_them_apart() -> None:
    assert read(SPECIMEN.replace("ZE184226B", "ZE18422GB")).problems == ()


def test_a_digit_in_a_country_is_found_with_the_letter_it_must_be() -> None:
    problem = read(SPECIMEN.replace("6UTO", "6UT0")).problems[0]
    assert (problem.field, problem.position, problem.message) == ("Nationality", 13, "“0” can't stand here.")
    assert problem.suggestion == (NAMES, NUMBERS)


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("P<UTO", "P<QQQ", "No country has the code QQQ."),
        ("22F12", "22Z12", "Only M, F, X or <"),
        ("7408122", "7413128", "There is no such date."),
        ("1204159", "1213155", "There is no such date."),
        ("UTOERIKSSON<<ANNA<MARIA", "UTO" + "<" * 20, "The name is missing."),
    ],
)
def test_a_value_that_can_not_be_is_named(right: str, wrong: str, message: str) -> None:
    assert any(message in problem.message for problem in read(SPECIMEN.replace(right, wrong)).problems)


def test_a_wrong_overall_digit_alone_is_reported() -> None:
    assert [problem.field for problem in read(SPECIMEN[:-1] + "3").problems] == ["Overall check digit"]


def test_a_sound_zone_passes_and_a_misread_one_is_refused_with_its_place() -> None:
    require_sound(read(SPECIMEN))
    with pytest.raises(UserError, match="Line 2, position 1: The check digit does not fit") as refused:
        require_sound(read(SPECIMEN.replace("L898902", "L8989O2")))
    assert NUMBERS in refused.value.hint


@pytest.mark.parametrize("column", [*range(1, 7), 9, *range(13, 20), *range(21, 28), *range(30, 36), 42, 43])
@pytest.mark.parametrize("digit", "0123456789")
def test_every_single_wrong_digit_is_noticed(column: int, digit: str) -> None:
    if NUMBERS[column].isdigit() and NUMBERS[column] != digit:
        assert read(f"{NAMES}\n{NUMBERS[:column]}{digit}{NUMBERS[column + 1 :]}").problems


HOLDER = Holder(
    issuer="IND",
    family="SAMPLE",
    given="ANANYA",
    number="Z0000001",
    nationality="IND",
    birth_date=PartialDate(1998, 4, 2),
    sex=Sex.FEMALE,
    expires_on=date(2033, 5, 1),
)


def sample(layout: Layout = TD3, **changes: Any) -> Mrz:
    return parse(compose(replace(HOLDER, **changes), layout), today=TODAY)


def test_a_number_too_long_for_its_field_is_not_cut_in_silence() -> None:
    with pytest.raises(ValueError, match="number does not fit"):
        sample(number="Z000000012")


words = st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=2).map(" ".join)


@given(
    layout=st.sampled_from([TD1, TD2, TD3]),
    family=words,
    given_names=words,
    number=st.text(LETTERS + "0123456789", min_size=1, max_size=9),
    birth=st.dates(date(1927, 1, 1), TODAY),
    expires=st.dates(date(1990, 1, 1), date(2070, 12, 31)),
    sex=st.sampled_from(list(Sex)),
)
def test_what_is_composed_is_read_back(
    layout: Layout, family: str, given_names: str, number: str, birth: date, expires: date, sex: Sex
) -> None:
    birth_date = PartialDate(birth.year, birth.month, birth.day)
    zone = sample(
        layout,
        family=family,
        given=given_names,
        number=number,
        birth_date=birth_date,
        expires_on=expires,
        sex=sex,
    )
    assert zone.problems == ()
    assert (zone.number, zone.birth_date, zone.expires_on, zone.sex) == (number, birth_date, expires, sex)
    assert zone.is_name_cut or (zone.family, zone.given) == (family, given_names)


@given(st.text(max_size=100))
def test_any_text_is_a_zone_or_a_message(text: str) -> None:
    try:
        zone = read(text)
    except UserError:
        return
    assert zone.lines


@given(st.lists(st.text(LETTERS + "0123456789<", min_size=44, max_size=44), min_size=2, max_size=2))
def test_any_two_lines_of_the_right_characters_are_read_with_their_problems(lines: list[str]) -> None:
    if not lines[0].startswith("V"):
        assert parse(lines, today=TODAY).size == "TD3"
