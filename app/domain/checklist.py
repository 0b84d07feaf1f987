"""A case's checklist: for each line whether it applies, how far people are, and whether the paper holds.

Three things that never mix: *applies* is computed from facts, *state* is moved by people, *validity* is
computed from dates.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.conditions import Answer, Condition, missing
from app.domain.facts import REGISTRY
from app.domain.fields import Labelled
from app.domain.item_records import ItemRecord, ItemState, OriginalAt, check_dates, move
from app.domain.periods import Period, add_months
from app.domain.repeats import Occasion
from app.domain.rulepack import Item, Need, Repeat
from app.domain.ruleset import RuleSet
from app.i18n import N_, Bilingual

__all__ = [
    "ItemRecord", "ItemState", "Line", "OriginalAt", "Progress", "Validity",
    "check_dates", "expected", "lines", "move", "progress",
]  # fmt: skip

ALWAYS_ASKED = Bilingual("For every case.", "所有案件均需。")
GONE = Bilingual(
    "No longer in the person's record; what was collected is kept.",
    "个人档案中已无此项；已收集的材料仍保留。",
)
RETIRED = Bilingual(
    "No longer in the rules; what was collected is kept.",
    "现行规则中已无此项；已收集的材料仍保留。",
)
_ONCE = (Occasion("", Bilingual("", "")),)


class Validity(Labelled):
    """Whether the paper in hand holds until it is needed."""

    GOOD = "good", N_("Good")
    ENDS_TOO_SOON = "ends_too_soon", N_("Ends too soon for the planned date")
    EXPIRED = "expired", N_("Expired")
    UNKNOWN = "unknown", N_("Not known")


class Expected(NamedTuple):
    """One line that a rule set makes for a person: the key names which degree, country or name."""

    item_id: str
    repeat_key: str
    repeat_label: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a checklist with everything a page or a print needs to say about it.

    ``why`` gives the rule's sentence, or what has to be settled while ``applies`` is ASK. ``open_facts`` are
    the names of the facts that keep it open. ``valid_until`` is the earlier of the paper's own end and the
    end of its freshness.
    """

    item: Item
    repeat_key: str
    repeat_label: Bilingual | None
    applies: Answer
    need: Need
    why: Bilingual
    record: ItemRecord
    validity: Validity
    open_facts: tuple[str, ...] = ()
    country: str = ""  # that issues the paper, "" where the record does not tell
    valid_until: date | None = None

    @property
    def state(self) -> ItemState:
        """How far people are with it."""
        return self.record.state

    @property
    def counts(self) -> bool:
        """Whether it counts in the progress."""
        return self.applies is not Answer.NO and self.state is not ItemState.WAIVED


class Judged(NamedTuple):
    """Whether an item applies, by its own condition or as a recommendation."""

    applies: Answer
    is_recommendation: bool


_ASKED = {answer: Judged(answer, False) for answer in Answer}
_RECOMMENDED = {answer: Judged(answer, True) for answer in Answer}


class Progress(NamedTuple):
    """ "9 of 14 papers checked"."""

    checked: int
    counted: int


def expected(rule_set: RuleSet, repeats: Mapping[Repeat, Sequence[Occasion]]) -> tuple[Expected, ...]:
    """Return every line the rule set makes, whether it applies now or not.

    An item that repeats for something the record has none of makes one line, with an empty key.
    """
    return tuple(
        Expected(item.id, occasion.key, occasion.label)
        for item in rule_set.items
        for occasion in _occasions(item, repeats)
    )


def judge(rule_set: RuleSet, facts: Mapping[str, object]) -> list[Judged]:
    """Return for each item, in order, whether it applies; an item that does not may still be recommended."""
    found = []
    for _item, when, recommended in rule_set.tests:
        answer = Answer.YES if when is None else when(facts)
        if answer is Answer.NO and recommended is not None:
            found.append(_RECOMMENDED[recommended(facts)])
        else:
            found.append(_ASKED[answer])
    return found


