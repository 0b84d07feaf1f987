"""Deadlines in the words that the page and the case's tab share."""

from datetime import date, datetime

from app.domain import dates, deadlines, zones
from app.domain.deadline_marks import DeadlineState, Kept
from app.domain.deadline_rules import LimitUnit
from app.i18n import _, language
from app.services import citations
from app.ui import words

STATE_TONES = {
    DeadlineState.OPEN: "accent",
    DeadlineState.ASK: "warn",
    DeadlineState.STANDING: "plain",
    DeadlineState.SETTLED: "good",
    DeadlineState.DONE: "good",
    DeadlineState.WAIVED: "plain",
}
SOON_DAYS = 7


def due_day(due: datetime, last_day: date, unit: LimitUnit) -> str:
    """Return the day it falls due in China, with the time of day where it has one of its own."""
    if unit is LimitUnit.HOURS:
        return zones.shown(due, zones.CHINA, language())
    return dates.shown(last_day, language())


def tone(last_day: date, today: date) -> str:
    """Return the tone of a day: what is over or today, what comes within a week, the rest."""
    left = (last_day - today).days
    return "bad" if left < 0 else "warn" if left <= SOON_DAYS else "muted"


def left(last_day: date, today: date) -> str:
    """Return how far off a day is, as a sentence's end: "in 3 days", "5 days overdue"."""
    return words.days_left(last_day, today)


def due_line(kept: Kept, zone: str) -> str:
    """Return the moment in China and, where it is known and another, in the client's own time."""
    assert kept.due is not None
    here = _("{moment} in Beijing").format(moment=zones.shown(kept.due, zones.CHINA, language()))
    if not zone or zones.local(kept.due, zone).utcoffset() == zones.local(kept.due, zones.CHINA).utcoffset():
        return here
    there = _("{moment} in {zone}").format(moment=zones.shown(kept.due, zone, language()), zone=city(zone))
    return f"{here} · {there}"


def city(zone: str) -> str:
    """Return the place that names a zone."""
    return zone.rpartition("/")[2].replace("_", " ")


def standing(kept: Kept, today: date) -> str:
    """Return where a deadline stands: open with its days left, done, waived with why, or to ask."""
    mark, deadline, chosen = kept.mark, kept.deadline, language()
    if kept.state is DeadlineState.DONE:
        return _("Done on {day}.").format(day=words.day(mark.done_on))
    if kept.state is DeadlineState.WAIVED:
        return _("Waived: {reason}").format(reason=mark.waived_reason)
    if deadline.settled is not None:
        return deadline.settled.text(chosen)
    parts = [left(kept.last_day, today)] if kept.last_day else []
    if deadline.provisional and mark.due is None:
        parts.append(_("provisional: China's holidays of that year are not announced yet"))
    if deadline.asks is not None:
        parts.append(_("to ask: {question}").format(question=deadline.asks.text(chosen)))
    text = " · ".join(parts) or _(kept.state.label)
    return text[:1].upper() + text[1:]


def reasons(kept: Kept) -> str:
    """Return why it is due, the facts it stands on, and what people set instead."""
    chosen, mark, deadline = language(), kept.mark, kept.deadline
    lines = [deadline.reason.text(chosen)]
    facts = [f"{fact.label.text(chosen)}: {fact.value.text(chosen)}" for fact in deadline.stands_on]
    if facts:
        lines.append(_("Stands on: {facts}.").format(facts="; ".join(facts)))
    if mark.due is not None:
        by = _("{who} set this day on {day}: {reason}").format(
            who=mark.due_set_by,
            day=words.day(mark.due_set_at.date()) if mark.due_set_at else "",
            reason=mark.due_reason,
        )
        was = words.day(deadline.last_day) if deadline.last_day else _("no day")
        lines += [by, _("Computed: {day}.").format(day=was)]
    return "\n".join(lines)


def citation(kept: Kept) -> str:
    """Return where the rule comes from, what happens otherwise, and that the authority prevails."""
    rule, chosen = kept.deadline.rule, language()
    checked = _("checked {day}").format(day=words.day(rule.checked_on))
    cited = " · ".join([words.basis(rule.basis), citations.cited(rule.cited).text(chosen), checked])
    penalty = _("Otherwise: {penalty}").format(penalty=rule.penalty.text(chosen)) if rule.penalty else ""
    note = rule.note.text(chosen) if rule.note else ""
    return "\n".join(part for part in (penalty, note, cited, _(deadlines.PREVAILS)) if part)
