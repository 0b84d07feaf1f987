"""Rows as cases."""

import pytest

from app.domain.cases import Decision, Stage
from app.domain.importing import Subject
from app.domain.importing.cases import NewCase, case_of
from app.domain.importing.cell_values import value_of
from app.domain.importing.columns import by_key
from tests.builders import TODAY


def read(**texts: str) -> tuple[NewCase | None, list[str]]:
    values = {key: value_of(by_key(Subject.CASES)[key], text, TODAY) for key, text in texts.items()}
    case, problems = case_of(values, TODAY)
    return case, [key for key, _error in problems]


def test_a_row_becomes_a_case_with_its_file() -> None:
    case, problems = read(
        client="Ananya Sample", category="K", post="new-delhi", stage="Decided", decision="granted",
        decided_on="2026-10-01", application_number="00123", note="from the old list",
    )  # fmt: skip
    assert problems == []
    assert case is not None
    assert (case.stage, case.decision) == (Stage.DECIDED, Decision.GRANTED)
    assert case.file.application_number == "00123"


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"client": ""}, ["client"]),
        ({"post": "", "category": ""}, ["category", "post"]),
        ({"opened_on": "2027-01-01"}, ["opened_on"]),
        ({"decision": "granted"}, ["decided_on"]),
        ({"decision": "refused", "decided_on": "2026-10-01"}, ["refusal_reason"]),
        ({"application_number": "x" * 100}, ["application_number"]),
    ],
)
def test_what_is_missing_or_can_not_be_is_named_by_its_column(
    changes: dict[str, str], keys: list[str]
) -> None:
    whole = {"client": "Ananya Sample", "category": "K", "post": "new-delhi", **changes}
    case, problems = read(**{key: text for key, text in whole.items() if text})
    assert (case, problems) == (None, keys)
