"""Cases found by terms: each field on a few cases, and any text at all without an error."""

from collections.abc import Callable
from datetime import date

import pytest

from app.domain.cases import Decision, Outcome, Stage
from app.domain.choices import NameKind
from app.domain.item_records import ItemState
from app.domain.people import Name
from app.domain.query_fields import case_fields
from app.services import case_list, case_search, cases, checklists, firms
from app.services.case_search import _COMPILE
from db.casebook import Casebook
from tests.builders import TODAY, a_passport, add_person, open_case
from tests.domain.query_texts import hostile

TABLE = (
    ("", "abc"),
    ("stage:screened", "a"),
    ("-stage:screened", "bc"),
    ("stage:scr,enq", "abc"),
    ("owner:me", "abc"),
    ("owner:none", ""),
    ("reviewer:none", "abc"),
    ("reviewer:me", ""),
    ("-owner:ana", ""),
    ('post:"new delhi" -decision:granted', "a"),
    ("post:new-delhi", "ac"),
    ("category:R", "b"),
    ("office:none", "abc"),
    ("client:sampleb", "b"),
    ("sampleb", "b"),
    ("-sampleb", "ac"),
    ("number:0002", "b"),
    ("application:7%", "c"),
    ("application:del", "c"),
    ("application:any", "c"),
    ("filing:2026-12..2027-01", "b"),
    ("filing:<30d", "b"),
    ("filing:none", "ac"),
    ("-filing:2026-12", "ac"),
    ("supplement:overdue", "b"),
    ("due:any", "b"),
    ("due:overdue", "b"),
    ("due:none", "ac"),
    ("expires:<90d", "a"),
    ("expires:2028", "b"),
    ("expires:none", ""),
    ("opened:today", "abc"),
    ("since:>1d", ""),
    ("age:<1d", "abc"),
    ("decided:today", "c"),
    ("decision:none", "ab"),
    ("state:accepted", "a"),
    ("-state:accepted", "bc"),
    ("item:k-doc-01=needed", "ac"),
    ("item:k-doc", "ac"),
    ("item:k-doc-01=sent", ""),
    ("progress:>0", "a"),
    ("progress:0", "bc"),
    ("nationality:India", "abc"),
    ("nationality:NP", ""),
    ("open:yes hold:no", "abc"),
    ("archived:yes", ""),
    ("archived:any", ""),
    ("stage:nonsense", ""),
    ("-stage:nonsense", ""),
    ("stage:", "abc"),
)
Ask = Callable[[str], list[str]]


@pytest.fixture
def ask(book: Casebook) -> Ask:
    """Open three cases, "a" to "c"; return a function that says which of them a text finds."""
    names = {}
    for at, name in enumerate("abc"):
        passport = a_passport(number=f"Z000000{at}", expires_on=date(2027 + at, 1, 31))
        spelt = (Name(kind=NameKind.PASSPORT, family=f"SAMPLE{name.upper()}", given="Test"),)
        person = add_person(book, names=spelt, passports=(passport,))
        post = ("new-delhi", "london", "new-delhi")[at]
        names[open_case(book, person, post=post, category="KRK"[at]).number] = name
    _arrange(book, book.read(case_list.ids))

    def found(typed: str) -> list[str]:
        keys = book.read(case_search.find, typed, today=TODAY, user_id=book.actor.id).keys
        return [names[line.number] for line in book.read(case_list.lines, keys)]

    return found


def _arrange(book: Casebook, keys: list) -> None:  # type: ignore[type-arg]
    book.write(cases.move, keys[0], 1, Stage.SCREENED, TODAY)
    book.write(cases.set_field, keys[1], 1, "planned_filing", date(2026, 12, 14), TODAY)
    book.write(cases.set_field, keys[1], 2, "supplement_due", date(2026, 11, 20), TODAY)
    book.write(cases.set_field, keys[2], 1, "application_number", "DEL-77%", TODAY)
    outcome = Outcome(decision=Decision.GRANTED, decided_on=TODAY)
    book.write(cases.decide, keys[2], 2, outcome, TODAY)
    line = book.read(checklists.lines, keys[0], TODAY)[0]
    book.write(checklists.move_item, line.row_id, line.version, ItemState.ACCEPTED, TODAY)


def test_each_field_finds_its_cases(ask: Ask) -> None:
    assert {typed: "".join(ask(typed)) for typed, _found in TABLE} == dict(TABLE)


def test_changed_looks_at_the_last_change_of_content(book: Casebook) -> None:
    open_case(book)
    for typed, count in (("updated:today", 1), ("changed:<7d", 1), ("changed:>1d", 0), ("changed:<1999", 0)):
        found = book.read(case_search.find, typed, today=date.today())  # noqa: DTZ011  the real clock wrote it
        assert len(found.keys) == count


def test_an_office_is_found_by_its_name(book: Casebook) -> None:
    office = book.write(firms.add_office, "Head office", "Sampleville", "SG").result
    open_case(book, office_id=office)
    open_case(book)
    for typed in ("office:head", 'office:"head office"', "office:sampleville", "office:any"):
        assert len(book.read(case_search.find, typed, today=TODAY).keys) == 1


def test_an_archived_case_is_found_when_asked_for(book: Casebook) -> None:
    key = open_case(book).id
    open_case(book)
    book.write(cases.archive, key, 1)
    assert book.read(case_search.find, "archived:yes", today=TODAY).keys == [key]
    assert len(book.read(case_search.find, "archived:yes,no", today=TODAY).keys) == 2
    assert len(book.read(case_search.find, "", today=TODAY).keys) == 1


def test_every_field_of_a_case_is_compiled() -> None:
    assert {field.name for field in case_fields()} == set(_COMPILE)


def test_no_text_is_an_error_for_the_database(book: Casebook) -> None:
    open_case(book)
    for typed in hostile(150):
        book.read(case_search.find, typed, today=TODAY, user_id=book.actor.id)
