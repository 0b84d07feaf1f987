"""Nobody is their own relative or ancestor, however long the way round is."""

from uuid import UUID

import pytest

from app.domain import kinship
from app.domain.choices import Relation
from app.domain.people import Relative
from app.errors import UserError

ANA, BEN, CHI, DEV = (UUID(int=number) for number in range(1, 5))


def link(to: UUID, relation: Relation) -> Relative:
    return Relative(relative_id=to, relation=relation)


def test_a_child_of_their_own_grandchild_is_refused() -> None:
    known = list(kinship.edges([(ANA, link(BEN, Relation.CHILD)), (CHI, link(BEN, Relation.MOTHER))]))
    assert known == [(ANA, BEN), (BEN, CHI)]
    for person, relative in ((CHI, link(ANA, Relation.CHILD)), (ANA, link(CHI, Relation.FATHER))):
        with pytest.raises(UserError, match="own ancestor") as refused:
            kinship.check(person, relative, known)
        assert refused.value.field == "relation"


def test_what_makes_no_circle_may_be_recorded() -> None:
    known = [(ANA, BEN), (BEN, CHI)]
    kinship.check(ANA, link(CHI, Relation.CHILD), known)
    kinship.check(CHI, link(ANA, Relation.SPOUSE), known)
    kinship.check(CHI, link(DEV, Relation.MOTHER), known)
    kinship.check(CHI, Relative(relation=Relation.CHILD), known)


def test_nobody_is_a_relative_of_themselves() -> None:
    with pytest.raises(UserError, match="own relative"):
        kinship.check(ANA, link(ANA, Relation.SIBLING), [])


def test_records_that_are_circular_already_end_the_search() -> None:
    kinship.check(DEV, link(ANA, Relation.MOTHER), [(ANA, BEN), (BEN, ANA)])
