"""The pathways that are compared, as data: what each asks for, how it stands, how sure its rules are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.basis import Basis, Citation
from app.domain.conditions import Condition
from app.domain.fact_types import Kind
from app.domain.facts import REGISTRY
from app.domain.fields import Labelled
from app.domain.pack_reader import RulePackError, Table, load_toml
from app.domain.screening_rules import read_condition
from app.domain.sources import Source, read_citations
from app.i18n import N_, Bilingual, _


class Aspect(Labelled):
    """A row of the comparison."""

    SPONSOR = "sponsor", N_("Sponsor")
    PROFILE = "profile", N_("Who it is for")
    PAID_WORK = "paid_work", N_("Paid work")
    STAY = "stay", N_("Validity and stay")
    QUOTA = "quota", N_("Quota or lottery")
    FEE = "fee", N_("Government fee")
    FAMILY = "family", N_("Family")


class Certainty(Labelled):
    """How sure a client can be of the rules themselves; never of the result."""

    HIGH = "high", N_("Rules settled")
    MEDIUM = "medium", N_("Rules in part unsettled")
    LOW = "low", N_("Rules mostly unpublished")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence with where it comes from."""

    text: Bilingual
    basis: Basis
    sources: tuple[Citation, ...]
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Statement):
    """Something a pathway asks for, met where ``when`` holds."""

    id: str
    when: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Statement):
    """How a pathway stands in one aspect, in a few words; ``detail`` says it in full.

    ``is_known`` is False where no figure can be told, as for a fee.
    """

    aspect: Aspect
    detail: Bilingual | None = None
    is_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Statement):
    """Something worth knowing beside the pathways, until ``effective_to`` (its last day)."""

    id: str
    title: Bilingual
    effective_to: date | None = None

    def has_ended(self, on: date) -> bool:
        """Whether its last day lies before ``on``."""
        return self.effective_to is not None and self.effective_to < on


@dataclass(frozen=True, slots=True)
class Count:
    """How the earliest date is counted: ``working_days`` in China after the day of ``fact``, then ``days``.

    What is filed on a later day than the working days end is filed then: ``days`` count from there.
    """

    fact: str
    working_days: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway(Statement):
    """One way; ``text`` says why its ``certainty`` is as it is.

    ``stale_since`` is the day from which it must be read anew, ``stale_why`` what has to be looked up.
    ``earliest_why`` says why no earliest date can be told, or on what it depends; ``count`` is None for none.
    """

    id: str
    title: Bilingual
    country: str
    certainty: Certainty
    earliest_why: Bilingual
    count: Count | None = None
    rows: Mapping[Aspect, Row]
    requirements: tuple[Requirement, ...] = ()
    stale_since: date | None = None
    stale_why: Bilingual | None = None

    def is_stale(self, on: date) -> bool:
        """Whether it must be read anew before anybody relies on it."""
        return self.stale_since is not None and self.stale_since <= on


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayRules:
    """All pathways compared, with the sources cited."""

    id: str
    version: str
    title: Bilingual
    review_every_days: int
    pathways: tuple[Pathway, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]


def parse(text: str, file: str, sources: Mapping[str, Source]) -> PathwayRules:
    """Read the pathways from TOML. Raises ``RulePackError`` that names file, pathway and key."""
    head = Table(load_toml(text, file), file)
    head.day("effective_from")
    pathways = tuple(_pathway(each, file, sources) for each in head.mappings("pathway"))
    notes = tuple(_note(each, sources) for each in head.tables("note"))
    cited = {citation.source for each in _statements(pathways, notes) for citation in each.sources}
    rules = PathwayRules(
        id=head.text("comparison"),
        version=head.text("version"),
        title=head.both("title"),
        review_every_days=head.number("review_every_days"),
        pathways=pathways,
        notes=notes,
        sources=tuple(sources[key] for key in sorted(cited)),
    )
    head.done()
    return rules


def _statements(pathways: tuple[Pathway, ...], notes: tuple[Note, ...]) -> list[Statement]:
    found: list[Statement] = [*pathways, *notes]
    for pathway in pathways:
        found += [*pathway.requirements, *pathway.rows.values()]
    return found


def _pathway(values: Mapping[str, object], file: str, sources: Mapping[str, Source]) -> Pathway:
    name = values.get("id")
    table = Table(values, file, name[:60] if isinstance(name, str) else _("pathway without id"))
    rows = {row.aspect: row for row in (_row(each, sources) for each in table.tables("row"))}
    for aspect in Aspect:
        if aspect not in rows:
            raise table.error(_("the aspect “{name}” is missing").format(name=aspect.value), "row")
    pathway = Pathway(
        **_cited(table, sources, "certainty_why"),
        id=table.text("id"),
        title=table.both("title"),
        country=table.text("country"),
        certainty=table.choice("certainty", Certainty),
        earliest_why=table.both("earliest_why"),
        count=_count(table),
        rows=rows,
        requirements=tuple(_requirement(each, sources) for each in table.tables("requirement")),
        stale_since=table.day_or_none("stale_since"),
        stale_why=table.both_or_none("stale_why"),
    )
    table.done()
    if (pathway.stale_since is None) is not (pathway.stale_why is None):
        raise RulePackError(_("goes with “stale_since”"), file=file, item=pathway.id, key="stale_why")
    return pathway


def _count(table: Table) -> Count | None:
    if not table.has("earliest"):
        return None
    inner = table.table("earliest")
    count = Count(inner.text("fact"), inner.number("working_days"), inner.number("days"))
    inner.done()
    fact = REGISTRY.get(count.fact)
    if fact is None or fact.kind is not Kind.DATE:
        raise table.error(_("is not a fact that holds a day"), "earliest.fact")
    return count


def _cited(table: Table, sources: Mapping[str, Source], key: str = "text") -> dict[str, Any]:
    return {
        "text": table.both(key),
        "basis": table.choice("basis", Basis),
        "sources": read_citations(table, sources),
        "checked_on": table.day("checked_on"),
    }


def _requirement(table: Table, sources: Mapping[str, Source]) -> Requirement:
    made = Requirement(**_cited(table, sources), id=table.text("id"), when=read_condition(table))
    table.done()
    return made


def _row(table: Table, sources: Mapping[str, Source]) -> Row:
    made = Row(
        **_cited(table, sources),
        aspect=table.choice("aspect", Aspect),
        detail=table.both_or_none("detail"),
        is_known=table.flag("is_known", True),
    )
    table.done()
    return made


def _note(table: Table, sources: Mapping[str, Source]) -> Note:
    made = Note(
        **_cited(table, sources),
        id=table.text("id"),
        title=table.both("title"),
        effective_to=table.day_or_none("effective_to"),
    )
    table.done()
    return made
