"""Wordings: unknown placeholders are named, values are never read as placeholders, gaps are left."""

import pytest

import resources
from app.domain import wording
from app.domain.wording import BLANK, LANGUAGES, Paper
from app.errors import UserError


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Dear {client_nam}", "{client_nam}"),
        ("Dear {}", "{}"),
        ("Dear {client.__class__}", "{client.__class__}"),
        ("Dear {client_name", "stands alone"),
        ("Dear }", "stands alone"),
        ("  \n ", "empty"),
        ("A\u202eB", "can't be seen"),
    ],
)
def test_what_is_no_wording_is_refused_by_name(body: str, told: str) -> None:
    with pytest.raises(UserError) as refused:
        wording.checked(body)
    assert told in str(refused.value)
    assert refused.value.field == "body"


def test_placeholders_are_filled_once_and_values_stay_as_they_are() -> None:
    body = "To {client_name},\n\n{client_name} pays 5 % of {total}."
    values = {"client_name": "{firm_name} <b>王</b>", "total": "USD 5"}
    assert wording.filled(body, values) == (
        "To {firm_name} <b>王</b>,",
        "{firm_name} <b>王</b> pays 5 % of USD 5.",
    )


def test_what_is_missing_is_named_and_left_to_be_written() -> None:
    assert wording.missing(["{payer} {post}", "{payer}"], {"post": "X"}) == ("payer",)
    assert wording.filled("{payer}", {"payer": ""}) == (BLANK,)


@pytest.mark.parametrize("paper", Paper)
def test_the_supplied_wordings_are_sound_and_have_as_many_paragraphs_in_both_languages(paper: Paper) -> None:
    bodies = [resources.text(f"wording/{paper.value}.{language}.txt") for language in LANGUAGES]
    assert [wording.checked(body) for body in bodies]
    assert len({len(wording.filled(body, {})) for body in bodies}) == 1
