"""Deadlines for other calendars: zone, reminders, keys that stay, and nobody's name unless asked for."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from icalendar import Calendar

from app.services import calendar_files, history
from app.services.history_filter import Chosen
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.ledgers import a_visa, enter, move_in


def a_case(book: Casebook) -> UUID:
    case = a_visa(book)
    enter(book, case)
    move_in(book, case)
    return case


def events(made: bytes) -> list[Any]:
    return list(Calendar.from_ical(made).walk("VEVENT"))


def test_each_open_deadline_is_an_event_that_ends_when_it_is_due(book: Casebook) -> None:
    made, count = book.write(calendar_files.export, TODAY, case_id=a_case(book)).result
    assert count == len(events(made)) == 3
    by_name = {str(event["summary"]): event for event in events(made)}
    event = by_name["KB-2026-0001 File to extend the stay"]
    assert event["dtend"].dt.isoformat() == "2026-11-27T00:00:00+08:00"
    assert event["dtend"].params["TZID"] == "Asia/Shanghai"
    alarms = [alarm["trigger"] for alarm in event.walk("VALARM")]
    assert [alarm.params["RELATED"] for alarm in alarms] == ["END"] * 3
    assert alarms[0].dt == -timedelta(days=14, hours=15)  # 21 days before the last day, at 09:00
    assert b"BEGIN:VTIMEZONE" in made


def test_a_file_made_again_names_its_events_by_the_same_keys(book: Casebook) -> None:
    case = a_case(book)
    first, second = (book.write(calendar_files.export, TODAY, case_id=case).result[0] for _turn in range(2))
    keys = [[str(event["uid"]) for event in events(made)] for made in (first, second)]
    assert keys[0] == keys[1]
    assert len(set(keys[0])) == 3


def test_nobody_is_named_unless_asked_for(book: Casebook) -> None:
    case = a_case(book)
    made, _count = book.write(calendar_files.export, TODAY).result
    assert b"SAMPLE" not in made
    assert "नमूना".encode() not in made
    named, _count = book.write(calendar_files.export, TODAY, case_id=case, with_names=True).result
    assert b"SAMPLE\\, Ananya" in named


def test_an_export_is_in_the_history_and_can_t_be_undone(book: Casebook) -> None:
    case = a_case(book)
    book.write(calendar_files.export, TODAY, case_id=case)
    newest = book.read(history.seqs, Chosen(about=case))[0]
    (entry,) = book.read(history.lines, [newest])
    assert entry.label == "Export deadlines"
    assert book.undoable()[0] != "Export deadlines"
