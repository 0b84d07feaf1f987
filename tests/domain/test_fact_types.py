"""Facts are typed, written, shown and compared by their kind."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.fact_types import Fact, Kind, fits, parse_value, show, write_value
from app.domain.periods import Period, Unit
from app.errors import UserError
from app.i18n import Bilingual


def fact(kind: Kind) -> Fact:
    choices = {"red": ("red", "红"), "blue": ("blue", "蓝")} if kind in (Kind.CHOICE, Kind.CHOICES) else {}
    return Fact.of("colour", kind, ("Colour", "颜色"), ("Which colour?", "什么颜色？"), choices=choices)


VALUES: dict[Kind, st.SearchStrategy[object]] = {
    Kind.YES_NO: st.booleans(),
    Kind.CHOICE: st.sampled_from(["red", "blue"]),
    Kind.CHOICES: st.frozensets(st.sampled_from(["red", "blue"])),
    Kind.COUNTRY: st.sampled_from(["IN", "CN", "GB"]),
    Kind.COUNTRIES: st.frozensets(st.sampled_from(["IN", "CN", "GB"])),
    Kind.NUMBER: st.integers(0, 1_000_000),
    Kind.DATE: st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    Kind.PERIOD: st.builds(Period, st.integers(1, 9999), st.sampled_from(Unit)),
    Kind.TEXT: st.sampled_from(["Passport to be submitted", "清华大学", "<b>=1+1</b>"]),
}


@given(st.sampled_from(Kind).flatmap(lambda kind: st.tuples(st.just(kind), VALUES[kind])))
def test_a_written_value_reads_back(case: tuple[Kind, object]) -> None:
    kind, value = case
    assert parse_value(fact(kind), write_value(fact(kind), value)) == value
    assert fits(fact(kind), value)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.YES_NO, "Yes", True),
        (Kind.YES_NO, "否", False),
        (Kind.CHOICE, "蓝", "blue"),
        (Kind.CHOICES, "Red、blue", frozenset({"red", "blue"})),
        (Kind.CHOICES, "none", frozenset()),
        (Kind.COUNTRY, "in", "IN"),
        (Kind.COUNTRIES, "India, 斯里兰卡", frozenset({"IN", "LK"})),
        (Kind.NUMBER, " 34 ", 34),
        (Kind.DATE, "2026-11-23", date(2026, 11, 23)),
        (Kind.DATE, "23 Nov 2026", date(2026, 11, 23)),
        (Kind.TEXT, "  as typed ", "as typed"),
    ],
)
def test_a_value_is_read_as_people_type_it(kind: Kind, text: str, value: object) -> None:
    assert parse_value(fact(kind), text) == value


@pytest.mark.parametrize("text", ["", " ", "unknown", "?", "未知"])
@pytest.mark.parametrize("kind", Kind)
def test_unknown_is_no_value(kind: Kind, text: str) -> None:
    assert parse_value(fact(kind), text) is None


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.YES_NO, "perhaps"),
        (Kind.CHOICE, "green"),
        (Kind.CHOICES, "red,,blue"),
        (Kind.COUNTRY, "ZZ"),
        (Kind.COUNTRIES, "IN,XX"),
        (Kind.NUMBER, "-1"),
        (Kind.NUMBER, "9" * 5000),
        (Kind.NUMBER, "٣"),
        (Kind.DATE, "2026-02-30"),
        (Kind.DATE, "03/04/2026"),
        (Kind.DATE, "2026-11"),
        (Kind.PERIOD, "soon"),
        (Kind.TEXT, "two\nlines"),
        (Kind.TEXT, "x" * 5000),
    ],
)
def test_what_it_can_not_be_is_refused_by_the_fact_s_name(kind: Kind, text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_value(fact(kind), text)
    assert refused.value.field == "colour"
    assert refused.value.message.startswith("colour: ")
    assert len(str(refused.value)) < 300


def test_a_refused_choice_says_what_is_allowed() -> None:
    with pytest.raises(UserError, match="Allowed: red, blue"):
        parse_value(fact(Kind.CHOICE), "green")


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Kind.YES_NO, True, ("Yes", "是")),
        (Kind.CHOICES, frozenset({"red", "blue"}), ("blue, red", "蓝、红")),
        (Kind.CHOICES, frozenset(), ("None", "无")),
        (Kind.COUNTRY, "IN", ("India", "印度")),
        (Kind.DATE, date(2026, 4, 2), ("2 Apr 2026", "2026年4月2日")),
        (Kind.PERIOD, Period(3, Unit.MONTHS), ("3 months", "3个月")),
        (Kind.NUMBER, 7, ("7", "7")),
        (Kind.TEXT, "<i>", ("<i>", "<i>")),
    ],
)
def test_a_value_is_shown_in_both_languages(kind: Kind, value: object, shown: tuple[str, str]) -> None:
    assert show(fact(kind), value) == Bilingual(*shown)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.YES_NO, 1),
        (Kind.NUMBER, True),
        (Kind.CHOICE, "green"),
        (Kind.CHOICES, "red"),
        (Kind.COUNTRY, "XX"),
        (Kind.DATE, "2026-01-01"),
        (Kind.PERIOD, 3),
        (Kind.TEXT, ""),
    ],
)
def test_a_value_of_another_kind_does_not_fit(kind: Kind, value: object) -> None:
    assert not fits(fact(kind), value)
