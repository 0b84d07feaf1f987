"""Dates read as people type them, and shown so that nobody can mistake them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import i18n
from app.domain.dates import PartialDate, full_day, readings, shown, typed
from app.errors import UserError

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026/11/23", "2026-11-23"),
        ("23.11.2026", "2026-11-23"),
        ("23/11/2026", "2026-11-23"),
        (" 23 - 11 - 2026 ", "2026-11-23"),
        ("11/23/2026", "2026-11-23"),
        ("23 Nov 2026", "2026-11-23"),
        ("23-NOV-2026", "2026-11-23"),
        ("23rd November, 2026", "2026-11-23"),
        ("Nov 23 2026", "2026-11-23"),
        ("Sept. 1, 2026", "2026-09-01"),
        ("1 May 2026", "2026-05-01"),
        ("2026 Nov 23", "2026-11-23"),
        ("2026年11月23日", "2026-11-23"),
        ("2026年11月", "2026-11"),
        ("2026年", "2026"),
        ("2026년 11월 23일", "2026-11-23"),
        ("20261123", "2026-11-23"),
        ("23112026", "2026-11-23"),
        ("2026", "2026"),
        ("11/2026", "2026-11"),
        ("2026-11", "2026-11"),
        ("202611", "2026-11"),
        ("Nov 2026", "2026-11"),
        ("２０２６－１１－２３", "2026-11-23"),
        ("२३/११/२०२६", "2026-11-23"),
        ("٢٣/١١/٢٠٢٦", "2026-11-23"),
        ("๒๓/๑๑/๒๐๒๖", "2026-11-23"),
        ("29/02/2024", "2024-02-29"),
        ("today", "2026-11-23"),
        ("=", "2026-11-23"),
        ("明天", "2026-11-24"),
        ("+7", "2026-11-30"),
        ("+2w", "2026-12-07"),
        ("-3 months", "2026-08-23"),
        ("+1y", "2027-11-23"),
        ("+3个月", "2027-02-23"),
    ],
)
def test_a_date_is_read_as_people_type_it(text: str, iso: str) -> None:
    assert str(typed(text, today=TODAY).value) == iso


def test_day_and_month_that_could_change_places_are_read_in_the_order_set_and_said() -> None:
    by_day = typed("03/04/2026", today=TODAY)
    assert str(by_day.value) == "2026-04-03"
    assert by_day.note == "Read as 3 Apr 2026; it could also mean 4 Mar 2026."
    assert str(typed("03/04/2026", today=TODAY, order="mdy").value) == "2026-03-04"


@pytest.mark.parametrize("text", ["13/04/2026", "04/04/2026", "3 Apr 2026", "2026-04-03", "Apr 2026"])
def test_what_can_only_mean_one_date_needs_no_note(text: str) -> None:
    assert typed(text, today=TODAY).note == ""


@pytest.mark.parametrize(
    ("text", "past", "year"),
    [("13/04/98", True, 1998), ("13/04/26", True, 2026), ("13/12/26", True, 1926), ("13/04/35", False, 2035)],
)
def test_a_two_digit_year_is_a_past_one_where_only_the_past_is_possible(
    text: str, past: bool, year: int
) -> None:
    assert typed(text, today=TODAY, past=past).value.year == year


@pytest.mark.parametrize(
    "text",
    ["31/02/2026", "2026-02-30", "29/02/2025", "13/13/2026", "0000-01-01", "00/01/2026", "31 Nov 2026"],
)
def test_a_date_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="There is no such date"):
        typed(text, today=TODAY)


@pytest.mark.parametrize("text", ["23 Nov", "11/23", "5.6"])
def test_a_date_without_its_year_is_asked_for_it(text: str) -> None:
    with pytest.raises(UserError, match="The year is missing"):
        typed(text, today=TODAY)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-11-23T10:00", "1/2/3/4", "9" * 5000, "9" * 39 + "!", "+99999", "+9999y", "\x00"],
)
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UserError, match="This is not a date") as refused:
        typed(text, today=TODAY)
    assert "23 Nov 2026" in refused.value.hint


@pytest.mark.parametrize("text", ["23/11/2569", "๒๓/๑๑/๒๕๖๙", "2569"])
def test_a_year_of_the_buddhist_era_is_asked_about_and_never_converted(text: str) -> None:
    with pytest.raises(UserError, match="The year 2569") as refused:
        typed(text, today=TODAY)
    assert "type 2026" in refused.value.hint


@pytest.mark.parametrize("text", ["1447-03-02", "1000", "1 Jan 3000"])
def test_a_year_that_can_be_nobodys_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="can't be right here"):
        typed(text, today=TODAY)


@pytest.mark.parametrize("text", ["24 Nov 2026", "Dec 2026", "2027", "+1"])
def test_a_birth_in_the_future_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="is in the future"):
        typed(text, today=TODAY, past=True)


def test_this_year_alone_is_no_future() -> None:
    assert str(typed("2026", today=TODAY, past=True).value) == "2026"


def test_a_full_day_is_asked_for_where_one_is_needed() -> None:
    assert full_day("23 Nov 2026", today=TODAY) == (TODAY, "")
    with pytest.raises(UserError, match="The day is missing"):
        full_day("Nov 2026", today=TODAY)


def test_two_digit_years_are_no_dates_without_a_today() -> None:
    assert readings("13/04/98") == ()
    assert readings("13/04/1998") == (PartialDate(1998, 4, 13),)


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (PartialDate(2026, 4, 3), "3 Apr 2026", "2026年4月3日"),
        (PartialDate(2026, 4), "Apr 2026", "2026年4月"),
        (PartialDate(2026), "2026", "2026年"),
        (date(2026, 12, 31), "31 Dec 2026", "2026年12月31日"),
    ],
)
def test_a_date_is_shown_as_long_as_it_is_known(
    value: PartialDate | date, english: str, chinese: str
) -> None:
    assert shown(value, "en") == english
    assert shown(value, "zh-CN") == chinese


def test_messages_show_dates_in_the_language_in_use() -> None:
    i18n.use("zh")
    assert "2026年4月3日" in typed("03/04/2026", today=TODAY).note


def test_a_partial_date_spans_from_its_first_day_to_its_last() -> None:
    assert PartialDate(2024, 2).earliest == date(2024, 2, 1)
    assert PartialDate(2024, 2).latest == date(2024, 2, 29)
    assert PartialDate(2024).latest == date(2024, 12, 31)


@given(st.dates(date(1900, 1, 1), date(2120, 12, 31)), st.sampled_from(["en", "zh"]))
def test_what_is_shown_is_read_back(day: date, language: str) -> None:
    assert typed(shown(day, language), today=TODAY).value.full == day


@given(st.dates(date(1900, 1, 1), TODAY))
def test_a_past_day_with_a_two_digit_year_is_read_less_than_a_century_back(day: date) -> None:
    read = typed(f"{day:%d.%m.%y}", today=TODAY, past=True).value.full
    assert read is not None
    assert timedelta(0) <= TODAY - read < timedelta(days=36525)


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_a_message(text: str) -> None:
    try:
        read = typed(text, today=TODAY)
    except UserError:
        return
    assert 1850 <= read.value.year <= TODAY.year + 100
