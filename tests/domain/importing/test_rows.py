"""All rows of a sheet at once."""

import pytest

from app.domain.importing import Subject, rows
from app.domain.importing.cell_values import Meaning
from tests.builders import TODAY
from tests.domain.importing.sheets import a_table


def test_good_rows_are_candidates_and_the_others_say_why() -> None:
    table, meaning = a_table(["Surname", "DOB"], ["SAMPLE", "1998"], ["TEST", "31 Feb 1998"], ["", "1998"])
    parsed = rows.read(Subject.PERSONS, table, meaning, TODAY)
    assert [candidate.row for candidate in parsed.candidates] == [2]
    assert [(error.row, error.head) for error in parsed.errors] == [(3, "DOB"), (4, "")]


def test_reading_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    table, meaning = a_table(["Surname"], ["SAMPLE"])
    with pytest.raises(KeyboardInterrupt):
        rows.read(Subject.PERSONS, table, meaning, TODAY, stop)


def test_a_column_without_which_nothing_comes_is_asked_for() -> None:
    assert rows.unmet(Subject.PERSONS, Meaning()) == ["No column is said to hold “Family name”."]
    assert rows.unmet(Subject.PERSONS, Meaning({0: "chinese_whole"})) == []
    assert len(rows.unmet(Subject.CASES, Meaning({0: "client"}))) == 2
