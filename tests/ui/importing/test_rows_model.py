"""What becomes of each row."""

from app.domain.importing import Candidate, RowError, Subject
from app.domain.importing.duplicates import Choice
from app.domain.likeness import Likeness
from app.services.importing import Like, Preview
from app.ui.importing import rows_model
from app.ui.importing.rows_model import Fate
from tests.domain.importing.sheets import a_table


def test_every_row_says_what_becomes_of_it() -> None:
    rows = [["SAMPLE", "1998"], ["TEST", "1999"], ["WRONG", "x"], ["TWIN", "1998"]]
    table, meaning = a_table(["Surname", "DOB"], *rows)
    ready = Preview(
        Subject.PERSONS,
        table,
        meaning,
        tuple(Candidate(row, None) for row in (2, 3, 5)),
        (RowError(4, 1, "DOB", "No date."), RowError(4, 0, "Surname", "No.")),
        (Like(2, Likeness.PASSPORT, name="SAMPLE"), Like(5, Likeness.NAME, other_row=2)),
        {},
        (),
    )
    found = rows_model.lines(ready, {2: Choice.SKIP})
    assert [line.fate for line in found] == [Fate.SKIPPED, Fate.ADDED, Fate.WRONG, Fate.TWIN]
    assert (found[0].name, found[0].second, found[0].what) == (
        "SAMPLE",
        "1998",
        "Same passport number: SAMPLE",
    )
    assert (found[2].what, found[2].more) == ("DOB: No date.", "and 1 more")
    assert found[3].what == "Same name: row 2"
    assert list(rows_model.counts(found).values()) == [1, 2, 1]


def test_a_case_is_like_the_one_with_its_number() -> None:
    like = Like(2, None, case_number="KB-2026-0001")
    assert rows_model.why(like) == "Same client, category and post: KB-2026-0001"
    assert rows_model.born(Like(2, None, birth_date="1998-04")) == "Apr 1998"
