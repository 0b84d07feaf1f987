"""Every operation is of one kind, in the order in which kinds take a tag."""

from fnmatch import fnmatchcase

import pytest

from app.domain.operation_kinds import PATTERNS, OperationKind, earlier


def kind_of(tag: str) -> OperationKind:
    return next(
        kind for kind, patterns in PATTERNS.items() if any(fnmatchcase(tag, each) for each in patterns)
    )


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("case:print", OperationKind.PRINT),
        ("case:move", OperationKind.CASE),
        ("list:export", OperationKind.EXPORT),
        ("rules:export", OperationKind.EXPORT),
        ("person:open-declarations", OperationKind.OPENING),
        ("person:edit", OperationKind.PERSON),
        ("user:remove", OperationKind.ACCESS),
        ("trail:undo", OperationKind.UNDO),
        ("firm:edit", OperationKind.REST),
        ("something:new", OperationKind.REST),
    ],
)
def test_a_tag_is_of_the_first_kind_that_fits(tag: str, kind: OperationKind) -> None:
    assert kind_of(tag) is kind


def test_every_kind_has_its_patterns_and_the_last_takes_what_is_left() -> None:
    assert tuple(PATTERNS) == tuple(OperationKind)
    assert earlier(OperationKind.PRINT) == ()
    assert earlier(OperationKind.REST) == tuple(OperationKind)[:-1]
