"""What one change record says, field by field, in words a person reads."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import casefile, dates, facts, fields, people, places, stays, zones
from app.domain.dates import PartialDate
from app.domain.fields import Field, Kind
from app.domain.rule_actions import Action
from app.domain.screening_rules import Result
from app.domain.table_kinds import TableKind
from app.errors import UserError
from app.i18n import N_, both, language
from app.services import casework_fields, engagement_fields, firm_fields, frozen_rules, packs
from db.models.case import FactRow, ItemRow
from db.models.operation import Change

Values = dict[str, Any]  # of a row, by its columns
# What the rows of each table are called (msgids), for sentences.
ENTITIES: Mapping[str, str] = {
    "person": N_("Person"),
    "person_name": N_("Name"),
    "person_nationality": N_("Nationality"),
    "person_passport": N_("Passport"),
    "person_address": N_("Address"),
    "person_contact": N_("Contact"),
    "person_education": N_("Education"),
    "person_employment": N_("Work"),
    "person_relative": N_("Family"),
    "person_travel": N_("Travel"),
    "person_declaration": N_("Section 8 answer"),
    "person_consent": N_("Consent"),
    "case_file": N_("Case"),
    "case_fact": N_("Fact"),
    "case_item": N_("Checklist line"),
    "case_note": N_("Note"),
    "post_answer": N_("Answer of the post"),
    "post_check": N_("Check of the post's rules"),
    "firm_rule": N_("Rule of the firm"),
    "table_rule": N_("Rule of the firm about a table"),
    "trusted_signer": N_("Trusted signer"),
    "case_screening": N_("Screening"),
    "case_stop": N_("Itinerary"),
    "case_party": N_("Party"),
    "case_entry": N_("Entry into China"),
    "case_address": N_("Address in China"),
    "case_extension": N_("Extension"),
    "case_permit": N_("Residence permit"),
    "case_event": N_("Event"),
    "case_deadline_mark": N_("Deadline"),
    "holiday_year": N_("Year of working days"),
    **firm_fields.ENTITIES,
    **engagement_fields.ENTITIES,
    **casework_fields.ENTITIES,
}
_KINDS: dict[str, type] = {"person": people.Person, "case_file": casefile.CaseFile}
_KINDS |= casework_fields.KINDS
_KINDS |= {f"person_{kind.__name__.lower()}": kind for kind in people.PARTS.values()}
_KINDS |= {f"case_{kind.__name__.lower()}": kind for kind in casefile.CASE_PARTS.values()}
_KINDS |= {f"case_{kind.__name__.lower()}": kind for kind in stays.LEDGER_PARTS.values()}
_KINDS |= engagement_fields.KINDS
_SENSITIVE = {"person_declaration"}
_IDENTITY = {("person", "local_id_number"), ("person_passport", "number"), ("person_travel", "number")}
_IDENTITY |= {("case_file", "visa_number"), ("case_item", "number"), ("case_permit", "number")}

_OF_POST = (
    Field("post", N_("Post"), Kind.TEXT),
    Field("told_on", N_("Learned on"), Kind.DAY),
    Field("note", N_("Note"), Kind.LINES),
    Field("origin", N_("Signed by"), Kind.TEXT),
)

_OF_FIRM = (
    Field("action", N_("What it does"), Kind.CHOICE, choices=Action),
    Field("effective_from", N_("In force from"), Kind.DAY),
    Field("effective_to", N_("In force until"), Kind.DAY),
    Field("reason", N_("Reason"), Kind.LINES),
    Field("source", N_("Source"), Kind.TEXT),
    Field("told_on", N_("Learned on"), Kind.DAY),
    Field("origin", N_("Signed by"), Kind.TEXT),
)

# Columns that no form declares, and that people want to read about.
_COLUMNS: Mapping[str, tuple[Field, ...]] = {
    "post_answer": (
        *_OF_POST,
        Field("category", N_("Visa"), Kind.TEXT),
        Field("value", N_("Answer"), Kind.TEXT),
        Field("source", N_("Source"), Kind.TEXT),
        Field("valid_from", N_("Valid from"), Kind.DAY),
        Field("valid_until", N_("Valid until"), Kind.DAY),
        Field("capture_name", N_("Captured from"), Kind.TEXT),
        Field("capture", N_("Text kept"), Kind.LINES),
    ),
    "post_check": _OF_POST,
    "firm_rule": (
        Field("category", N_("Category"), Kind.TEXT),
        Field("post", N_("Post"), Kind.TEXT),
        Field("item", N_("Item"), Kind.TEXT),
        *_OF_FIRM,
    ),
    "table_rule": (
        Field("of_table", N_("Table"), Kind.CHOICE, choices=TableKind),
        Field("entry", N_("Row of the table"), Kind.TEXT),
        *_OF_FIRM,
    ),
    "case_deadline_mark": (
        Field("rule", N_("Limit"), Kind.TEXT),
        Field("done_on", N_("Done on"), Kind.DAY),
        Field("waived_reason", N_("Waived because"), Kind.LINES),
        Field("due", N_("Due"), Kind.TEXT),
        Field("due_reason", N_("Why another day counts"), Kind.LINES),
        Field("due_set_by", N_("Set by"), Kind.TEXT),
        Field("alerts", N_("Reminders"), Kind.TEXT),
    ),
    "holiday_year": (
        Field("year", N_("Year"), Kind.NUMBER),
        Field("holidays", N_("Days off"), Kind.LINES),
        Field("workdays", N_("Weekends worked"), Kind.LINES),
        Field("source", N_("Source"), Kind.TEXT),
        Field("announced_on", N_("Announced on"), Kind.DAY),
    ),
    "trusted_signer": (Field("name", N_("Name"), Kind.TEXT),),
    "case_screening": (
        Field("result", N_("Result"), Kind.CHOICE, choices=Result),
        Field("graduate", N_("Limb A: graduate"), Kind.CHOICE, choices=Result),
        Field("staff", N_("Limb B: teaching or research staff"), Kind.CHOICE, choices=Result),
        Field("common", N_("Common to both limbs"), Kind.CHOICE, choices=Result),
        Field("rules_version", N_("Version of the questions"), Kind.TEXT),
        Field("note", N_("Note"), Kind.LINES),
        Field("confirmed_by", N_("Confirmed by"), Kind.TEXT),
    ),
    **firm_fields.COLUMNS,
    **engagement_fields.COLUMNS,
    **casework_fields.COLUMNS,
}
_NAMED = casework_fields.NAMED
_HIDDEN = {"archived", "is_sample", "public_key", "post_key", "fact", "item", "item_values", "repeat_key"}
_HIDDEN |= {"repeat_zh", "written_at", "author", "part", "due_set_at", "row_values", "table_key"}
_HIDDEN |= {"logo"}  # the operation says that it changed
_HIDDEN |= {"rules", "reasons", "facts", "confirmed_at"}  # of a screening: read on its own page
_HIDDEN |= engagement_fields.HIDDEN | casework_fields.HIDDEN


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as people read it; ``entity`` and ``label`` are msgids or plain names.

    ``which`` tells rows of one kind apart, such as a checklist line's code. What ``is_identity`` is the
    number of a paper, to be masked in print. ``about`` is the person or case that the row belongs to.
    """

    entity: str
    kind: str
    label: str
    before: str
    after: str
    which: str = ""
    is_identity: bool = False
    about: UUID | None = None


