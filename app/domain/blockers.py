"""What a case waits for: the one thing that keeps it from its next stage, in a few words."""

from collections.abc import Iterable, Sequence

from app.domain.cases import Stage
from app.domain.checklist import Line
from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.domain.rulepack import Audience
from app.i18n import N_, Bilingual, both, filled

NAMED = 1  # papers named by title; the others are counted
_OF_STAGE = {
    Stage.ON_HOLD: N_("On hold"),
    Stage.PRE_REVIEW: N_("Waits for the authority"),
    Stage.HANDED_IN: N_("Waits for the authority"),
    Stage.SUPPLEMENT_ASKED: N_("The authority asked for more"),
}
_ASKED = (ItemState.REQUESTED, ItemState.RETURNED)


def of(stage: Stage, lines: Iterable[Line]) -> Bilingual | None:
    """Return what a case waits for; None where nothing stands in its way."""
    if stage in _OF_STAGE:
        return both(_OF_STAGE[stage])
    there = [line for line in lines if line.applies is not Answer.NO]
    for words, found in (
        (both("Client: {papers}"), [x for x in there if x.state in _ASKED and _is_clients(x)]),
        (both("To be checked by us: {papers}"), [x for x in there if x.state is ItemState.RECEIVED]),
        (both("To be asked for: {papers}"), [x for x in there if _is_missing(x) and _is_clients(x)]),
        (both("To be done by us: {papers}"), [x for x in there if _is_missing(x)]),
    ):
        if found:
            return filled(words, papers=titles([line.item.title for line in found]))
    return None


def titles(found: Sequence[Bilingual]) -> Bilingual:
    """Return several papers as one text: the first by title, and how many more."""
    different = list(dict.fromkeys(found))
    more = len(different) - NAMED
    named = different[:NAMED] + ([filled(both("{count} more"), count=more)] if more > 0 else [])
    return Bilingual("; ".join(title.en for title in named), "；".join(title.zh for title in named))


def _is_clients(line: Line) -> bool:
    return line.item.audience is Audience.CLIENT


def _is_missing(line: Line) -> bool:
    return line.state in (ItemState.NEEDED, *_ASKED) and line.applies is Answer.YES
