"""What can be wrong with a passport, how long it is valid, and how it differs from its zone."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.dates import PartialDate, shown
from app.domain.fields import Labelled, named
from app.domain.folding import number as folded_number
from app.domain.mrz import Mrz
from app.domain.mrz_names import is_same_name
from app.domain.people import Name, Nationality, Passport, Person
from app.domain.periods import add_months, months_between
from app.domain.places import country_name, zone_code_name
from app.errors import UserError
from app.i18n import N_, _, language

_NUMBER_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_SEPARATORS = " -./‐‑–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field beside the zone's value for it; ``value`` is what to store to take the zone's.

    ``part`` and ``field`` name it in ``people``: "names" and "family", or "" and "sex".
    ``label`` is a msgid; ``ours`` and ``zones`` are as shown, "" where empty.
    """

    part: str
    field: str
    label: str
    ours: str
    zones: str
    value: Any
    is_same: bool

    @property
    def is_new(self) -> bool:
        """Say whether we have nothing there yet."""
        return not self.ours and bool(self.zones)


def tidy_number(text: str) -> str:
    """Return a passport number as the zone has it: capitals and digits, no spaces, dots or hyphens.

    Raises ``UserError`` (on ``number``) for any other character.
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    plain = "".join(character for character in plain if character not in _SEPARATORS)
    for character in plain:
        if character not in _NUMBER_CHARACTERS:
            raise UserError(
                _("“{character}” never stands in a passport number.").format(character=character),
                _("Only A–Z and 0–9 do; O and 0, I and 1 are easily mistaken."),
                field="number",
            )
    return plain


def problems(
    passport: Passport, *, birth_date: PartialDate | None = None, today: date
) -> tuple[UserError, ...]:
    """Return what can't be right in a passport, each as an error on its field."""
    return tuple(_problems(passport, birth_date, today))


def check(passport: Passport, *, birth_date: PartialDate | None = None, today: date) -> None:
    """Raise the first ``UserError`` of ``problems``."""
    for problem in problems(passport, birth_date=birth_date, today=today):
        raise problem


def _problems(passport: Passport, birth_date: PartialDate | None, today: date) -> Iterator[UserError]:
    issued, expires = passport.issued_on, passport.expires_on
    try:
        tidy_number(passport.number)
    except UserError as trouble:
        yield trouble
    if issued and issued > today:
        yield UserError(_("The date of issue is in the future."), field="issued_on")
    if issued and birth_date and issued < birth_date.earliest:
        yield UserError(_("The passport was issued before its holder was born."), field="issued_on")
    if issued and expires and expires <= issued:
        yield UserError(_("The passport expires before it was issued."), field="expires_on")
    if expires and birth_date and expires < birth_date.earliest:
        yield UserError(_("The passport expires before its holder was born."), field="expires_on")


def months_left(expires_on: date, on: date) -> int:
    """Return the whole months a passport is still valid on a day; negative once it has expired."""
    return months_between(on, expires_on)


def is_valid_for(expires_on: date, on: date, *, months: int) -> bool:
    """Say whether a passport is valid for ``months`` or more from a day on."""
    return expires_on >= add_months(on, months)


def differences(
    person: Person, passport: Passport | None, name: Name | None, zone: Mrz
) -> tuple[Difference, ...]:
    """Return the zone's fields beside ours, in the order of the data page; nothing is changed.

    ``passport`` and ``name`` are the ones to compare, None where there is none yet. A name is the same
    when the zone may write it so: without accents, hyphens and apostrophes, maybe cut.
    """
    held = [one.country for one in person.nationalities if one.country]
    nationality = next((one for one in held if one == zone.nationality_country), held[0] if held else "")
    ours, called = passport or Passport(), name or Name()
    return (
        _name("family", called.family, zone.family, zone.is_name_cut and not zone.given),
        _name("given", called.given, zone.given, zone.is_name_cut),
        _country(Nationality, "nationalities", nationality, zone.nationality, zone.nationality_country),
        _plain(Person, "", "birth_date", person.birth_date, zone.birth_date),
        _plain(Person, "", "sex", person.sex, zone.sex),
        _country(Passport, "passports", ours.country, zone.issuer, zone.issuer_country),
        _plain(Passport, "passports", "number", ours.number, zone.number),
        _plain(Passport, "passports", "expires_on", ours.expires_on, zone.expires_on),
    )


def _name(field: str, ours: str, zones: str, cut: bool) -> Difference:
    return Difference(
        part="names",
        field=field,
        label=named(Name)[field].label,
        ours=ours,
        zones=zones,
        value=zones,
        is_same=ours == zones or is_same_name(ours, zones, cut=cut),
    )


def _country(owner: type, part: str, ours: str, code: str, country: str) -> Difference:
    """Compare countries; a code that stands for a status ("XXA") is shown by its meaning."""
    return Difference(
        part=part,
        field="country",
        label=N_("Nationality") if owner is Nationality else named(owner)["country"].label,
        ours=country_name(ours).text(language()) if ours else "",
        zones=f"{zone_code_name(code).text(language())} ({code})" if code else "",
        value=country,
        is_same=ours == country,
    )


def _plain(owner: type, part: str, field: str, ours: Any, zones: Any) -> Difference:
    return Difference(
        part=part,
        field=field,
        label=named(owner)[field].label,
        ours=_shown(ours),
        zones=_shown(zones),
        value=zones,
        is_same=_comparable(ours) == _comparable(zones),
    )


def _shown(value: Any) -> str:
    if isinstance(value, date | PartialDate):
        return shown(value, language())
    return _(value.label) if isinstance(value, Labelled) else value or ""


def _comparable(value: Any) -> str:
    return (
        folded_number(value)
        if isinstance(value, str) and not isinstance(value, Labelled)
        else str(value or "")
    )
