"""Signed pack files: the firm's answers and rules written, and another casebook's previewed and taken in."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import facts, firm_rules, firm_tables, pack_files, posts
from app.domain.fields import Labelled
from app.domain.firm_rules import FirmRule
from app.domain.firm_tables import TableRule
from app.domain.pack_files import (
    LISTS,
    AnswerEntry,
    CheckEntry,
    Entry,
    PackFile,
    RuleEntry,
    Sealed,
    TableEntry,
)
from app.domain.rule_actions import Action
from app.errors import UserError
from app.i18n import N_, Bilingual, _, both
from app.services import firm_tables as own_tables
from app.services import firms, packs, post_answers, signers
from db import signing, trail
from db.models.post import PostAnswerRow, PostCheckRow
from db.models.rule import FirmRuleRow, TableRuleRow

SUFFIX = ".kbpack"
_ROWS: dict[type[Entry], Any] = {
    AnswerEntry: PostAnswerRow,
    CheckEntry: PostCheckRow,
    RuleEntry: FirmRuleRow,
    TableEntry: TableRuleRow,
}


class Effect(Labelled):
    """What an entry of a file would do here."""

    NEW = "new", N_("New")
    SUPERSEDES = "supersedes", N_("Replaces ours")
    OLDER = "older", N_("Older, ours stands")
    THERE = "there", N_("Already here")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """One entry of a file in words, and what it would do."""

    id: UUID
    title: Bilingual
    about: str
    value: Bilingual
    source: str
    told_on: date
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a file holds and who signed it; nothing is written before ``accept``."""

    firm: str
    signer: str
    public_key: str
    fingerprint: str
    made_on: date
    is_trusted: bool
    is_own: bool
    lines: tuple[EntryLine, ...]

    @property
    def count(self) -> int:
        """How many entries would be written."""
        return sum(line.effect is not Effect.THERE for line in self.lines)


def signed(session: Session, signer: str, today: date) -> bytes:
    """Return the firm's own answers, checks and rules as a file that ``signer`` signs; see ``export``.

    What came from other casebooks is theirs to sign, and left out. Raises ``UserError`` where there is
    nothing.
    """
    pack = PackFile(
        firm=firms.firm(session).name or _("a firm without a name"),
        signer=signer,
        public_key=signing.public_key(session).hex(),
        made_on=today,
        answers=_own(session, AnswerEntry),
        checks=_own(session, CheckEntry),
        rules=_own(session, RuleEntry),
        tables=_own(session, TableEntry),
    )
    if not pack.entries:
        raise UserError(_("There are no answers and no rules of our own to export."))
    return pack_files.write(pack, signing.sign(session, pack_files.signed_text(pack)))


@trail.operation("rules:export", N_("Export a signed pack"), trail.FINAL)
def export(session: Session, data: bytes) -> None:
    """Record that a signed file was written: its hash, and how many entries it holds."""
    count = len(pack_files.read(data, "").pack.entries)
    trail.note(session, sha256=hashlib.sha256(data).hexdigest(), entries=count)


def _own(session: Session, kind: type[Any]) -> tuple[Any, ...]:
    row, names = _ROWS[kind], _CALLED.get(kind, {})
    found = session.scalars(select(row).where(row.origin == "").order_by(row.id))
    return tuple(
        kind(**{name: getattr(each, names.get(name, name)) for name in kind.__dataclass_fields__})
        for each in found
    )


# How the columns are called that an entry calls otherwise.
_CALLED: dict[type[Entry], dict[str, str]] = {
    RuleEntry: {"values": "item_values"},
    TableEntry: {"values": "row_values", "table": "of_table"},
}


def preview(session: Session, data: bytes, file: str, today: date) -> Preview:
    """Return who signed a file and what it would add or change; an unknown signer is said.

    Raises ``UserError``: not a pack file, an entry that can't be meant, or a signature that does not fit.
    """
    pack = _verified(data, file, today)
    key = bytes.fromhex(pack.public_key)
    return Preview(
        firm=pack.firm,
        signer=pack.signer,
        public_key=pack.public_key,
        fingerprint=signers.fingerprint(key),
        made_on=pack.made_on,
        is_trusted=signers.is_trusted(session, pack.public_key),
        is_own=key == signing.public_key(session),
        lines=tuple(_line(session, entry) for entry in pack.entries),
    )


def _verified(data: bytes, file: str, today: date) -> PackFile:
    sealed: Sealed = pack_files.read(data, file)
    if not signing.is_signed(bytes.fromhex(sealed.pack.public_key), sealed.signature, sealed.signed):
        raise UserError(
            _("The signature of “{file}” does not fit: it was changed after it was signed.").format(
                file=file
            ),
            _("Nothing was taken in. Ask the sender for the file again."),
        )
    for name in LISTS:
        for number, entry in enumerate(getattr(sealed.pack, name), 1):
            try:
                _check(entry, today)
            except UserError as error:
                raise pack_files.problem(file, name, number, error) from error
    return sealed.pack


