"""Tables of dated rules are read row by row, or say where they are wrong."""

from collections.abc import Mapping
from datetime import date

import pytest

from app.domain.basis import Basis
from app.domain.cited import Row, read_cited, read_table
from app.domain.pack_reader import RulePackError, Table
from tests.domain.rules import some_sources

HEAD = """
table = "things"
version = "1"
review_every_days = 30
"""
ROW = """
[[thing]]
id = "one"
effective_from = 2025-01-01
basis = "OFFICIAL"
sources = [{ source = "S1", locator = "Art. 1" }]
checked_on = 2026-01-02
"""


def read(text: str) -> tuple[Row, ...]:
    def row(table: Table, name: str) -> Row:
        return Row(id=name, **read_cited(table, some_sources()))

    return read_table(text, "t.toml", "things", "thing", row)


def test_a_row_takes_its_review_from_the_head() -> None:
    (row,) = read(HEAD + ROW)
    assert (row.id, row.basis, row.review_every_days) == ("one", Basis.OFFICIAL, 30)


def test_a_row_holds_from_its_first_to_its_last_day() -> None:
    (row,) = read(HEAD + ROW + "effective_to = 2025-12-31\n")
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)]
    assert [row.in_effect(day) for day in days] == [False, True, True, False]


def test_a_newer_row_may_take_over() -> None:
    older = ROW + "effective_to = 2025-12-31\n"
    assert len(read(HEAD + older + ROW.replace("from = 2025", "from = 2026"))) == 2


@pytest.mark.parametrize(
    ("change", "item", "key"),
    [
        ({'"things"': '"others"'}, "", "table"),
        ({"version": "versio"}, "", "version"),
        ({'id = "one"\n': ""}, "entry without id", "id"),
        ({'basis = "OFFICIAL"\n': ""}, "one", "basis"),
        ({'"S1"': '"S9"'}, "one", "sources.source"),
        ({"checked_on = 2026-01-02": ""}, "one", "checked_on"),
        ({"checked_on": "chequed_on"}, "one", "checked_on"),
        ({"2026-01-02": "2026-01-02\nmore = 1"}, "one", "more"),
        ({"2026-01-02": "2026-01-02\neffective_to = 2024-01-01"}, "one", "effective_to"),
        ({"review_every_days = 30": ""}, "one", "review_every_days"),
    ],
)
def test_what_is_wrong_is_named_by_row_and_key(change: Mapping[str, str], item: str, key: str) -> None:
    text = HEAD + ROW
    for old, new in change.items():
        text = text.replace(old, new, 1)
    with pytest.raises(RulePackError) as refused:
        read(text)
    assert (refused.value.file, refused.value.item, refused.value.key) == ("t.toml", item, key)


def test_two_rows_of_one_id_on_the_same_day_are_refused() -> None:
    with pytest.raises(RulePackError, match="one: effective_from"):
        read(HEAD + ROW + ROW)
