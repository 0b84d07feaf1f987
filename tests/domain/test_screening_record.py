"""What is kept of a confirmed screening explains itself, and keeps no sensitive value."""

from datetime import date

from app.domain import screening_record
from app.domain.periods import Period, Unit
from app.domain.screening import screen
from app.services.screening import questionnaire

K = questionnaire("K")
KNOWN: dict[str, object] = {
    "limb": frozenset({"graduate"}),
    "funds": "weak",
    "birth_date": date(1998, 4, 2),
    "post.form_validity": Period(3, Unit.MONTHS),
    "criminal_record": True,
    "refusals": False,
}


def test_reasons_read_back_as_they_were() -> None:
    outcome = screen(K, KNOWN)
    stored = screening_record.reasons_of(screening_record.reasons_text(outcome))
    assert stored == tuple(screening_record.reason(each) for each in outcome.reasons)
    assert stored[11].why.zh
    assert stored[11].change


def test_facts_are_kept_and_sensitive_ones_only_by_name() -> None:
    text = screening_record.facts_text(KNOWN)
    facts, withheld = screening_record.facts_of(text)
    assert facts == {
        "limb": "graduate",
        "funds": "weak",
        "birth_date": "1998-04-02",
        "post.form_validity": "3 months",
    }
    assert withheld == ("criminal_record", "refusals")


def test_a_digest_tells_outcomes_and_rules_apart() -> None:
    one, other = screen(K, KNOWN), screen(K, {**KNOWN, "funds": "sufficient"})
    assert screening_record.digest(one, "a") == screening_record.digest(screen(K, dict(KNOWN)), "a")
    assert screening_record.digest(one, "a") != screening_record.digest(other, "a")
    assert screening_record.digest(one, "a") != screening_record.digest(one, "b")
