"""``case follow``: a renewal, extension, change of pathway or new application after an earlier case."""

from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command, day
from app.cli.call import Call
from app.cli.cases import choice
from app.domain.following import Following
from app.domain.item_records import code_of
from app.domain.linked import ASK, Carry, said
from app.i18n import _, language
from app.services import cases, linked
from app.services.linked import PaperLine, Preview, Wanted


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(commands, "follow", follow, _("open a case that follows an earlier one"), json=True)
    made.add_argument("case", metavar="CASE", help=_("the earlier one, such as KB-2026-0007"))
    kinds = ", ".join(each.value for each in Following)
    made.add_argument("--as", dest="following", metavar="KIND", required=True, help=kinds)
    made.add_argument("--category", metavar="K", help=_("the visa (else the same)"))
    made.add_argument("--post", metavar="CODE", help=_("where it will be filed (else the same post)"))
    made.add_argument("--filing", metavar="DATE", type=day, help=_("planned filing, until which papers last"))
    made.add_argument(
        "--check", metavar="ITEM", nargs="*", default=[], help=_("papers to check that go along all the same")
    )
    made.add_argument("--preview", action="store_true", help=_("say what goes along, and change nothing"))


def follow(call: Call) -> None:
    """Open the case; with ``--preview`` only say which papers go along, and why others do not."""
    options = call.options
    with call.book() as book:
        view = book.read(cases.case, book.read(cases.numbered, options.case))
        wanted = Wanted(
            following=choice(Following, options.following, "as"),
            category=(options.category or view.category).upper(),
            post=options.post or view.post.code,
            planned_filing=options.filing,
        )
        found = book.read(linked.preview, view.id, wanted, call.today)
        if options.preview:
            _say(call, found)
            return
        opened = book.write(linked.follow, view.id, wanted, call.today, options.check).result
    if call.as_json:
        output.say_json({"number": opened.number, "id": str(opened.id), "follows": view.number})
    else:
        output.say(opened.number)


def _say(call: Call, found: Preview) -> None:
    if call.as_json:
        output.say_json(_values(found))
        return
    heads = (_("Item"), _("Paper"), "", _("Why"))
    output.table(heads, [_row(line) for carry in Carry for line in found.of(carry)])
    output.say("", _("Facts taken over: {facts}. Inviter and others: {parties}.").format(
        facts=found.facts, parties=found.parties
    ))  # fmt: skip
    for limit in found.limits:
        output.say(f"{limit.title.text(language())}: {limit.text.text(language())} ({limit.cited})")
    if found.limits:
        output.say(_(ASK))


def _row(line: PaperLine) -> tuple[str, ...]:
    return (code_of(line.key), line.title.text(language()), _(line.verdict.carry.label), said(line.verdict))


def _values(found: Preview) -> dict[str, Any]:
    return {
        "follows": found.number,
        "on": found.on.isoformat(),
        "papers": [
            {
                "item": line.key,
                "becomes": line.item or None,
                "title": output.languages(line.title),
                "carry": line.verdict.carry.value,
                "why": line.verdict.why.value,
                "until": line.verdict.day.isoformat() if line.verdict.day else None,
            }
            for line in found.papers
        ],
        "facts": found.facts,
        "parties": found.parties,
        "principal": found.principal or None,
        "limits": [
            {"title": output.languages(each.title), "basis": each.basis.value, "sources": each.cited}
            for each in found.limits
        ],
    }
