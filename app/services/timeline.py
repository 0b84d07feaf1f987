"""The stream of a case: notes, contact, mails, stages, papers, prints and the form, the latest first."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cases import Stage
from app.domain.item_records import ItemState
from app.domain.timeline import CONTACTS, Entry, NoteKind, Strand
from app.i18n import _, language
from app.services import case_values, cases, documents, frozen_rules, mails
from app.services.mails import MailLine
from db.models.case import CaseRow, ItemRow
from db.models.operation import Change, Operation

MOST = 2000  # operations looked at


def entries(session: Session, case_id: UUID) -> list[Entry]:
    """Return all that happened in a case, the latest first."""
    row = case_values.row(session, case_id)
    found = [*_notes(session, case_id), *_mails(session, case_id), *_operations(session, row)]
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def _notes(session: Session, case_id: UUID) -> Iterator[Entry]:
    for note in cases.notes(session, case_id):
        is_contact = note.kind in CONTACTS
        told = [_(note.kind.label), note.with_whom]
        if note.minutes:
            told.append(_("{minutes} minutes").format(minutes=note.minutes))
        yield Entry(
            strand=Strand.CONTACT if is_contact else Strand.NOTES,
            at=_moment(note.at),
            who=note.author,
            title=" · ".join(filter(None, told)) if note.kind is not NoteKind.NOTE else "",
            text=note.text,
        )


def _moment(iso: str) -> Any:
    return datetime.fromisoformat(iso)


def _mails(session: Session, case_id: UUID) -> Iterator[Entry]:
    for mail in mails.of_case(session, case_id):
        yield Entry(
            strand=Strand.MAILS,
            at=mail.at,
            who=mail.kept_by,
            title=mail.subject or mail.file_name,
            text="\n".join(filter(None, (_heads(mail), mail.body))),
            mail_id=mail.id,
            attachments=mail.attachments,
        )


def _heads(mail: MailLine) -> str:
    said = [_("From {sender}").format(sender=mail.sender) if mail.sender else ""]
    said.append(_("To {recipients}").format(recipients=mail.recipients) if mail.recipients else "")
    return "\n".join(filter(None, said)) + "\n"


def _operations(session: Session, row: CaseRow) -> Iterator[Entry]:
    """Yield what operations did to the case: stages, papers, the form; and what was printed of it."""
    changed = (
        select(Operation, Change.entity, Change.row_id, Change.before, Change.after)
        .join(Change, Change.operation_seq == Operation.seq)
        .where(Change.about == row.id, Change.entity.in_(("case_file", "case_item", "case_snapshot")))
        .order_by(Operation.seq.desc())
        .limit(MOST)
    )
    titles = _Titles(session, row)
    for done, entity, row_id, before, after in session.execute(changed):
        values = json.loads(after or "{}")
        for strand, title in _said(titles, entity, row_id, json.loads(before or "{}"), values):
            yield Entry(strand=strand, at=done.at, who=done.actor_name, title=title)
    printed = select(Operation).where(Operation.about == row.id, Operation.tag == "case:print")
    for done in session.scalars(printed.order_by(Operation.seq.desc()).limit(MOST)):
        kind = documents.KINDS.get(json.loads(done.detail).get("kind", ""))
        title = _("Printed: {document}").format(document=_(kind.label) if kind else "")
        yield Entry(strand=Strand.PRINTS, at=done.at, who=done.actor_name, title=title)


class _Titles:
    """The titles of a case's papers, read once."""

    def __init__(self, session: Session, row: CaseRow) -> None:
        self._rules = frozen_rules.rules_of(session, row.rule_set)
        items = select(ItemRow).where(ItemRow.case_id == row.id)
        self._items = {item.id: item for item in session.scalars(items)}

    def of(self, key: UUID) -> str:
        """Return a paper's code and title; "" for one that is no longer there."""
        item = self._items.get(key)
        rule = self._rules.by_id.get(item.item) if item else None
        return f"{rule.id} {rule.title.text(language())}" if rule else ""


def _said(
    titles: _Titles, entity: str, key: UUID, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[tuple[Strand, str]]:
    if entity == "case_snapshot" and after:
        number = after.get("number")
        yield Strand.FORM, _("Form frozen as no. {number}").format(number=number)
    if entity == "case_file" and "stage" in after:
        said = (_moved(Stage, before.get("stage"), after["stage"]), after.get("reopened_because"))
        yield Strand.STAGES, ": ".join(filter(None, said))
    if entity == "case_item" and before and "state" in after:
        title = titles.of(key)
        if title:
            yield Strand.PAPERS, f"{title}: {_moved(ItemState, before.get('state'), after['state'])}"


def _moved(kind: type[Stage] | type[ItemState], before: str | None, after: str) -> str:
    labels = {each.value: _(each.label) for each in kind}
    old, new = labels.get(before or "", ""), labels.get(after, after)
    return f"{old} → {new}" if old else new
