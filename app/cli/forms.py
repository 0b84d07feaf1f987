"""``case form``, ``sign-off``, ``self-check`` and ``submit``: the form before it goes, and as it went."""

from pathlib import Path
from typing import Any

from app.cli import files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain import mrz
from app.domain.filing.frozen import Difference
from app.domain.mrz import Mrz
from app.i18n import Bilingual, _, language
from app.services import cases, snapshots
from app.services.snapshots import FormState


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(
        commands, "form", show, _("say whether the form is as in the passport, and as filed"), json=True
    )
    made.add_argument("case", metavar="CASE")
    about = _("file with the two machine-readable lines of the passport, to compare them too")
    made.add_argument("--zone", metavar="FILE", type=Path, help=about)
    made = command(commands, "sign-off", sign_off, _("sign the form off as its second reader"))
    made.add_argument("case", metavar="CASE")
    made = command(
        commands, "self-check", self_check, _("in a firm of one: begin a timed self-check, or end it")
    )
    made.add_argument("case", metavar="CASE")
    made.add_argument("--end", action="store_true", help=_("end the one that was begun"))
    made = command(commands, "submit", submit, _("mark the form as submitted, which freezes it"), json=True)
    made.add_argument("case", metavar="CASE")
    made.add_argument("--explain", metavar="TEXT", default="", help=_("why it goes although it differs"))


def show(call: Call) -> None:
    """Say where the form stands."""
    options = call.options
    with call.book() as book:
        key = book.read(cases.numbered, options.case)
        found = book.read(snapshots.state, key, call.today, _zone(call))
    if call.as_json:
        output.say_json(_told(found))
        return
    heads = (_("Value"), _("On the form"), _("In the passport"), _("Source"), _("Result"))
    rows = [
        (_(m.label), m.form, m.passport, _(m.source), _("as in the passport") if m.is_same else _("differs"))
        for m in found.matches
    ]
    output.table(heads, rows)
    for each in found.filed:
        output.say(
            "",
            _("No. {number}, submitted {at} by {name}").format(number=each.number, at=each.at, name=each.by),
        )
    if found.differences:
        output.say("")
        output.table(
            (_("Value"), _("As filed"), _("Now")),
            [(each.label.text(language()), *_values(each)) for each in found.differences],
        )


def _values(each: Difference) -> tuple[str, str]:
    said = [
        words.text(language()) if isinstance(words, Bilingual) else words for words in (each.filed, each.now)
    ]
    return said[0], said[1]


def _zone(call: Call) -> Mrz | None:
    if call.options.zone is None:
        return None
    zone = mrz.parse(files.text(call.options.zone), today=call.today)
    mrz.require_sound(zone)
    return zone


def _told(found: FormState) -> dict[str, Any]:
    look = found.sign_off
    return {
        "sha256": found.sha256,
        "matches": [
            {"label": m.label, "form": m.form, "passport": m.passport, "source": m.source, "same": m.is_same}
            for m in found.matches
        ],
        "second_look": {
            "check": look.check.value,
            "reader": look.reader,
            "begun_at": look.begun_at.isoformat(),
            "signed_at": look.signed_at.isoformat() if look.signed_at else None,
        }
        if look
        else None,
        "filed": [
            {"number": f.number, "at": f.at.isoformat(), "by": f.by, "reader": f.reader, "sha256": f.sha256}
            for f in found.filed
        ],
        "differences": [
            {"section": d.section, "item": d.item, "label": d.label.en, "filed": d.filed, "now": d.now}
            for d in found.differences
        ],
    }


def sign_off(call: Call) -> None:
    """Sign the form off as its second reader."""
    with call.book() as book:
        key = book.read(cases.numbered, call.options.case)
        found = book.read(snapshots.state, key, call.today)
        book.write(snapshots.sign_off, key, found.sha256, call.today)
    output.say(_("Signed off: {hash}").format(hash=found.sha256))


def self_check(call: Call) -> None:
    """Begin or end a timed self-check."""
    operation = snapshots.end_self_check if call.options.end else snapshots.begin_self_check
    with call.book() as book:
        key = book.read(cases.numbered, call.options.case)
        found = book.read(snapshots.state, key, call.today)
        book.write(operation, key, found.sha256, call.today)
    output.say(_("Self-check ended.") if call.options.end else _("Self-check begun."))


def submit(call: Call) -> None:
    """Freeze the form under the next number."""
    with call.book() as book:
        view = book.read(cases.case, book.read(cases.numbered, call.options.case))
        found = book.read(snapshots.state, view.id, call.today)
        number = book.write(
            snapshots.submit, view.id, view.version, found.sha256, call.today, explained=call.options.explain
        ).result
    if call.as_json:
        output.say_json({"number": number, "sha256": found.sha256})
    else:
        output.say(_("Frozen as no. {number}: {hash}").format(number=number, hash=found.sha256))
