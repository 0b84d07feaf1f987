"""Which documents the demo prints."""

from app.domain.cases import Stage
from app.services.demo import prints
from app.services.documents import KINDS


def test_what_it_prints_is_there_to_print() -> None:
    assert {*prints.USUAL, *(kind for kinds in prints.MORE.values() for kind in kinds)} <= set(KINDS)


def test_an_enquiry_gets_the_usual_prints_only() -> None:
    assert Stage.ENQUIRY not in prints.MORE
