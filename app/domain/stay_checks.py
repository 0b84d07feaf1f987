"""Refuse a ledger that can't be: an entry before the visa's issue, an exit before its entry, and the like."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import pairwise
from typing import Any

from app.domain import dates, stays, zones
from app.domain.casefile import Entries
from app.domain.fields import Part
from app.domain.stays import Address, Entry, Event, EventKind, Extension, ExtensionState, Ledger, Permit
from app.errors import UserError
from app.i18n import _, language

_ALLOWED = {Entries.SINGLE: 1, Entries.DOUBLE: 2}
_MOST_DAYS_TO_LEAVE = 15  # Regulations Art. 33
_TIMES = ("entered_time", "left_time", "checked_in_time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visa:
    """What the visa says, as far as it is known; ``issued_on`` is the day of the decision."""

    issued_on: date | None = None
    enter_before: date | None = None
    stay_days: int | None = None
    entries: Entries | None = None


def checked(ledger: Ledger, name: str, part: Part, visa: Visa, today: date) -> Part:
    """Return ``part`` with its times of day cleaned. Raises ``UserError`` beside what can't be so."""
    clean: dict[str, Any] = {
        each.name: zones.clock(getattr(part, each.name), each.name)
        for each in fields(part)
        if each.name in _TIMES
    }
    part = replace(part, **clean)
    _refuse_future(part, today)
    whole = ledger.with_part(name, part)
    if isinstance(part, Entry):
        _check_entry(part, visa)
        _check_entries(whole, part, visa)
    elif isinstance(part, Address):
        _check_address(whole, part)
    elif isinstance(part, Extension):
        _check_extension(part)
    elif isinstance(part, Permit):
        _in_order(part, ("filed_on", "accepted_on", "issued_on", "expires_on"))
    elif isinstance(part, Event):
        _check_event(part)
    _check_extensions(whole, visa, "days" if isinstance(part, Extension) else "stay_days")
    return part


def _refuse_future(part: Part, today: date) -> None:
    for each in fields(part):
        value = getattr(part, each.name)
        if isinstance(value, date) and each.name != "expires_on" and value > today:
            message = _("{day} has not come yet: only what has happened is recorded here.")
            raise UserError(message.format(day=_day(value)), field=each.name)


def _day(day: date) -> str:
    return dates.shown(day, language())


def _check_entry(entry: Entry, visa: Visa) -> None:
    if entry.entered_on is None:
        raise UserError(_("Say on which day the entry was."), field="entered_on")
    if visa.issued_on and entry.entered_on < visa.issued_on:
        message = _("The visa was issued on {day}; nobody entered on it before.")
        raise UserError(message.format(day=_day(visa.issued_on)), field="entered_on")
    if visa.enter_before and entry.entered_on > visa.enter_before:
        message = _("The visa could be used to enter until {day}, 24:00 in Beijing.")
        raise UserError(message.format(day=_day(visa.enter_before)), field="entered_on")
    if entry.left_on and (entry.left_on, entry.left_time or "99") < (entry.entered_on, entry.entered_time):
        raise UserError(_("The exit lies before the entry."), field="left_on")


def _check_entries(ledger: Ledger, entry: Entry, visa: Visa) -> None:
    allowed = _ALLOWED.get(visa.entries) if visa.entries else None
    if allowed is not None and len(ledger.entries) > allowed:
        message = _("The visa gives entries: {entries}.")
        raise UserError(
            message.format(entries=_(visa.entries.label if visa.entries else "")), field="entered_on"
        )
    ordered = ledger.in_order()
    for before, after in pairwise(ordered):
        start = after.entered_on or date.max
        if before.left_on is None or before.left_on > start:
            field = "entered_on" if after.id == entry.id else "left_on"
            message = _("Before the entry of {day} the person has to leave; the exit is missing or later.")
            raise UserError(message.format(day=_day(start)), field=field)


def _check_address(ledger: Ledger, address: Address) -> None:
    if address.checked_in_on is None:
        raise UserError(_("Say on which day the client moved in."), field="checked_in_on")
    entry = ledger.entry_on(address.checked_in_on)
    if entry is None:
        message = _("No entry covers {day}: record the entry first.")
        raise UserError(message.format(day=_day(address.checked_in_on)), field="checked_in_on")
    if entry.entered_on == address.checked_in_on and "" < address.checked_in_time < entry.entered_time:
        raise UserError(_("Nobody moves in before the entry."), field="checked_in_time")
    _in_order(address, ("checked_in_on", "registered_on"))
    _in_order(address, ("checked_in_on", "left_on"))


def _check_extension(extension: Extension) -> None:
    if extension.starts_on is None:
        raise UserError(_("Say on which day it was filed."), field="filed_on")
    _in_order(extension, ("filed_on", "accepted_on", "decided_on"))
    if extension.state is ExtensionState.GRANTED and not extension.days:
        raise UserError(_("Say how many days were added."), field="days")


def _check_event(event: Event) -> None:
    if event.kind is None or event.on is None:
        field = "kind" if event.kind is None else "on"
        raise UserError(_("Say what happened, and on which day."), field=field)
    if event.kind is EventKind.ORDER and event.days and event.days > _MOST_DAYS_TO_LEAVE:
        raise UserError(_("An order to leave gives at most 15 days."), field="days")
    _in_order(event, ("on", "settled_on"))


def removed(ledger: Ledger, name: str, part: Part) -> None:
    """Refuse to remove an entry while an address or extension belongs to it. Raises ``UserError``."""
    if isinstance(part, Entry) and part.id is not None:
        rest = ledger.without(name, part.id)
        days = [address.starts_on for address in ledger.addresses]
        days += [extension.starts_on for extension in ledger.extensions]
        if any(rest.entry_on(day) is None for day in days):
            raise UserError(_("Remove the addresses and extensions of this entry first."))


def _check_extensions(ledger: Ledger, visa: Visa, field: str) -> None:
    for extension in ledger.extensions:
        if ledger.entry_on(extension.starts_on) is None:
            message = _("No entry covers {day}: record the entry first.")
            raise UserError(message.format(day=_day(extension.starts_on or date.min)), field="filed_on")
    for entry in ledger.in_order():
        stay = stays.stay_of(ledger, entry, visa.stay_days)
        if stay.days_left_to_add is not None and stay.days_left_to_add < 0:
            message = _("Extensions together can't be longer than the first stay of {days} days.")
            raise UserError(message.format(days=stay.days), field=field)


def _in_order(part: Part, names: Sequence[str]) -> None:
    """Refuse days that run backwards; those left blank are passed over."""
    given = [(name, getattr(part, name)) for name in names if getattr(part, name)]
    for (_first, before), (name, after) in pairwise(given):
        if after < before:
            raise UserError(_("The end lies before the beginning."), field=name)
