"""A case follows an earlier one: with the papers that serve again, as one step, and seen from both."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain.cases import Stage
from app.domain.families import FamilyRole
from app.domain.following import Following
from app.domain.item_records import ItemState
from app.domain.linked import Carry, Why
from app.errors import UserError
from app.services import case_facts, cases, checklists, closing, families, linked, people
from app.services.checklists import ItemLine
from app.services.linked import Preview, Wanted
from db.casebook import Casebook
from tests.builders import TODAY, add_person, open_case
from tests.services.closing_scenes import hold
from tests.services.linked_scenes import RENEWAL, earlier, follow


def previewed(book: Casebook, key: UUID, wanted: Wanted = RENEWAL) -> Preview:
    return book.read(linked.preview, key, wanted, TODAY)


def lines(book: Casebook, key: UUID) -> dict[str, ItemLine]:
    return {each.line.item.id: each for each in book.read(checklists.lines, key, TODAY)}


def test_the_preview_says_of_every_paper_what_becomes_of_it_and_why(book: Casebook) -> None:
    found = previewed(book, earlier(book))
    told = {line.key: (line.verdict.carry, line.verdict.why) for line in found.papers}
    assert told["K-DOC-07"] == (Carry.GOOD, Why.UNTIL)
    assert told["K-DOC-02"] == (Carry.LEFT, Why.STALE)
    assert told["K-DOC-10"] == (Carry.TO_CHECK, Why.NOT_CHECKED)
    assert [why for key, (_carry, why) in told.items() if key.startswith("K-DOC-03")] == [Why.NOT_HELD]
    assert (found.facts, found.parties) == (1, 1)
    assert next(limit.cited for limit in found.limits) == "[L1] Art. 32"


def test_a_new_case_takes_over_what_is_good_and_says_where_it_is_from(book: Casebook) -> None:
    key = earlier(book)
    new = book.read(cases.case, follow(book, key))
    assert (new.number, new.stage, new.category) == ("KB-2026-0002", Stage.ENQUIRY, "K")
    assert new.file.planned_filing == date(2026, 12, 15)
    assert [party.name for party in new.file.parties] == ["样本研究院 (fictional)"]
    held = lines(book, new.id)
    assert (held["K-DOC-07"].line.state, held["K-DOC-07"].taken_from) == (ItemState.ACCEPTED, "KB-2026-0001")
    assert held["K-DOC-07"].line.record.number == "CV-7"
    for left in ("K-DOC-02", "K-DOC-10"):
        assert (held[left].line.state, held[left].taken_from) == (ItemState.NEEDED, "")
    facts = {line.fact.name: line for line in book.read(case_facts.lines, new.id, TODAY)}
    assert facts["degree.field"].text == "core"
    assert facts["funds"].text == ""


def test_what_is_to_be_checked_goes_along_only_if_asked_and_is_not_checked(book: Casebook) -> None:
    held = lines(book, follow(book, earlier(book), to_check=("K-DOC-10", "K-DOC-02")))
    assert held["K-DOC-10"].line.state is ItemState.RECEIVED
    assert held["K-DOC-02"].line.state is ItemState.NEEDED


def test_both_cases_know_each_other_and_one_undo_takes_it_back(book: Casebook) -> None:
    key = earlier(book)
    new = follow(book, key)
    (later,) = book.read(linked.around, key)
    (before,) = book.read(linked.around, new)
    assert (later.id, later.is_later, later.following) == (new, True, Following.RENEWAL)
    assert (before.id, before.is_later, before.number) == (key, False, "KB-2026-0001")
    assert book.undo().result == "Open linked case"
    assert book.read(linked.around, key) == ()
    assert book.read(cases.case, new).archived


def test_a_change_of_pathway_finds_papers_by_what_visas_share_and_by_title(book: Casebook) -> None:
    found = previewed(book, earlier(book), Wanted(Following.CHANGE, "S2", "new-delhi"))
    told = {line.key: line.item for line in found.papers}
    assert (told["K-DOC-10"], told["K-DOC-02"]) == ("S-DOC-07", "S-DOC-02")
    cv = next(line for line in found.papers if line.key == "K-DOC-07")
    assert (cv.item, cv.verdict.why) == ("", Why.NOT_ASKED)


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (replace(RENEWAL, category="S2"), "category"),
        (Wanted(Following.CHANGE, "K", "new-delhi"), "category"),
        (replace(RENEWAL, planned_filing=date(2026, 11, 1)), "planned_filing"),
        (replace(RENEWAL, post="nowhere"), "post"),
    ],
)
def test_what_can_t_be_is_refused_beside_its_field(book: Casebook, wanted: Wanted, field: str) -> None:
    with pytest.raises(UserError) as caught:
        previewed(book, open_case(book).id, wanted)
    assert caught.value.field == field


def test_a_case_for_an_archived_client_is_refused(book: Casebook) -> None:
    person = add_person(book)
    key = open_case(book, person).id
    book.write(people.archive, person, 1)
    with pytest.raises(UserError):
        follow(book, key)


def test_a_dependant_s_case_hangs_on_the_case_that_follows_the_principal_s(book: Casebook) -> None:
    top, other = open_case(book).id, open_case(book, category="S2").id
    book.write(families.link, other, top, FamilyRole.SPOUSE)
    after = follow(book, top)
    new = follow(book, other, Wanted(Following.AGAIN, "S2", "new-delhi"))
    found = book.read(families.members, new)
    assert [member.case_id for member in found] == [after, new]


def test_an_original_that_went_on_is_no_longer_held_by_the_earlier_case(book: Casebook) -> None:
    key = earlier(book)
    hold(book, key, "K-DOC-07")
    version = book.read(cases.case, key).version
    book.write(cases.move, key, version, Stage.WITHDRAWN, TODAY)
    assert "K-DOC-07" in [each.key for each in book.read(closing.prepared, key, TODAY).originals]
    follow(book, key)
    assert "K-DOC-07" not in [each.key for each in book.read(closing.prepared, key, TODAY).originals]
