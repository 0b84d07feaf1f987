"""Facts of a file: read by name, completed by what follows, refused where they contradict each other."""

from datetime import date

import pytest

from app.domain import given_facts
from app.errors import UserError
from tests.domain.rules import TODAY, shipped_posts

POST = shipped_posts()["new-delhi"]


def complete(values: dict[str, object]) -> dict[str, object]:
    return dict(given_facts.complete(given_facts.read(values), None, TODAY))


def test_a_table_and_a_dotted_name_are_the_same() -> None:
    assert given_facts.read({"degree": {"level": "master"}}) == given_facts.read({"degree.level": "master"})


def test_values_are_read_in_the_forms_that_files_have() -> None:
    found = given_facts.read(
        {
            "birth_date": date(1998, 4, 2),
            "job_offer_cn": False,
            "limb": "both",
            "purpose": ["exchange", "business"],
            "former_nationalities": [],
            "nationality": "India",
            "passport.months_left": 12,
            "funds": "unknown",
            "post.form_validity": "3 months",
        }
    )
    assert found["birth_date"] == date(1998, 4, 2)
    assert found["limb"] == frozenset({"graduate", "staff"})
    assert found["purpose"] == frozenset({"exchange", "business"})
    assert found["former_nationalities"] == frozenset()
    assert found["nationality"] == frozenset({"IN"})
    assert "funds" not in found
    assert found["job_offer_cn"] is False


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"degre.level": "master"}, "degre.level"),
        ({"degree": {"level": "wizard"}}, "degree.level"),
        ({"degree.level": 3}, "degree.level"),
        ({"degree.level": ["master"], "degree": {"level": "master"}}, "degree.level"),
        ({"job_offer_cn": 3.5}, "job_offer_cn"),
        ({"purpose": [1, 2]}, "purpose"),
        ({"nationality": ["Atlantis"]}, "nationality"),
        ({"birth_date": "02/03/1998"}, "birth_date"),
    ],
)
def test_a_wrong_fact_is_named(values: dict[str, object], field: str) -> None:
    with pytest.raises(UserError) as refused:
        given_facts.read(values)
    assert refused.value.field == field


def test_what_follows_is_added() -> None:
    found = complete(
        {
            "birth_date": date(1998, 4, 2),
            "nationality": ["IN"],
            "former_nationalities": ["CN"],
            "planned_filing": date(2026, 12, 1),
            "planned_entry": date(2027, 2, 1),
            "passport.expires_on": date(2027, 7, 31),
            "degree.level": "master",
        }
    )
    assert found["age_on_filing"] == 28
    assert found["chinese_national"] is False
    assert found["former_chinese_national"] is True
    assert found["passport.months_left"] == 5
    assert found["degree.awarded"] is True


def test_nothing_follows_from_nothing() -> None:
    assert complete({}) == {}


def test_a_post_tells_what_it_has_answered() -> None:
    given = given_facts.read({"post": "new-delhi", "nationality": ["US"]})
    found = given_facts.complete(given, POST, TODAY)
    assert found["applying_country"] == "IN"
    assert found["applying_outside_nationality"] is True
    assert found["post.ready_status"]


@pytest.mark.parametrize(
    "values",
    [
        {"birth_date": date(1998, 4, 2), "age_on_filing": 40},
        {"nationality": ["CN"], "chinese_national": False},
        {"former_nationalities": ["CN"], "former_chinese_national": False},
        {"degree.level": "master", "degree.awarded": False},
        {"degree.level": "diploma", "degree.awarded": True},
        {"passport.expires_on": date(2027, 7, 31), "passport.months_left": 90},
    ],
)
def test_two_facts_that_contradict_each_other_are_refused(values: dict[str, object]) -> None:
    with pytest.raises(UserError) as refused:
        complete(values)
    assert refused.value.field in values
    assert refused.value.hint
