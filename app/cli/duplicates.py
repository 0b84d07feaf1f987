"""``client duplicates``, ``merge``, ``consent``, ``withdraw``: one person, one record, what they allowed."""

from datetime import date
from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.cli.cases import choice
from app.domain import fields, reading
from app.domain.choices import ConsentHow, Purpose
from app.domain.people import Consent
from app.errors import UserError
from app.i18n import _
from app.services import duplicates, lookup, people


def add(clients: Commands) -> None:
    """Declare the commands, beside the other ones of persons."""
    named = _("key, whole name or passport number")
    made = command(clients, "duplicates", list_alike, _("list who may be the same person"), json=True)
    made.add_argument("client", metavar="CLIENT", help=named)
    made = command(clients, "merge", merge, _("merge one record into another, as one step"), json=True)
    made.add_argument("kept", metavar="KEPT", help=_("the record that stays"))
    made.add_argument("other", metavar="OTHER", help=_("the record that is archived, and points to it"))
    about = _("field to take from the other record where both hold something; may be repeated")
    made.add_argument("--take", metavar="FIELD", action="append", default=[], help=about)
    made.add_argument("--dry-run", action="store_true", help=_("only say what would be done"))
    made = command(clients, "consent", consent, _("record a consent for one purpose"))
    made.add_argument("client", metavar="CLIENT", help=named)
    _add_purpose(made)
    made.add_argument("--notice", metavar="VERSION", required=True, help=_("version of the notice"))
    about = _("language of the notice")
    made.add_argument("--notice-language", metavar="TAG", default="", help=about)
    made.add_argument("--how", metavar="HOW", help=", ".join(each.value for each in ConsentHow))
    made.add_argument("--given", metavar="YYYY-MM-DD", type=date.fromisoformat, help=_("else today"))
    made = command(clients, "withdraw", withdraw, _("record that a consent was withdrawn"))
    made.add_argument("client", metavar="CLIENT", help=named)
    _add_purpose(made)


def _add_purpose(made: Any) -> None:
    made.add_argument("purpose", metavar="PURPOSE", help=", ".join(each.value for each in Purpose))


def list_alike(call: Call) -> None:
    """List who may be the same person, likeliest first."""
    with call.book() as book:
        found = book.read(duplicates.alike, book.read(lookup.client, call.options.client))
    if call.as_json:
        told = [{"id": str(e.line.id), "name": e.line.name, "why": e.why.name.lower()} for e in found]
        output.say_json(told)
        return
    rows = [(e.line.name, e.line.birth_date, e.line.passport, _(e.why.value), e.line.id) for e in found]
    output.table((_("Name"), _("Born"), _("Passport"), _("Why"), _("Key")), rows)


def merge(call: Call) -> None:
    """Merge two records, or say what would be done."""
    options = call.options
    with call.book() as book:
        kept, other = (book.read(lookup.client, words) for words in (options.kept, options.other))
        seen = book.read(duplicates.preview, kept, other)
        differing = [side.field.name for side in seen.sides if side.differs]
        for name in options.take:
            if name not in differing:
                hint = ", ".join(differing)
                raise UserError(_("Both records do not differ in “{field}”.").format(field=name[:40]), hint)
        if not options.dry_run:
            book.write(duplicates.merge, kept, other, seen.versions, options.take)
    moved = {_(what): count for what, count in seen.moved}
    if call.as_json:
        told = {"kept": str(kept), "other": str(other), "differing": differing, "moved": moved}
        output.say_json({**told, "refusals": list(seen.refusals), "done": not options.dry_run})
        return
    output.pairs([(_("Differing"), ", ".join(differing)), *moved.items()])
    output.say(*seen.refusals)


def consent(call: Call) -> None:
    """Record a consent."""
    options = call.options
    spoken = reading.read(fields.named(Consent)["language"], options.notice_language, today=call.today)
    given = Consent(
        purpose=choice(Purpose, options.purpose, "purpose"),
        notice_version=options.notice,
        language=spoken or "",
        how=choice(ConsentHow, options.how, "how") if options.how else None,
        given_on=options.given or call.today,
    )
    with call.book() as book:
        key = book.read(lookup.client, options.client)
        book.write(people.save_part, key, "consents", given, call.today)
    output.say(_("Recorded."))


def withdraw(call: Call) -> None:
    """Withdraw every standing consent for a purpose."""
    purpose = choice(Purpose, call.options.purpose, "purpose")
    with call.book() as book:
        person = book.read(people.person, book.read(lookup.client, call.options.client))
        standing = [each for each in person.consents if each.purpose is purpose and not each.withdrawn_on]
        if not standing:
            raise UserError(_("No consent for this purpose stands."), field="purpose")
        for each in standing:
            if each.id is not None:
                book.write(people.withdraw, each.id, each.version, call.today)
    output.say(_("Withdrawn."))
