"""``quote``: show, line, instalment, payer, fees, pay, refund, issue, credit."""

from typing import Any
from uuid import UUID

from app.cli import output
from app.cli.arguments import Commands, Parser, command, day, group
from app.cli.call import Call
from app.cli.cases import choice
from app.domain import money
from app.domain.money import Money
from app.domain.people import Part
from app.domain.quotes import Instalment, LineKind, QuoteLine, standing
from app.errors import UserError
from app.i18n import _
from app.services import bills, cases, quotes
from app.services.bills import Issued
from app.services.quotes import Quote
from app.services.trust import Casebook


def add(commands: Commands) -> None:
    """Declare the commands."""
    parts = group(commands, "quote", _("what a case costs, payments and invoices"))
    _of_case(command(parts, "show", show, _("show a quote, its sums and what was issued"), json=True))
    made = _of_case(command(parts, "payer", set_payer, _("say who pays")))
    made.add_argument("payer", metavar="NAME")
    made = _of_case(command(parts, "line", add_line, _("add a line"), json=True))
    made.add_argument("kind", metavar="KIND", help=", ".join(kind.value for kind in LineKind))
    _with_amount(made)
    made = _of_case(command(parts, "instalment", add_instalment, _("add an instalment"), json=True))
    _with_amount(made)
    made.add_argument("--due", metavar="YYYY-MM-DD", type=day)
    _of_case(
        command(parts, "fees", take_fees, _("take fees from the fee table, with their sources"), json=True)
    )
    for name, run, about in (
        ("pay", pay, _("record that an instalment was paid")),
        ("refund", refund, _("record that a payment was given back")),
    ):
        made = _of_case(command(parts, name, run, about))
        made.add_argument("number", metavar="N", type=int, help=_("which instalment, from 1"))
        made.add_argument("--amount", metavar="AMOUNT", help=_("else all of it"))
        made.add_argument("--on", metavar="YYYY-MM-DD", type=day, help=_("else today"))
        made.add_argument("--reason", metavar="TEXT", default="", help=_("needed before the post's check"))
    made = _of_case(command(parts, "issue", issue, _("issue an invoice for all that is on none"), json=True))
    about = _("only these lines, by their numbers in “quote show”, such as 1,3")
    made.add_argument("--lines", metavar="N,N", default="", help=about)
    made = _of_case(command(parts, "credit", credit, _("take an invoice back by a credit note"), json=True))
    made.add_argument("invoice", metavar="NUMBER")
    made.add_argument("--reason", metavar="TEXT", required=True)


def _of_case(made: Parser) -> Parser:
    made.add_argument("case", metavar="CASE", help=_("number, such as KB-2026-0007"))
    return made


def _with_amount(made: Parser) -> None:
    made.add_argument("amount", metavar="AMOUNT", help=_("with its currency, such as “USD 140”"))
    made.add_argument("--text", metavar="TEXT", default="", help=_("what it is for"))


def _case(book: Casebook, call: Call) -> UUID:
    return book.read(cases.numbered, call.options.case)


def show(call: Call) -> None:
    """Show the quote of a case."""
    with call.book() as book:
        key = _case(book, call)
        held, issued = book.read(quotes.quote, key), book.read(bills.of_case, key)
    if call.as_json:
        output.say_json(_told(held, issued))
        return
    shared = ", ".join(f"{each.number} {each.client}" for each in held.shared)
    output.pairs([(_("Payer"), held.payer), (_("One quote for"), shared)])
    for at, line in enumerate(held.lines, 1):
        kind = _(line.kind.label) if line.kind else ""
        output.say(f"{at}. {_whose(held, line)}{kind}  {line.text}  {line.amount}  {line.source}")
    for at, (part, done) in enumerate(held.instalments, 1):
        paid = f"{part.text}  {part.amount}  {part.due_on or ''}  {done.paid or ''}"
        output.say(f"{at}. {_whose(held, part)}{paid}")
    sums = held.sums
    output.pairs([(_("Total"), _joined(sums.quoted)), (_("Paid"), _joined(sums.paid))])
    output.pairs([(_("Open"), _joined(sums.open)), (_("State"), _(standing(sums).label))])
    output.say(*(f"{each.number}  {_(each.kind.label)}  {each.issued_on}" for each in issued))


def _whose(held: Quote, part: Part) -> str:
    sharer = held.sharer(part)
    return f"{sharer.number}  " if sharer else ""


def _joined(amounts: tuple[Money, ...]) -> str:
    return " + ".join(str(each) for each in amounts)


def _amount(held: Money | None) -> dict[str, Any] | None:
    return {"currency": held.currency, "minor": held.minor} if held else None


