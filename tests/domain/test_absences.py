"""Absences: who stands in for whom on a day, and what an absence must say."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from app.domain.absences import Absence, check, standing_in
from app.errors import UserError

ANA, BEN, WEI = uuid4(), uuid4(), uuid4()


def absence(away: UUID, deputy: UUID, start: int = 1, end: int = 10) -> Absence:
    return Absence(user_id=away, deputy_id=deputy, start=date(2026, 12, start), end=date(2026, 12, end))


def test_a_deputy_stands_in_from_the_first_day_to_the_last_and_no_longer() -> None:
    away = [absence(ANA, BEN)]
    days = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 10), date(2026, 12, 11)]
    assert [standing_in(away, BEN, day) for day in days] == [set(), {ANA}, {ANA}, set()]
    assert standing_in(away, WEI, date(2026, 12, 1)) == set()


def test_for_a_deputy_who_is_away_too_their_deputy_stands_in() -> None:
    away = [absence(ANA, BEN), absence(BEN, WEI)]
    assert standing_in(away, WEI, date(2026, 12, 2)) == {ANA, BEN}


def test_two_who_stand_in_for_each_other_end_nowhere_else() -> None:
    away = [absence(ANA, BEN), absence(BEN, ANA)]
    assert standing_in(away, ANA, date(2026, 12, 2)) == {BEN}


@pytest.mark.parametrize("name", ["user_id", "deputy_id", "start", "end"])
def test_nothing_may_be_left_out(name: str) -> None:
    given = {"user_id": ANA, "deputy_id": BEN, "start": date(2026, 12, 1), "end": date(2026, 12, 2)}
    with pytest.raises(UserError) as refused:
        check(Absence(**{**given, name: None}))  # type: ignore[arg-type]
    assert refused.value.field == name


def test_nobody_stands_in_for_themselves() -> None:
    with pytest.raises(UserError, match="themselves"):
        check(absence(ANA, ANA))
