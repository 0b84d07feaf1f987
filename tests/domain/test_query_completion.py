"""What the query box offers while one types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.query_completion import completions, every_field
from app.domain.query_fields import Offered, case_fields, with_offers

FIELDS = with_offers(
    case_fields(),
    {"owner": [Offered("me", "my own"), Offered("ben", "Ben Sample")], "post": [Offered("a b")]},
)


def offered(typed: str, cursor: int | None = None) -> list[str]:
    return [one.typed for one in completions(typed, len(typed) if cursor is None else cursor, FIELDS)]


def test_a_beginning_offers_fields() -> None:
    assert offered("sta") == ["stage:", "state:"]
    assert offered("-sta")[0] == "-stage:"


def test_behind_a_colon_come_values() -> None:
    assert offered("owner:") == ["owner:me ", "owner:ben ", "owner:none ", "owner:any "]
    assert offered("owner:b") == ["owner:ben "]
    assert offered("stage:collecting,scr") == ["stage:collecting,screened "]


def test_days_are_offered_ahead_and_behind() -> None:
    assert "due:<7d " in offered("due:")
    assert offered("due:<3") == ["due:<30d "]
    assert "changed:yesterday " in offered("changed:")


def test_a_value_with_a_space_comes_in_quotes() -> None:
    assert offered("post:a")[0] == 'post:"a b" '


def test_what_stands_around_stays() -> None:
    found = completions("x own y", 5, FIELDS)[0]
    assert (found.typed, found.cursor) == ("x owner: y", 8)


@pytest.mark.parametrize("typed", ["", "zzz", "zzz:", "stage:collecting ", '"sta'])
def test_where_nothing_fits_nothing_is_offered(typed: str) -> None:
    assert typed == '"sta' or offered(typed) == []


def test_every_field_is_offered_to_who_asks() -> None:
    found = every_field("Sample ", 7, FIELDS)
    assert len(found) == len(FIELDS)
    assert found[0].typed == "Sample stage:"


@given(st.text(), st.integers(0, 50))
def test_no_text_is_an_error(typed: str, cursor: int) -> None:
    completions(typed, cursor, FIELDS)
