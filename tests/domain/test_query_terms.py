"""What is typed into the query box: words, terms, and notes about what was not understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import i18n
from app.domain.query_fields import case_fields, person_fields
from app.domain.query_terms import Asked, Term, parse
from app.domain.query_values import Chosen, Span, Words
from tests.builders import TODAY
from tests.domain.query_texts import hostile

FIELDS = case_fields()


def asked(typed: str) -> Asked:
    return parse(typed, FIELDS, TODAY)


def test_terms_and_words_are_told_apart() -> None:
    found = asked("stage:collecting,screened Sharma -state:accepted 王伟")
    assert found.words == "Sharma 王伟"
    assert found.terms == (
        Term("stage", (Chosen(("collecting",)), Chosen(("screened",)))),
        Term("state", (Chosen(("accepted",)),), negated=True),
    )
    assert found.notes == ()


@pytest.mark.parametrize("typed", ['client:"Wei, Muster"', "client:“Wei, Muster”", "Client：「Wei, Muster」"])
def test_quotes_hold_words_together(typed: str) -> None:
    assert asked(typed).terms == (Term("client", (Words("Wei, Muster"),)),)


def test_quoted_words_are_never_a_term() -> None:
    found = asked('"stage:collecting" "-none"')
    assert (found.words, found.terms, found.without) == ("stage:collecting -none", (), ())


def test_a_minus_before_a_word_leaves_out() -> None:
    assert asked("Sample -Wei").without == ("Wei",)
    assert asked("O'Brien-Smith - 5").words == "O'Brien-Smith - 5"


def test_a_field_without_a_value_yet_asks_for_nothing() -> None:
    assert asked("stage: due:") == Asked()


def test_an_unknown_field_is_looked_for_as_words_and_noted() -> None:
    found = asked("stgae:collecting")
    assert found.words == "stgae:collecting"
    assert found.notes == (
        "“stgae:collecting” is no field; it is looked for as words. Did you mean state: / stage:?",
    )


def test_a_time_of_day_is_no_unknown_field() -> None:
    assert asked("10:30").notes == ()


def test_a_value_that_is_not_understood_finds_nothing_and_is_noted() -> None:
    found = asked("stage:colecting due:sometime")
    assert found.terms == (Term("stage", ()), Term("due", ()))
    assert found.notes[0] == (
        "Stage: “colecting” is not understood, and finds nothing. Did you mean collecting?"
    )
    assert "2026-12" in found.notes[1]


def test_fields_and_values_go_by_their_chinese_names_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_current", "zh-CN")
    found = parse("阶段:补件,暂停", case_fields(), TODAY)
    assert [term.field for term in found.terms] == ["stage"]


def test_the_example_of_the_manual_is_read() -> None:
    found = asked("expires:<90d opened:>2026-10")
    spans = [term.values[0] for term in found.terms]
    assert all(isinstance(span, Span) for span in spans)


@pytest.mark.parametrize("fields", [case_fields(), person_fields()])
def test_no_field_has_a_name_of_another(fields: tuple[object, ...]) -> None:
    names = [name for field in fields for name in {field.name, *field.also}]  # type: ignore[attr-defined]
    assert len(names) == len(set(names))


@given(st.text())
def test_no_text_is_an_error(typed: str) -> None:
    parse(typed, FIELDS, TODAY)
    parse(typed, person_fields(), TODAY)


def test_ten_thousand_hostile_texts_are_read() -> None:
    for typed in hostile(10_000):
        found = parse(typed, FIELDS, TODAY)
        assert all(len(note) < 400 for note in found.notes)
