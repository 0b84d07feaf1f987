"""What is recorded of a case for each field of the online visa form, in the form's order.

Sections and places are those of ``app.domain.people`` and ``app.domain.casefile``, after domain notes §2.2.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.domain import names
from app.domain.casefile import CaseFile, Role, Stop
from app.domain.choices import AddressKind, NameKind, NationalityKind, Relation, TravelKind
from app.domain.fields import Labelled
from app.domain.filing.data_sheet import FormField, FormGroup, FormSection
from app.domain.filing.summary import SensitiveLine
from app.domain.people import (
    Address,
    Contact,
    Education,
    Employment,
    Name,
    Nationality,
    Passport,
    Person,
    Relative,
)
from app.i18n import Bilingual, both, joined
from app.services import case_values, filing, form_fields, people, section_8
from app.services.filing import Gathered

_PASSPORT = ("kind", "number", "country", "authority", "place", "issued_on", "expires_on")
_JOB = (
    "start",
    "end",
    "employer",
    "address",
    "phone",
    "position",
    "duties",
    "supervisor",
    "supervisor_phone",
)
_SCHOOL = ("start", "end", "institution", "degree", "level", "major")
_ADDRESS = ("lines", "city", "province", "country", "postcode")
_JOURNEY = ("purpose", "speed", "requested_validity_months", "requested_stay_days", "requested_entries")
_PARENTS_AND_PARTNER = (Relation.SPOUSE, Relation.FATHER, Relation.MOTHER)


def sections(session: Session, gathered: Gathered, *, sensitive: bool) -> tuple[FormSection, ...]:
    """Return all sections as recorded now; ``sensitive`` fills in section 8, where a consent opens it."""
    person, file = gathered.person, case_values.file_of(session, gathered.row)
    family = [(link, _relative(session, link)) for link in person.relatives]
    return (
        FormSection(number=1, title=both("Personal information"), groups=_personal(person)),
        FormSection(number=2, title=both("Application information"), groups=_application(file, gathered)),
        FormSection(number=3, title=both("Work information"), groups=_work(person)),
        FormSection(number=4, title=both("Education"), groups=_education(person)),
        FormSection(number=5, title=both("Family and addresses"), groups=_family(person, family)),
        FormSection(number=6, title=both("Journey"), groups=_journey(file)),
        FormSection(number=7, title=both("Earlier journeys"), groups=_past(person)),
        _other(session, gathered, sensitive),
        FormSection(number=9, title=both("Declaration"), groups=_parties(file, _OF_DECLARATION, item="9")),
    )


def _relative(session: Session, link: Relative) -> Person:
    return people.person(session, link.relative_id) if link.relative_id else Person()


def _personal(person: Person) -> tuple[FormGroup, ...]:
    current = filing.current_passport(person) or Passport()
    others = [passport for passport in person.passports if passport != current]
    held = _nationalities(person, NationalityKind.CURRENT)
    former = _nationalities(person, NationalityKind.FORMER)
    birth = ("birth_date", "sex", "birth_country", "birth_province", "birth_city", "marital_status")
    return (
        FormGroup(title=both("Names"), fields=(*_passport_name(person), *_other_names(person))),
        FormGroup(title=both("Birth and status"), fields=form_fields.of(person, birth)),
        FormGroup(
            title=both("Nationality"),
            fields=(
                *(field for each in held for field in form_fields.of(each, ("country",))),
                *form_fields.of(person, ("local_id_number", "permanent_residence")),
                *(field for each in former for field in _former(each)),
            ),
        ),
        FormGroup(title=both("Passport"), fields=form_fields.of(current, _PASSPORT)),
        *(_other_passport(each) for each in others),
    )


def _other_passport(passport: Passport) -> FormGroup:
    fields = form_fields.of(passport, ("state", *_PASSPORT), item="1.8")
    return FormGroup(title=both("Earlier or other passport"), fields=fields)


def _passport_name(person: Person) -> tuple[FormField, ...]:
    name = next((each for each in person.names if each.kind is NameKind.PASSPORT), None)
    return form_fields.of(name or next(iter(person.names), Name()), ("family", "given"))


def _other_names(person: Person) -> Iterable[FormField]:
    """Yield the names in other scripts, whether recorded or not, and each former name and alias."""
    for kind in (NameKind.NATIVE, NameKind.CHINESE):
        found = next((names.full(each) for each in person.names if each.kind is kind), "")
        yield FormField(item="1.1", label=both(kind.label), value=found)
    for name in person.names:
        if name.kind in (NameKind.FORMER, NameKind.ALIAS):
            yield FormField(item="1.1", label=both(name.kind.label), value=names.full(name))


def _nationalities(person: Person, kind: NationalityKind) -> list[Nationality]:
    found = [each for each in person.nationalities if (each.kind or NationalityKind.CURRENT) is kind]
    return found or ([Nationality()] if kind is NationalityKind.CURRENT else [])


def _former(nationality: Nationality) -> tuple[FormField, ...]:
    (country,) = form_fields.of(nationality, ("country",))
    named = FormField(item="1.6G", label=both(NationalityKind.FORMER.label), value=country.value)
    return (named, *form_fields.of(nationality, ("until",)))


def _application(file: CaseFile, gathered: Gathered) -> tuple[FormGroup, ...]:
    category = FormField(item="2.1", label=both("Visa category"), value=gathered.head.category)
    return (FormGroup(fields=(category, *form_fields.of(file, _JOURNEY))),)


def _work(person: Person) -> tuple[FormGroup, ...]:
    now = FormGroup(fields=form_fields.of(person, ("occupation", "annual_income")))
    return (now, *_each(person.employment, _JOB, both("Work, newest first"), lambda job: job.employer))


def _education(person: Person) -> tuple[FormGroup, ...]:
    return _each(
        person.education, _SCHOOL, both("Education, newest first"), lambda school: school.institution
    )


def _each(
    parts: Sequence[Education | Employment], shown: Sequence[str], what: Bilingual, told: Callable[..., str]
) -> tuple[FormGroup, ...]:
    """Return a group for each, the latest first; one without fields says that there is none."""
    latest = sorted(parts, key=lambda part: part.end.latest if part.end else date.max, reverse=True)
    groups = tuple(FormGroup(title=told(part), fields=form_fields.of(part, shown)) for part in latest)
    return groups or (FormGroup(title=what),)


def _family(person: Person, family: Sequence[tuple[Relative, Person]]) -> tuple[FormGroup, ...]:
    home = next((each for each in person.addresses if each.kind is AddressKind.HOME), Address())
    reached = person.contacts or (Contact(),)
    asked = [(kind, [who for link, who in family if link.relation is kind]) for kind in _PARENTS_AND_PARTNER]
    rest = [(link, who) for link, who in family if link.relation not in _PARENTS_AND_PARTNER]
    return (
        FormGroup(title=both("Home address"), fields=form_fields.of(home, _ADDRESS)),
        FormGroup(title=both("Telephone and e-mail"), fields=tuple(_contact(each) for each in reached)),
        *(_member(kind, who) for kind, several in asked for who in several or [Person()]),
        *(_member(link.relation, who) for link, who in rest),
        FormGroup(title=both("Relatives in China"), fields=tuple(_in_china(family))),
    )


def _contact(contact: Contact) -> FormField:
    label = contact.kind.label if contact.kind else "Telephone"
    return FormField(item="5.2", label=both(label), value=contact.value)


def _member(relation: Labelled | None, who: Person) -> FormGroup:
    named = next((names.passport_form(each) for each in who.names), "")
    home = next((each for each in who.addresses if each.kind is AddressKind.HOME), Address())
    nationality = next(iter(who.nationalities), Nationality())
    where = ", ".join(filter(None, (home.lines.replace("\n", ", "), home.city, home.province)))
    return FormGroup(
        title=both(relation.label) if relation else "",
        fields=(
            FormField(item="5.5", label=both("Name"), value=named),
            *form_fields.of(nationality, ("country",), item="5.5"),
            *form_fields.of(who, ("birth_date", "birth_country", "occupation"), item="5.5"),
            FormField(item="5.5", label=both("Present address"), value=where),
        ),
    )


def _in_china(family: Sequence[tuple[Relative, Person]]) -> Iterable[FormField]:
    for link, who in family:
        if link.in_china is not None:
            named = next((names.passport_form(each) for each in who.names), "")
            yield FormField(item="5.6", label=Bilingual(named, named), value=both(link.in_china.label))


def _journey(file: CaseFile) -> tuple[FormGroup, ...]:
    stops = file.itinerary or (Stop(),)
    groups = [FormGroup(title=_stop(each), fields=form_fields.of(each, _STOP)) for each in stops]
    return (*groups, *_parties(file, [role for role in Role if role not in _OF_DECLARATION]))


def _parties(file: CaseFile, roles: Iterable[Role], *, item: str = "") -> tuple[FormGroup, ...]:
    """Return who is recorded in each of these roles; a role of nobody is a group without fields."""
    groups = []
    for role in roles:
        found = [form_fields.of(each, _PARTY, item=item) for each in file.parties if each.role is role]
        groups += [FormGroup(title=both(role.label), fields=fields) for fields in found or [()]]
    return tuple(groups)


_STOP = ("start", "end", "city", "address")
_PARTY = ("name", "relation", "address", "phone", "email", "birth_date")
_OF_DECLARATION = (Role.FORM_FILLER, Role.SIGNING_PARENT)


def _stop(stop: Stop) -> str | Bilingual:
    return stop.city or both("Itinerary")


def _past(person: Person) -> tuple[FormGroup, ...]:
    groups = []
    for kind in TravelKind:
        found = [each for each in person.travel if each.kind is kind]
        groups += [FormGroup(title=both(kind.label), fields=form_fields.of(each, _TRAVEL)) for each in found]
        if not found:
            groups.append(FormGroup(title=both(kind.label)))
    return tuple(groups)


_TRAVEL = ("start", "end", "country", "place", "number", "detail")


def _other(session: Session, gathered: Gathered, sensitive: bool) -> FormSection:
    title = both("Other information")
    if not sensitive:
        return FormSection(number=8, title=title, is_closed=True)
    told = section_8.answers(session, gathered.row.person_id)
    fields = tuple(FormField(item="8", label=each.question, value=_answer(each)) for each in told)
    return FormSection(number=8, title=title, groups=(FormGroup(fields=fields),))


def _answer(line: SensitiveLine) -> Bilingual:
    return joined(" \u00b7 ", filter(None, (line.answer, line.detail)))
