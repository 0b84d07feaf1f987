"""The second look: how long it took, and that one's own takes its time."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.filing.sign_off import PAUSE, Check, SignOff, refuse_early
from app.errors import UserError

BEGUN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_a_self_check_ends_after_its_pause_and_not_before() -> None:
    refuse_early(BEGUN, BEGUN + PAUSE)
    with pytest.raises(UserError, match="at least 10 minutes") as refused:
        refuse_early(BEGUN, BEGUN + PAUSE - timedelta(seconds=90))
    assert "in 2 minutes" in refused.value.hint


def test_a_look_tells_how_long_it_took() -> None:
    look = SignOff(sha256="", check=Check.SELF_CHECK, reader="Ana", begun_at=BEGUN)
    assert look.minutes == 0
    ended = SignOff(
        sha256="",
        check=Check.SELF_CHECK,
        reader="Ana",
        begun_at=BEGUN,
        signed_at=BEGUN + timedelta(minutes=14),
    )
    assert ended.minutes == 14
