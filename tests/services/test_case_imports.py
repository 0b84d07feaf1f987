"""Cases of a sheet opened as one step."""

from pathlib import Path

import pytest

from app.domain.cases import Decision, Stage
from app.domain.importing import Subject
from app.domain.importing.duplicates import Choice
from app.errors import UserError
from app.services import case_imports, cases, checklists
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.db.content import content_hash
from tests.services.sheet_files import a_preview, written

HEADS = (
    "Passport",
    "Category",
    "Post",
    "Stage",
    "Opened on",
    "Decision",
    "Decided on",
    "Application no",
    "Note",
)
ROW = (
    "Z0000001",
    "K",
    "new-delhi",
    "Decided",
    "2026-09-01",
    "granted",
    "2026-10-01",
    "=0012",
    "from the list",
)


def test_a_case_gets_its_number_rules_and_checklist_and_stands_where_the_sheet_says(
    book: Casebook, tmp_path: Path
) -> None:
    add_person(book)
    before = content_hash(book)
    ready = book.read(a_preview, Subject.CASES, written(tmp_path / "a.xlsx", HEADS, ROW))
    taken = book.write(case_imports.accept, ready, {}, TODAY).result
    view = book.read(cases.case, taken.keys[0])
    assert (view.number, view.stage, view.decision) == ("KB-2026-0001", Stage.DECIDED, Decision.GRANTED)
    assert (view.file.application_number, str(view.opened_on)) == ("=0012", "2026-09-01")
    assert book.read(cases.notes, taken.keys[0])[0].text == "from the list"
    assert book.read(checklists.lines, taken.keys[0], TODAY)
    book.undo()
    assert content_hash(book) == before


def test_a_case_that_is_there_is_left_out_or_filled_in(book: Casebook, tmp_path: Path) -> None:
    key = open_case(book).id
    ready = book.read(a_preview, Subject.CASES, written(tmp_path / "a.csv", HEADS, ROW))
    assert book.write(case_imports.accept, ready, {}, TODAY).result.skipped == 1
    assert book.write(case_imports.accept, ready, {2: Choice.FILL}, TODAY).result.filled == 1
    assert book.read(cases.case, key).file.application_number == "=0012"
    assert book.read(cases.case, key).stage is Stage.ENQUIRY


def test_stopping_writes_nothing_and_too_many_are_refused(
    book: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    add_person(book)
    before = content_hash(book)
    ready = book.read(a_preview, Subject.CASES, written(tmp_path / "a.csv", HEADS, ROW))
    with pytest.raises(KeyboardInterrupt):
        book.write_telling(stop, case_imports.accept, ready, {}, TODAY)
    monkeypatch.setattr(case_imports, "MOST", 0)
    with pytest.raises(UserError, match="too many for one step"):
        book.write(case_imports.accept, ready, {}, TODAY)
    assert content_hash(book) == before
