"""Deadlines as they are computed: from a rule, the date it is counted from, the facts and the calendar.

Days are China's; a limit of whole days ends at 24:00 in Beijing on its last day. What is not known is asked
for and never guessed. Nothing computed here is recorded: it is computed again when it is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.domain import conditions, dates, zones
from app.domain.conditions import Answer
from app.domain.deadline_rules import COUNTING, AlertsFrom, AnchorKind, DeadlineRule, LimitUnit
from app.domain.facts import REGISTRY
from app.domain.periods import Period, Unit, add_months
from app.domain.workdays import WorkCalendar
from app.i18n import N_, Bilingual, both

PREVAILS = N_("Calculated from what you told us; visa, stamp and authority prevail.")


@dataclass(frozen=True, slots=True)
class Stated:
    """One fact that a deadline stands on, as it is shown."""

    label: Bilingual
    value: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A date that limits are counted from.

    ``key`` tells several of one kind apart. ``day`` is None while unknown, and ``asks`` is then the question.
    ``clock`` is China's time of day, "" for unknown. ``count`` stands over the rule's own; ``settled`` says
    why nothing is due any more.
    """

    kind: AnchorKind
    day: date | None
    key: str = ""
    clock: str = ""
    count: int | None = None
    stands_on: tuple[Stated, ...] = ()
    settled: Bilingual | None = None
    asks: Bilingual | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One limit of one case. ``due`` has China's zone; without it there is a question, or no number.

    ``last_day`` is the day in China on which it falls due. ``alerts`` are moments. ``provisional`` says that
    working days were counted across a year that is not announced.
    """

    rule: DeadlineRule
    key: str
    kind: AnchorKind | None
    applies: Answer
    due: datetime | None
    last_day: date | None
    how: Bilingual
    stands_on: tuple[Stated, ...] = ()
    asks: Bilingual | None = None
    alerts: tuple[datetime, ...] = ()
    provisional: bool = False
    settled: Bilingual | None = None

    @property
    def reason(self) -> Bilingual:
        """Why it is due and how it was counted, in both languages."""
        return Bilingual(
            " ".join(part for part in (self.rule.reason.en, self.how.en) if part),
            "".join(part for part in (self.rule.reason.zh, self.how.zh) if part),
        )

    @property
    def is_open(self) -> bool:
        """Whether something is due on a known day and nothing shows that it was done."""
        return self.due is not None and self.settled is None


def computed(
    rules: Sequence[DeadlineRule],
    anchors: Sequence[Anchor],
    facts: Mapping[str, object],
    calendar: WorkCalendar,
) -> tuple[Deadline, ...]:
    """Return every deadline, in the order of the rules; one that does not apply is left out."""
    found: list[Deadline] = []
    for rule in rules:
        applies = conditions.evaluate(rule.when, facts)
        if applies is not Answer.NO:
            mine = [anchor for anchor in anchors if anchor.kind in rule.anchors]
            found += [_of(rule, anchor, applies, facts, calendar) for anchor in mine]
            found += [] if mine else _without_anchor(rule, applies, facts)
    return tuple(found)


def of_anchor(
    rule: DeadlineRule, anchor: Anchor, facts: Mapping[str, object], calendar: WorkCalendar
) -> Deadline:
    """Return the deadline of one rule counted from one date, whether or not the rule applies to anybody."""
    return _of(rule, anchor, Answer.YES, facts, calendar)


def _without_anchor(rule: DeadlineRule, applies: Answer, facts: Mapping[str, object]) -> Iterator[Deadline]:
    """Yield the duties that have no day of their own, and the question for a date worth asking for."""
    if not rule.anchors:
        yield Deadline(
            rule=rule, key="", kind=None, applies=applies, due=None, last_day=None,
            how=Bilingual("", ""), asks=_questions(rule, applies, facts),
        )  # fmt: skip
    elif rule.is_asked:
        kind = rule.anchors[0]
        asks = _questions(rule, applies, facts) or _when_was(kind)
        yield Deadline(
            rule=rule, key="", kind=kind, applies=applies, due=None, last_day=None,
            how=Bilingual("", ""), asks=asks,
        )  # fmt: skip


def _when_was(kind: AnchorKind) -> Bilingual:
    label = both(kind.label)
    return Bilingual(f"When? {label.en}", f"何时？{label.zh}")


def _questions(rule: DeadlineRule, applies: Answer, facts: Mapping[str, object]) -> Bilingual | None:
    """Return what decides whether the rule applies; None once that is known."""
    if applies is not Answer.ASK:
        return None
    return _asked(conditions.missing(rule.when, facts))


def _asked(names: Sequence[str]) -> Bilingual:
    questions = list(dict.fromkeys(REGISTRY[name].question for name in names))
    return Bilingual(" ".join(q.en for q in questions), "".join(q.zh for q in questions))


def _of(
    rule: DeadlineRule,
    anchor: Anchor,
    applies: Answer,
    facts: Mapping[str, object],
    calendar: WorkCalendar,
) -> Deadline:
    bare = Deadline(
        rule=rule, key=anchor.key, kind=anchor.kind, applies=applies, due=None, last_day=None,
        how=Bilingual("", ""), stands_on=_stands_on(anchor), settled=anchor.settled,
        asks=anchor.asks or _questions(rule, applies, facts),
    )  # fmt: skip
    if anchor.day is None or rule.unit not in COUNTING:
        return bare
    limits = _limits(rule, anchor, facts)
    if not limits:
        return replace(bare, asks=_asked(rule.count_facts))
    counted = [_counted(rule, anchor, anchor.day, limit, calendar) for limit in limits]
    due, last_day, how, provisional = min(counted, key=lambda each: each[0])
    return replace(
        bare, due=due, last_day=last_day, how=how, provisional=provisional,
        alerts=alerts(rule, due, anchor.day, rule.alerts),
    )  # fmt: skip


def _stands_on(anchor: Anchor) -> tuple[Stated, ...]:
    if anchor.day is None:
        return anchor.stands_on
    return (*anchor.stands_on, Stated(both(anchor.kind.label), moment_words(anchor)))


def moment_words(anchor: Anchor) -> Bilingual:
    """Return the day of an anchor, with its time of day where that is known."""
    assert anchor.day is not None
    return Bilingual(
        *(f"{dates.shown(anchor.day, language)} {anchor.clock}".strip() for language in ("en", "zh"))
    )


Limit = tuple[int, LimitUnit]


def _limits(rule: DeadlineRule, anchor: Anchor, facts: Mapping[str, object]) -> list[Limit]:
    if not rule.count_facts:
        count = rule.count if anchor.count is None else anchor.count
        return [] if count is None else [(count, rule.unit)]
    periods = [facts.get(name) for name in rule.count_facts]
    units = {Unit.DAYS: LimitUnit.DAYS, Unit.MONTHS: LimitUnit.MONTHS}
    return [(each.count, units[each.unit]) for each in periods if isinstance(each, Period)]


def _counted(
    rule: DeadlineRule, anchor: Anchor, start: date, limit: Limit, calendar: WorkCalendar
) -> tuple[datetime, date, Bilingual, bool]:
    """Return the moment, its day in China, how it was counted, and whether that is provisional."""
    count, unit = limit
    provisional = False
    if unit is LimitUnit.HOURS:
        due = zones.plus_hours(zones.at(start, anchor.clock), count)
        last_day = _day_before(due)
    else:
        if unit is LimitUnit.WORKING_DAYS:
            found = calendar.after(start, count)
            last_day, provisional = found.date, found.provisional
        elif unit is LimitUnit.MONTHS:
            last_day = add_months(start, count)
        else:
            last_day = start + timedelta(days=-count if rule.before else count)
        due = zones.end_of(last_day)
    return due, last_day, _how(rule, anchor, limit, last_day, provisional=provisional), provisional


def _day_before(due: datetime) -> date:
    """Return the day in China that ``due`` belongs to: 24:00 is still the day that ends."""
    return zones.beijing_day(due - timedelta(seconds=1))


def _how(rule: DeadlineRule, anchor: Anchor, limit: Limit, last_day: date, *, provisional: bool) -> Bilingual:
    """Say how it was counted: "Entered China 10 Mar 2026: 30 calendar days after, 9 Apr 2026.\""""
    count, unit = limit
    label, when, words = both(anchor.kind.label), moment_words(anchor), both(unit.label)
    one = words.en.removesuffix("s") if count == 1 else words.en
    en = f"{label.en} {when.en}"
    zh = f"{label.zh}：{when.zh}"
    if count:
        en += f": {count} {one} {'before' if rule.before else 'after'} that, {dates.shown(last_day, 'en')}"
        zh += f"，{'前' if rule.before else '后'}{count}{words.zh}，即{dates.shown(last_day, 'zh')}"
    notes = _notes(anchor, unit, provisional=provisional)
    return Bilingual(
        " ".join([f"{en}.", *(note.en for note in notes)]), "".join([f"{zh}。", *(note.zh for note in notes)])
    )


def _notes(anchor: Anchor, unit: LimitUnit, *, provisional: bool) -> list[Bilingual]:
    notes = []
    if unit is LimitUnit.HOURS and not anchor.clock:
        notes.append(both("The time of day is not recorded: counted from 00:00."))
    if provisional:
        notes.append(both("Provisional: China's holidays of that year are not announced yet."))
    return notes


def alerts(
    rule: DeadlineRule, due: datetime, anchor_day: date | None, counts: Sequence[int]
) -> tuple[datetime, ...]:
    """Return the moments to be reminded at, earliest first: so many hours, or days at 09:00 in Beijing."""
    if rule.unit is LimitUnit.HOURS:
        return tuple(sorted(zones.plus_hours(due, -count) for count in counts))
    start = anchor_day if rule.alerts_from is AlertsFrom.ANCHOR and anchor_day else _day_before(due)
    return tuple(zones.at(start - timedelta(days=count), "09:00") for count in sorted(counts, reverse=True))