def _check(entry: Entry, today: date) -> None:
    """Refuse an entry that this casebook could not have recorded itself. Raises ``UserError``."""
    if entry.told_on > today:
        raise UserError(_("This can't lie in the future."))
    if isinstance(entry, AnswerEntry | CheckEntry) or (isinstance(entry, RuleEntry) and entry.post):
        packs.post(entry.post)
    if isinstance(entry, AnswerEntry):
        if entry.valid_from and entry.valid_until and entry.valid_until < entry.valid_from:
            raise UserError(_("The end lies before the beginning."))
        post_answers.visa(entry.category)
        fact = post_answers.question(entry.fact)
        value = facts.parse_value(fact, entry.value)
        if value is not None and facts.write_value(fact, value) != entry.value:
            raise UserError(_("“{value}” is not a value of {fact}").format(value=entry.value, fact=fact.name))
    if isinstance(entry, RuleEntry | TableEntry):
        _check_rule(entry)


def _check_rule(entry: RuleEntry | TableEntry) -> None:
    if isinstance(entry, RuleEntry) and entry.category not in packs.categories():
        raise UserError(_("There is no rule pack for “{category}”.").format(category=entry.category[:20]))
    if entry.effective_to is not None and entry.effective_to < entry.effective_from:
        raise UserError(_("The end lies before the beginning."))
    if entry.action is Action.ITEM:
        _worded(entry)


def _worded(entry: RuleEntry | TableEntry) -> Any:
    """Return the item or row that an entry words. Raises ``RulePackError``."""
    told = {name: getattr(entry, name) for name in type(entry).__dataclass_fields__}
    if isinstance(entry, RuleEntry):
        return firm_rules.read(FirmRule(**told), packs.cited())
    return firm_tables.read(TableRule(**told), packs.cited())


def _line(session: Session, entry: Entry) -> EntryLine:
    title, value = _words(entry)
    return EntryLine(
        id=entry.id,
        title=title,
        about=_about(entry),
        value=value,
        source=getattr(entry, "source", ""),
        told_on=entry.told_on,
        effect=_effect(session, entry),
    )


def _words(entry: Entry) -> tuple[Bilingual, Bilingual]:
    if isinstance(entry, AnswerEntry):
        fact = facts.named(entry.fact)
        value = facts.parse_value(fact, entry.value)
        return fact.question, facts.show(fact, value) if value is not None else Bilingual("Not known", "未知")
    if isinstance(entry, CheckEntry):
        return Bilingual("Rules read, no change", "规定已核查，无变化"), Bilingual("", "")
    return _called(entry), both(entry.action.label)


def _called(entry: RuleEntry | TableEntry) -> Bilingual:
    if entry.action is not Action.ITEM:
        name = entry.item if isinstance(entry, RuleEntry) else entry.entry
        return Bilingual(name, name)
    worded = _worded(entry)
    title: Bilingual = worded.title if isinstance(entry, RuleEntry) else own_tables.called(worded)
    return title


def _about(entry: Entry) -> str:
    if isinstance(entry, RuleEntry):
        return " · ".join(part for part in (entry.item, entry.category, entry.post) if part)
    if isinstance(entry, TableEntry):
        return f"{entry.entry} · {_(entry.table.label)}"
    spoken_of = entry.category if isinstance(entry, AnswerEntry) else ""
    return f"{entry.post} · {spoken_of}" if spoken_of else entry.post


# The columns that two entries about the same share.
_SAME: dict[type[Entry], tuple[str, ...]] = {
    AnswerEntry: ("post", "fact", "category"),
    CheckEntry: ("post",),
    RuleEntry: ("post", "category", "item"),
    TableEntry: ("table_key", "entry"),
}


def _effect(session: Session, entry: Entry) -> Effect:
    row = _ROWS[type(entry)]
    if session.get(row, entry.id) is not None:
        return Effect.THERE
    same = [getattr(row, name) == getattr(entry, name) for name in _SAME[type(entry)]]
    held = list(session.execute(select(row.told_on, row.id).where(*same)))
    if not held:
        return Effect.NEW
    newest = max((each.told_on, each.id) for each in held)
    return Effect.SUPERSEDES if (entry.told_on, entry.id) > newest else Effect.OLDER


@trail.operation("rules:import", N_("Take in a signed pack"))
def accept(session: Session, data: bytes, file: str, today: date, *, trust: bool = False) -> int:
    """Take a file's entries in as one step; return how many. ``trust`` trusts its signer from now on.

    Every open case at the posts concerned follows in the same step; rules reach open cases when they are
    re-based. Raises ``UserError`` as ``preview`` does.
    """
    pack = _verified(data, file, today)
    if trust and not signers.is_trusted(session, pack.public_key):
        signers.trust(session, pack.public_key, f"{pack.firm} ({pack.signer})")
    origin = f"{pack.firm} ({signers.fingerprint(bytes.fromhex(pack.public_key))})"
    return sum(_take_in(session, getattr(pack, name), origin) for name in LISTS)


def _take_in(session: Session, entries: Sequence[Entry], origin: str) -> int:
    new = [entry for entry in entries if session.get(_ROWS[type(entry)], entry.id) is None]
    if new:
        trail.bulk_insert(session, _ROWS[type(new[0])], _columns(new, origin))
    return len(new)


def _columns(entries: Iterable[Entry], origin: str) -> list[dict[str, Any]]:
    found = []
    for entry in entries:
        names = _CALLED.get(type(entry), {})
        columns = {names.get(name, name): getattr(entry, name) for name in entry.__dataclass_fields__}
        if isinstance(entry, TableEntry):
            columns["table_key"] = entry.table_key
        elif not isinstance(entry, RuleEntry):
            columns["post_key"] = posts.key(entry.post)
        found.append({**columns, "origin": origin})
    return found
