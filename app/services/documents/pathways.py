"""The comparison of pathways for a case, on one page."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from app.domain import screening_record
from app.domain.conditions import Answer
from app.domain.facts import REGISTRY
from app.domain.filing.pathways import PathwayColumn, PathwaySheet
from app.domain.pathways import Aspect, Column
from app.i18n import Bilingual, both
from app.services import citations, filing, pathways
from app.services.orders import Order

_MOST_NAMED = 2  # facts named in one cell


def gather(session: Session, order: Order, today: date) -> PathwaySheet:
    """Return the comparison for what is known of the case today."""
    gathered = filing.gather(session, order, today)
    found = pathways.of_case(session, order.case, today)
    return PathwaySheet(
        head=gathered.head,
        rows=(
            *(both(aspect.label) for aspect in Aspect),
            both("Met, not met, open"),
            both("What is open"),
            both("Papers missing"),
            both("Earliest date"),
            both("Certainty of the rules"),
        ),
        columns=tuple(_column(column) for column in found.columns),
        notes=tuple(note.text for note in found.notes),
        has_dates=any(column.earliest for column in found.columns),
        rules_version=f"{found.rules.id} {found.rules.version}",
        checked_on=min(column.pathway.checked_on for column in found.columns),
    )


def _column(column: Column) -> PathwayColumn:
    way = column.pathway
    return PathwayColumn(
        code=way.id,
        title=way.title,
        cells=(
            *((column.row(aspect).text,) for aspect in Aspect),
            (_counts(column), *(finding.text for finding in column.of(Answer.NO))),
            _open(column),
            (_papers(column),),
            (_earliest(column),),
            (both(way.certainty.label),),
        ),
        sources=citations.cited(screening_record.cite(way.sources)),
        stale=way.stale_why if column.is_stale else None,
        earliest_why=way.earliest_why,
    )


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)


def _counts(column: Column) -> Bilingual:
    return _same(", ".join(str(len(column.of(answer))) for answer in (Answer.YES, Answer.NO, Answer.ASK)))


def _open(column: Column) -> tuple[Bilingual, ...]:
    """Return the facts that would settle what is open, the first few by name."""
    names = [REGISTRY[name].label for name in column.missing]
    more = len(names) - _MOST_NAMED
    rest = [_more(more)] if more > 0 else []
    return (_joined([*names[:_MOST_NAMED], *rest]),) if names else (both("nothing"),)


def _more(count: int) -> Bilingual:
    words = both("and {count} more")
    return Bilingual(words.en.format(count=count), words.zh.format(count=count))


def _joined(texts: Iterable[Bilingual]) -> Bilingual:
    found = list(texts)
    return Bilingual(", ".join(text.en for text in found), "、".join(text.zh for text in found))


def _papers(column: Column) -> Bilingual:
    return both("no checklist here") if column.papers is None else _same(str(len(column.papers)))


def _earliest(column: Column) -> Bilingual:
    if column.earliest is None:
        return both("unknown")
    day = column.earliest.isoformat()
    if not column.is_provisional:
        return _same(day)
    return Bilingual(*(text.format(day=day) for text in both("{day} (provisional)")))
