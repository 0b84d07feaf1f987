"""What happened in China after a visa was issued: entries, addresses, extensions, residence permits, events.

Days and times of day are China's own. Nothing here is guessed: a blank is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from app.domain.fields import Kind, Labelled, Part, field
from app.i18n import N_

Dated = TypeVar("Dated", "Address", "Extension")


class EventKind(Labelled):
    """What else happens to somebody in China and starts a limit."""

    FORM_CONFIRMED = "form_confirmed", N_("Online form confirmed by the post")
    CHANGE = "change", N_("Change of passport, name, sex, birth date, purpose or term of the permit")
    BIRTH = "birth", N_("Birth of a child in China")
    ORDER = "order", N_("Ordered to leave")
    EMPLOYER = "employer", N_("Left the employer, or works elsewhere")
    MEDICAL = "medical", N_("Medical certificate issued")
    POLICE = "police", N_("Police certificate issued")


class ExtensionState(Labelled):
    """What became of an application to stay longer."""

    GRANTED = "granted", N_("Granted")
    REFUSED = "refused", N_("Refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Part):
    """One entry on the visa; ``stay_days`` is what this entry gives, where it is not what the visa says."""

    entered_on: date | None = field(N_("Entered on"), Kind.DAY)
    entered_time: str = field(N_("Time of entry (China)"), limit=8)
    port: str = field(N_("Port of entry"))
    stay_days: int | None = field(N_("Days granted, if not as the visa says"), Kind.NUMBER)
    left_on: date | None = field(N_("Left on"), Kind.DAY)
    left_time: str = field(N_("Time of leaving (China)"), limit=8)
    left_port: str = field(N_("Port of leaving"))

    def covers(self, day: date) -> bool:
        """Whether the person was in China on ``day`` by this entry."""
        return self.entered_on is not None and self.entered_on <= day <= (self.left_on or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(Part):
    """One address in China; a hotel registers its guests itself."""

    checked_in_on: date | None = field(N_("Moved in on"), Kind.DAY)
    checked_in_time: str = field(N_("Time of moving in (China)"), limit=8)
    address: str = field(N_("Address"), Kind.LINES, limit=500)
    is_hotel: bool = field(N_("Hotel"), Kind.FLAG)
    registered_on: date | None = field(N_("Registered on"), Kind.DAY)
    left_on: date | None = field(N_("Moved out on"), Kind.DAY)

    @property
    def starts_on(self) -> date | None:
        """The day by which it belongs to an entry."""
        return self.checked_in_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension(Part):
    """One application to stay longer on the current entry; ``days`` is what was granted."""

    filed_on: date | None = field(N_("Filed on"), Kind.DAY)
    accepted_on: date | None = field(N_("Receipt of"), Kind.DAY)
    decided_on: date | None = field(N_("Decided on"), Kind.DAY)
    state: ExtensionState | None = field(N_("Decision"), Kind.CHOICE, choices=ExtensionState)
    days: int | None = field(N_("Days added"), Kind.NUMBER)

    @property
    def starts_on(self) -> date | None:
        """The day by which it belongs to an entry."""
        return self.filed_on or self.accepted_on or self.decided_on

    @property
    def granted_days(self) -> int:
        """The days it adds; none while it is open or refused."""
        return self.days or 0 if self.state is ExtensionState.GRANTED else 0

    @property
    def is_pending(self) -> bool:
        """Whether a receipt is out and no decision: the receipt makes the stay lawful meanwhile."""
        return self.accepted_on is not None and self.state is None and self.decided_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit(Part):
    """One residence permit, from its application on."""

    number: str = field(N_("Number"), limit=40)
    filed_on: date | None = field(N_("Filed on"), Kind.DAY)
    accepted_on: date | None = field(N_("Receipt of"), Kind.DAY)
    issued_on: date | None = field(N_("Issued on"), Kind.DAY)
    expires_on: date | None = field(N_("Valid until"), Kind.DAY)
    renewed_on: date | None = field(N_("Renewal filed on"), Kind.DAY)

    def covers(self, day: date) -> bool:
        """Whether residence is permitted on ``day``."""
        return self.issued_on is not None and self.issued_on <= day <= (self.expires_on or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Part):
    """One event that starts a limit; ``days`` is the limit that an order to leave sets."""

    kind: EventKind | None = field(N_("What happened"), Kind.CHOICE, choices=EventKind)
    on: date | None = field(N_("On"), Kind.DAY)
    days: int | None = field(N_("Days given (order to leave)"), Kind.NUMBER)
    settled_on: date | None = field(N_("Dealt with on"), Kind.DAY)
    note: str = field(N_("Note"), Kind.LINES, limit=500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All of it for one case, each kind in order of time."""

    entries: tuple[Entry, ...] = ()
    addresses: tuple[Address, ...] = ()
    extensions: tuple[Extension, ...] = ()
    permits: tuple[Permit, ...] = ()
    events: tuple[Event, ...] = ()

    def with_part(self, name: str, part: Part) -> Ledger:
        """Return the ledger with a part added, or put in place of the one with its key."""
        held: tuple[Part, ...] = getattr(self, name)
        is_there = part.id is not None and any(each.id == part.id for each in held)
        others = tuple(part if each.id == part.id else each for each in held)
        changed: dict[str, Any] = {name: others if is_there else (*held, part)}
        return replace(self, **changed)

    def without(self, name: str, part_id: UUID) -> Ledger:
        """Return the ledger without one part."""
        changed: dict[str, Any] = {name: tuple(each for each in getattr(self, name) if each.id != part_id)}
        return replace(self, **changed)

    def of_entry(self, entry: Entry, parts: Iterable[Dated]) -> tuple[Dated, ...]:
        """Return the parts that belong to an entry, by the day they begin."""
        return tuple(part for part in parts if self.entry_on(part.starts_on) is entry)

    def entry_on(self, day: date | None) -> Entry | None:
        """Return the entry by which the person was in China on ``day``; of two on one day, the later."""
        covering = [entry for entry in self.in_order() if day is not None and entry.covers(day)]
        return covering[-1] if covering else None

    def in_order(self) -> list[Entry]:
        """Return the entries with a date, oldest first."""
        dated = [entry for entry in self.entries if entry.entered_on is not None]
        return sorted(dated, key=lambda entry: (entry.entered_on or date.min, entry.entered_time))


