"""The last day of contact: the latest of notes, requests and reminders."""

from datetime import timedelta

from app.domain.item_records import ItemState
from app.domain.timeline import NewNote, NoteKind
from app.services import cases, checklists, contact_days
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import move


def test_a_call_counts_on_its_day_and_a_note_does_not(book: Casebook) -> None:
    key = open_case(book).id
    book.write(cases.add_note, key, "A thought.")
    assert book.read(contact_days.last, [key]) == {}
    book.write(cases.add_note, key, "Called.", NewNote(kind=NoteKind.CALL, with_whom="Client"))
    assert list(book.read(contact_days.last, [key])) == [key]


def test_the_latest_of_asking_and_reminding_counts(book: Casebook) -> None:
    key = open_case(book).id
    move(book, key, "K-DOC-07", ItemState.REQUESTED)
    row = next(x for x in book.read(checklists.lines, key, TODAY) if x.line.item.id == "K-DOC-07")
    later = TODAY + timedelta(days=5)
    book.write(checklists.set_item_field, row.row_id, row.version, "last_chased_on", later, TODAY)
    assert book.read(contact_days.last, [key]) == {key: later}
