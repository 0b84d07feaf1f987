"""``deadlines`` and ``workdays``: dates counted without a casebook."""

from collections.abc import Sequence
from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command, day
from app.cli.call import Call
from app.domain import zones
from app.domain.deadline_rules import AnchorKind, DeadlinePack, DeadlineRule, LimitUnit
from app.domain.deadlines import Deadline
from app.domain.periods import Period
from app.domain.workdays import WorkCalendar
from app.errors import UserError
from app.i18n import _, language
from app.services import calendars, firm_tables, limits


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(commands, "deadlines", count, _("count one limit from a date"), json=True)
    made.add_argument("rule", metavar="RULE", help=_("such as DL-03; without one all are listed"), nargs="?")
    made.add_argument(
        "--anchor", metavar="DATETIME", help=_("what it is counted from: 2026-03-10, 2026-03-10T14:30")
    )
    made.add_argument(
        "--days", "--stay-days", metavar="N", type=int, help=_("length of the stay: --anchor is the entry")
    )
    made.add_argument("--period", metavar="PERIOD", help=_("what the post gives, such as “15 days”"))
    made.add_argument("--zone", metavar="ZONE", help=_("show it in this zone too, such as Asia/Kolkata"))
    made = command(commands, "workdays", workdays, _("count China's working days"), json=True)
    made.add_argument("start", metavar="FROM", type=day, help=_("the day before the first that counts"))
    made.add_argument("count", metavar="N", type=int, nargs="?", help=_("the Nth working day after FROM"))
    made.add_argument("--until", metavar="DATE", type=day, help=_("count the working days up to DATE"))


def count(call: Call) -> None:
    """Count one limit; without a rule list what there is."""
    options = call.options
    if options.rule is None:
        list_rules(call)
        return
    if options.anchor is None:
        raise UserError(_("What is it counted from?"), _("Name it: --anchor 2026-03-10"), field="anchor")
    rule = _pack(call).named(options.rule)
    on, clock = limits.moment(options.anchor, call.today)
    facts: dict[str, object] = {}
    if options.period:
        facts = dict.fromkeys(rule.count_facts, _period(options.period))
    found = limits.single(rule, on, clock, calendar(call), stay_days=options.days, facts=facts)
    zone = zones.named(options.zone) if options.zone else ""
    if call.as_json:
        output.say_json(values(found, zone))
        return
    output.pairs(rows(found, zone))


def _pack(call: Call) -> DeadlinePack:
    """Return the limits shipped, or as they stand in a casebook where one is named."""
    if not call.option("casebook"):
        return limits.shipped()
    with call.book() as book:
        return book.read(firm_tables.deadlines, call.today)


def _period(typed: str) -> Period:
    try:
        return Period.parse(typed)
    except ValueError:
        raise UserError(_("“{typed}” is no period.").format(typed=typed[:40]), "15 days, 3 months") from None


def calendar(call: Call) -> WorkCalendar:
    """Return China's working days: as the program ships them, or as the casebook named knows them."""
    if call.option("casebook") is None:
        return limits.calendar({})
    with call.book() as book:
        return book.read(calendars.calendar)


def values(found: Deadline, zone: str = "") -> dict[str, Any]:
    """Return a deadline as JSON has it; ``due`` is a day for limits in days, else a moment in China.

    ``ends_at`` is the moment at which it is over, in China's zone.
    """
    in_hours = found.rule.unit is LimitUnit.HOURS
    due = (found.due if in_hours else found.last_day) if found.due else None
    told: dict[str, Any] = {
        "rule": found.rule.id,
        "title": output.languages(found.rule.title),
        "due": due.isoformat() if due else None,
        "unit": found.rule.unit.value,
        "reason": output.languages(found.reason),
        "source": found.rule.cited,
        "basis": found.rule.basis.value,
        "ends_at": found.due.isoformat() if found.due else None,
        "zone": zones.CHINA,
        "alerts": [alert.isoformat() for alert in found.alerts],
        "provisional": found.provisional,
        "ask": output.languages(found.asks) if found.asks else None,
    }
    if zone and found.due:
        told["local"] = {"zone": zone, "ends_at": zones.local(found.due, zone).isoformat()}
    return told


def rows(found: Deadline, zone: str = "") -> list[tuple[str, object]]:
    """Return a deadline as lines for a person to read."""
    chosen = language()
    due = zones.shown(found.due, zones.CHINA, chosen) if found.due else ""
    return [
        (_("Deadline"), f"{found.rule.id} {found.rule.title.text(chosen)}"),
        (_("Due (Beijing)"), due),
        (
            _("Due ({zone})").format(zone=zone),
            zones.shown(found.due, zone, chosen) if zone and found.due else "",
        ),
        (_("Provisional"), _("yes") if found.provisional else ""),
        (_("Why"), found.reason.text(chosen)),
        (_("To ask"), found.asks.text(chosen) if found.asks else ""),
        (_("Note"), found.rule.note.text(chosen) if found.rule.note else ""),
        (_("Source"), f"{found.rule.basis.value} {found.rule.cited}"),
        (_("Reminders"), ", ".join(zones.shown(alert, zones.CHINA, chosen) for alert in found.alerts)),
    ]


def list_rules(call: Call) -> None:
    """List the limits with what each is counted from."""
    rules = _pack(call).rules
    if call.as_json:
        output.say_json(
            [
                {
                    "rule": rule.id,
                    "title": output.languages(rule.title),
                    "anchors": [kind.value for kind in rule.anchors],
                    "count": rule.count,
                    "unit": rule.unit.value,
                    "before": rule.before,
                    "basis": rule.basis.value,
                    "source": rule.cited,
                }
                for rule in rules
            ]
        )
        return
    heads = (_("Deadline"), "", _("Counted from"), _("Limit"), _("Source"))
    output.table(
        heads, [(r.id, r.title.text(language()), _from(r.anchors), _limit(r), r.cited) for r in rules]
    )


def _from(anchors: Sequence[AnchorKind]) -> str:
    return ", ".join(dict.fromkeys(_(kind.label) for kind in anchors))


def _limit(rule: DeadlineRule) -> str:
    if rule.count_facts:
        return _("as the post says")
    if rule.count == 0:
        return _("that day")
    sign = "-" if rule.before else "+"
    return f"{sign}{rule.count} {_(rule.unit.label)}" if rule.count else _(rule.unit.label)


def workdays(call: Call) -> None:
    """Say the Nth working day after a day, or how many there are up to another."""
    options = call.options
    if (options.count is None) is (options.until is None):
        raise UserError(_("Give a number of days, or --until DATE."), field="count")
    known = calendar(call)
    if options.until is not None:
        found = known.until(options.start, options.until)
    else:
        found = known.after(options.start, options.count)
    if call.as_json:
        told = {"date": found.date.isoformat(), "days": found.days, "provisional": found.provisional}
        output.say_json(told)
        return
    mark = _("provisional: China's holidays of that year are not announced yet") if found.provisional else ""
    output.say(" ".join(part for part in (found.date.isoformat(), str(found.days), mark) if part))
