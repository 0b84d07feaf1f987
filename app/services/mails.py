"""E-mails of a case: kept whole, listed, and given out again byte for byte."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import letters
from app.errors import UserError
from app.i18n import N_, _
from app.services import case_values, records
from app.services.mail_reader import ReadMail
from db import trail
from db.models.mail import MailFileRow, MailRow


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLine:
    """One e-mail of a case, as it is listed; moments are UTC."""

    id: UUID
    version: int
    file_name: str
    size: int
    subject: str
    sender: str
    recipients: str
    sent_at: datetime | None
    kept_at: datetime
    kept_by: str
    body: str
    attachments: tuple[tuple[str, int], ...]

    @property
    def at(self) -> datetime:
        """When it was sent, or else kept."""
        return self.sent_at or self.kept_at


@trail.operation("case:mail:keep", N_("Keep e-mail"))
def keep(session: Session, case_id: UUID, mail: ReadMail) -> UUID:
    """Keep a mail with a case, the file as it came. Raises ``UserError`` for one that is there already."""
    case_values.row(session, case_id)
    work, sha256 = trail.of(session), hashlib.sha256(mail.data).hexdigest()
    there = select(MailRow.id).where(MailRow.case_id == case_id, MailRow.sha256 == sha256)
    if session.scalars(there).first() is not None:
        raise UserError(_("This e-mail is kept with the case already."), field="file")
    if session.get(MailFileRow, sha256) is None:
        session.add(MailFileRow(sha256=sha256, data=mail.data))
    letter = mail.letter
    row = MailRow(
        case_id=case_id,
        sha256=sha256,
        file_name=letters.tidy(mail.file, 200),
        size=len(mail.data),
        subject=letter.subject,
        sender=letter.sender,
        recipients=letter.recipients,
        sent_at=letter.sent_at if letter.sent_at and letter.sent_at <= work.at else None,
        body=letter.body,
        attachments=json.dumps(letter.attachments, ensure_ascii=False),
        kept_at=work.at,
        kept_by=work.actor.name,
    )
    session.add(row)
    session.flush()
    return row.id


@trail.operation("case:mail:remove", N_("Remove e-mail"))
def remove(session: Session, mail_id: UUID, version: int) -> None:
    """Take a mail off its case; its undo puts it back."""
    session.delete(records.current(session, MailRow, mail_id, version))


def of_case(session: Session, case_id: UUID) -> list[MailLine]:
    """Return the mails of a case, the latest first."""
    rows = session.scalars(select(MailRow).where(MailRow.case_id == case_id))
    return sorted((_line(row) for row in rows), key=lambda line: (line.at, str(line.id)), reverse=True)


def file_of(session: Session, mail_id: UUID) -> tuple[str, bytes]:
    """Return the name and the bytes of a mail as it came. Raises ``UserError`` where they changed."""
    row = records.find(session, MailRow, mail_id)
    data = session.scalar(select(MailFileRow.data).where(MailFileRow.sha256 == row.sha256)) or b""
    if hashlib.sha256(data).hexdigest() != row.sha256:
        raise UserError(
            _("This e-mail is not as it came: its bytes were changed in the database."),
            _("Restore the casebook from a backup."),
        )
    return row.file_name, data


def _line(row: MailRow) -> MailLine:
    return MailLine(
        id=row.id,
        version=row.version,
        file_name=row.file_name,
        size=row.size,
        subject=row.subject,
        sender=row.sender,
        recipients=row.recipients,
        sent_at=row.sent_at,
        kept_at=row.kept_at,
        kept_by=row.kept_by,
        body=row.body,
        attachments=tuple((name, size) for name, size in json.loads(row.attachments)),
    )
