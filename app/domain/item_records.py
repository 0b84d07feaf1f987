"""What people did about one line of a checklist: its state, and the paper as it lies before us."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, Bilingual, _, joined


class ItemState(Labelled):
    """How far people are with a line; moved by people, never by rules."""

    NEEDED = "needed", N_("Needed")
    REQUESTED = "requested", N_("Requested")
    RECEIVED = "received", N_("Received")
    RETURNED = "returned", N_("Returned to client")
    ACCEPTED = "accepted", N_("Checked by us")
    WAIVED = "waived", N_("Waived")


class OriginalAt(Labelled):
    """Who has the original in hand."""

    CLIENT = "client", N_("With the client")
    OFFICE = "office", N_("In our office")
    CENTRE = "centre", N_("At the visa centre")
    AUTHORITY = "authority", N_("With the authority")
    RETURNED = "returned", N_("Given back to the client")


# Ticking a paper that lies on the table goes straight to checked; a waiver is taken back before work goes on.
STATE_MOVES: Mapping[ItemState, tuple[ItemState, ...]] = {
    ItemState.NEEDED: (ItemState.REQUESTED, ItemState.RECEIVED, ItemState.ACCEPTED, ItemState.WAIVED),
    ItemState.REQUESTED: (ItemState.RECEIVED, ItemState.ACCEPTED, ItemState.NEEDED, ItemState.WAIVED),
    ItemState.RECEIVED: (
        ItemState.ACCEPTED,
        ItemState.RETURNED,
        ItemState.REQUESTED,
        ItemState.NEEDED,
        ItemState.WAIVED,
    ),
    ItemState.RETURNED: (
        ItemState.REQUESTED,
        ItemState.RECEIVED,
        ItemState.ACCEPTED,
        ItemState.NEEDED,
        ItemState.WAIVED,
    ),
    ItemState.ACCEPTED: (ItemState.RECEIVED, ItemState.RETURNED, ItemState.NEEDED),
    ItemState.WAIVED: (ItemState.NEEDED, ItemState.REQUESTED, ItemState.RECEIVED),
}
NEEDS_REASON = frozenset({ItemState.RETURNED, ItemState.WAIVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRecord:
    """The record of one line; ``responsible`` is a user's key or name, as the caller keeps it.

    ``repeat_label`` is what the line was for when it was made, for when the person's record lost it.
    """

    state: ItemState = ItemState.NEEDED
    state_reason: str = ""
    issuer: str = ""
    number: str = ""
    issued_on: date | None = None
    valid_until: date | None = None
    originals: int | None = None
    copies: int | None = None
    original_at: OriginalAt | None = None
    returned_on: date | None = None  # the original, given back
    returned_to: str = ""
    asked_on: date | None = None
    last_chased_on: date | None = None
    due_on: date | None = None
    responsible: object = None
    repeat_label: Bilingual | None = None

    @property
    def is_untouched(self) -> bool:
        """Whether nobody did anything about the line yet."""
        return replace(self, repeat_label=None) == ItemRecord()


def move(state: ItemState, to: ItemState, reason: str = "") -> ItemState:
    """Return ``to`` where a line may go there from ``state``.

    Raises ``UserError`` that says what is possible, or that a return or waiver needs its reason.
    """
    possible = STATE_MOVES[state]
    if to not in possible:
        message = _("A line that is “{state}” can't become “{to}”.").format(
            state=_(state.label), to=_(to.label)
        )
        names = ", ".join(_(each.label) for each in possible)
        raise UserError(message, _("Possible now: {states}.").format(states=names), field="state")
    if to in NEEDS_REASON and not reason.strip():
        message = _("Say why this line becomes “{to}”.").format(to=_(to.label))
        raise UserError(message, field="state_reason")
    return to


def check_dates(record: ItemRecord, today: date) -> ItemRecord:
    """Return the record unchanged, or raise ``UserError`` where its dates can't be so."""
    if record.issued_on and record.issued_on > today:
        raise UserError(_("A paper can't be issued after today."), field="issued_on")
    if record.issued_on and record.valid_until and record.valid_until < record.issued_on:
        raise UserError(_("A paper can't end before it was issued."), field="valid_until")
    if record.returned_on and record.returned_on > today:
        raise UserError(_("Originals can't have been given back after today."), field="returned_on")
    return record


def code_of(key: str) -> str:
    """Return the item of a line that is named “K-DOC-03/which one”."""
    return key.partition("/")[0]


def names(key: str) -> set[str]:
    """Return what a line may be called: by its key, or by its item, which names all its repeats."""
    return {key, code_of(key)}


def titled(title: Bilingual, item: Any) -> Bilingual:
    """Return a paper's title with which one it is, where the line (its columns ``repeat_…``) repeats."""
    if not item.repeat_en:
        return title
    return joined(Bilingual(": ", "："), (title, Bilingual(item.repeat_en, item.repeat_zh)))
