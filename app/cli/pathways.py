"""``pathways``: K, R, Z and H-1B side by side for a file of facts or a case."""

from typing import Any

from app.cli import given, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain import screening_record
from app.domain.conditions import Answer
from app.domain.pathway_rules import Row
from app.domain.pathways import Aspect, Column, Comparison, Finding
from app.i18n import N_, Bilingual, _, language
from app.services import cases, pathways


def add(commands: Commands) -> None:
    """Declare the command."""
    about = _("compare the pathways for the same facts: met, not met, unknown, papers, fees")
    given.add_options(command(commands, "pathways", compare, about, json=True))


def compare(call: Call) -> None:
    """Compare the pathways for a file of facts or a case."""
    number = given.case_number(call)
    if number is None:
        read = given.from_file(call)
        found = pathways.of_facts(read.facts, call.today, read.category)
    else:
        with call.book() as book:
            found = book.read(pathways.of_case, book.read(cases.numbered, number), call.today)
    if call.as_json:
        output.say_json(_values(found))
        return
    for column in found.columns:
        _say(column)
    for note in found.notes:
        output.say("", f"{_text(note.title)}: {_text(note.text)}")


def _say(column: Column) -> None:
    way = column.pathway
    output.say("", _text(way.title), f"{_(way.certainty.label)}: {_text(way.text)}")
    if column.is_stale and way.stale_why:
        output.say(_("Look it up again: {why}").format(why=_text(way.stale_why)))
    counts = [(_(label), _listed(column.of(answer))) for label, answer in _ANSWERS]
    papers = _("no checklist here") if column.papers is None else "; ".join(map(_text, column.papers))
    rows = [(_(aspect.label), _told(column.row(aspect))) for aspect in Aspect]
    earliest = column.earliest.isoformat() if column.earliest else _("unknown")
    if column.is_provisional:
        earliest = _("{day} (provisional)").format(day=earliest)
    output.pairs(
        [
            *rows,
            *counts,
            (_("Papers missing"), papers),
            (_("Earliest date"), f"{earliest}. {_text(way.earliest_why)}"),
        ]
    )


_ANSWERS = ((N_("Met"), Answer.YES), (N_("Not met"), Answer.NO), (N_("Unknown"), Answer.ASK))


def _told(row: Row) -> str:
    return _text(row.detail or row.text)


def _listed(findings: tuple[Finding, ...]) -> str:
    return "; ".join(_text(finding.text).rstrip(".。") for finding in findings)


def _text(text: Bilingual) -> str:
    return text.text(language())


def _values(found: Comparison) -> dict[str, Any]:
    return {
        "pathways": [_column(column) for column in found.columns],
        "notes": [
            {
                "id": note.id,
                "title": output.languages(note.title),
                "text": output.languages(note.text),
                "effective_to": note.effective_to.isoformat() if note.effective_to else None,
                "basis": note.basis.value,
                "source": screening_record.cite(note.sources),
            }
            for note in found.notes
        ],
        "rules": {"id": found.rules.id, "version": found.rules.version},
    }


def _column(column: Column) -> dict[str, Any]:
    way = column.pathway
    return {
        "id": way.id,
        "title": output.languages(way.title),
        "certainty": way.certainty.value,
        "certainty_why": output.languages(way.text),
        "stale": column.is_stale,
        "stale_since": way.stale_since.isoformat() if way.stale_since else None,
        "stale_why": output.languages(way.stale_why) if way.stale_why else None,
        "met": [_finding(each) for each in column.of(Answer.YES)],
        "not_met": [_finding(each) for each in column.of(Answer.NO)],
        "unknown": [_finding(each) for each in column.of(Answer.ASK)],
        "missing": list(column.missing),
        "papers_missing": None if column.papers is None else [output.languages(p) for p in column.papers],
        "earliest": column.earliest.isoformat() if column.earliest else None,
        "earliest_provisional": column.is_provisional,
        "earliest_needs": list(column.date_facts),
        "earliest_why": output.languages(way.earliest_why),
        "fees_known": column.row(Aspect.FEE).is_known,
        "rows": {aspect.value: _row(column, aspect) for aspect in Aspect},
        "checked_on": way.checked_on.isoformat(),
    }


def _row(column: Column, aspect: Aspect) -> dict[str, Any]:
    row = column.row(aspect)
    return {
        "text": output.languages(row.text),
        "detail": output.languages(row.detail) if row.detail else None,
        "basis": row.basis.value,
        "source": screening_record.cite(row.sources),
        "checked_on": row.checked_on.isoformat(),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "text": output.languages(finding.text),
        "basis": finding.basis.value,
        "source": screening_record.cite(finding.sources),
        "missing": list(finding.missing),
    }