def _told(held: Quote, issued: tuple[Issued, ...]) -> dict[str, Any]:
    return {
        "payer": held.payer,
        "state": standing(held.sums).value,
        "shared": [{"number": each.number, "client": each.client} for each in held.shared],
        "lines": [{**_line(line), "case": _whose(held, line).strip()} for line in held.lines],
        "instalments": [
            {
                "case": _whose(held, part).strip(),
                "text": part.text,
                "amount": _amount(part.amount),
                "due_on": part.due_on.isoformat() if part.due_on else "",
                "paid": _amount(done.paid),
                "paid_on": done.paid_on.isoformat() if done.paid_on else "",
                "refunded": _amount(done.refunded),
                "reason": done.reason,
            }
            for part, done in held.instalments
        ],
        "open": [_amount(each) for each in held.sums.open],
        "issued": [_bill(each) for each in issued],
    }


def _line(line: QuoteLine) -> dict[str, Any]:
    return {
        "kind": line.kind.value if line.kind else "",
        "text": line.text,
        "amount": _amount(line.amount),
        "source": line.source,
        "read_on": line.read_on.isoformat() if line.read_on else "",
    }


def _bill(issued: Issued) -> dict[str, Any]:
    return {
        "number": issued.number,
        "kind": issued.kind.value,
        "issued_on": issued.issued_on.isoformat(),
        "totals": [_amount(each) for each in issued.bill.totals],
        "credits": issued.credits,
        "credited_by": issued.credited_by,
    }


def set_payer(call: Call) -> None:
    """Say who pays, by a name."""
    with call.book() as book:
        key = _case(book, call)
        version = book.read(quotes.quote, key).head.version
        book.write(quotes.set_field, key, version, "payer", call.options.payer, call.today)
    output.say(_("Recorded."))


def add_line(call: Call) -> None:
    """Add a line to a quote."""
    options = call.options
    kind = choice(LineKind, options.kind, "kind")
    _save(call, "lines", QuoteLine(kind=kind, text=options.text, amount=money.parse(options.amount)))


def add_instalment(call: Call) -> None:
    """Add an instalment."""
    options = call.options
    part = Instalment(text=options.text, amount=money.parse(options.amount), due_on=options.due)
    _save(call, "instalments", part)


def _save(call: Call, name: str, part: QuoteLine | Instalment) -> None:
    with call.book() as book:
        saved = book.write(quotes.save_part, _case(book, call), name, part, call.today).result
    if call.as_json:
        output.say_json({"id": str(saved.id)})
    else:
        output.say(_("Recorded."))


def take_fees(call: Call) -> None:
    """Take fees from the fee table; what it does not know is left to be confirmed."""
    with call.book() as book:
        added = book.write(quotes.prefill, _case(book, call), call.today).result
    if call.as_json:
        output.say_json([_line(each) for each in added])
        return
    unknown = _("The table knows no further fee for this case: ask the post.")
    output.say(*(f"{each.amount}  {each.source}" for each in added) if added else (unknown,))


def pay(call: Call) -> None:
    """Record a payment."""
    options = call.options
    with call.book() as book:
        part = _instalment(book, call)
        book.write(
            quotes.pay, part.id, part.version, options.on, call.today,
            amount=_given(options.amount), reason=options.reason,
        )  # fmt: skip
    output.say(_("Recorded."))


def refund(call: Call) -> None:
    """Record a refund."""
    options = call.options
    with call.book() as book:
        part = _instalment(book, call)
        amount = _given(options.amount)
        book.write(quotes.refund, part.id, part.version, options.on, call.today, amount=amount)
    output.say(_("Recorded."))


def _given(typed: str | None) -> Money | None:
    return money.parse(typed) if typed else None


def _instalment(book: Casebook, call: Call) -> Any:
    held = book.read(quotes.quote, _case(book, call)).instalments
    number = call.options.number
    if not 1 <= number <= len(held):
        raise UserError(_("There is no instalment {number}.").format(number=number))
    return held[number - 1][0]


def _chosen_lines(book: Casebook, call: Call, case_id: UUID) -> list[UUID]:
    """Return the lines that ``--lines`` names by their numbers. Raises ``UserError`` for one there is not."""
    held = book.read(quotes.quote, case_id).lines
    found: list[UUID] = []
    for typed in filter(None, (each.strip() for each in call.options.lines.split(","))):
        key = held[int(typed) - 1].id if typed.isdecimal() and 1 <= int(typed) <= len(held) else None
        if key is None:
            raise UserError(_("There is no line {number}.").format(number=typed[:20]), field="lines")
        found.append(key)
    return found


def issue(call: Call) -> None:
    """Issue an invoice."""
    with call.book() as book:
        key = _case(book, call)
        lines = _chosen_lines(book, call, key)
        issued = book.write(bills.issue, key, call.today, lines=lines).result
    _say_issued(call, issued)


def credit(call: Call) -> None:
    """Issue a credit note."""
    options = call.options
    with call.book() as book:
        key = _case(book, call)
        issued = book.write(bills.credit, key, options.invoice, call.today, reason=options.reason).result
    _say_issued(call, issued)


def _say_issued(call: Call, issued: Issued) -> None:
    if call.as_json:
        output.say_json(_bill(issued))
    else:
        output.say(issued.number)
