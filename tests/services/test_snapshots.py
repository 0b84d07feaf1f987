"""The form: checked, looked at twice, frozen; later edits differ from it, and undo never crosses it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from app.domain.cases import Stage
from app.domain.choices import Sex
from app.domain.filing import frozen
from app.domain.filing.sign_off import PAUSE, Check
from app.errors import Conflict, UserError
from app.services import cases, firms, people, printing, snapshots
from app.services.orders import Order
from app.services.snapshots import FormState
from db.casebook import Casebook
from db.models.filed import SnapshotRow
from db.trail import Actor
from tests.builders import TODAY, a_passport, add_person, open_case
from tests.services.test_case_people import hire

STEPS = (Stage.SCREENED, Stage.ENGAGED, Stage.COLLECTING, Stage.FORM_READY, Stage.CLIENT_SIGNED)


def state(book: Casebook, key: UUID) -> FormState:
    return book.read(snapshots.state, key, TODAY)


def as_ben(book: Casebook, operation: Any, *args: Any) -> Any:
    """Run an operation as a colleague."""
    ben = next((user.id for user in book.read(firms.users) if user.login == "ben"), None)
    ana, book.actor = book.actor, Actor(ben or book.write(hire).result, "Ben Sample")
    try:
        return book.write(operation, *args).result
    finally:
        book.actor = ana


def signed(book: Casebook, key: UUID) -> str:
    """Let a colleague sign the form off; return its hash."""
    sha256 = state(book, key).sha256
    as_ben(book, snapshots.sign_off, key, sha256, TODAY)
    return sha256


def submit(book: Casebook, key: UUID, sha256: str, **options: Any) -> int:
    version = book.read(cases.case, key).version
    return book.write(snapshots.submit, key, version, sha256, TODAY, **options).result


def at_signed(book: Casebook, person: UUID | None = None, **changes: Any) -> UUID:
    """Return a case that its client signed."""
    key = open_case(book, person, **changes).id
    for stage in STEPS:
        book.write(cases.move, key, book.read(cases.case, key).version, stage, TODAY)
    return key


def test_a_form_is_frozen_under_its_number_and_the_case_goes_on(book: Casebook) -> None:
    key = at_signed(book)
    sha256 = signed(book, key)
    assert submit(book, key, sha256) == 1
    assert book.read(cases.case, key).stage is Stage.PRE_REVIEW
    (filed,) = book.read(snapshots.filed, key)
    assert (filed.number, filed.by, filed.reader, filed.sha256) == (1, "Ana Sample", "Ben Sample", sha256)
    assert filed.check.en == Check.SECOND_READER.label


def test_at_a_post_without_pre_review_the_case_waits_to_be_handed_in(book: Casebook) -> None:
    key = at_signed(book, category="S2", post="algiers")
    assert submit(book, key, signed(book, key)) == 1
    assert book.read(cases.case, key).stage is Stage.CLIENT_SIGNED
    book.write(cases.move, key, book.read(cases.case, key).version, Stage.HANDED_IN, TODAY)
    assert book.read(cases.case, key).stage is Stage.HANDED_IN


def test_without_a_second_look_nothing_is_submitted(book: Casebook) -> None:
    key = at_signed(book)
    with pytest.raises(UserError, match="second time"):
        submit(book, key, state(book, key).sha256)


def test_a_value_changed_after_the_look_wants_another_look(book: Casebook) -> None:
    key = at_signed(book)
    sha256 = signed(book, key)
    book.write(cases.set_field, key, book.read(cases.case, key).version, "purpose", "Exchange", TODAY)
    assert state(book, key).sign_off is None
    with pytest.raises(Conflict, match="changed meanwhile"):
        submit(book, key, sha256)
    with pytest.raises(Conflict, match="changed meanwhile"):
        as_ben(book, snapshots.sign_off, key, sha256, TODAY)


def test_the_owner_is_no_second_reader(book: Casebook) -> None:
    key = open_case(book).id
    with pytest.raises(UserError, match="somebody else than the owner"):
        book.write(snapshots.sign_off, key, state(book, key).sha256, TODAY)


def test_a_firm_of_one_checks_itself_and_takes_its_time(book: Casebook) -> None:
    key = at_signed(book)
    sha256, now = state(book, key).sha256, book.clock
    assert state(book, key).is_alone
    with pytest.raises(UserError, match="No self-check"):
        book.write(snapshots.end_self_check, key, sha256, TODAY)
    book.write(snapshots.begin_self_check, key, sha256, TODAY)
    with pytest.raises(UserError, match="at least"):
        book.write(snapshots.end_self_check, key, sha256, TODAY)
    book.clock = lambda: now() + PAUSE + timedelta(minutes=2)
    book.write(snapshots.end_self_check, key, sha256, TODAY)
    assert submit(book, key, sha256) == 1
    (filed,) = book.read(snapshots.filed, key)
    assert (filed.check.en, filed.minutes) == (Check.SELF_CHECK.label, 12)


def test_with_a_colleague_there_is_no_self_check(book: Casebook) -> None:
    key = open_case(book).id
    book.write(hire)
    with pytest.raises(UserError, match="Somebody else works here"):
        book.write(snapshots.begin_self_check, key, state(book, key).sha256, TODAY)


def test_what_is_not_as_in_the_passport_is_explained_or_put_right(book: Casebook) -> None:
    person = add_person(book, passports=(a_passport(country="SG"),))
    key = at_signed(book, person)
    sha256 = signed(book, key)
    assert [each.label for each in state(book, key).mismatches] == ["Nationality"]
    with pytest.raises(UserError, match="not as in the passport"):
        submit(book, key, sha256)
    submit(book, key, sha256, explained="A dual national; the post was asked.")
    assert book.read(snapshots.filed, key)[0].explained.startswith("A dual national")


def test_later_edits_differ_from_what_was_filed(book: Casebook) -> None:
    person = add_person(book)
    key = at_signed(book, person)
    submit(book, key, signed(book, key))
    assert state(book, key).differences == ()
    book.write(people.set_field, person, 1, "sex", Sex.MALE, TODAY)
    (found,) = state(book, key).differences
    assert (found.key, found.filed, found.now) == ("Person.sex", ("Female", "女"), ("Male", "男"))
    assert book.read(snapshots.differing, key, TODAY) == (1, (found,))
    assert book.read(snapshots.differing_of_person, person, TODAY) == (found,)
    assert book.read(snapshots.read, key, 1)[1] != ()


def test_undo_never_crosses_a_form_that_went(book: Casebook) -> None:
    key = at_signed(book)
    book.write(cases.add_note, key, "Before")
    submit(book, key, signed(book, key))
    with pytest.raises(UserError, match="nothing to undo"):
        book.undo()
    assert len(book.read(cases.notes, key)) == 1


def test_a_form_of_another_number_is_told(book: Casebook) -> None:
    with pytest.raises(UserError, match=r"no\. 3"):
        book.read(snapshots.read, open_case(book).id, 3)


def test_what_was_filed_prints_as_it_was(book: Casebook) -> None:
    person = add_person(book)
    key = at_signed(book, person)
    submit(book, key, signed(book, key))
    book.write(people.set_field, person, 1, "sex", Sex.MALE, TODAY)
    value: Any = book.read(printing.value, Order(case_id=key, kind="data-sheet", filed=1), TODAY)
    said = {field.label.en: field.value for group in value.sections[0].groups for field in group.fields}
    assert said["Sex"] == ("Female", "女")
    assert value.filed.number == 1
    assert value.sections[7].is_closed


def test_a_frozen_form_that_was_touched_is_found_out(book: Casebook) -> None:
    key = at_signed(book)
    submit(book, key, signed(book, key))

    def touched(session: Session) -> object:
        row = session.query(SnapshotRow).one()
        session.expunge(row)
        row.content = row.content.replace("Ananya", "Other")
        return frozen.sections_of(row.content, row.sha256)

    with pytest.raises(UserError, match="not as it was filed"):
        book.read(touched)
