"""The stream of a case tells notes, contact, stages, papers and prints, the latest first."""

from datetime import UTC, datetime

from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.domain.timeline import NewNote, NoteKind, Strand
from app.services import cases, contact_days, printing, timeline
from app.services.orders import Order
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import move


def strands(book: Casebook, key: object) -> list[tuple[Strand, str]]:
    return [(each.strand, each.title or each.text) for each in book.read(timeline.entries, key)]  # type: ignore[arg-type]


def test_everything_that_happened_is_one_stream(book: Casebook) -> None:
    key = open_case(book).id
    book.write(cases.add_note, key, "First thought")
    book.write(cases.move, key, 1, Stage.SCREENED, TODAY)
    move(book, key, "K-DOC-07", ItemState.REQUESTED)
    book.write(printing.record, Order(case_id=key, kind="checklist"), "0" * 64)
    found = strands(book, key)
    assert found[0] == (Strand.PRINTS, "Printed: Client checklist")
    assert (Strand.PAPERS, "K-DOC-07 CV without gaps: Needed → Requested") in found
    assert (Strand.STAGES, "Enquiry → Screened") in found
    assert (Strand.NOTES, "First thought") in found
    assert found[-1] == (Strand.STAGES, "Enquiry")


def test_a_call_stands_at_the_moment_it_happened(book: Casebook) -> None:
    key = open_case(book).id
    at = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
    call = NewNote(kind=NoteKind.CALL, with_whom="王小明", happened_at=at, minutes=12)
    book.write(cases.add_note, key, "Asked for the diploma", call)
    entry = next(each for each in book.read(timeline.entries, key) if each.strand is Strand.CONTACT)
    assert (entry.at, entry.title) == (at, "Call · 王小明 · 12 minutes")
    assert book.read(contact_days.last, [key]) == {key: at.astimezone().date()}
