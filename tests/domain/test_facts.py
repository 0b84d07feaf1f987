"""The registry of facts, and what is known about one case."""

from datetime import date

import pytest

from app.domain.basis import Basis, Citation
from app.domain.casefile import CaseFile
from app.domain.choices import NameKind, NationalityKind, TravelKind
from app.domain.dates import PartialDate
from app.domain.facts import REGISTRY, Origin, collect, enterable, fits, named
from app.domain.people import Name, Nationality, Passport, Person, Travel
from app.domain.posts import PostAnswer
from app.errors import UserError
from tests.domain.rules import TODAY, some_post

# The minimum of facts that screening and checklist need, by the names used here.
MINIMUM = [
    "birth_date", "nationality", "former_nationalities", "born_in_cn", "parent_cn_citizen_at_birth",
    "blank_pages", "residence_country", "applying_country", "post", "legal_stay_expiry", "limb",
    "degree.level", "degree.field", "degree.institution", "degree.countries", "degree.mode",
    "affiliation.institution", "affiliation.role", "affiliation.since", "institution.recognition",
    "refusals", "overstays", "removals", "criminal_record", "health_flags", "funds", "purpose",
    "job_offer_cn", "paid_work_planned", "has_dependants", "prev_cn_visa", "name_changed",
    "fingerprints_last", "planned_entry", "passport.expires_on", "visa.enter_before",
    "residence_permit.expires_on", "last_entry",
]  # fmt: skip


@pytest.mark.parametrize("name", MINIMUM)
def test_the_minimum_of_facts_is_there(name: str) -> None:
    assert name in REGISTRY


def test_every_fact_is_named_and_asked_in_both_languages() -> None:
    for fact in REGISTRY.values():
        assert all((*fact.label, *fact.question)), fact.name
        assert fact.question.en.endswith("?"), fact.name
        assert fact.question.zh.endswith("？"), fact.name
        assert all(all(label) for label in fact.choices.values()), fact.name


def test_an_unknown_name_gets_the_nearest_one() -> None:
    with pytest.raises(UserError, match="Did you mean “job_offer_cn”"):
        named("job_offer")


@pytest.mark.parametrize("name", ["age_on_filing", "post.requires_funds", "planned_filing"])
def test_what_is_computed_or_answered_by_a_post_is_not_entered(name: str) -> None:
    with pytest.raises(UserError) as refused:
        enterable(name)
    assert refused.value.hint


def test_what_people_settle_is_entered() -> None:
    assert enterable("limb").origin is Origin.ENTERED
    assert enterable("prev_cn_visa").origin is Origin.EITHER


def test_only_what_is_known_is_collected() -> None:
    known = collect(Person(), CaseFile(), {}, some_post(), TODAY)
    assert known == {"post": "exampleville", "post.kind": "embassy", "applying_country": "IN"}


def test_everything_collected_fits_the_registry() -> None:
    person = Person(
        birth_date=PartialDate(1998, 4, 2),
        nationalities=(Nationality(kind=NationalityKind.CURRENT, country="IN"),),
    )
    entered = {"limb": frozenset({"graduate"}), "job_offer_cn": False}
    known = collect(person, CaseFile(requested_stay_days=90), entered, some_post(checked_on=TODAY), TODAY)
    assert len(known) == 14
    assert all(fits(REGISTRY[name], value) for name, value in known.items())


def test_age_counts_on_the_planned_day_of_filing_else_today() -> None:
    person = Person(birth_date=PartialDate(1998, 12, 1))
    on_filing = collect(person, CaseFile(planned_filing=date(2026, 12, 5)), {}, some_post(), TODAY)
    on_today = collect(person, CaseFile(), {}, some_post(), TODAY)
    assert (on_filing["age_on_filing"], on_today["age_on_filing"]) == (28, 27)


def test_passport_months_count_from_entry_where_that_is_later() -> None:
    person = Person(passports=(Passport(expires_on=date(2027, 8, 1)),))
    case = CaseFile(planned_filing=date(2026, 12, 1), planned_entry=date(2027, 3, 1))
    assert collect(person, case, {}, some_post(), TODAY)["passport.months_left"] == 5


@pytest.mark.parametrize(("country", "outside"), [("IN", False), ("SG", True)])
def test_who_applies_elsewhere_than_at_home_is_told(country: str, outside: bool) -> None:
    person = Person(nationalities=(Nationality(kind=NationalityKind.CURRENT, country="IN"),))
    known = collect(person, CaseFile(), {}, some_post(country=country), TODAY)
    assert known["applying_outside_nationality"] is outside


def test_without_a_nationality_nobody_knows_where_home_is() -> None:
    known = collect(Person(), CaseFile(), {}, some_post(), TODAY)
    assert "applying_outside_nationality" not in known


def test_the_record_wins_over_what_was_entered() -> None:
    person = Person(travel=(Travel(kind=TravelKind.CHINA_VISA),))
    known = collect(person, CaseFile(), {"prev_cn_visa": False}, some_post(), TODAY)
    assert known["prev_cn_visa"] is True


def test_what_was_entered_stands_where_the_record_is_silent() -> None:
    person = Person(names=(Name(kind=NameKind.PASSPORT, family="Rao"),))
    known = collect(person, CaseFile(), {"name_changed": False}, some_post(), TODAY)
    assert known["name_changed"] is False


def test_a_post_s_answer_is_a_fact() -> None:
    cited = (Citation("S1", "page", TODAY),)
    answer = PostAnswer(fact="post.requires_funds", value=True, basis=Basis.POST, sources=cited)
    known = collect(Person(), CaseFile(), {}, some_post(answers=(answer,)), TODAY)
    assert known["post.requires_funds"] is True


@pytest.mark.parametrize(
    "entered", [{"nonsense": True}, {"age_on_filing": 3}, {"limb": "graduate"}, {"job_offer_cn": "yes"}]
)
def test_a_value_that_can_not_have_been_entered_is_a_bug(entered: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(entered))):
        collect(Person(), CaseFile(), entered, some_post(), TODAY)
