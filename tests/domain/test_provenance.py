"""Every fact that is not typed on a case says where it comes from."""

from app.domain import provenance
from app.domain.fact_types import Origin
from app.domain.facts import REGISTRY
from app.domain.post_facts import ANSWERS


def test_every_derived_fact_has_its_record_or_its_facts() -> None:
    answered = {fact.name for fact in ANSWERS}
    derived = {f.name for f in REGISTRY.values() if f.origin in (Origin.DERIVED, Origin.EITHER)} - answered
    untold = {name for name in derived if provenance.of_record(name) == provenance.Provenance()}
    assert untold == set()


def test_what_is_named_there_is_a_fact() -> None:
    named = set(provenance.RECORD) | set(provenance.STANDS_ON)
    named |= {name for names in provenance.STANDS_ON.values() for name in names}
    assert named <= set(REGISTRY)
