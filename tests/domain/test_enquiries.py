"""A call becomes a person as far as it was told, and nothing is guessed."""

import pytest

from app.domain import enquiries
from app.domain.choices import ContactKind, NameKind
from app.domain.enquiries import FirstCall
from app.domain.fields import of


def test_everything_that_is_asked_has_its_place_in_the_form() -> None:
    assert sorted(enquiries.ASKED) == sorted(field.name for field in of(FirstCall))


@pytest.mark.parametrize(
    ("family", "given", "kind", "script"),
    [
        ("SAMPLE", "Ananya", NameKind.PASSPORT, "Latin"),
        ("样", "伟", NameKind.NATIVE, "Han"),
        ("", "अनन्या", NameKind.NATIVE, "Devanagari"),
        ("نموذج", "ليلى", NameKind.NATIVE, "Arabic"),
    ],
)
def test_a_name_in_any_script_is_taken(family: str, given: str, kind: NameKind, script: str) -> None:
    name = enquiries.person_of(FirstCall(family=family, given=given)).names[0]
    assert (name.kind, name.script) == (kind, script)


def test_what_was_not_told_is_not_there() -> None:
    person = enquiries.person_of(FirstCall(given="Otto"))
    assert (person.nationalities, person.contacts, person.birth_date) == ((), (), None)


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("otto@example.org", ContactKind.EMAIL, "otto@example.org"),
        ("+91 98765 43210", ContactKind.PHONE, "+919876543210"),
        ("98765 43210", ContactKind.OTHER, "98765 43210"),
        (" WeChat otto_muster ", ContactKind.OTHER, "WeChat otto_muster"),
    ],
)
def test_a_contact_is_of_the_kind_it_looks_like(typed: str, kind: ContactKind, value: str) -> None:
    found = enquiries.contact_of(typed)
    assert (found.kind, found.value) == (kind, value)
