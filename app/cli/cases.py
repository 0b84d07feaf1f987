"""``case open``, ``list``, ``show``, ``move``."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from app.cli import list_files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.cli.list_files import OnPaper
from app.domain import casefile, fields
from app.domain.cases import Stage
from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import _, both
from app.services import (
    case_list,
    case_search,
    cases,
    client_files,
    deputies,
    lookup,
    packs,
    people_list,
)
from app.services.case_list import CaseLine
from app.services.cases import CaseView
from app.services.trust import Casebook


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(commands, "open", open_case, _("open a case"), json=True)
    made.add_argument("client", metavar="CLIENT", help=_("key, whole name or passport number"))
    made.add_argument("--category", metavar="K", required=True, help=", ".join(packs.categories()))
    made.add_argument("--post", metavar="CODE", required=True, help=_("where it will be filed: new-delhi, …"))
    made.add_argument("--owner", metavar="LOGIN", help=_("who works on it (else you)"))
    made = command(commands, "list", list_cases, _("list cases"), json=True)
    made.add_argument("--stage", metavar="STAGE", help=_("only those at this stage"))
    made.add_argument("--search", metavar="WORDS", default="", help=_("only those of a client or number"))
    made.add_argument(
        "--query",
        metavar="TEXT",
        help=_("only those that fit, as typed in the window: stage:collecting due:<7d"),
    )
    list_files.add(made, on_paper=True)
    made.add_argument("--mine", action="store_true", help=_("only yours, and of whom you stand in for"))
    made = command(commands, "show", show_case, _("show a case"), json=True)
    made.add_argument("case", metavar="CASE", help=_("number, such as KB-2026-0007"))
    made = command(commands, "move", move_case, _("move a case to another stage"), json=True)
    made.add_argument("case", metavar="CASE")
    made.add_argument("stage", metavar="STAGE", help=", ".join(stage.value for stage in Stage))


def open_case(call: Call) -> None:
    """Open a case with its number and its checklist."""
    options = call.options
    with call.book() as book:
        opened = book.write(
            cases.open_case,
            book.read(lookup.client, options.client),
            category=options.category.upper(),
            post=options.post,
            today=call.today,
            owner_id=book.read(lookup.user, options.owner) if options.owner else None,
        ).result
    if call.as_json:
        output.say_json({"number": opened.number, "id": str(opened.id)})
    else:
        output.say(opened.number)


def list_cases(call: Call) -> None:
    """List cases by number."""
    stage = choice(Stage, call.options.stage, "stage") if call.options.stage else None
    with call.book() as book:
        keys = _asked(call, book, stage)
        found = book.read(case_list.lines, keys)
        if list_files.is_wanted(call):
            list_files.write(call, book, "case list", *_table(found), OnPaper(both("Cases")))
        elif call.as_json:
            output.say_json([_line(line) for line in found])
        else:
            output.table(*_table(found))


def _table(found: Sequence[CaseLine]) -> tuple[Sequence[str], Sequence[Sequence[object]]]:
    heads = (_("Number"), _("Client"), _("Category"), _("Post"), _("Stage"), _("Checked"), _("Responsible"))
    rows = [
        (c.number, c.client, c.category, c.post, _(c.stage.label), f"{c.checked}/{c.counted}", c.owner)
        for c in found
    ]
    return heads, rows


def _asked(call: Call, book: Casebook, stage: Stage | None) -> Sequence[UUID]:
    mine = book.read(deputies.mine, book.actor.id, call.today) if call.options.mine else None
    if call.options.query is None:
        return book.read(case_list.ids, stage=stage, typed=call.options.search, owners=mine)
    typed = f"{call.options.query} {call.options.search}"
    found = book.read(
        case_search.find, typed, today=call.today, user_id=book.actor.id, stage=stage, owners=mine
    )
    output.remark(*found.notes)
    return found.keys


def _line(line: CaseLine) -> dict[str, Any]:
    return {
        "number": line.number,
        "client": line.client,
        "category": line.category,
        "post": line.post,
        "stage": line.stage.value,
        "progress": {"checked": line.checked, "counted": line.counted},
    }


def choice(kind: type[Labelled], typed: str, field: str) -> Any:
    """Return the member of ``kind`` typed by value or label. Raises ``UserError`` with all of them."""
    wanted = typed.strip().casefold().replace("-", "_")
    for member in kind:
        if wanted in (member.value, member.label.casefold(), _(member.label).casefold()):
            return member
    allowed = ", ".join(member.value for member in kind)
    raise UserError(_("“{typed}” is not one of the choices.").format(typed=typed[:40]), allowed, field=field)


def show_case(call: Call) -> None:
    """Show a case, its progress and its fields."""
    with call.book() as book:
        view = book.read(cases.case, book.read(cases.numbered, call.options.case))
        client = book.read(people_list.line_of, view.person_id)
    name = client.name if client else ""
    values = _case_values(view, name)
    if call.as_json:
        output.say_json({**values, **client_files.table_of(view.file)})
        return
    checked = _("{checked} of {counted} papers checked").format(checked=view.checked, counted=view.counted)
    head = [(key, value) for key, value in values.items() if isinstance(value, str)]
    file = [
        (_(f.label), client_files.shown(f, getattr(view.file, f.name))) for f in fields.of(type(view.file))
    ]
    output.pairs([*head, ("progress", checked), *file])
    for part_name in casefile.CASE_PARTS:
        for number, part in enumerate(getattr(view.file, part_name), 1):
            output.say("", f"{part_name} {number}")
            shown = [
                (_(f.label), client_files.shown(f, getattr(part, f.name))) for f in fields.of(type(part))
            ]
            output.pairs(shown)


def _case_values(view: CaseView, client: str) -> dict[str, Any]:
    return {
        "number": view.number,
        "client": client,
        "client_id": str(view.person_id),
        "category": view.category,
        "post": view.post.code,
        "stage": view.stage.value,
        "stage_since": view.stage_since.isoformat(),
        "next_stages": [stage.value for stage in view.allowed],
        "opened_on": view.opened_on.isoformat(),
        "owner": view.owner,
        "reviewer": view.reviewer,
        "office": view.office,
        "progress": {"checked": view.checked, "counted": view.counted},
        "decision": view.decision.value if view.decision else None,
        "rule_set": view.rule_set,
    }


def move_case(call: Call) -> None:
    """Move a case to another stage; what is not possible from here is refused."""
    to = choice(Stage, call.options.stage, "stage")
    with call.book() as book:
        view = book.read(cases.case, book.read(cases.numbered, call.options.case))
        book.write(cases.move, view.id, view.version, to, call.today)
    if call.as_json:
        output.say_json({"number": view.number, "stage": to.value})
    else:
        output.say(_("{number}: {stage}").format(number=view.number, stage=_(to.label)))
