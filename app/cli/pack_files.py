"""``rules export`` and ``rules import``: signed pack files from one casebook to another."""

import sys
from pathlib import Path
from typing import Any

from app.cli import files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.i18n import _, language, plural
from app.services import pack_files
from app.services.pack_files import EntryLine, Preview


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(commands, "export", export, _("write our answers and rules as a signed file"), json=True)
    made.add_argument("file", metavar="FILE", type=Path, help=_("a new file, such as ours.kbpack"))
    made = command(
        commands, "import", take_in, _("say what a signed file would change, and take it in"), json=True
    )
    made.add_argument("file", metavar="FILE", type=Path)
    made.add_argument("--accept", action="store_true", help=_("take it in; else only say what it would do"))
    made.add_argument("--trust", action="store_true", help=_("trust its signer from now on"))


def export(call: Call) -> None:
    """Write the file, then record it; one that is there is replaced."""
    target = files.target(call.options.file)
    with call.book() as book:
        data = book.read(pack_files.signed, book.actor.name, call.today)
        target.write_bytes(data)
        book.write(pack_files.export, data)
    if call.as_json:
        output.say_json({"file": str(target), "bytes": len(data)})
    else:
        output.say(output.literal(str(target)))


def take_in(call: Call) -> None:
    """Show who signed the file and what it would change; with ``--accept`` take it in as one step."""
    options = call.options
    data, name = files.data(options.file), options.file.name
    with call.book() as book:
        found = book.read(pack_files.preview, data, name, call.today)
        if options.accept:
            book.write(pack_files.accept, data, name, call.today, trust=options.trust)
    if call.as_json:
        output.say_json(_preview(found, taken=options.accept))
        return
    output.pairs([(_("Signed by"), f"{found.firm} ({found.signer})"), (_("Fingerprint"), found.fingerprint)])
    if not (found.is_trusted or found.is_own):
        print(_("This signer is not known here: compare the fingerprint with the sender."), file=sys.stderr)
    output.table((_("Entry"), "", _("Value"), _("Learned on"), _("Effect")), [_row(e) for e in found.lines])
    output.say(_said(found.count, taken=options.accept))


def _said(count: int, *, taken: bool) -> str:
    if taken:
        return plural("{count} entry taken in.", "{count} entries taken in.", count)
    return plural("{count} entry would be taken in.", "{count} entries would be taken in.", count)


def _row(entry: EntryLine) -> tuple[str, ...]:
    title, value = entry.title.text(language()), entry.value.text(language())
    return entry.about, title, value, entry.told_on.isoformat(), _(entry.effect.label)


def _preview(found: Preview, *, taken: bool) -> dict[str, Any]:
    return {
        "firm": found.firm,
        "signer": found.signer,
        "fingerprint": found.fingerprint,
        "made_on": found.made_on.isoformat(),
        "trusted": found.is_trusted,
        "own": found.is_own,
        "taken_in": taken,
        "entries": [_entry(entry) for entry in found.lines],
    }


def _entry(entry: EntryLine) -> dict[str, Any]:
    return {
        "about": entry.about,
        "title": output.languages(entry.title),
        "value": output.languages(entry.value),
        "source": entry.source,
        "told_on": entry.told_on.isoformat(),
        "effect": entry.effect.value,
    }
