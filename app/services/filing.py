"""What the documents of a case have in common, gathered once: client, post, checklist, and their head."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import categories, facts, names, places
from app.domain.checklist import Line
from app.domain.choices import NameKind, NationalityKind, PassportState
from app.domain.conditions import Answer
from app.domain.fees import Fee
from app.domain.filing import Applicant, PaperHead
from app.domain.people import Passport, Person
from app.domain.posts import Post
from app.i18n import Bilingual, both
from app.services import case_values, checklists, firm_blocks, people, post_answers, pricing, rule_marks
from app.services.checklists import Evaluated
from app.services.orders import Order
from app.services.rule_marks import Marks
from db.models.case import CaseRow
from db.models.firm import User


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything the documents of one case are made from."""

    row: CaseRow
    person: Person
    post: Post
    found: Evaluated
    head: PaperHead
    unmasked: bool
    today: date
    marks: Marks
    fees: tuple[Fee, ...]

    def number(self, text: str) -> str:
        """Return the number of a paper; the client's own identity numbers masked, unless ordered in full."""
        own = {self.person.local_id_number, *(passport.number for passport in self.person.passports)}
        return masked(text) if text in own and not self.unmasked else text

    @property
    def lines(self) -> list[Line]:
        """The lines of the checklist that apply, or may."""
        return [line for line in self.found.lines if line.applies is not Answer.NO]


def gather(session: Session, order: Order, today: date) -> Gathered:
    """Read what the documents of a case need, once; identity numbers masked unless ordered in full."""
    row = case_values.row(session, order.case)
    person = people.person(session, row.person_id)
    post = post_answers.post(session, row.post, today)
    found = checklists.evaluated(session, row, today, person, post)
    owner = session.scalar(select(User.name).where(User.id == row.owner_id)) or ""
    head = PaperHead(
        firm=firm_blocks.block(session),
        case_number=row.number,
        applicant=applicant(person, unmasked=order.unmasked),
        category_code=row.category,
        category=both(categories.name_of(row.category)),
        limb=_limb(found) if row.category == "K" else None,
        post=post.name,
        rule_version=found.rules.version,
        rule_set=row.rule_set,
        rules_checked_on=post.checked_on,
        data_as_of=row.content_changed_at,
        prepared_by=owner,
    )
    marks, fees = rule_marks.of(session, today), pricing.quote(session, row, post, found.facts, today)
    return Gathered(row, person, post, found, head, order.unmasked, today, marks, fees)


def _limb(found: Evaluated) -> Bilingual | None:
    return facts.show(facts.named("limb"), found.facts["limb"]) if "limb" in found.facts else None


def applicant(person: Person, *, unmasked: bool = True) -> Applicant:
    """Return a person as paper names one; the passport number masked unless asked for in full."""
    passport = current_passport(person) or Passport()
    country = next((n.country for n in person.nationalities if n.kind is not NationalityKind.FORMER), "")
    return Applicant(
        passport_name=_name(person, NameKind.PASSPORT) or _name(person, None),
        native_name=_name(person, NameKind.NATIVE),
        chinese_name=_name(person, NameKind.CHINESE),
        birth_date=str(person.birth_date or ""),
        sex=both(person.sex.label) if person.sex else None,
        nationality=places.country_name(country) if country else None,
        passport_number=passport.number if unmasked else masked(passport.number),
        passport_authority=passport.authority,
        passport_issued_on=passport.issued_on,
        passport_expires_on=passport.expires_on,
    )


def current_passport(person: Person) -> Passport | None:
    """Return the passport in use: of those not replaced or lost, the one that ends last."""
    held = [p for p in person.passports if p.state in (None, PassportState.CURRENT)]
    return max(held, key=lambda p: p.expires_on or date.min, default=None)


def masked(number: str) -> str:
    """Return an identity number with all but its last three characters hidden."""
    return "•" * max(0, len(number) - 3) + number[-3:] if len(number) > 3 else "•" * len(number)


def spoken_name(person: Person) -> Bilingual:
    """Return what the client is called: the passport's name in its own order, in Chinese the Chinese name."""
    said = _full(person, NameKind.PASSPORT) or _full(person, None)
    return Bilingual(said, _full(person, NameKind.CHINESE) or said)


def _full(person: Person, kind: NameKind | None) -> str:
    return next((names.full(name) for name in person.names if kind is None or name.kind is kind), "")


def _name(person: Person, kind: NameKind | None) -> str:
    chosen = [name for name in person.names if kind is None or name.kind is kind]
    if not chosen:
        return ""
    return names.passport_form(chosen[0]) if kind in (NameKind.PASSPORT, None) else names.full(chosen[0])
