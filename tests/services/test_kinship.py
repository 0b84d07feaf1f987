"""Relatives as they are saved: circles and strangers are refused, and nothing is written."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.domain.choices import Relation
from app.domain.people import Relative
from app.errors import UserError
from app.services import people
from db.casebook import Casebook
from tests.builders import TODAY, a_person, add_person


def relate(book: Casebook, person: UUID, to: UUID, relation: Relation) -> Any:
    relative = Relative(relative_id=to, relation=relation)
    return book.write(people.save_part, person, "relatives", relative, TODAY).result


def test_a_circle_of_parents_is_refused_however_it_is_told(book: Casebook) -> None:
    ana, ben, chi = (add_person(book) for _turn in range(3))
    relate(book, ana, ben, Relation.CHILD)
    relate(book, chi, ben, Relation.FATHER)
    for person, to, relation in ((chi, ana, Relation.CHILD), (ana, chi, Relation.MOTHER)):
        with pytest.raises(UserError, match="own ancestor"):
            relate(book, person, to, relation)
    with pytest.raises(UserError, match="own relative"):
        relate(book, ana, ana, Relation.SIBLING)
    assert book.read(people.person, chi).relatives[0].relative_id == ben


def test_a_wrong_relation_can_be_put_right(book: Casebook) -> None:
    ana, ben = add_person(book), add_person(book)
    wrong = relate(book, ana, ben, Relation.CHILD)
    right = replace(wrong, relation=Relation.FATHER)
    book.write(people.save_part, ana, "relatives", right, TODAY)
    relate(book, ben, ana, Relation.CHILD)
    assert book.read(people.person, ana).relatives[0].relation is Relation.FATHER


def test_a_new_person_can_t_be_parent_and_child_of_the_same(book: Casebook) -> None:
    ana = add_person(book)
    both = tuple(Relative(relative_id=ana, relation=each) for each in (Relation.CHILD, Relation.MOTHER))
    with pytest.raises(UserError, match="own ancestor"):
        book.write(people.add, a_person(relatives=both), TODAY)


def test_a_relative_who_is_nobody_is_refused(book: Casebook) -> None:
    with pytest.raises(UserError, match="not in the casebook"):
        relate(book, add_person(book), UUID(int=7), Relation.SIBLING)