def of(session: Session, change: Change, lang: str = "") -> list[FieldChange]:
    """Return one change field by field in a language, else in the one in use; no section-8 values."""
    lang = lang or language()
    before, after = json.loads(change.before or "{}"), json.loads(change.after or "{}")
    what = ENTITIES.get(change.entity, change.entity)
    if change.entity in _SENSITIVE:
        return [FieldChange(what, change.kind, "", "", "")]
    if change.entity == "case_fact":
        return [_fact(session, change, before, after, lang)]
    which = _which(session, change, before, after, lang)
    if change.entity == "post_answer":
        for values in (before, after):
            values["value"] = _fact_value(str(values.get("fact", "")), values.get("value"), lang)
    names = [name for name in (after or before) if before.get(name) or after.get(name)]
    return [
        FieldChange(
            what,
            change.kind,
            _label(change.entity, name),
            _text(session, change.entity, name, before.get(name), lang),
            _text(session, change.entity, name, after.get(name), lang),
            which,
            (change.entity, name) in _IDENTITY,
            change.about,
        )
        for name in names
        if name in _NAMED or not (name.endswith("_id") or name in _HIDDEN)
        if (change.entity, name, after.get(name)) not in casework_fields.UNTOLD
    ]


def _which(session: Session, change: Change, before: Values, after: Values, lang: str) -> str:
    if change.entity == "firm_rule":
        return str((after or before).get("item", ""))
    if change.entity == "table_rule":
        return str((after or before).get("entry", ""))
    if change.entity == "post_answer":
        return _fact_label(str((after or before).get("fact", "")), lang)
    if change.entity != "case_item":
        return ""
    row = session.get(ItemRow, change.row_id)
    return str(before.get("item") or after.get("item") or (row.item if row else ""))


