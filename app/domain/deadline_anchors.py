"""The dates of one case that limits are counted from: its fields, the visa, and what happened in China."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain import dates, stays
from app.domain.casefile import CaseFile, Entries
from app.domain.cases import Stage
from app.domain.deadline_rules import AnchorKind
from app.domain.deadlines import Anchor, Stated
from app.domain.fields import Part
from app.domain.stays import Address, Entry, Event, EventKind, Extension, Ledger, Permit, Stay
from app.i18n import N_, Bilingual, both

_KINDS = {
    EventKind.FORM_CONFIRMED: AnchorKind.FORM_CONFIRMED,
    EventKind.CHANGE: AnchorKind.CHANGE,
    EventKind.BIRTH: AnchorKind.BIRTH,
    EventKind.ORDER: AnchorKind.ORDER,
    EventKind.EMPLOYER: AnchorKind.EMPLOYER,
    EventKind.MEDICAL: AnchorKind.MEDICAL,
    EventKind.POLICE: AnchorKind.POLICE,
}
_HANDED_IN = (Stage.HANDED_IN, Stage.DECIDED, Stage.ARRIVED, Stage.CLOSED)
_FILED = (Stage.PRE_REVIEW, Stage.SUPPLEMENT_ASKED, *_HANDED_IN)
_DECIDED = (Stage.DECIDED, Stage.ARRIVED, Stage.CLOSED)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a case: its stage, its typed fields, and its ledger."""

    stage: Stage
    file: CaseFile
    ledger: Ledger


def anchors(known: Known) -> tuple[Anchor, ...]:
    """Return every date that a limit may be counted from; a date that is missing asks for itself."""
    return (
        *_of_case(known),
        *(anchor for entry in known.ledger.in_order() for anchor in _of_entry(known, entry)),
        *(anchor for extension in known.ledger.extensions for anchor in _of_extension(extension)),
        *(anchor for permit in known.ledger.permits for anchor in _of_permit(known, permit)),
        *(anchor for event in known.ledger.events for anchor in _of_event(event)),
    )


def _of_case(known: Known) -> Iterator[Anchor]:
    file, stage = known.file, known.stage
    filed = both("Filed.") if stage in _FILED else None
    handed_in = both("Handed in.") if stage in _HANDED_IN else None
    decided = both("The authority decided.") if stage in _DECIDED else None
    dated = (
        (AnchorKind.PLANNED_FILING, file.planned_filing, filed),
        (AnchorKind.APPOINTMENT, file.appointment_on, handed_in),
        (AnchorKind.SUPPLEMENT, file.supplement_due, decided),
        (AnchorKind.BORDER, file.planned_entry, _entered_since(known, file.planned_entry)),
        (AnchorKind.VISA_END, file.visa_enter_before, _used_up(known)),
    )
    for kind, day, settled in dated:
        if day is not None:
            yield Anchor(kind=kind, day=day, settled=settled)


def _entered_since(known: Known, planned: date | None) -> Bilingual | None:
    """Say that the planned entry took place: nobody's plan is right to the day."""
    for entry in known.ledger.in_order():
        if planned is not None and (entry.covers(planned) or (entry.entered_on or planned) > planned):
            return _on(N_("Entered on {day}."), entry.entered_on)
    return None


def _used_up(known: Known) -> Bilingual | None:
    allowed = {Entries.SINGLE: 1, Entries.DOUBLE: 2}
    entries = known.file.visa_entries
    used = known.ledger.in_order()
    if entries is None or len(used) < allowed.get(entries, len(used) + 1):
        return None
    return _on(N_("The last entry was used on {day}."), used[-1].entered_on)


def _on(message: str, day: date | None) -> Bilingual:
    text = both(message)
    if day is None:
        return text
    return Bilingual(text.en.format(day=dates.shown(day, "en")), text.zh.format(day=dates.shown(day, "zh")))


def _key(part: Part) -> str:
    return part.id.hex if part.id else ""


def _of_entry(known: Known, entry: Entry) -> Iterator[Anchor]:
    assert entry.entered_on is not None
    ledger = known.ledger
    stay = stays.stay_of(ledger, entry, known.file.visa_stay_days)
    left = _on(N_("Left China on {day}."), entry.left_on) if entry.left_on else None
    filed = _filed_since(ledger.permits, entry.entered_on)
    applied = _on(N_("Applied for on {day}."), filed) if filed else None
    yield Anchor(
        kind=AnchorKind.ENTRY, key=_key(entry), day=entry.entered_on, clock=entry.entered_time,
        settled=left or applied,
    )  # fmt: skip
    yield from _of_addresses(known, entry, left)
    yield from _of_stay(stay, left or _permitted(ledger.permits, entry.entered_on))


def _filed_since(permits: Iterable[Permit], day: date) -> date | None:
    filed = [permit.filed_on or permit.accepted_on or permit.issued_on for permit in permits]
    return min((each for each in filed if each and each >= day), default=None)


