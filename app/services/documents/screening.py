"""The result sheet of a case's screening: what a named human confirmed; marked so, what nobody has yet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain import client_questions
from app.domain.facts import REGISTRY
from app.domain.filing.screening import ScreeningSheet, SheetReason, SheetSection
from app.domain.screening import Group, Result
from app.domain.screening_record import RecordedReason, RecordedScreening
from app.domain.screening_rules import OF_POST
from app.errors import UserError
from app.i18n import N_, Bilingual, _, both
from app.services import citations, filing, screening
from app.services.orders import Order
from app.services.screening import Screened

MEANINGS = {
    Result.MEETS: N_("Everything asked for is met by what we know, as far as it was published."),
    Result.NEEDS_CONFIRMATION: N_(
        "The usual result today: much about this visa is not published, and only the post can confirm it."
    ),
    Result.INFORMATION_MISSING: N_("We can't tell yet: answers or papers are missing."),
    Result.DOES_NOT_MEET: N_("As things are, a condition is not met; below is what would change that."),
}
_WITHHELD = N_("Told once the consultant has confirmed it.")


def gather(session: Session, order: Order, today: date) -> ScreeningSheet:
    """Return the sheet of the confirmed screening, or of today's while nobody confirmed one.

    Raises ``UserError`` where today's says that something is not met, and nobody stands for that.
    """
    gathered = filing.gather(session, order, today)
    found = screening.of_facts(gathered.row.category, gathered.found.facts)
    confirmed = screening.last_confirmed(session, order.case)
    record = confirmed or _unconfirmed(found)
    questions = screening.questions_of(session, record) or found.questionnaire
    return ScreeningSheet(
        head=gathered.head,
        result=both(record.result.label),
        meaning=both(MEANINGS[record.result]),
        sections=tuple(_sections(record)),
        next_steps=tuple(dict.fromkeys(_next_steps(record.reasons))),
        questions_version=record.version,
        questions_sha256=record.rules,
        confirmed_by=record.by,
        confirmed_at=record.at,
        has_changed=confirmed is not None and not screening.is_confirmed(found, confirmed),
        sources=tuple(citations.line(source) for source in questions.sources),
    )


def _unconfirmed(found: Screened) -> RecordedScreening:
    """Return today's screening as nobody has confirmed it: no question on it says “does not meet”."""
    record = screening.record_of(found)
    if record.result is Result.DOES_NOT_MEET:
        raise UserError(
            _("“Does not meet” is printed only after somebody confirmed it."),
            _("Confirm the screening first, in your name."),
        )
    return replace(record, reasons=tuple(_withheld(reason) for reason in record.reasons))


def _withheld(reason: RecordedReason) -> RecordedReason:
    if reason.result is not Result.DOES_NOT_MEET:
        return reason
    return replace(reason, result=Result.INFORMATION_MISSING, why=both(_WITHHELD), change=None)


def _sections(record: RecordedScreening) -> Iterator[SheetSection]:
    results = {Group.GRADUATE: record.graduate, Group.STAFF: record.staff, Group.COMMON: record.common}
    told: list[str] = []
    for group in Group:
        result = results.get(group)
        if result is Result.DOES_NOT_MEET and not record.by:
            result = Result.INFORMATION_MISSING
        mine = [each for each in record.reasons if group in each.groups]
        yield SheetSection(
            title=both(group.label),
            result=both(result.label) if result else None,
            reasons=tuple(_reason(each) for each in mine if each.question not in told),
            also=tuple(each.question for each in mine if each.question in told),
        )
        told += [each.question for each in mine]


def _reason(reason: RecordedReason) -> SheetReason:
    asks = reason.result is Result.INFORMATION_MISSING and reason.missing  # it stands among the next steps
    routed = Group.ROUTING in reason.groups and reason.result is Result.MEETS
    return SheetReason(
        code=reason.question,
        ask=reason.ask,
        result=both(N_("Noted")) if routed else both(reason.result.label),
        text=Bilingual("", "") if asks else reason.why,
        change=None if asks else reason.change,
        basis=reason.basis,
        sources=citations.cited(reason.sources),
        checked_on=reason.checked_on,
    )


def _next_steps(reasons: Sequence[RecordedReason]) -> Iterator[Bilingual]:
    """Yield what is to be asked: of the client by its question, of the post by us."""
    ask_post = both("We ask the post: {question}")
    for reason in reasons:
        for name in reason.missing:
            question = REGISTRY[name].question
            if name not in OF_POST:
                yield client_questions.asked_of_client(name) or question
            else:
                yield Bilingual(
                    ask_post.en.format(question=question.en), ask_post.zh.format(question=question.zh)
                )
