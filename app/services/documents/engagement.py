"""Agreement and authority letter, gathered: the wording with what is recorded of client, firm and case."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.domain import dates, money, wording
from app.domain.filing import Applicant, PaperHead
from app.domain.filing.engagement import EngagementPaper
from app.domain.wording import Paper
from app.i18n import Bilingual, both
from app.services import filing, quotes, wordings
from app.services.orders import Order


def agreement(session: Session, order: Order, today: date) -> EngagementPaper:
    """Return the agreement of a case."""
    return _paper(session, order, today, Paper.AGREEMENT)


def authority(session: Session, order: Order, today: date) -> EngagementPaper:
    """Return the authority letter of a case."""
    return _paper(session, order, today, Paper.AUTHORITY)


def _paper(session: Session, order: Order, today: date, paper: Paper) -> EngagementPaper:
    head = filing.gather(session, order, today).head
    english, chinese = (wordings.of(session, paper, language) for language in wording.LANGUAGES)
    values = _values(session, order, head, today)
    in_english = {name: value.en for name, value in values.items()}
    in_chinese = {name: value.zh for name, value in values.items()}
    absent = wording.missing((english.body, chinese.body), in_english)
    is_supplied = english.is_supplied or chinese.is_supplied
    return EngagementPaper(
        head=replace(head, draft=is_supplied),
        title=both(paper.label),
        english=wording.filled(english.body, in_english),
        chinese=wording.filled(chinese.body, in_chinese),
        client=head.applicant.passport_name,
        firm=head.prepared_by,
        by_both=paper is Paper.AGREEMENT,
        is_supplied=is_supplied,
        written_on=today,
        missing=tuple(both(wording.PLACEHOLDERS[name]) for name in absent),
    )


def _values(session: Session, order: Order, head: PaperHead, today: date) -> Mapping[str, Bilingual]:
    quote, firm = quotes.quote(session, order.case), head.firm
    told: dict[str, str | Bilingual | None] = {
        **_client(head.applicant),
        "payer": quote.payer,
        "total": _sum(quote.sums.quoted),
        "firm_name": Bilingual(firm.name, firm.name_zh or firm.name),
        "firm_address": ", ".join(firm.address.split("\n")),
        "firm_registration": firm.registration,
        "consultant": head.prepared_by,
        "case_number": head.case_number,
        "visa": head.category,
        "post": head.post,
        "date": _day(today.isoformat()),
    }
    return {name: _both(value) for name, value in told.items()}


def _client(applicant: Applicant) -> dict[str, str | Bilingual | None]:
    names = [applicant.passport_name, applicant.native_name, applicant.chinese_name]
    return {
        "client_name": " ".join(dict.fromkeys(name for name in names if name)),
        "client_birth_date": _day(applicant.birth_date),
        "client_nationality": applicant.nationality,
        "client_passport": applicant.passport_number,
    }


def _day(text: str) -> Bilingual | None:
    day = dates.PartialDate.parse(text) if text else None
    return Bilingual(dates.shown(day, "en"), dates.shown(day, "zh")) if day else None


def _sum(amounts: tuple[money.Money, ...]) -> Bilingual | None:
    told = [money.both(each) for each in amounts]
    return Bilingual(" + ".join(t.en for t in told), " + ".join(t.zh for t in told)) if told else None


def _both(value: str | Bilingual | None) -> Bilingual:
    if isinstance(value, Bilingual):
        return value
    return Bilingual(value or "", value or "")
