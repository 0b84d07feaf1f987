"""Where each fact comes from when nobody typed it on a case: a field of a record, or other facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from app.i18n import N_

# What a computed fact is computed from: names of other facts.
STANDS_ON: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "age_on_filing": ("birth_date", "planned_filing"),
        "chinese_national": ("nationality",),
        "former_chinese_national": ("former_nationalities",),
        "passport.months_left": ("passport.expires_on", "planned_filing", "planned_entry"),
        "degree.awarded": ("degree.level",),
        "applying_outside_nationality": ("nationality", "applying_country"),
        "applying_country": ("post",),
        "stay_over_180_days": ("requested_stay_days",),
        "post.kind": ("post",),
        "post.rules_age_days": ("post.rules_checked_on",),
    }
)

# The part of the person's record or of the case that tells a fact (msgids).
RECORD: Mapping[str, str] = MappingProxyType(
    {
        "birth_date": N_("Identity: date of birth"),
        "nationality": N_("Nationalities"),
        "former_nationalities": N_("Nationalities"),
        "born_in_cn": N_("Identity: country of birth"),
        "parent_cn_citizen_at_birth": N_("Identity: a parent's nationality at birth"),
        "name_changed": N_("Names"),
        "passport.expires_on": N_("Passports"),
        "blank_pages": N_("Passports"),
        "residence_country": N_("Identity: country of residence"),
        "legal_stay_expiry": N_("Identity: lawful stay"),
        "degree.level": N_("Education"),
        "degree.in_progress": N_("Education"),
        "degree.institution": N_("Education"),
        "degree.countries": N_("Education"),
        "degree.mode": N_("Education"),
        "prev_cn_visa": N_("Travel and visas"),
        "fingerprints_last": N_("Travel and visas"),
        "has_dependants": N_("Family"),
        "refusals": N_("Section 8"),
        "overstays": N_("Section 8"),
        "criminal_record": N_("Section 8"),
        "health_flags": N_("Section 8"),
        "planned_filing": N_("Details of the case"),
        "planned_entry": N_("Details of the case"),
        "requested_entries": N_("Details of the case"),
        "requested_validity_months": N_("Details of the case"),
        "requested_stay_days": N_("Details of the case"),
        "visa.entries": N_("Details of the case"),
        "visa.enter_before": N_("Details of the case"),
        "visa.stay_days": N_("Details of the case"),
        "visa.residence_permit_due": N_("Details of the case"),
        "post": N_("Details of the case"),
        "post.rules_checked_on": N_("Checks of the post's rules"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where one value comes from.

    ``by`` and ``at`` (UTC) say who typed it on the case, and when. Otherwise ``record`` is the part of a
    record (a msgid), or ``stands_on`` the facts it was computed from.
    """

    by: str = ""
    at: datetime | None = None
    record: str = ""
    stands_on: tuple[str, ...] = ()


def of_record(name: str) -> Provenance:
    """Return where a fact that nobody typed on the case comes from."""
    if name in RECORD:
        return Provenance(record=RECORD[name])
    return Provenance(stands_on=STANDS_ON.get(name, ()))
