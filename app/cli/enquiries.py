"""``enquiry``: add, list, check for conflicts, decide."""

from argparse import Namespace
from typing import Any
from uuid import UUID

from app.cli import output
from app.cli.arguments import Commands, command, group
from app.cli.call import Call
from app.cli.cases import choice
from app.domain import fields, reading
from app.domain.conflicts import Decision, Hit, Link
from app.domain.enquiries import EnquiryState, FirstCall
from app.errors import UserError
from app.i18n import _
from app.services import conflict_search, conflicts, enquiries, lookup
from app.services.enquiries import EnquiryLine
from app.services.trust import Casebook

# The options of ``add`` that are fields of a call.
_TYPED = ("family", "given", "nationality", "birth_date", "contact", "wanted", "referrer", "taken_on")


def add(commands: Commands) -> None:
    """Declare the commands."""
    calls = group(commands, "enquiry", _("enquiries, and their conflict checks"))
    made = command(calls, "add", add_enquiry, _("note who calls and what they want"), json=True)
    for name in _TYPED:
        label = _(fields.named(FirstCall)[name].label)
        made.add_argument("--" + name.replace("_", "-"), metavar="TEXT", default="", help=label)
    made.add_argument("--client", metavar="CLIENT", help=_("somebody who is in the casebook already"))
    made = command(calls, "list", list_enquiries, _("list enquiries, the newest first"), json=True)
    made.add_argument("--state", metavar="STATE", help=", ".join(state.value for state in EnquiryState))
    made.add_argument("--search", metavar="WORDS", default="", help=_("only those of a name"))
    made = command(calls, "check", check_enquiry, _("search for conflicts; nothing is recorded"), json=True)
    made.add_argument("enquiry", metavar="ENQUIRY", help=_("key, as “enquiry list” shows it"))
    made = command(calls, "decide", decide, _("search for conflicts and record a decision"), json=True)
    made.add_argument("enquiry", metavar="ENQUIRY", help=_("key, as “enquiry list” shows it"))
    made.add_argument("decision", metavar="DECISION", help=", ".join(each.value for each in Decision))
    made.add_argument(
        "--reason", metavar="TEXT", default="", help=_("why; needed unless there is no conflict")
    )


def add_enquiry(call: Call) -> None:
    """Take an enquiry; what a conflict search finds is named at once."""
    options = call.options
    typed = _typed(call, options)
    with call.book() as book:
        known = book.read(lookup.client, options.client) if options.client else None
        taken = book.write(enquiries.add, typed, call.today, person_id=known).result
        found = book.read(conflict_search.of_person, taken.person_id)
    if call.as_json:
        hits = [_hit(hit) for hit in found.hits]
        output.say_json({"id": str(taken.id), "client": str(taken.person_id), "matches": hits})
        return
    output.say(_("Added: {key}").format(key=taken.id))
    _say_hits(found.hits)


def _typed(call: Call, options: Namespace) -> FirstCall:
    declared = fields.named(FirstCall)
    given = {name: getattr(options, name) for name in _TYPED}
    return FirstCall(
        **{name: reading.read(declared[name], text, today=call.today) for name, text in given.items() if text}
    )


def list_enquiries(call: Call) -> None:
    """List enquiries."""
    wanted = call.options.state
    state = choice(EnquiryState, wanted, "state") if wanted else None
    with call.book() as book:
        keys = book.read(enquiries.ids, state=state, typed=call.options.search)
        found = book.read(enquiries.lines, keys)
    if call.as_json:
        output.say_json([_line(line) for line in found])
        return
    heads = (_("Taken on"), _("Name"), _("State"), _("Case"), _("Referrer"), _("Taken by"), _("Key"))
    rows = [
        (e.taken_on, e.name or e.native_name, _(e.state.label), e.case, e.referrer, e.taken_by, e.id)
        for e in found
    ]
    output.table(heads, rows)


def _line(line: EnquiryLine) -> dict[str, Any]:
    return {
        "id": str(line.id),
        "client": str(line.person_id),
        "name": line.name,
        "native_name": line.native_name,
        "state": line.state.value,
        "taken_on": line.taken_on.isoformat(),
        "taken_by": line.taken_by,
        "wanted": line.wanted,
        "referrer": line.referrer,
        "case": line.case,
    }


def check_enquiry(call: Call) -> None:
    """Search for conflicts of an enquiry, and record nothing."""
    with call.book() as book:
        line = _named(book, call.options.enquiry)
        found = book.read(conflict_search.of_person, line.person_id)
    if call.as_json:
        output.say_json([_hit(hit) for hit in found.hits])
        return
    _say_hits(found.hits)


def decide(call: Call) -> None:
    """Record what is decided about the conflicts that a search finds now."""
    options = call.options
    with call.book() as book:
        line = _named(book, options.enquiry)
        found = book.read(conflict_search.of_person, line.person_id)
        key = book.write(
            conflicts.decide,
            line.person_id,
            found,
            choice(Decision, options.decision, "decision"),
            reason=options.reason,
            enquiry_id=line.id,
        ).result
    if call.as_json:
        output.say_json({"id": str(key), "matches": [_hit(hit) for hit in found.hits]})
        return
    output.say(_("Recorded."))


def _named(book: Casebook, key: str) -> EnquiryLine:
    try:
        found = book.read(enquiries.lines, [UUID(key.strip())])
    except ValueError:
        found = []
    if not found:
        raise UserError(_("There is no such enquiry."), _("Give the key, as “enquiry list” shows it."))
    return found[0]


def _say_hits(hits: tuple[Hit, ...]) -> None:
    if not hits:
        output.say(_("Nothing found in the casebook."))
        return
    heads = (_("Found"), _("Why"), _("Searched for"), _("Where"), _("Links"))
    rows = [
        (
            h.found,
            _(h.why.label),
            h.searched,
            _(h.source.label),
            "; ".join(f"{c} {w}".strip() for c, w in h.links),
        )
        for h in hits
    ]
    output.table(heads, rows)


def _links(hit: Hit) -> str:
    return "; ".join(_(Link(code).label).format(what=what) for code, what in hit.links)


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "subject": hit.subject.value,
        "searched": hit.searched,
        "source": hit.source.value,
        "found": hit.found,
        "why": hit.why.value,
        "client": hit.person,
        "links": [{"link": code, "what": what} for code, what in hit.links],
    }
