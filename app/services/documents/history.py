"""The history on paper: the steps asked for, and the check of the whole chain."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.filing.history import ChainCheck, HistoryLine, HistorySheet
from app.i18n import N_, Bilingual, both, filled
from app.services import documents, firms, history
from app.services.field_changes import FieldChange
from app.services.history import Entry
from app.services.history_filter import EVERYTHING, Chosen
from app.services.orders import Order
from db import chain
from db.models.operation import Secret

MOST_LINES = 3000  # of one print
MOST_FIELDS = 4  # named of one step
_MARKS = {
    "unmasked": N_("Identity numbers in full"),
    "sensitive": N_("With the answers to section 8"),
}


def gather(session: Session, order: Order, today: date) -> HistorySheet:
    """Return the steps that ``order.history`` asks for, else all; the newest ``MOST_LINES`` of them."""
    chosen = order.history or EVERYTHING
    found = history.seqs(session, chosen)
    wanted = list(found[:MOST_LINES])
    entries = history.lines(session, wanted)
    names = history.called(session, {entry.about for entry in entries if entry.about})
    changed = history.gists(session, wanted)
    return HistorySheet(
        firm=firms.block(session),
        day=today,
        data_as_of=_last(session, today),
        asked=tuple(_asked(session, chosen)),
        lines=tuple(_line(entry, names, changed.get(entry.seq, [])) for entry in entries),
        found=len(found),
        chain=checked(session),
    )


def checked(session: Session) -> ChainCheck:
    """Read the whole chain, and return what the check gave."""
    key = session.scalars(select(Secret.value).where(Secret.name == "audit")).one()
    verdict = chain.verify(session.connection(), bytes(key))
    fault = verdict.fault
    return ChainCheck(
        steps=verdict.operations,
        head=verdict.mac.hex(),
        fault=both(fault.what) if fault else None,
        fault_at=fault.seq if fault else 0,
    )


def _last(session: Session, today: date) -> datetime:
    newest = history.entries(session, limit=1)
    return newest[0].at if newest else datetime.combine(today, time(), UTC)


def _asked(session: Session, chosen: Chosen) -> Iterator[Bilingual]:
    if chosen.about is not None:
        name = history.called(session, [chosen.about]).get(chosen.about, "")
        yield filled(both("Only what is about {name}."), name=name)
    if chosen.by is not None:
        yield filled(both("Only what {name} did."), name=firms.names(session).get(chosen.by, ""))
    if chosen.since is not None:
        yield filled(both("From {day} on."), day=chosen.since.isoformat())
    if chosen.until is not None:
        yield filled(both("Up to and including {day}."), day=chosen.until.isoformat())
    if chosen.kind is not None:
        yield filled(both("Only of this kind: {kind}."), kind=both(chosen.kind.label))


def _line(entry: Entry, names: Mapping[UUID, str], changed: Sequence[FieldChange]) -> HistoryLine:
    about = names.get(entry.about, "") if entry.about else ""
    return HistoryLine(
        seq=entry.seq,
        at=entry.at,
        who=entry.actor,
        what=both(entry.label),
        about=about,
        details=tuple(details(entry, changed)),
        stands=entry.stands,
    )


def details(entry: Entry, changed: Sequence[FieldChange]) -> Iterator[Bilingual]:
    """Say what was printed and how open it was, what was taken back, or which fields changed first."""
    detail = entry.detail
    if detail.get("kind") in documents.KINDS:
        yield both(documents.KINDS[detail["kind"]].label)
    for mark, text in _MARKS.items():
        if detail.get(mark):
            yield both(text)
    if entry.undid:
        yield both(entry.undid)
        return
    labels = list(dict.fromkeys(change.label for change in changed if change.label))
    yield from (both(label) for label in labels[:MOST_FIELDS])
    if len(labels) > MOST_FIELDS:
        yield filled(both("{count} more"), count=len(labels) - MOST_FIELDS)
