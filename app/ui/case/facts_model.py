"""A case's facts as a table: what is still to be asked first, then what is known and from where."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.domain.conditions import Answer
from app.domain.fact_types import Origin
from app.domain.facts import REGISTRY
from app.domain.posts import PostAnswer
from app.domain.provenance import Provenance
from app.i18n import N_, _, language
from app.services import citations
from app.services.case_facts import FactLine
from app.services.checklists import ItemLine
from app.ui import words
from app.ui.widgets.section_model import RichColumn, Section


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact with where its value comes from, and the items (codes) that wait for it."""

    line: FactLine
    is_entered: bool
    asked_by: tuple[str, ...] = ()
    is_closed: bool = False  # sensitive, and no consent is recorded

    @property
    def name(self) -> str:
        """The fact's name."""
        return self.line.fact.name

    @property
    def is_known(self) -> bool:
        """Whether it has a value."""
        return self.line.shown is not None

    @property
    def can_be_set(self) -> bool:
        """Whether people may set it here: what the record shows stands over what is set."""
        told_elsewhere = self.is_known and not self.is_entered
        return self.line.fact.can_be_entered and not told_elsewhere and not self.is_closed


def asked_by(lines: Iterable[ItemLine]) -> dict[str, list[str]]:
    """Return which items wait for which fact, in the order of the checklist."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.line.applies is Answer.ASK:
            for name in line.line.open_facts:
                found.setdefault(name, []).append(line.line.item.id)
    return found


def rows(
    facts: Iterable[FactLine],
    asked: Mapping[str, Collection[str]],
    entered: Collection[str],
    *,
    has_consent: bool,
) -> list[FactRow]:
    """Return the facts as rows; sensitive values stay closed without a consent."""
    return [
        FactRow(
            line,
            line.fact.name in entered,
            tuple(dict.fromkeys(asked.get(line.fact.name, ()))),
            is_closed=line.fact.sensitive and not has_consent,
        )
        for line in facts
    ]


def sections(found: list[FactRow], asked: Mapping[str, object]) -> list[tuple[Section, list[FactRow]]]:
    """Return the rows in sections: to ask, in the order of the checklist; known; the rest."""
    order = list(asked)
    to_ask = sorted(
        (row for row in found if row.name in asked and not row.is_known),
        key=lambda row: order.index(row.name),
    )
    known = [row for row in found if row.is_known]
    rest = [row for row in found if row not in to_ask and row not in known]
    return [
        (Section(_("To ask")), to_ask),
        (Section(_("Known")), known),
        (Section(_("Not known, and nothing waits for it")), rest),
    ]


def value(row: FactRow) -> str:
    """Return a fact's value as shown."""
    if row.is_closed and row.line.fact.can_be_entered:
        return _("Closed")
    return row.line.shown.text(language()) if row.line.shown else _("Not known")


def origin(row: FactRow) -> str:
    """Return where a value comes from."""
    if not row.is_known:
        return ""
    if row.is_entered and row.line.overruled is None:
        return _set_by(row.line.origin)
    if row.line.fact.origin is Origin.POST:
        return told(row.line.answer)
    return _of_record(row.line.origin)


def _set_by(origin: Provenance | None) -> str:
    if origin is None or origin.at is None:
        return _("Set on this case")
    on = words.day(origin.at.astimezone().date())
    return _("Set on this case by {name}, {day}").format(name=origin.by, day=on)


def _of_record(origin: Provenance | None) -> str:
    if origin is not None and origin.record:
        return _("From the record: {part}").format(part=_(origin.record))
    if origin is not None and origin.stands_on:
        named = (REGISTRY[name].label.text(language()) for name in origin.stands_on)
        return _("Computed from: {facts}").format(facts=", ".join(named))
    return _("From the record")


def overruled(row: FactRow) -> str:
    """Return that two values stand against each other, "" where none do."""
    if row.line.overruled is None or row.is_closed:
        return ""
    said = row.line.overruled.text(language())
    return _("On this case “{value}” was set, which the record contradicts: correct one of them.").format(
        value=said
    )


def told(answer: PostAnswer | None) -> str:
    """Return how an answer of the post was learned, and when."""
    if answer is None:
        return _("Answer of the post")
    source = (
        answer.told.source
        if answer.told
        else ", ".join(citations.place(cited.locator) for cited in answer.sources)
    )
    text = _("Answer of the post, {day}: {source}")
    return text.format(day=words.day(answer.checked_on), source=source)


def _second(row: FactRow) -> str:
    if row.asked_by and not row.is_known:
        return _("Needed for {items}").format(items=", ".join(row.asked_by))
    return row.line.fact.question.text(language())


COLUMNS: tuple[RichColumn[FactRow], ...] = (
    RichColumn(
        "fact",
        N_("Fact"),
        lambda row: row.line.fact.label.text(language()),
        second=_second,
        second_tone=lambda row: "warn" if row.asked_by and not row.is_known else "muted",
        accessible=lambda row: row.line.fact.label.text(language()),
    ),
    RichColumn(
        "value",
        N_("Value"),
        value,
        width=230,
        first_tone=lambda row: "" if row.is_known else "muted",
        second=origin,
        second_tone=lambda row: "muted",
    ),
)