def lines(
    rule_set: RuleSet,
    facts: Mapping[str, object],
    repeats: Mapping[Repeat, Sequence[Occasion]],
    records: Mapping[tuple[str, str], ItemRecord],
    *,
    planned: date | None,
    today: date,
) -> tuple[Line, ...]:
    """Return the checklist in order.

    ``records`` holds what people did, by item id and repeat key. A record whose degree, country or name left
    the person's record, or whose item left the rules, is listed still, as a line that does not apply, if
    anything was done about it.
    """
    made = {(each.item_id, each.repeat_key) for each in expected(rule_set, repeats)}
    strays = [key for key, record in records.items() if key not in made and not record.is_untouched]
    found: list[Line] = []
    for item, answer in zip(rule_set.items, judge(rule_set, facts), strict=True):
        judged = _judged(item, facts, answer)
        for occasion in _occasions(item, repeats):
            record = records.get((item.id, occasion.key), _UNTOUCHED)
            found.append(_line(judged, occasion, record, facts, planned, today))
        mine = [key for key in strays if key[0] == item.id]
        found += [_stray(judged, key[1], records[key], GONE, facts, planned, today) for key in mine]
    for item in rule_set.retired:
        judged = _judged(item, facts, _ASKED[Answer.NO])
        mine = [key for key in strays if key[0] == item.id]
        found += [_stray(judged, key[1], records[key], RETIRED, facts, planned, today) for key in mine]
    return tuple(found)


def _stray(
    judged: Line,
    repeat_key: str,
    record: ItemRecord,
    why: Bilingual,
    facts: Mapping[str, object],
    planned: date | None,
    today: date,
) -> Line:
    """Return a line that does not apply any more, with what was done about it."""
    gone = replace(judged, applies=Answer.NO, why=why, open_facts=())
    occasion = Occasion(repeat_key, record.repeat_label or Bilingual(repeat_key, repeat_key))
    return _line(gone, occasion, record, facts, planned, today)


def progress(found: Iterable[Line]) -> Progress:
    """Return how many lines are checked of those that apply or ask.

    A waived line leaves the count: counted as checked it would claim a paper nobody has seen, and counted as
    open it would keep the checklist from ever being done.
    """
    counted = [line for line in found if line.counts]
    return Progress(sum(line.state is ItemState.ACCEPTED for line in counted), len(counted))


_UNTOUCHED = ItemRecord()


def _occasions(item: Item, repeats: Mapping[Repeat, Sequence[Occasion]]) -> Sequence[Occasion]:
    return (repeats.get(item.repeat, ()) if item.repeat else ()) or _ONCE


def _judged(item: Item, facts: Mapping[str, object], judged: Judged) -> Line:
    """Return the line of an item without its occasion and record."""
    if judged.is_recommendation:
        condition, text = item.recommended_when or item.when, item.recommended_text
    else:
        condition, text = item.when, item.when_text
    why, names = _why(condition, text, judged.applies, facts)
    return Line(
        item=item,
        repeat_key="",
        repeat_label=None,
        applies=judged.applies,
        need=Need.RECOMMENDED if judged.is_recommendation else item.need,
        why=why,
        record=_UNTOUCHED,
        validity=Validity.UNKNOWN,
        open_facts=names,
    )


def _why(
    condition: Condition, text: Bilingual | None, answer: Answer, facts: Mapping[str, object]
) -> tuple[Bilingual, tuple[str, ...]]:
    if answer is not Answer.ASK:
        return text or ALWAYS_ASKED, ()
    names = missing(condition, facts)
    questions = list(dict.fromkeys(REGISTRY[name].question for name in names))
    return Bilingual(" ".join(q.en for q in questions), "".join(q.zh for q in questions)), names


def _line(
    judged: Line,
    occasion: Occasion,
    record: ItemRecord,
    facts: Mapping[str, object],
    planned: date | None,
    today: date,
) -> Line:
    end = good_until(judged.item, record.issued_on, record.valid_until, facts)
    return replace(
        judged,
        repeat_key=occasion.key,
        repeat_label=occasion.label if occasion.key else None,
        country=occasion.country,
        record=record,
        valid_until=end,
        validity=_validity(judged.item, record, end, planned, today),
    )


def good_until(
    item: Item, issued_on: date | None, valid_until: date | None, facts: Mapping[str, object]
) -> date | None:
    """Return the last day a paper is good: its own end or the end of its freshness, the earlier one."""
    ends = [valid_until] if valid_until else []
    if issued_on and item.freshness_days is not None:
        ends.append(issued_on + timedelta(days=item.freshness_days))
    period = facts.get(item.freshness_fact)
    if issued_on and isinstance(period, Period):
        ends.append(period.after(issued_on))
    return min(ends, default=None)


def _validity(
    item: Item, record: ItemRecord, end: date | None, planned: date | None, today: date
) -> Validity:
    if end is None:
        limited = item.has_expiry or item.freshness_days is not None or item.freshness_fact
        in_hand = record.state in (ItemState.RECEIVED, ItemState.ACCEPTED)
        return Validity.GOOD if in_hand and not limited else Validity.UNKNOWN
    if end < today:
        return Validity.EXPIRED
    needed = add_months(planned or today, item.months_beyond)
    return Validity.ENDS_TOO_SOON if end < needed else Validity.GOOD
