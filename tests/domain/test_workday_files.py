"""A year of working days is read from TOML or CSV, and refused with the place of what is wrong."""

from datetime import date

import pytest

from app.domain.workday_files import parse_csv, parse_toml
from app.errors import UserError

TOML = """
year = 2027
source = "Notice of the General Office, No. 0 of Examples"
announced_on = 2026-11-24
holidays = [2027-01-01, "2027-02-05/2027-02-11", "2027-05-01/2027-05-03", "2027-10-01/2027-10-07"]
workdays = [2027-02-20]
"""
CSV = """date,kind
2027-01-01,holiday
2027-05-01/2027-05-02,holiday
2027-10-01/2027-10-03,holiday
2027-02-20,Workday
"""
DAY = date(2026, 11, 24)


def test_a_year_is_read_with_its_spans_and_its_source() -> None:
    year = parse_toml(TOML, "2027.toml")
    assert (year.year, len(year.holidays), year.workdays) == (2027, 18, frozenset({date(2027, 2, 20)}))
    assert (year.source[:6], year.announced_on) == ("Notice", DAY)


def test_a_csv_list_gives_the_same_kind_of_year() -> None:
    year = parse_csv(CSV, "2027.csv", "Notice", DAY)
    assert (year.year, len(year.holidays), len(year.workdays)) == (2027, 6, 1)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("year = 2027", "year = 2028", "2027.toml: 2027"),
        ("year = 2027", 'year = "next"', "2027.toml: year"),
        ("source =", "origin =", "source"),
        ("2027-01-01,", '"soon",', "holidays"),
        ("2027-05-03", "2026-05-03", "holidays"),
        ("[2027-02-20]", "7", "workdays"),
        ("year = 2027", "year = 2027\nyears = 2", "years"),
        ("year", "=", "TOML"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(before: str, after: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        parse_toml(TOML.replace(before, after, 1), "2027.toml")


@pytest.mark.parametrize("text", ["", "2027-01-01", "2027-01-01,party", "soon,holiday", "\x00"])
def test_a_csv_line_that_says_nothing_is_refused(text: str) -> None:
    with pytest.raises(UserError, match=r"2027\.csv"):
        parse_csv(text, "2027.csv", "Notice", DAY)
