"""One change of the labels of many persons."""

import pytest

from app.domain.labels import How
from app.errors import Conflict
from app.services import labels, people, people_labels
from app.services.bulk_edits import Wanted
from db.casebook import Casebook
from tests.builders import TODAY, add_person


def test_labels_of_persons_are_previewed_and_changed_as_one_step(book: Casebook) -> None:
    keys = [add_person(book), add_person(book)]
    book.write(labels.set_labels, keys[0], "VIP")
    wanted = Wanted("labels", ("VIP",), How.ADD)
    lines = book.read(people_labels.preview, keys, wanted, TODAY)
    assert [line.changes for line in lines] == [False, True]
    assert book.write(people_labels.apply, lines, wanted, TODAY).result == 1
    assert book.read(labels.of, keys) == dict.fromkeys(keys, ("VIP",))
    book.undo()
    assert book.read(labels.of, keys) == {keys[0]: ("VIP",)}


def test_a_person_changed_since_is_a_conflict(book: Casebook) -> None:
    key = add_person(book)
    wanted = Wanted("labels", ("VIP",), How.ADD)
    lines = book.read(people_labels.preview, [key], wanted, TODAY)
    book.write(people.set_field, key, 1, "occupation", "engineer", TODAY)
    with pytest.raises(Conflict):
        book.write(people_labels.apply, lines, wanted, TODAY)
