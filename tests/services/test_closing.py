"""A case is closed with outcome, originals and how long it is kept, and opened again with a reason."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain.casefile import PassportAt
from app.domain.cases import Decision, Stage
from app.domain.item_records import ItemRecord, OriginalAt
from app.errors import Conflict, UserError
from app.services import bulk_edits, cases, checklists, closing, firms, timeline
from app.services.bulk_edits import Wanted
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.closing_scenes import BACK, ITEM, close, hold, withdrawn


def paper(book: Casebook, key: UUID) -> ItemRecord:
    return next(
        each.line.record for each in book.read(checklists.lines, key, TODAY) if each.line.item.id == ITEM
    )


def test_closing_records_outcome_originals_and_how_long_the_file_is_kept(book: Casebook) -> None:
    key = withdrawn(book)
    close(book, key, replace(BACK, keep_until=date(2032, 11, 25), keep_rule="default"))
    now = book.read(cases.case, key)
    assert (now.stage, now.decision) == (Stage.CLOSED, Decision.NOT_FILED)
    assert (now.kept.until, now.kept.rule) == (date(2032, 11, 25), "default")
    held = paper(book, key)
    assert (held.original_at, held.returned_on) == (OriginalAt.RETURNED, TODAY)
    assert held.returned_to == "SAMPLE, Ananya"


def test_an_original_in_the_office_keeps_a_case_open_without_a_reason(book: Casebook) -> None:
    key = withdrawn(book)
    with pytest.raises(UserError, match="1 original is still held"):
        close(book, key, returned=())
    close(book, key, replace(BACK, kept_because="The client fetches it in May"), returned=())
    assert book.read(cases.case, key).kept.because == "The client fetches it in May"
    assert paper(book, key).original_at is OriginalAt.OFFICE


def test_the_passport_is_an_original_too(book: Casebook) -> None:
    key = withdrawn(book)
    version = book.read(cases.case, key).version
    book.write(cases.set_field, key, version, "passport_at", PassportAt.CENTRE, TODAY)
    found = book.read(closing.prepared, key, TODAY)
    assert [(each.key, each.where) for each in found.originals] == [
        ("passport", "At the visa centre"),
        (ITEM, "In our office"),
    ]
    close(book, key, returned=("passport", ITEM))
    file = book.read(cases.case, key).file
    assert (file.passport_at, file.passport_since) == (PassportAt.CLIENT, TODAY)
    assert file.passport_to == "SAMPLE, Ananya"


def test_a_code_names_the_originals_of_all_its_repeats(book: Casebook) -> None:
    key = withdrawn(book)
    hold(book, key, "K-DOC-03")
    held = [each.key for each in book.read(closing.prepared, key, TODAY).originals]
    assert held[0].startswith("K-DOC-03/")
    close(book, key, returned=("K-DOC-03", ITEM))
    assert book.read(cases.case, key).stage is Stage.CLOSED


def test_an_original_that_nobody_holds_can_t_go_back(book: Casebook) -> None:
    with pytest.raises(UserError, match="K-DOC-99"):
        close(book, withdrawn(book), returned=(ITEM, "K-DOC-99"))


@pytest.mark.parametrize(
    ("country", "custom", "until"),
    [("GB", "uk", date(2032, 11, 23)), ("CN", "cn", None), ("SG", "default", date(2032, 11, 23))],
)
def test_the_country_of_the_office_suggests_the_day_and_never_guesses(
    book: Casebook, country: str, custom: str, until: date | None
) -> None:
    office = book.write(firms.add_office, "Head office", "Sampleville", country).result
    found = book.read(closing.prepared, withdrawn(book, office_id=office), TODAY)
    assert found.suggested is not None
    assert (found.suggested.id, found.until(TODAY)) == (custom, until)
    told = closing.custom(custom)
    assert told is not None
    assert told.sources


def test_no_other_door_closes_or_reopens_a_case(book: Casebook) -> None:
    key = withdrawn(book)
    version = book.read(cases.case, key).version
    with pytest.raises(UserError, match="Closing asks for the outcome"):
        book.write(cases.move, key, version, Stage.CLOSED, TODAY)
    (line,) = book.read(bulk_edits.preview, [key], Wanted("stage", Stage.CLOSED), TODAY)
    assert "Closing asks for the outcome" in line.refusal
    version = close(book, key)
    with pytest.raises(UserError, match="asks for a reason"):
        book.write(cases.move, key, version, Stage.ENQUIRY, TODAY)


def test_only_a_case_that_is_over_can_be_closed(book: Casebook) -> None:
    with pytest.raises(UserError, match="can't go to"):
        book.read(closing.prepared, open_case(book).id, TODAY)


def test_a_case_is_opened_again_where_it_stood_and_the_reason_is_kept(book: Casebook) -> None:
    key = withdrawn(book)
    with pytest.raises(UserError, match="Only a closed case"):
        book.write(closing.reopen, key, book.read(cases.case, key).version, "Too early", TODAY)
    version = close(book, key, replace(BACK, keep_until=date(2032, 11, 25)))
    with pytest.raises(UserError, match="Say why"):
        book.write(closing.reopen, key, version, "  ", TODAY)
    with pytest.raises(Conflict):
        book.write(closing.reopen, key, version - 1, "Late", TODAY)
    book.write(closing.reopen, key, version, "客户补交材料", TODAY)
    now = book.read(cases.case, key)
    assert (now.stage, now.kept.until, now.kept.reopened) == (Stage.ENQUIRY, None, "客户补交材料")
    assert any("客户补交材料" in entry.title for entry in book.read(timeline.entries, key))
