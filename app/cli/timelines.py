"""``case note``, ``timeline`` and ``mail``: what happened in a case, and what is kept of it."""

from datetime import UTC, datetime
from pathlib import Path

from app.cli import cases as case_commands
from app.cli import files, output
from app.cli.arguments import Commands, command, group
from app.cli.call import Call
from app.domain.timeline import Entry, NewNote, NoteKind, Strand
from app.errors import UserError
from app.i18n import _
from app.services import cases, mail_reader, mails, printing, timeline


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(commands, "note", note, _("write a note, or a call with whom, when and how long"))
    made.add_argument("case", metavar="CASE")
    made.add_argument("text", metavar="TEXT")
    kinds = ", ".join(each.value for each in NoteKind)
    made.add_argument("--kind", metavar="KIND", default="note", help=kinds)
    made.add_argument("--with", dest="with_whom", metavar="NAME", default="", help=_("with whom"))
    made.add_argument("--at", metavar="MOMENT", help=_("when, such as 2026-11-23T14:30 (else now)"))
    made.add_argument("--minutes", metavar="N", type=int, help=_("how long"))
    made = command(commands, "timeline", show, _("list what happened, the latest first"), json=True)
    made.add_argument("case", metavar="CASE")
    made.add_argument("--kind", metavar="KIND", help=", ".join(each.value for each in Strand))
    kept = group(commands, "mail", _("e-mail files kept with a case"))
    made = command(kept, "add", add_mail, _("keep e-mail files (.eml, .msg) as they came"))
    made.add_argument("case", metavar="CASE")
    made.add_argument("files", metavar="FILE", nargs="+", type=Path)
    made = command(kept, "list", list_mails, _("list them, the latest first"), json=True)
    made.add_argument("case", metavar="CASE")
    made = command(kept, "save", save_mail, _("write one out again, byte for byte"))
    made.add_argument("case", metavar="CASE")
    made.add_argument("number", metavar="N", type=int, help=_("its number in the list"))
    made.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)


def note(call: Call) -> None:
    """Write something down."""
    options = call.options
    written = NewNote(
        kind=case_commands.choice(NoteKind, options.kind, "kind"),
        with_whom=options.with_whom,
        happened_at=_moment(options.at) if options.at else None,
        minutes=options.minutes,
    )
    with call.book() as book:
        book.write(cases.add_note, book.read(cases.numbered, options.case), options.text, written)


def _moment(typed: str) -> datetime:
    try:
        return datetime.fromisoformat(typed).astimezone(UTC)
    except ValueError:
        raise UserError(_("Type day and time like 2026-11-23 14:30."), field="at") from None


def show(call: Call) -> None:
    """List what happened in a case."""
    options = call.options
    wanted = case_commands.choice(Strand, options.kind, "kind") if options.kind else None
    with call.book() as book:
        found = book.read(timeline.entries, book.read(cases.numbered, options.case))
    shown = [each for each in found if wanted in (None, each.strand)]
    if call.as_json:
        output.say_json(
            [
                {
                    "at": each.at.isoformat(),
                    "kind": each.strand.value,
                    "who": each.who,
                    "title": each.title,
                    "text": each.text,
                    "attachments": [{"name": name, "size": size} for name, size in each.attachments],
                }
                for each in shown
            ]
        )
        return
    output.table((_("When"), _("Kind"), _("Who"), _("What")), [_row(each) for each in shown])


def _row(entry: Entry) -> tuple[str, ...]:
    said = " ".join(filter(None, (entry.title, entry.text)))[:100]
    return entry.at.astimezone().strftime("%Y-%m-%d %H:%M"), _(entry.strand.label), entry.who, said


def add_mail(call: Call) -> None:
    """Keep e-mail files with a case; one that can't be read stops before anything is kept."""
    read = [mail_reader.read(path) for path in call.options.files]
    with call.book() as book:
        key = book.read(cases.numbered, call.options.case)
        for mail in read:
            book.write(mails.keep, key, mail)


def list_mails(call: Call) -> None:
    """List the e-mails of a case."""
    with call.book() as book:
        found = book.read(mails.of_case, book.read(cases.numbered, call.options.case))
    if call.as_json:
        output.say_json(
            [
                {
                    "file": each.file_name,
                    "size": each.size,
                    "subject": each.subject,
                    "sender": each.sender,
                    "recipients": each.recipients,
                    "sent_at": each.sent_at.isoformat() if each.sent_at else None,
                    "attachments": [{"name": name, "size": size} for name, size in each.attachments],
                }
                for each in found
            ]
        )
        return
    heads = ("", _("When"), _("Sender"), _("Subject"), _("File"), _("Bytes"))
    rows = [
        (str(number), each.at.strftime("%Y-%m-%d"), each.sender, each.subject, each.file_name, str(each.size))
        for number, each in enumerate(found, 1)
    ]
    output.table(heads, rows)


def save_mail(call: Call) -> None:
    """Write an e-mail out as it came."""
    target = files.target(call.options.output)
    with call.book() as book:
        found = book.read(mails.of_case, book.read(cases.numbered, call.options.case))
        if not 1 <= call.options.number <= len(found):
            raise UserError(_("There is no e-mail of this number."), field="number")
        _name, data = book.read(mails.file_of, found[call.options.number - 1].id)
    printing.put(data, target)
    output.say(_("Written: {file}").format(file=call.options.output))
