"""The history on paper: the steps asked for, and the check of the whole chain."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.filing.history import ChainCheck, HistoryLine, HistorySheet
from app.i18n import N_, Bilingual, both, filled, joined
from app.services import documents, filing, firm_blocks, firms, history
from app.services.field_changes import FieldChange
from app.services.history import Entry
from app.services.history_filter import EVERYTHING, Chosen
from app.services.orders import Order
from db import chain
from db.models.operation import Secret

MOST_LINES = 3000  # of one print
MOST_FIELDS, MOST_ROWS = 8, 3  # told of one step
LONGEST = 60  # characters of a value
_NOBODY = UUID(int=0)
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
    changed = changed_fields(session, wanted)
    return HistorySheet(
        firm=firm_blocks.block(session),
        day=today,
        data_as_of=_last(session, today),
        asked=tuple(_asked(session, chosen)),
        lines=tuple(_line(entry, names, changed.get(entry.seq, [])) for entry in entries),
        found=len(found),
        chain=checked(session),
    )


def changed_fields(session: Session, wanted: Sequence[int]) -> Mapping[int, list[Bilingual]]:
    """Return what each step changed, a field with its value before and after each, by the step's number.

    The numbers of papers are masked, long texts cut; answers to section 8 are not among it.
    """
    english, chinese = (history.gists(session, wanted, rows=MOST_ROWS, lang=each) for each in ("en", "zh-CN"))
    names = history.called(
        session, {each.about for found in english.values() for each in found if each.about}
    )
    found: dict[int, list[Bilingual]] = {}
    for seq, changes in english.items():
        pairs = [(en, zh) for en, zh in zip(changes, chinese[seq], strict=True) if en.label]
        is_of_many = len({en.about for en, _zh in pairs}) > 1
        whose = names if is_of_many else {}
        told = [_told(en, zh, whose.get(en.about or _NOBODY, "")) for en, zh in pairs[:MOST_FIELDS]]
        if len(pairs) > MOST_FIELDS:
            told.append(filled(both("{count} more"), count=len(pairs) - MOST_FIELDS))
        found[seq] = told
    return found


def _told(english: FieldChange, chinese: FieldChange, whose: str) -> Bilingual:
    """Say one change; ``whose`` row it is stands first where a step changed those of several."""
    before, after = (
        Bilingual(_shown(one, english), _shown(other, chinese))
        for one, other in ((english.before, chinese.before), (english.after, chinese.after))
    )
    name = both(english.label) if english.label == chinese.label else Bilingual(english.label, chinese.label)
    label = joined(" ", (*filter(None, (whose, english.which)), name))
    if not before.en:
        return filled(both("{label}: {value}"), label=label, value=after)
    now = after if after.en else both("nothing")
    return filled(both("{label}: {before} → {after}"), label=label, before=before, after=now)


def _shown(text: str, change: FieldChange) -> str:
    """Return a value as it stands on paper: numbers masked, in one line, cut where it is long."""
    line = filing.masked(text) if text and change.is_identity else " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


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


def _line(entry: Entry, names: Mapping[UUID, str], changed: Sequence[Bilingual]) -> HistoryLine:
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


def details(entry: Entry, changed: Sequence[Bilingual]) -> Iterator[Bilingual]:
    """Say what was printed and how open it was, what was taken back, or what ``changed`` tells."""
    detail = entry.detail
    if detail.get("kind") in documents.KINDS:
        yield both(documents.KINDS[detail["kind"]].label)
    for mark, text in _MARKS.items():
        if detail.get(mark):
            yield both(text)
    if entry.undid:
        yield both(entry.undid)
        return
    yield from changed
    if entry.rows > MOST_ROWS and changed:
        yield filled(both("{count} rows in all"), count=entry.rows)
