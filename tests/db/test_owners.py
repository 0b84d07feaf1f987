"""Who owns the casebook: decided by owners, and never nobody."""

from uuid import UUID

import pytest

from app.errors import UserError
from app.services import firms
from db import owners
from db.casebook import Casebook
from db.trail import Actor
from tests.services.test_case_people import hire


def seat(book: Casebook, user_id: UUID) -> Casebook:
    """Return the same casebook as this user has it open."""
    return Casebook(book.engine, Actor(user_id, "Somebody"), folder=book.folder, key=book.key)


def owned_by(book: Casebook) -> set[str]:
    return {line.name for line in book.read(firms.users) if line.role == owners.OWNER}


def test_only_an_owner_passes(book: Casebook) -> None:
    other = book.write(hire).result
    book.read(owners.refuse_others, book.actor.id)
    with pytest.raises(UserError, match="Only an owner"):
        book.read(owners.refuse_others, other)


def test_undo_never_leaves_the_casebook_without_an_owner(book: Casebook) -> None:
    """Ben was made an owner, and then ended Ana's part: what made him one can't be undone any more."""
    ben = book.write(hire).result
    book.write(firms.set_role, ben, 1, owners.OWNER)
    book.write(firms.set_role, book.actor.id, 1, owners.CONSULTANT)
    with pytest.raises(UserError, match="Only an owner"):
        book.undo()
    assert owned_by(book) == {"Ben Sample"}


def test_who_is_no_owner_any_more_undoes_no_change_of_owners(book: Casebook) -> None:
    ben, cy = book.write(hire).result, book.write(hire, "cy").result
    for each in (ben, cy):
        book.write(firms.set_role, each, 1, owners.OWNER)
    seat(book, ben).write(firms.set_role, book.actor.id, 1, owners.CONSULTANT)
    with pytest.raises(UserError, match="Only an owner"):
        book.undo()
    assert owned_by(book) == {"Ben Sample", "Cy Sample"}
