"""What changes for one case when newer rules take the place of those it froze."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.checklist import Line, Progress, progress
from app.domain.conditions import Answer
from app.domain.rulepack import Item
from app.domain.ruleset import Change, ChangeKind, RuleSet, diff
from app.i18n import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """One item that differs: what changed, whether it applied and will apply, and what is collected for it.

    ``old`` and ``new`` are the item in either rules, None where it is not there, as ``before`` and ``after``
    then are. ``is_kept`` says that something was collected, which stays.
    """

    kind: ChangeKind
    item_id: str
    title: Bilingual
    fields: tuple[str, ...]
    before: Answer | None
    after: Answer | None
    is_kept: bool
    old: Item | None = None
    new: Item | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """All items that differ for one case, and its progress before and after."""

    changes: tuple[ItemChange, ...]
    before: Progress
    after: Progress


def difference(old: RuleSet, new: RuleSet, before: Sequence[Line], after: Sequence[Line]) -> Difference:
    """Compare two rule sets for a case with its checklist under each."""
    was, will = _answers(before), _answers(after)
    kept = touched(before)
    changes = tuple(_change(each, old, new, was, will, kept) for each in diff(old, new))
    return Difference(changes, progress(before), progress(after))


def touched(lines: Sequence[Line]) -> frozenset[str]:
    """Return the ids of the items about which somebody did something."""
    return frozenset(line.item.id for line in lines if not line.record.is_untouched)


_WEIGHT = (Answer.NO, Answer.ASK, Answer.YES)


def _answers(lines: Sequence[Line]) -> Mapping[str, Answer]:
    """Return whether each item applies; of one that repeats, the strongest answer."""
    found: dict[str, Answer] = {}
    for line in lines:
        held = found.get(line.item.id, line.applies)
        found[line.item.id] = max(held, line.applies, key=_WEIGHT.index)
    return found


def _change(
    change: Change,
    old: RuleSet,
    new: RuleSet,
    was: Mapping[str, Answer],
    will: Mapping[str, Answer],
    kept: frozenset[str],
) -> ItemChange:
    key = change.item_id
    item = new.by_id.get(key) or old.by_id[key]
    return ItemChange(
        kind=change.kind,
        item_id=key,
        title=item.title,
        fields=change.fields,
        before=was.get(key) if key in old.by_id else None,
        after=will.get(key) if key in new.by_id else None,
        is_kept=key in kept,
        old=old.by_id.get(key),
        new=new.by_id.get(key),
    )
