"""Finished values of a screening and of a comparison, made from the shipped rules for invented facts."""

from datetime import UTC, date, datetime

from app.domain import screening_record
from app.domain.conditions import Answer
from app.domain.filing import PaperHead
from app.domain.filing.pathways import PathwayColumn, PathwaySheet
from app.domain.filing.screening import ScreeningSheet, SheetReason, SheetSection
from app.domain.pathways import Aspect, Column
from app.domain.screening import Group, Outcome, screen
from app.i18n import Bilingual, both
from app.services import pathways
from app.services.screening import questionnaire

TODAY = date(2026, 11, 23)
FACTS: dict[str, object] = {
    "chinese_national": False,
    "former_chinese_national": False,
    "age_on_filing": 28,
    "limb": frozenset({"graduate"}),
    "degree.level": "master",
    "degree.mode": "on_site",
    "degree.field": "core",
    "degree.countries": frozenset({"IN"}),
    "institution.recognition": "firm_assessed",
    "institution.accredited": True,
    "funds": "weak",
    "applying_outside_nationality": False,
    "passport.months_left": 40,
}


def sheet(head: PaperHead) -> ScreeningSheet:
    """Return a confirmed sheet with every kind of result on it."""
    questions = questionnaire("K")
    outcome = screen(questions, FACTS)
    return ScreeningSheet(
        head=head,
        result=both(outcome.result.label),
        meaning=Bilingual(
            "We can't tell yet: answers or papers are missing.", "尚不能判断：缺少答复或材料。"
        ),
        sections=_sections(outcome),
        next_steps=(Bilingual("Is there a criminal record?", "是否有犯罪记录？"),),
        questions_version=f"{questions.id} {questions.version}",
        questions_sha256=questions.sha256,
        confirmed_by="Mira Sample",
        confirmed_at=datetime(2026, 11, 23, 9, 20, tzinfo=UTC),
        has_changed=True,
        sources=tuple(source.line for source in questions.sources),
    )


def _sections(outcome: Outcome) -> tuple[SheetSection, ...]:
    results = {Group.GRADUATE: outcome.graduate, Group.STAFF: outcome.staff, Group.COMMON: outcome.common}
    return tuple(
        SheetSection(
            title=both(group.label),
            result=both(results[group].label) if group in results else None,
            reasons=tuple(
                _reason(screening_record.reason(each))
                for each in outcome.of(group)
                if each.question.groups[0] is group
            ),
            also=tuple(r.question.id for r in outcome.of(group) if r.question.groups[0] is not group),
        )
        for group in Group
    )


def _reason(found: screening_record.RecordedReason) -> SheetReason:
    return SheetReason(
        code=found.question,
        ask=found.ask,
        result=both(found.result.label),
        text=found.why,
        change=found.change,
        basis=found.basis,
        sources=found.sources,
        checked_on=found.checked_on,
    )


def comparison(head: PaperHead) -> PathwaySheet:
    """Return a comparison of all four pathways, the American one stale."""
    found = pathways.of_facts(FACTS, TODAY)
    more = ("Met, not met, open", "What is open", "Papers missing", "Earliest date", "Certainty of the rules")
    return PathwaySheet(
        head=head,
        rows=(*(both(aspect.label) for aspect in Aspect), *(both(words) for words in more)),
        columns=tuple(_column(column) for column in found.columns),
        notes=tuple(note.text for note in found.notes),
        rules_version=f"{found.rules.id} {found.rules.version}",
        checked_on=TODAY,
    )


def _column(column: Column) -> PathwayColumn:
    way = column.pathway
    counts = ", ".join(str(len(column.of(answer))) for answer in (Answer.YES, Answer.NO, Answer.ASK))
    return PathwayColumn(
        code=way.id,
        title=way.title,
        cells=(
            *((column.row(aspect).text,) for aspect in Aspect),
            (Bilingual(counts, counts),),
            (Bilingual("Funds, health and 4 more", "资金、健康等另4项"),),
            (Bilingual("4", "4"),),
            (Bilingual("unknown", "未知"),),
            (both(way.certainty.label),),
        ),
        sources=screening_record.cite(way.sources),
        stale=way.stale_why if column.is_stale else None,
    )
