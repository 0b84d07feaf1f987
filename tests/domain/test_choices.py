"""What may be chosen is unambiguous and has a label."""

import inspect

import pytest

from app.domain import casefile, choices
from app.domain.fields import Labelled

ALL = [
    kind
    for module in (choices, casefile)
    for _name, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, Labelled) and kind is not Labelled
]


@pytest.mark.parametrize("kind", ALL)
def test_labels_are_there_and_differ(kind: type[Labelled]) -> None:
    labels = [choice.label for choice in kind]
    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", ALL)
def test_stored_values_need_no_quoting(kind: type[Labelled]) -> None:
    assert all(choice.value.replace("_", "").isalnum() for choice in kind)
