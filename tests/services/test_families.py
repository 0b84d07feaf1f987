"""Cases of a family: linked without circles, told of each other's changes, handed over together."""

from datetime import date
from uuid import UUID

import pytest

from app.domain.cases import Decision, Outcome
from app.domain.families import FamilyRole
from app.errors import UserError
from app.services import case_people, cases, families
from db.casebook import Casebook
from tests.builders import TODAY, a_passport, add_person, open_case
from tests.db.content import content_hash
from tests.services.test_case_people import hire, version


def three(book: Casebook) -> tuple[UUID, UUID, UUID]:
    """Return a principal's case, and those of a spouse and a child that hang on it."""
    people = [add_person(book, passports=(a_passport(number=f"Z000000{at}"),)) for at in range(3)]
    keys = [open_case(book, person).id for person in people]
    book.write(families.link, keys[1], keys[0], FamilyRole.SPOUSE)
    book.write(families.link, keys[2], keys[0], FamilyRole.CHILD)
    return keys[0], keys[1], keys[2]


def changed(book: Casebook, looking: UUID, other: UUID) -> list[str]:
    (member,) = [each for each in book.read(families.members, looking) if each.case_id == other]
    return [f"{each.label} {each.before} {each.after}" for each in member.flags]


def test_the_family_is_the_same_from_each_of_its_cases(book: Casebook) -> None:
    keys = three(book)
    for key in keys:
        found = book.read(families.members, key)
        assert [each.case_id for each in found] == list(keys)
        assert [each.role for each in found] == [None, FamilyRole.SPOUSE, FamilyRole.CHILD]


def test_a_changed_date_or_decision_is_told_to_the_others_until_it_is_seen(book: Casebook) -> None:
    top, spouse, child = three(book)
    book.write(cases.set_field, top, version(book, top), "planned_entry", date(2026, 12, 28), TODAY)
    book.write(
        cases.decide,
        spouse,
        version(book, spouse),
        Outcome(decision=Decision.GRANTED, decided_on=TODAY),
        TODAY,
    )
    assert changed(book, child, top) == ["Planned entry — 2026-12-28"]
    assert changed(book, child, spouse)[0] == "Decision — Visa granted"
    book.write(families.seen, child, top)
    assert changed(book, child, top) == []
    assert changed(book, spouse, top) == ["Planned entry — 2026-12-28"]
    book.undo()
    assert changed(book, child, top) == ["Planned entry — 2026-12-28"]


def test_a_change_that_is_undone_is_no_change(book: Casebook) -> None:
    top, _spouse, child = three(book)
    book.write(cases.set_field, top, version(book, top), "planned_filing", date(2026, 12, 1), TODAY)
    book.undo()
    assert changed(book, child, top) == []


def test_circles_and_the_same_person_are_refused(book: Casebook) -> None:
    top, spouse, child = three(book)
    with pytest.raises(UserError, match="hangs on this case already"):
        book.write(families.link, top, spouse, FamilyRole.SPOUSE)
    with pytest.raises(UserError, match="is a dependant's case itself"):
        book.write(families.link, child, spouse, FamilyRole.CHILD)
    with pytest.raises(UserError, match="on itself"):
        book.write(families.link, top, top, FamilyRole.OTHER)
    same = open_case(book, book.read(cases.case, top).person_id).id
    with pytest.raises(UserError, match="the same person's"):
        book.write(families.link, same, top, FamilyRole.OTHER)


def test_an_archived_case_takes_nobody(book: Casebook) -> None:
    top = open_case(book).id
    book.write(cases.archive, top, 1)
    with pytest.raises(UserError, match="is archived"):
        book.write(families.link, open_case(book).id, top, FamilyRole.CHILD)


def test_unlinking_leaves_nothing_and_comes_back(book: Casebook) -> None:
    top, spouse, child = three(book)
    before = content_hash(book)
    book.write(families.unlink, child)
    assert book.read(families.members, child) == ()
    assert len(book.read(families.members, top)) == 2
    with pytest.raises(UserError, match="hangs on no other"):
        book.write(families.unlink, child)
    book.undo()
    assert content_hash(book) == before
    with pytest.raises(UserError, match="not of one family"):
        book.write(families.seen, open_case(book).id, spouse)


def test_a_family_that_shares_its_owner_is_handed_over_together(book: Casebook) -> None:
    top, spouse, child = three(book)
    book.write(families.unlink, child)
    book.write(families.link, child, top, FamilyRole.CHILD, shares_owner=False, shares_quote=False)
    ben = book.write(hire).result
    moved = book.write(case_people.reassign, [(top, version(book, top))], ben).result
    assert moved.cases == 2
    assert [book.read(cases.case, key).owner for key in (top, spouse, child)] == [
        "Ben Sample", "Ben Sample", "Ana Sample",
    ]  # fmt: skip


def test_linking_gives_the_principals_owner_where_it_is_shared(book: Casebook) -> None:
    ben = book.write(hire).result
    top = open_case(book, owner_id=ben).id
    child = open_case(book).id
    book.write(families.link, child, top, FamilyRole.CHILD)
    assert book.read(cases.case, child).owner == "Ben Sample"
