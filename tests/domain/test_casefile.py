"""A case holds sections 2 and 6 of the online form."""

from app.domain import fields
from app.domain.casefile import CASE_PARTS, CaseFile


def test_every_part_of_a_case_has_its_kind() -> None:
    assert [name for name in CaseFile.__dataclass_fields__ if name in CASE_PARTS] == list(CASE_PARTS)


def test_the_sections_of_the_form_are_covered() -> None:
    kinds: list[type] = [CaseFile, *CASE_PARTS.values()]
    items = {f.form_item.split(".")[0] for kind in kinds for f in fields.of(kind)}
    assert {"2", "6"} <= items


def test_entry_validity_and_length_of_stay_are_told_apart() -> None:
    labels = {name: each.label for name, each in fields.named(CaseFile).items()}
    assert labels["visa_enter_before"] != labels["visa_stay_days"]
