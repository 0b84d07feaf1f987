"""Check digits tell what is wrong in a zone, and what was meant."""

from datetime import date

import pytest

from app.domain import mrz_checks
from app.domain.mrz_layout import TD3

TODAY = date(2026, 11, 23)
# The specimen of ICAO Doc 9303, part 4.
SPECIMEN = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)


def found(second: str) -> list[mrz_checks.Problem]:
    return list(mrz_checks.problems(TD3, (SPECIMEN[0], second), TODAY))


def test_the_specimen_is_right() -> None:
    assert found(SPECIMEN[1]) == []
    assert all(mrz_checks.is_right(TD3, SPECIMEN, name) for name in TD3.checks)


def test_a_misread_digit_is_placed_and_mended_where_one_exchange_fits() -> None:
    wrong = SPECIMEN[1].replace("7408122", "74O8122")
    assert {problem.line for problem in found(wrong)} == {2}
    assert SPECIMEN in [problem.suggestion for problem in found(wrong)]


def test_two_digits_exchanged_are_noticed_without_guessing() -> None:
    problems = found(SPECIMEN[1].replace("898902", "898920"))
    assert problems
    assert all(problem.suggestion == () for problem in problems)


@pytest.mark.parametrize("digit", "0123456789")
def test_missing_check_digits_can_be_worked_out(digit: str) -> None:
    blank = SPECIMEN[1][:9] + digit + SPECIMEN[1][10:]
    assert mrz_checks.with_check_digits(TD3, (SPECIMEN[0], blank)) == SPECIMEN