def _permitted(permits: Iterable[Permit], day: date) -> Bilingual | None:
    issued = [permit.issued_on for permit in permits if permit.issued_on and permit.issued_on >= day]
    return _on(N_("Residence permit issued on {day}."), min(issued)) if issued else None


def _of_addresses(known: Known, entry: Entry, left: Bilingual | None) -> Iterator[Anchor]:
    addresses = known.ledger.of_entry(entry, known.ledger.addresses)
    entered = Stated(both("Entry"), _on("{day}", entry.entered_on))
    for address in addresses:
        yield Anchor(
            kind=AnchorKind.CHECK_IN, key=_key(address), day=address.checked_in_on,
            clock=address.checked_in_time, stands_on=(entered,), settled=_registered(address),
        )  # fmt: skip
    if not addresses:
        yield Anchor(
            kind=AnchorKind.CHECK_IN, key=_key(entry), day=None, stands_on=(entered,), settled=left,
            asks=both("When did the client move in, and where?"),
        )  # fmt: skip


def _registered(address: Address) -> Bilingual | None:
    if address.registered_on:
        return _on(N_("Registered on {day}."), address.registered_on)
    return both("The hotel registers its guests.") if address.is_hotel else None


def _of_stay(stay: Stay, settled: Bilingual | None) -> Iterator[Anchor]:
    granted = [each for each in stay.extensions if each.granted_days]
    pending = next((each for each in stay.extensions if each.is_pending), None)
    if stay.days == 0:
        return  # the visa gives no stay of its own: a residence permit is due (DL-02)
    key = _key(granted[-1] if granted else stay.entry)
    stands_on = _facts_of(stay)
    asks = None if stay.days is not None else both("How many days does each stay give?")
    receipt = both("The receipt makes the stay lawful until the decision.") if pending else None
    yield Anchor(
        kind=AnchorKind.STAY_END, key=key, day=stay.last_day, stands_on=stands_on,
        settled=settled or receipt, asks=asks,
    )  # fmt: skip
    if stay.days_left_to_add != 0:
        yield Anchor(
            kind=AnchorKind.STAY_TO_EXTEND, key=key, day=stay.last_day, stands_on=stands_on,
            settled=settled or _extension_filed(stay), asks=asks,
        )  # fmt: skip


def _extension_filed(stay: Stay) -> Bilingual | None:
    """Say that an application since the last grant is on its way, or was refused."""
    undecided = [each for each in stay.extensions if not each.granted_days]
    return _on(N_("Applied for on {day}."), undecided[-1].starts_on) if undecided else None


def _facts_of(stay: Stay) -> tuple[Stated, ...]:
    facts = [Stated(both("Entry"), _on("{day}", stay.entry.entered_on))]
    if stay.days is not None:
        facts.append(Stated(both("Days of the stay"), Bilingual(str(stay.days), str(stay.days))))
    if stay.added:
        facts.append(Stated(both("Days added"), Bilingual(str(stay.added), str(stay.added))))
    return tuple(facts)


def _of_extension(extension: Extension) -> Iterator[Anchor]:
    if extension.accepted_on:
        decided = extension.decided_on or extension.state
        yield Anchor(
            kind=AnchorKind.STAY_RECEIPT, key=_key(extension), day=extension.accepted_on,
            settled=both("The authority decided.") if decided else None,
        )  # fmt: skip


def _of_permit(known: Known, permit: Permit) -> Iterator[Anchor]:
    key = _key(permit)
    if permit.accepted_on:
        issued = _on(N_("Residence permit issued on {day}."), permit.issued_on) if permit.issued_on else None
        yield Anchor(kind=AnchorKind.PERMIT_RECEIPT, key=key, day=permit.accepted_on, settled=issued)
    if permit.expires_on:
        over = _permit_over(known.ledger, permit)
        renewed = _on(N_("Applied for on {day}."), permit.renewed_on) if permit.renewed_on else None
        yield Anchor(kind=AnchorKind.PERMIT_TO_RENEW, key=key, day=permit.expires_on, settled=over or renewed)
        yield Anchor(kind=AnchorKind.PERMIT_END, key=key, day=permit.expires_on, settled=over)


def _permit_over(ledger: Ledger, permit: Permit) -> Bilingual | None:
    """Say that a later permit took over. Leaving does not end a permit: it lets its holder come back."""
    later = [
        other.issued_on
        for other in ledger.permits
        if other is not permit and other.issued_on and other.issued_on > (permit.issued_on or date.min)
        and (other.expires_on or date.max) > (permit.expires_on or date.max)
    ]  # fmt: skip
    return _on(N_("Residence permit issued on {day}."), min(later)) if later else None


def _of_event(event: Event) -> Iterator[Anchor]:
    if event.kind is not None and event.on is not None:
        settled = _on(N_("Dealt with on {day}."), event.settled_on) if event.settled_on else None
        count = event.days if event.kind is EventKind.ORDER else None
        yield Anchor(kind=_KINDS[event.kind], key=_key(event), day=event.on, count=count, settled=settled)
