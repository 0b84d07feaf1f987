"""The limits as cited data: what is due, from which date it is counted, and how. See ``deadlines.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.basis import Basis, Citation
from app.domain.conditions import ALWAYS, Condition
from app.domain.fact_types import Kind
from app.domain.facts import REGISTRY
from app.domain.fields import Labelled
from app.domain.pack_reader import RulePackError, Table, load_toml
from app.domain.rulepack import read_condition
from app.domain.sources import Source, read_citations
from app.errors import UserError
from app.i18n import N_, Bilingual, _


class AnchorKind(Labelled):
    """What a limit is counted from, with what it is called."""

    CHECK_IN = "check_in", N_("Moved in")
    ENTRY = "entry", N_("Entered China")
    STAY_TO_EXTEND = "stay_to_extend", N_("Last day of the stay")
    STAY_END = "stay_end", N_("Last day of the stay")
    PERMIT_TO_RENEW = "permit_to_renew", N_("Residence permit ends")
    PERMIT_END = "permit_end", N_("Residence permit ends")
    CHANGE = "change", N_("Change")
    BIRTH = "birth", N_("Birth")
    ORDER = "order", N_("Order to leave")
    STAY_RECEIPT = "stay_receipt", N_("Receipt for the extension")
    PERMIT_RECEIPT = "permit_receipt", N_("Receipt for the permit")
    EMPLOYER = "employer", N_("Left the employer, or works elsewhere")
    MEDICAL = "medical", N_("Medical certificate issued")
    POLICE = "police", N_("Police certificate issued")
    BORDER = "border", N_("Planned entry")
    FORM_CONFIRMED = "form_confirmed", N_("Online form confirmed")
    VISA_END = "visa_end", N_("Visa valid to enter until")
    PLANNED_FILING = "planned_filing", N_("Planned filing")
    APPOINTMENT = "appointment", N_("Appointment")
    SUPPLEMENT = "supplement", N_("Supplement due")


class LimitUnit(Labelled):
    """What a limit counts; the last two count nothing."""

    HOURS = "hours", N_("hours")
    DAYS = "days", N_("calendar days")
    MONTHS = "months", N_("months")
    WORKING_DAYS = "working_days", N_("working days")
    PROMPTLY = "promptly", N_("without delay")
    ALWAYS = "always", N_("at all times")


COUNTING = (LimitUnit.HOURS, LimitUnit.DAYS, LimitUnit.MONTHS, LimitUnit.WORKING_DAYS)


class AlertsFrom(Labelled):
    """What the days of an alert are counted back from."""

    DUE = "due", N_("the limit")
    ANCHOR = "anchor", N_("the day it is counted from")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """One limit. ``alerts`` are hours for a limit in hours, else days, counted back from ``alerts_from``.

    Where ``count_facts`` are named, the periods they hold are the limit: the earliest of those known.
    ``is_asked`` means that its date is worth asking for while it is not recorded.
    """

    id: str
    title: Bilingual
    who: Bilingual
    anchors: tuple[AnchorKind, ...]
    count: int | None
    count_facts: tuple[str, ...]
    unit: LimitUnit
    before: bool
    alerts: tuple[int, ...]
    alerts_from: AlertsFrom
    is_asked: bool
    reason: Bilingual
    note: Bilingual | None
    penalty: Bilingual | None
    when: Condition
    when_text: Bilingual | None
    basis: Basis
    sources: tuple[Citation, ...]
    checked_on: date

    @property
    def looks_at_facts(self) -> bool:
        """Whether it takes facts to tell if it applies, or how long it is."""
        return self.when is not ALWAYS or bool(self.count_facts)

    @property
    def cited(self) -> str:
        """Where the limit comes from: "[L1] Art. 29; [L2] Arts. 14, 36"."""
        return "; ".join(f"[{each.source}] {each.locator}" for each in self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinePack:
    """All limits with the version of their list."""

    version: str
    title: Bilingual
    review_every_days: int
    rules: tuple[DeadlineRule, ...]

    def named(self, typed: str) -> DeadlineRule:
        """Return the rule ``typed`` names: "DL-03", "dl3", "visa-use". Raises ``UserError``."""
        wanted = typed.strip().casefold().replace("dl-", "dl").replace("dl0", "dl")
        for rule in self.rules:
            if rule.id.casefold().replace("dl-", "dl").replace("dl0", "dl") == wanted:
                return rule
        known = ", ".join(rule.id for rule in self.rules)
        raise UserError(_("There is no deadline “{rule}”.").format(rule=typed[:40]), known, field="rule")


def parse(text: str, file: str, sources: Mapping[str, Source]) -> DeadlinePack:
    """Read a list of limits (TOML, one ``[[deadline]]`` each). Raises ``RulePackError``."""
    head = Table(load_toml(text, file), file)
    rules = tuple(read_rule(values, file, sources) for values in head.mappings("deadline"))
    ids = [rule.id for rule in rules]
    for name in ids:
        if ids.count(name) > 1:
            raise RulePackError(_("is there twice"), file=file, item=name, key="id")
    pack = DeadlinePack(
        version=head.text("version"),
        title=head.both("title"),
        review_every_days=head.number("review_every_days"),
        rules=rules,
    )
    head.done()
    return pack


def read_rule(values: Mapping[str, object], file: str, sources: Mapping[str, Source]) -> DeadlineRule:
    """Read one limit from its table. Raises ``RulePackError``."""
    name = values.get("id")
    table = Table(values, file, name[:60] if isinstance(name, str) else _("deadline without id"))
    rule = DeadlineRule(
        **_words(table),
        **_limit(table),
        when=read_condition(table, "when") or ALWAYS,
        when_text=table.both_or_none("when_text"),
        is_asked=table.flag("is_asked", False),
        basis=table.choice("basis", Basis),
        sources=read_citations(table, sources),
        checked_on=table.day("checked_on"),
    )
    table.done()
    _check(rule, table)
    return rule


def _words(table: Table) -> dict[str, Any]:
    return {
        "id": table.text("id"),
        "title": table.both("title"),
        "who": table.both("who"),
        "reason": table.both("reason"),
        "note": table.both_or_none("note"),
        "penalty": table.both_or_none("penalty"),
    }


def _limit(table: Table) -> dict[str, Any]:
    return {
        "anchors": tuple(_member(table, each) for each in table.take("anchors")),
        "count": table.number_or_none("count"),
        "count_facts": tuple(str(each) for each in table.take("count_facts", ())),
        "unit": table.choice("unit", LimitUnit),
        "before": table.flag("before", False),
        "alerts": tuple(_whole(table, each) for each in table.take("alerts", ())),
        "alerts_from": table.choice("alerts_from", AlertsFrom, AlertsFrom.DUE),
    }


def _member(table: Table, written: object) -> AnchorKind:
    found = next((kind for kind in AnchorKind if kind.value == written), None)
    if found is None:
        raise table.error(_("“{name}” is no such date").format(name=str(written)[:40]), "anchors")
    return found


def _whole(table: Table, written: object) -> int:
    if not isinstance(written, int) or isinstance(written, bool) or not 0 <= written <= 1_000:
        raise table.error(_("must be a whole number"), "alerts")
    return written


def _check(rule: DeadlineRule, table: Table) -> None:
    """Refuse what can be read but can't be meant."""
    if (rule.when_text is None) is not (rule.when is ALWAYS):
        raise table.error(_("goes with “when”, and “when” with it"), "when_text")
    is_counting = rule.unit in COUNTING
    if is_counting is (rule.count is None and not rule.count_facts):
        raise table.error(_("goes with a unit that counts"), "count")
    if is_counting and not rule.anchors:
        raise table.error(_("is missing: a limit is counted from something"), "anchors")
    if rule.before and rule.unit is not LimitUnit.DAYS:
        raise table.error(_("goes with calendar days"), "before")
    for name in rule.count_facts:
        if name not in REGISTRY or REGISTRY[name].kind is not Kind.PERIOD:
            raise table.error(_("is not a fact that holds a period"), "count_facts")
