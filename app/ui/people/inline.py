"""The cells of the list of persons that can be edited in place: simple fields, labels, one nationality."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from app.domain import fields, places, reading
from app.domain.people import Nationality, Person
from app.errors import UserError
from app.i18n import _, language
from app.services import labels, people, people_list
from app.services.people_list import PersonLine
from app.settings import today
from app.ui.office import Office
from app.ui.widgets.editor import shown
from app.ui.widgets.inline_edit import Inline

FIELDS = ("birth_date", "occupation")  # of the person, shown as they are typed
COUNTRIES = ("residence_country",)
NATIONALITY, LABELS = "nationality", "labels"


def editable(office: Office) -> Mapping[str, Inline]:
    """Return the columns that can be edited, by their ids; rows are named by their ``seq``."""
    whose = partial(_line, office)
    made = {
        name: Inline(partial(_load, office, name), partial(_save, office, name), _draft(whose, name))
        for name in (*FIELDS, *COUNTRIES)
    }
    nationality = Inline(
        partial(_load_nationality, office), partial(_save_nationality, office), _draft(whose, NATIONALITY)
    )
    labelled = Inline(partial(_load_labels, office), partial(_save_labels, office), _draft(whose, LABELS))
    return {**made, NATIONALITY: nationality, LABELS: labelled}


def _line(office: Office, seq: int) -> PersonLine:
    """Return a row's person. Raises ``UserError`` for one that is gone."""
    found = office.read(people_list.lines, [seq])
    if not found:
        raise UserError(_("This person is not in the casebook."))
    return found[0]


def _draft(whose: Callable[[int], PersonLine], name: str) -> Callable[[Any], str]:
    return lambda seq: f"person:{whose(seq).id}.{name}"


def _person(office: Office, seq: int) -> Person:
    return office.read(people.person, _line(office, seq).id)


def _load(office: Office, name: str, seq: int) -> tuple[int, str]:
    person = _person(office, seq)
    value = getattr(person, name)
    return person.version, _country(value) if name in COUNTRIES else shown(value)


def _country(code: str) -> str:
    return places.country_name(code).text(language()) if code else ""


def _save(office: Office, name: str, seq: int, version: int, typed: str) -> None:
    value = reading.read(fields.named(Person)[name], typed, today=today())
    office.write(people.set_field, _line(office, seq).id, version, name, value, today())


def _load_nationality(office: Office, seq: int) -> tuple[int, str]:
    held = _person(office, seq).nationalities
    return (held[0].version, _country(held[0].country)) if len(held) == 1 else (0, _several(held))


def _several(held: tuple[Nationality, ...]) -> str:
    return ", ".join(_country(each.country) for each in held)


def _save_nationality(office: Office, seq: int, version: int, typed: str) -> None:
    """Set the one nationality, or add the first; of several it is not clear which is meant."""
    person = _person(office, seq)
    if len(person.nationalities) > 1:
        raise UserError(_("This person has several nationalities."), _("Change them in the record."))
    kept = person.nationalities[0] if person.nationalities else Nationality()
    country = reading.read(fields.named(Nationality)["country"], typed, today=today())
    if not country:
        raise UserError(_("Say which country."), _("To take a nationality away, open the record."))
    assert person.id is not None
    changed = replace(kept, country=country, version=version)
    office.write(people.save_part, person.id, "nationalities", changed, today())


def _load_labels(office: Office, seq: int) -> tuple[int, str]:
    key = _line(office, seq).id
    return 0, ", ".join(office.read(labels.of, [key]).get(key, ()))


def _save_labels(office: Office, seq: int, _version: int, typed: str) -> None:
    office.write(labels.set_labels, _line(office, seq).id, typed)
