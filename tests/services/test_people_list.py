"""The list of persons: sorted keys, one window of lines."""

from datetime import date

from app.domain.choices import NameKind
from app.domain.dates import PartialDate
from app.domain.people import Name
from app.services import labels, people_list
from app.services.people_list import PersonMore
from db.casebook import Casebook
from tests.builders import add_person, open_case


def named(book: Casebook, family: str, given: str, **changes: object) -> None:
    add_person(book, names=(Name(kind=NameKind.PASSPORT, family=family, given=given),), **changes)


def families(book: Casebook, **how: object) -> list[str]:
    keys = book.read(people_list.ids, **how)  # type: ignore[arg-type]
    return [line.name.split(",")[0] for line in book.read(people_list.lines, keys)]


def test_names_sort_without_regard_to_accents_and_capitals(book: Casebook) -> None:
    for family in ("Zulu", "Émile", "Alpha", "Ôscar", "delta"):
        named(book, family, "Test")
    assert families(book) == ["ALPHA", "DELTA", "ÉMILE", "ÔSCAR", "ZULU"]
    assert families(book, descending=True) == ["ZULU", "ÔSCAR", "ÉMILE", "DELTA", "ALPHA"]


def test_birth_dates_sort_with_their_partial_ones(book: Casebook) -> None:
    named(book, "Later", "Test", birth_date=PartialDate(1999, 2))
    named(book, "Early", "Test", birth_date=PartialDate(1988))
    assert families(book, sort="birth_date") == ["EARLY", "LATER"]


def test_lines_come_in_the_order_asked_for(book: Casebook) -> None:
    named(book, "One", "Test")
    named(book, "Two", "Test")
    keys = list(book.read(people_list.ids))
    lines = book.read(people_list.lines, list(reversed(keys)))
    assert [line.seq for line in lines] == list(reversed(keys))


def test_a_line_shows_what_the_record_says(book: Casebook) -> None:
    key = add_person(book)
    line = book.read(people_list.line_of, key)
    assert line is not None
    assert (line.name, line.native_name, line.nationality) == ("SAMPLE, Ananya", "अनन्या नमूना", "IN")
    assert (line.birth_date, line.passport) == ("1998-04-02", "Z0000001")


def test_more_is_told_of_those_in_view(book: Casebook) -> None:
    person, idle = add_person(book), add_person(book, passports=())
    open_case(book, person)
    book.write(labels.set_labels, person, "VIP")
    found = book.read(people_list.more, [person, idle])
    assert found[person] == PersonMore(("VIP",), date(2033, 5, 1), 1, "IN")
    assert found[idle] == PersonMore(residence_country="IN")
