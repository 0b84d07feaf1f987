"""What R, Z, S1 and S2 ask for beside the facts of every case."""

import pytest

from app.domain.casefile import CaseFile
from app.domain.category_facts import FACTS, derive


@pytest.mark.parametrize(("days", "long"), [(30, False), (180, False), (181, True)])
def test_a_stay_is_long_after_its_180th_day(days: int, long: bool) -> None:
    assert derive(CaseFile(requested_stay_days=days)) == {"stay_over_180_days": long}


def test_a_stay_nobody_asked_for_tells_nothing() -> None:
    assert derive(CaseFile()) == {}


def test_every_fact_can_be_entered() -> None:
    assert all(fact.can_be_entered for fact in FACTS)
