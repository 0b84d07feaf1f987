"""Facts and fields are set by name, all or none."""

from typing import Any

import pytest

from tests.cli.conftest import Run


def fact(run: Run, case: str, name: str) -> Any:
    return next(each for each in run("case", "facts", case, "--json").json if each["name"] == name)


def test_a_fact_is_set_and_taken_back(run: Run, case: str) -> None:
    run("case", "set", case, "limb=graduate,staff")
    assert fact(run, case, "limb")["value"] == "graduate,staff"
    run("case", "set", case, "limb=unknown")
    assert fact(run, case, "limb")["value"] is None


def test_a_fact_of_the_same_name_as_a_field_stands_before_it(run: Run, case: str) -> None:
    run("case", "set", case, "purpose=exchange", "case.purpose=A visit to 杭州")
    assert fact(run, case, "purpose")["value"] == "exchange"
    assert run("case", "show", case, "--json").json["purpose"] == "A visit to 杭州"


def test_a_date_is_typed_as_people_type_it(run: Run, case: str) -> None:
    run("case", "set", case, "last_entry=3 Nov 2026")
    assert fact(run, case, "last_entry")["value"] == "2026-11-03"


def test_progress_follows(run: Run, case: str) -> None:
    before = run("case", "set", case, "limb=graduate", "--json").json["progress"]["counted"]
    assert run("case", "set", case, "limb=none", "--json").json["progress"]["counted"] < before


@pytest.mark.parametrize(
    "wrong",
    [
        "limb=tall",
        "lim=graduate",
        "limb",
        "planned_filing=soon",
        "birth_date=1998-04-02",
        "post.k_age_max=45",
    ],
)
def test_one_wrong_value_leaves_all_as_they_were(run: Run, case: str, wrong: str) -> None:
    answer = run("case", "set", case, "funds=weak", wrong)
    assert answer.code == 2
    assert fact(run, case, "funds")["value"] is None


def test_every_unknown_fact_has_its_question_in_both_languages(run: Run, case: str) -> None:
    for each in run("case", "facts", case, "--json").json:
        assert set(each["question"]) == {"en", "zh-CN"}
        assert all(each["question"].values())
