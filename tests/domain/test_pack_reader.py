"""Tables are read strictly, and errors name file, item and key."""

import contextlib
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basis import Basis
from app.domain.pack_reader import RulePackError, Table, load_toml
from app.i18n import Bilingual


def table(**values: object) -> Table:
    return Table(values, "t.toml", "T-1")


def test_an_error_names_file_item_and_key() -> None:
    with pytest.raises(RulePackError) as refused:
        table().text("title")
    error = refused.value
    assert (error.file, error.item, error.key) == ("t.toml", "T-1", "title")
    assert str(error) == "t.toml: T-1: title: is missing"


def test_an_error_inside_names_the_whole_way() -> None:
    with pytest.raises(RulePackError, match=r"t\.toml: T-1: title\.zh: is missing"):
        table(title={"en": "Paper"}).both("title")


def test_what_nobody_read_is_refused_with_the_nearest_key() -> None:
    read = table(title="x", fresness_days=3)
    read.text("title")
    read.number_or_none("freshness_days")
    with pytest.raises(RulePackError, match="fresness_days: unknown key Did you mean “freshness_days”"):
        read.done()


def test_a_key_inside_that_nobody_knows_is_refused() -> None:
    with pytest.raises(RulePackError, match=r"title\.cn: unknown key"):
        table(title={"en": "a", "zh": "b", "cn": "c"}).both("title")


def test_what_is_there_is_read_as_its_type() -> None:
    read = table(a="x", b={"en": "x", "zh": "y"}, c="POST", d=3, e=True, f=date(2026, 1, 2), g="2026-01-02")
    assert read.text("a") == "x"
    assert read.both("b") == Bilingual("x", "y")
    assert read.choice("c", Basis) is Basis.POST
    assert (read.number("d"), read.flag("e", False)) == (3, True)
    assert read.day("f") == read.day("g") == date(2026, 1, 2)
    read.done()


def test_what_is_absent_takes_its_default() -> None:
    read = table()
    assert read.text("a", "") == ""
    assert read.both_or_none("b") is None
    assert read.choice("c", Basis, Basis.POST) is Basis.POST
    assert (read.number("d", 0), read.number_or_none("d"), read.flag("e", True)) == (0, None, True)
    assert read.day_or_none("f") is None
    assert list(read.tables("g")) == []


@pytest.mark.parametrize(
    ("method", "value"),
    [
        ("text", 3),
        ("text", " "),
        ("text", "a\x00b"),
        ("text", "a\nb"),
        ("text", "x" * 2001),
        ("both", "x"),
        ("number", -1),
        ("number", True),
        ("number", 1.5),
        ("number", 10**12),
        ("day", "soon"),
        ("day", 2026),
        ("day", datetime(2026, 1, 2, tzinfo=UTC)),
        ("mapping", []),
        ("tables", "abc"),
        ("tables", ["abc"]),
        ("tables", {}),
    ],
)
def test_a_value_of_another_type_is_refused(method: str, value: object) -> None:
    with pytest.raises(RulePackError) as refused:
        getattr(table(key=value), method)("key")
    assert refused.value.key == "key"


def test_a_flag_is_true_or_false_only() -> None:
    with pytest.raises(RulePackError, match="true or false"):
        table(key=1).flag("key", False)


def test_a_wrong_choice_says_what_is_allowed_and_what_is_near() -> None:
    with pytest.raises(RulePackError) as refused:
        table(basis="OFICIAL").choice("basis", Basis)
    assert "OFFICIAL, POST, INFERENCE" in refused.value.message
    assert refused.value.hint == "Did you mean “OFFICIAL”?"


def test_text_is_kept_in_one_form() -> None:
    assert table(key="Cafe\u0301 ").text("key") == "Café"


@given(st.text(max_size=80))
def test_any_text_is_toml_or_refused(text: str) -> None:
    with contextlib.suppress(RulePackError):
        assert isinstance(load_toml(text, "t.toml"), dict)


def test_text_nested_without_end_is_refused() -> None:
    with pytest.raises(RulePackError):
        load_toml("a = " + "[" * 100_000, "t.toml")
