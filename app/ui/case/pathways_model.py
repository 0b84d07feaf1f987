"""The comparison of pathways as cells: what each says in short, in full, and where it comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.basis import Basis, Citation
from app.domain.conditions import Answer
from app.domain.facts import REGISTRY
from app.domain.pathways import Aspect, Column, Comparison, Finding
from app.i18n import Bilingual, _, language
from app.services import citations
from app.ui import words
from app.ui.case.line_panel import BASES


@dataclass(frozen=True, slots=True)
class CellText:
    """One cell: ``short`` in the table, the rest beside it."""

    head: str
    short: str
    full: str
    origin: str = ""


def table(found: Comparison) -> tuple[list[str], list[list[CellText]]]:
    """Return the labels of the rows, and their cells."""
    rows: list[tuple[str, Callable[[Column, str], CellText]]] = [
        (_("Certainty of the rules"), _certainty),
        *((_(aspect.label), _aspect(aspect)) for aspect in Aspect),
        (_("Met"), _findings(Answer.YES)),
        (_("Not met"), _findings(Answer.NO)),
        (_("Unknown"), _findings(Answer.ASK)),
        (_("Papers missing"), _papers),
        (_("Earliest date"), _earliest),
    ]
    cells = [
        [make(column, f"{_text(column.pathway.title)}: {label}") for column in found.columns]
        for label, make in rows
    ]
    return [label for label, _make in rows], cells


def notes(found: Comparison) -> str:
    """Return what is worth knowing beside the pathways, and what nothing here tells."""
    said = [f"{_text(note.title)}: {_text(note.text)}" for note in found.notes]
    return "\n\n".join([*said, _("“Unknown” is neither yes nor no. Nothing here says how likely a visa is.")])


def _text(text: Bilingual) -> str:
    return text.text(language())


def _certainty(column: Column, head: str) -> CellText:
    way = column.pathway
    short, full = _(way.certainty.label), _text(way.text)
    if column.is_stale and way.stale_why:
        since = words.day(way.stale_since)
        short = "! " + _("Out of date since {day}").format(day=since) + "\n" + short
        full = _("Look it up again: {why}").format(why=_text(way.stale_why)) + "\n\n" + full
    return CellText(head, short, full, _origin(way.basis, way.sources, way.checked_on))


def _aspect(aspect: Aspect) -> Callable[[Column, str], CellText]:
    def cell(column: Column, head: str) -> CellText:
        row = column.row(aspect)
        full = _text(row.detail or row.text)
        if not row.is_known:
            full += "\n\n" + _("No figure is known here.")
        return CellText(head, _text(row.text), full, _origin(row.basis, row.sources, row.checked_on))

    return cell


def _findings(answer: Answer) -> Callable[[Column, str], CellText]:
    def cell(column: Column, head: str) -> CellText:
        found = column.of(answer)
        full = "\n".join(f"• {_text(each.text)}" for each in found) or _("Nothing")
        return CellText(head, _short(found, answer), full, _cited(found))

    return cell


def _short(found: Sequence[Finding], answer: Answer) -> str:
    if not found:
        return _("Nothing")
    if answer is Answer.NO:
        return "\n".join(_text(each.text) for each in found)
    if answer is Answer.YES:
        return str(len(found))
    names = dict.fromkeys(_text(REGISTRY[name].label) for each in found for name in each.missing)
    named = list(names)[:4]
    more = [_("and {count} more").format(count=len(names) - 4)] if len(names) > 4 else []
    return f"{len(found)}: " + ", ".join([*named, *more]) if names else str(len(found))


def _papers(column: Column, head: str) -> CellText:
    if column.papers is None:
        return CellText(head, _("no checklist here"), _("There is no checklist of this category here."))
    full = "\n".join(f"• {_text(paper)}" for paper in column.papers) or _("Nothing")
    return CellText(head, str(len(column.papers)), full)


def _earliest(column: Column, head: str) -> CellText:
    short = words.day(column.earliest) or _("unknown")
    if column.is_provisional:
        short = _("{day} (provisional)").format(day=short)
    wanted = [_text(REGISTRY[name].question) for name in column.date_facts]
    return CellText(head, short, "\n\n".join([_text(column.pathway.earliest_why), *wanted]))


def _origin(basis: Basis, sources: Sequence[Citation], on: date) -> str:
    read_on = _("Read on {day}.").format(day=words.day(on))
    return "\n".join([_(BASES[basis]), *map(_place, sources), read_on])


def _place(cited: Citation) -> str:
    return f"[{cited.source}] {citations.place(cited.locator)}"


def _cited(found: Sequence[Finding]) -> str:
    cited = (_place(each) for finding in found for each in finding.sources)
    return "\n".join(dict.fromkeys(cited))
