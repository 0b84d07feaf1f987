"""Labels as they are typed, and what a change does with those that are there."""

import pytest

from app.domain.labels import MOST, How, changed, read, shown
from app.errors import UserError


def test_labels_are_typed_with_commas_and_each_counts_once() -> None:
    assert read(" urgent,加急，Urgent; second  opinion ,, ") == ("urgent", "加急", "second opinion")


@pytest.mark.parametrize("typed", ["x" * 41, "a\u202eb"])
def test_a_label_that_cant_be_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="can't be a label"):
        read(typed)


@pytest.mark.parametrize(
    ("how", "after"),
    [
        (How.ADD, ("Urgent", "old", "new")),
        (How.REMOVE, ("old",)),
        (How.REPLACE, ("Urgent", "new")),
    ],
)
def test_adding_removing_and_replacing_are_three_things(how: How, after: tuple[str, ...]) -> None:
    assert changed(("Urgent", "old"), how, ("urgent", "new")) == after


def test_too_many_are_refused() -> None:
    with pytest.raises(UserError, match="At most"):
        changed((), How.ADD, tuple(str(number) for number in range(MOST + 1)))


def test_labels_are_shown_by_name() -> None:
    assert shown(("b", "A")) == "A, b"
