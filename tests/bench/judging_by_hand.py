"""The forty K items written out as a Python function: what rules as data are measured against."""

from collections.abc import Mapping
from datetime import date

from app.domain.conditions import Answer

YES_NO = (
    "post.requires_degree_auth", "work_permit_planned", "post.requires_funds", "applying_outside_nationality",
    "former_chinese_national", "born_in_cn", "prev_cn_visa", "parent_cn_citizen_at_birth", "name_changed",
    "papers_in_other_languages", "post.requires_chinese_translation", "post.requires_police_certificate",
    "post.requires_medical", "residence_permit_year_planned", "has_invitation", "post.online_system",
    "interview_requested", "post.fingerprint_waiver_covers_k", "job_offer_cn", "visa.residence_permit_due",
)  # fmt: skip
_WAIVED = date(2025, 12, 17), date(2026, 12, 31)
Truth = bool | None
Facts = Mapping[str, object]
_ANSWERS = {True: Answer.YES, False: Answer.NO, None: Answer.ASK}


def judge(facts: Facts) -> list[tuple[Answer, bool]]:
    """Return of each K item, in order, whether it applies, and whether only as a recommendation."""
    graduate, staff = _limb(facts, "graduate"), _limb(facts, "staff")
    funds = _is(facts, "post.requires_funds")
    work = _is(facts, "work_permit_planned")
    diploma = (Answer.YES, False) if graduate else _recommended(graduate, staff)
    found = [(Answer.YES, False)] * 13
    found += [diploma, _line(graduate)]
    found.append(_line(_any(_all(graduate, _is(facts, "post.requires_degree_auth")), work)))
    found += [_line(staff), (Answer.YES, False), (Answer.YES, False), _recommended(funds, _not(funds))]
    found.append(_line(_is(facts, "applying_outside_nationality")))
    found.append(_line(_origin(facts)))
    found.append(_line(_any(_is(facts, "prev_cn_visa"), _is(facts, "name_changed"))))
    languages = _is(facts, "papers_in_other_languages"), _is(facts, "post.requires_chinese_translation")
    found.append(_line(_any(*languages)))
    found.append(_line(_any(_is(facts, "post.requires_police_certificate"), work)))
    medical = _is(facts, "post.requires_medical"), _is(facts, "residence_permit_year_planned")
    found += [_line(_any(*medical)), (Answer.YES, False), _line(_is(facts, "has_invitation"))]
    found += [(Answer.YES, False)] * 3
    found += [_line(_is(facts, "post.online_system")), (Answer.YES, False), _line(_fingerprints(facts))]
    found += [(Answer.YES, False)] * 5
    found.append(_line(_any(_is(facts, "job_offer_cn"), _is(facts, "visa.residence_permit_due"))))
    return found


def _origin(facts: Facts) -> Truth:
    first = _all(_is(facts, "born_in_cn"), _not(_is(facts, "prev_cn_visa")))
    return _any(_is(facts, "former_chinese_national"), first, _is(facts, "parent_cn_citizen_at_birth"))


def _fingerprints(facts: Facts) -> Truth:
    age, filing, stay = (facts.get(k) for k in ("age_on_filing", "planned_filing", "requested_stay_days"))
    of_age = None if not isinstance(age, int) else 14 <= age <= 70
    in_time = None if not isinstance(filing, date) else _WAIVED[0] <= filing <= _WAIVED[1]
    is_short = None if not isinstance(stay, int) else stay <= 180
    waived = _all(in_time, is_short, _is(facts, "post.fingerprint_waiver_covers_k"))
    return _any(_is(facts, "interview_requested"), _all(of_age, _not(waived)))


def _limb(facts: Facts, name: str) -> Truth:
    limb = facts.get("limb")
    return name in limb if isinstance(limb, frozenset) else None


def _is(facts: Facts, name: str) -> Truth:
    value = facts.get(name)
    return value if isinstance(value, bool) else None


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


def _all(*parts: Truth) -> Truth:
    return False if False in parts else None if None in parts else True


def _any(*parts: Truth) -> Truth:
    return True if True in parts else None if None in parts else False


def _line(truth: Truth) -> tuple[Answer, bool]:
    return _ANSWERS[truth], False


def _recommended(required: Truth, recommended: Truth) -> tuple[Answer, bool]:
    return (_ANSWERS[recommended], True) if required is False else (_ANSWERS[required], False)
