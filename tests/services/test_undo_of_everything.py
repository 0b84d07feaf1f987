"""Every operation that says it can be undone leaves, once undone, the content it found; redone, its own."""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import app.services
from app.domain.casefile import Stop
from app.domain.cases import Decision, Outcome, Stage
from app.domain.choices import AddressKind, NameKind, Sex
from app.domain.dates import PartialDate
from app.domain.item_records import ItemState
from app.domain.people import Address, Name
from app.services import (
    case_edits,
    case_facts,
    case_people,
    cases,
    checklists,
    firms,
    logos,
    passport_zones,
    people,
    screening,
)
from db import trail
from db.casebook import Casebook
from db.trail import Named
from tests import pictures
from tests.builders import TODAY, a_degree, a_person, add_person, open_case
from tests.db.content import content_hash
from tests.services import deadline_scenes, engagement_scenes
from tests.services.closing_scenes import CLOSING_SCENES
from tests.services.family_scenes import FAMILY_SCENES
from tests.services.form_scenes import FORM_SCENES
from tests.services.import_scenes import IMPORT_SCENES
from tests.services.label_scenes import LABEL_SCENES
from tests.services.linked_scenes import LINKED_SCENES
from tests.services.mail_scenes import MAIL_SCENES
from tests.services.people_scenes import PEOPLE_SCENES
from tests.services.rule_scenes import RULE_SCENES
from tests.services.search_scenes import SEARCH_SCENES
from tests.services.test_case_people import hire
from tests.services.test_passport_zones import a_zone

Run = Callable[[], Any]


def _person_add(book: Casebook) -> Run:
    return lambda: book.write(people.add, a_person(), TODAY)


def _person_field(book: Casebook) -> Run:
    key = add_person(book)
    return lambda: book.write(people.set_field, key, 1, "sex", Sex.MALE, TODAY)


def _person_part(book: Casebook) -> Run:
    """A new degree adds checklist lines to the open case; they are part of the same step."""
    key = add_person(book)
    open_case(book, key)
    return lambda: book.write(people.save_part, key, "education", a_degree(degree="Master"), TODAY)


def _person_part_removed(book: Casebook) -> Run:
    key = add_person(book)
    name = book.read(people.person, key).names[1]
    name_id = name.id
    assert name_id
    return lambda: book.write(people.remove_part, "names", name_id, name.version)


def _person_archived(book: Casebook) -> Run:
    key = add_person(book)
    return lambda: book.write(people.archive, key, 1)


def _person_restored(book: Casebook) -> Run:
    key = add_person(book)
    book.write(people.archive, key, 1)
    return lambda: book.write(people.bring_back, key, 2)


def _passport_filled(book: Casebook) -> Run:
    key = add_person(book)
    chosen = [("", "birth_date"), ("names", "given"), ("passports", "number"), ("nationalities", "country")]
    return lambda: book.write(passport_zones.fill, key, a_zone(), chosen, TODAY)


def _case_opened(book: Casebook) -> Run:
    key = add_person(book)
    return lambda: open_case(book, key)


def _case_field(book: Casebook) -> Run:
    key = open_case(book).id
    return lambda: book.write(cases.set_field, key, 1, "planned_filing", date(2026, 12, 1), TODAY)


def _case_part(book: Casebook) -> Run:
    key = open_case(book).id
    return lambda: book.write(cases.save_part, key, "itinerary", Stop(city="Hangzhou"), TODAY)


def _case_part_removed(book: Casebook) -> Run:
    key = open_case(book).id
    stop = book.write(cases.save_part, key, "itinerary", Stop(city="Hangzhou"), TODAY).result
    stop_id = stop.id
    assert stop_id
    return lambda: book.write(cases.remove_part, "itinerary", stop_id, stop.version)


def _case_moved(book: Casebook) -> Run:
    key = open_case(book).id
    return lambda: book.write(cases.move, key, 1, Stage.ON_HOLD, TODAY)


def _case_decided(book: Casebook) -> Run:
    key = open_case(book).id
    outcome = Outcome(decision=Decision.GRANTED, decided_on=TODAY)
    return lambda: book.write(cases.decide, key, 1, outcome, TODAY)


def _case_assigned(book: Casebook) -> Run:
    key = open_case(book, owner_id=book.actor.id).id
    other = book.write(hire).result
    return lambda: book.write(case_people.assign, key, 1, other)


def _case_archived(book: Casebook) -> Run:
    key = open_case(book).id
    return lambda: book.write(cases.archive, key, 1)


def _case_note(book: Casebook) -> Run:
    key = open_case(book).id
    return lambda: book.write(cases.add_note, key, "客户来电")


def _case_fact(book: Casebook) -> Run:
    key = open_case(book).id
    return lambda: book.write(case_facts.set_fact, key, "limb", "graduate")


def _item_moved(book: Casebook) -> Run:
    key = open_case(book).id
    row = book.read(checklists.lines, key, TODAY)[0]
    return lambda: book.write(checklists.move_item, row.row_id, row.version, ItemState.ACCEPTED, TODAY)