def _fact(session: Session, change: Change, before: Values, after: Values, lang: str) -> FieldChange:
    row = session.get(FactRow, change.row_id)
    name = str(before.get("name") or after.get("name") or (row.name if row else ""))
    was, now = (_fact_value(name, values.get("value"), lang) for values in (before, after))
    return FieldChange(ENTITIES["case_fact"], change.kind, _fact_label(name, lang), was, now)


def _fact_label(name: str, lang: str) -> str:
    return facts.REGISTRY[name].label.text(lang) if name in facts.REGISTRY else name


def _fact_value(name: str, stored: Any, lang: str) -> str:
    fact = facts.REGISTRY.get(name)
    if fact is None or not stored:
        return str(stored or "")
    try:
        value = facts.parse_value(fact, str(stored))
    except UserError:  # written by an older version of the registry
        return str(stored)
    return facts.show(fact, value).text(lang) if value is not None else ""


def _field(entity: str, name: str) -> Field | None:
    kind = _KINDS.get(entity)
    declared = fields.named(kind).get(name) if kind else None
    return declared or next((field for field in _COLUMNS.get(entity, ()) if field.name == name), None)


def _label(entity: str, name: str) -> str:
    declared = _field(entity, name)
    if declared:
        return declared.label
    return _NAMED[name][0] if name in _NAMED else name.replace("_", " ")


def _named(session: Session, name: str, key: UUID) -> str:
    kind = _NAMED[name][1]
    found = session.scalar(select(kind.name).where(kind.id == key))
    return found or ""


def _text(session: Session, entity: str, name: str, value: Any, lang: str) -> str:
    field = _field(entity, name)
    if value in (None, ""):
        return ""
    if name in _NAMED:
        return _named(session, name, UUID(str(value)))
    if name == "rule_set":
        return frozen_rules.rules_of(session, str(value)).version
    if entity == "case_deadline_mark" and name == "due":
        return zones.shown(datetime.fromisoformat(str(value)), zones.CHINA, lang)
    if name == "post" and value in packs.all_posts():
        return packs.post(value).name.text(lang)
    if field is not None and field.choices is not None:
        labels = {choice.value: choice.label for choice in field.choices}
        return both(labels[value]).text(lang) if value in labels else str(value)
    if field is not None and field.kind in (Kind.DAY, Kind.PARTIAL):
        return dates.shown(PartialDate.parse(str(value)), lang)
    if field is not None and field.kind is Kind.COUNTRY:
        return places.country_name(str(value)).text(lang)
    if isinstance(value, bool) or (field is not None and field.kind is Kind.FLAG):
        return (both("Yes") if value else both("No")).text(lang)
    return str(value)