# The parts of a ledger by name, in the order they are shown.
LEDGER_PARTS: dict[str, type[Part]] = {
    "entries": Entry,
    "addresses": Address,
    "extensions": Extension,
    "permits": Permit,
    "events": Event,
}


def last_day(entered_on: date, days: int) -> date:
    """Return the last day of a stay: it counts from the day after entry (Regulations Art. 36)."""
    return entered_on + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Stay:
    """How long one entry lets somebody stay: its first length, what was added, and the last day.

    ``last_day`` is None while the length is not known.
    """

    entry: Entry
    days: int | None
    added: int
    extensions: tuple[Extension, ...]

    @property
    def last_day(self) -> date | None:
        """The last day of the stay, extensions included."""
        if self.days is None or self.entry.entered_on is None:
            return None
        return last_day(self.entry.entered_on, self.days + self.added)

    @property
    def days_left_to_add(self) -> int | None:
        """How many days extensions may still add: together never more than the first stay (Art. 29)."""
        return None if self.days is None else self.days - self.added


def stay_of(ledger: Ledger, entry: Entry, visa_stay_days: int | None) -> Stay:
    """Return the stay that ``entry`` gives; each entry starts its own counter."""
    found = ledger.of_entry(entry, ledger.extensions)
    days = visa_stay_days if entry.stay_days is None else entry.stay_days
    return Stay(entry, days, sum(each.granted_days for each in found), found)
