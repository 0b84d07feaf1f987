"""A person holds every section of the online form."""

from app.domain import fields
from app.domain.people import PARTS, Person


def test_every_part_of_a_person_has_its_kind() -> None:
    parts = [name for name in Person.__dataclass_fields__ if name in PARTS]
    assert parts == list(PARTS)


def test_the_sections_of_the_form_are_covered() -> None:
    kinds: list[type] = [Person, *PARTS.values()]
    items = {f.form_item.split(".")[0] for kind in kinds for f in fields.of(kind)}
    assert {"1", "3", "4", "5", "7", "8"} <= items


def test_an_empty_person_knows_nothing() -> None:
    nobody = Person()
    assert nobody.birth_date is None
    assert nobody.names == ()
    assert nobody.birth_country == ""