def _item_edited(book: Casebook) -> Run:
    key = open_case(book).id
    row = book.read(checklists.lines, key, TODAY)[0]
    return lambda: book.write(
        checklists.set_item_field, row.row_id, row.version, "issuer", "Fictional Office", TODAY
    )


def _case_values_set(book: Casebook) -> Run:
    key = open_case(book).id
    edits = [case_edits.read(typed, TODAY) for typed in ("limb=graduate", "planned_filing=+3w")]
    return lambda: book.write(case_edits.set_values, key, edits, TODAY)


def _items_worked(book: Casebook) -> Run:
    lines = book.read(checklists.lines, open_case(book).id, TODAY)[:2]
    keys = [(each.row_id, each.version) for each in lines]
    values = {"issuer": "Fictional Office"}
    return lambda: book.write(case_edits.work_items, keys, ItemState.RECEIVED, TODAY, values=values)


def _case_screened(book: Casebook) -> Run:
    key = open_case(book).id
    found = book.read(screening.of_case, key, TODAY)
    return lambda: book.write(screening.confirm, key, found.digest, TODAY, note="已核对")


def _firm_field(book: Casebook) -> Run:
    return lambda: book.write(firms.set_firm_field, 1, "name_zh", "虚构事务所")


def _logo_set(book: Casebook) -> Run:
    return lambda: book.write(logos.set_logo, 1, logos.checked(pictures.png()))


def _sample_marked(book: Casebook) -> Run:
    return lambda: book.write(firms.mark_as_sample)


def _office_added(book: Casebook) -> Run:
    return lambda: book.write(firms.add_office, "Head office", "Sampleville", "SG")


def _user_placed(book: Casebook) -> Run:
    office = book.write(firms.add_office, "Head office", "Sampleville", "SG").result
    return lambda: book.write(firms.place_user, book.actor.id, 1, office)


def _owner_made(book: Casebook) -> Run:
    colleague = book.write(hire).result
    return lambda: book.write(firms.set_role, colleague, 1, "owner")


SCENES: dict[str, Callable[[Casebook], Run]] = {
    "person:add": _person_add,
    "person:edit": _person_field,
    "person:edit-part": _person_part,
    "person:remove-part": _person_part_removed,
    "person:archive": _person_archived,
    "person:restore": _person_restored,
    "person:fill-passport": _passport_filled,
    "case:open": _case_opened,
    "case:edit": _case_field,
    "case:edit-part": _case_part,
    "case:remove-part": _case_part_removed,
    "case:move": _case_moved,
    "case:decide": _case_decided,
    "case:assign": _case_assigned,
    "case:archive": _case_archived,
    "case:note": _case_note,
    "case:fact": _case_fact,
    "case:set": _case_values_set,
    "case:item:move": _item_moved,
    "case:item:work": _items_worked,
    "case:item:edit": _item_edited,
    "case:screen": _case_screened,
    **deadline_scenes.SCENES,
    **engagement_scenes.SCENES,
    "firm:edit": _firm_field,
    "firm:logo": _logo_set,
    "firm:sample": _sample_marked,
    "office:add": _office_added,
    "user:place": _user_placed,
    "user:role": _owner_made,
    **RULE_SCENES,
    **IMPORT_SCENES,
    **SEARCH_SCENES,
    **LABEL_SCENES,
    **PEOPLE_SCENES,
    **FORM_SCENES,
    **CLOSING_SCENES,
    **LINKED_SCENES,
    **FAMILY_SCENES,
    **MAIL_SCENES,
}


@pytest.mark.parametrize("tag", SCENES)
def test_undo_gives_back_what_was_there_and_redo_what_was_done(book: Casebook, tag: str) -> None:
    run = SCENES[tag](book)
    before = content_hash(book)
    run()
    after = content_hash(book)
    assert after != before
    book.undo()
    assert content_hash(book) == before
    book.redo()
    assert content_hash(book) == after


def test_every_undoable_operation_has_its_scene() -> None:
    undoable = {named.tag for named in _operations() if named.undo == trail.UNDOABLE}
    assert undoable == set(SCENES)


def _operations() -> list[Named]:
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(app.services.__path__, "app.services.")
    ]
    found = [getattr(value, "operation", None) for module in modules for value in vars(module).values()]
    return [named for named in found if isinstance(named, Named)]


def test_an_address_and_a_former_name_undo_too(book: Casebook) -> None:
    key = add_person(book)
    open_case(book, key)
    before = content_hash(book)
    former = Name(kind=NameKind.FORMER, family="OLD", given="Sample")
    abroad = Address(kind=AddressKind.HOME, country="SG", since=PartialDate(2015), until=PartialDate(2020))
    book.write(people.save_part, key, "names", former, TODAY)
    book.write(people.save_part, key, "addresses", abroad, TODAY)
    book.undo()
    book.undo()
    assert content_hash(book) == before
