"""The stream of a case: what somebody wrote, whom we spoke with, mails, and what was done."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, _

LONGEST_CALL = 24 * 60  # minutes


class NoteKind(Labelled):
    """What somebody writes down; all but a note are contact with a person."""

    NOTE = "note", N_("Note")
    CALL = "call", N_("Call")
    MEETING = "meeting", N_("Meeting")
    MESSAGE = "message", N_("Message")


CONTACTS = (NoteKind.CALL, NoteKind.MEETING, NoteKind.MESSAGE)


class Strand(Labelled):
    """What the stream is filtered by."""

    NOTES = "notes", N_("Notes")
    CONTACT = "contact", N_("Calls, meetings, messages")
    MAILS = "mails", N_("E-mails")
    STAGES = "stages", N_("Stages")
    PAPERS = "papers", N_("Papers")
    PRINTS = "prints", N_("Prints")
    FORM = "form", N_("The form")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNote:
    """Something to be written down: ``happened_at`` is UTC, None for now; a note has no partner or length."""

    kind: NoteKind = NoteKind.NOTE
    text: str = ""
    with_whom: str = ""
    happened_at: datetime | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing in the stream; ``at`` is UTC. ``title`` and ``text`` are ready to be read.

    ``mail_id`` is the key of a mail that is kept whole. ``attachments`` are names with sizes in bytes.
    """

    strand: Strand
    at: datetime
    who: str
    title: str
    text: str = ""
    mail_id: UUID | None = None
    attachments: tuple[tuple[str, int], ...] = ()


def checked(note: NewNote, now: datetime) -> NewNote:
    """Return a note as it may be written, or raise ``UserError`` on the field that can't be so."""
    if note.happened_at is not None and note.happened_at > now:
        raise UserError(_("This can't lie in the future."), field="happened_at")
    if note.minutes is not None and not 0 <= note.minutes <= LONGEST_CALL:
        raise UserError(_("This number is out of range."), field="minutes")
    if note.kind in CONTACTS and not note.with_whom.strip():
        raise UserError(_("Say with whom."), field="with_whom")
    return note
