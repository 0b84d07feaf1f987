"""The firm's own rules as a table, what stands first; and the fields in which one is typed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.domain import firm_rules as rules_of_firm
from app.domain import firm_tables, typed_rows
from app.domain.basis import Basis
from app.domain.fields import Field, Kind, Labelled
from app.domain.rule_actions import Action
from app.domain.rulepack import Audience, Item, ItemStage, Need
from app.i18n import N_, _, language
from app.services import item_texts, packs
from app.services.firm_rules import RuleLine
from app.services.firm_tables import TableLine
from app.ui import words
from app.ui.widgets.section_model import RichColumn, Section
from app.ui.widgets.table_model import Column
from app.ui.widgets.values import display

AnyLine = RuleLine | TableLine


class BasisChoice(Labelled):
    """The kinds of authority that a rule may rest on, to choose from."""

    OFFICIAL = Basis.OFFICIAL.value, N_("Law or official page")
    POST = Basis.POST.value, N_("Published by a post")
    INFERENCE = Basis.INFERENCE.value, N_("Our reading of the law")
    PRACTICE = Basis.PRACTICE.value, N_("Our practice")
    UNVERIFIED = Basis.UNVERIFIED.value, N_("Reported, not confirmed")


# What an item says, shown only where the rule has a wording of its own.
ITEM_FIELDS = (
    Field("title_en", N_("Title"), Kind.TEXT, limit=300),
    Field("title_zh", N_("Title in Chinese"), Kind.TEXT, limit=300),
    Field("stage", N_("Part of the work"), Kind.CHOICE, choices=ItemStage),
    Field("need", N_("Need"), Kind.CHOICE, choices=Need),
    Field("audience", N_("Whose work"), Kind.CHOICE, choices=Audience),
    Field("client_en", N_("What the client does"), Kind.LINES, limit=1000),
    Field("client_zh", N_("… in Chinese"), Kind.LINES, limit=1000),
    Field("evidence_en", N_("Evidence"), Kind.TEXT, limit=500),
    Field("evidence_zh", N_("… in Chinese"), Kind.TEXT, limit=500),
    Field("note_en", N_("Note"), Kind.TEXT, limit=1000),
    Field("note_zh", N_("… in Chinese"), Kind.TEXT, limit=1000),
    Field("when_text_en", N_("Applies, as a sentence"), Kind.TEXT, limit=500),
    Field("when_text_zh", N_("… in Chinese"), Kind.TEXT, limit=500),
    Field("originals", N_("Originals"), Kind.NUMBER),
    Field("copies", N_("Copies"), Kind.NUMBER),
    Field("freshness_days", N_("Fresh for (days)"), Kind.NUMBER),
    Field("months_beyond", N_("Valid beyond the day (months)"), Kind.NUMBER),
    Field("basis", N_("Basis"), Kind.CHOICE, choices=BasisChoice),
)
FIELDS = (
    Field("reason", N_("Reason"), Kind.LINES, limit=1000),
    Field("source", N_("Source"), Kind.TEXT, limit=1000),
    Field("effective_from", N_("In force from"), Kind.DAY),
    Field("effective_to", N_("In force until"), Kind.DAY),
    *ITEM_FIELDS,
)
_PAIRS = ("title", "client", "evidence", "note", "when_text")
_PLAIN = ("stage", "need", "audience", "originals", "copies", "freshness_days", "months_beyond")
NEW_PLACE = 900  # where a new item stands within its part of the work


def start(item: Item | None, today: date) -> dict[str, Any]:
    """Return the values that a form starts from: the item as it stands, in force from today."""
    values: dict[str, Any] = {"effective_from": today, "basis": BasisChoice.PRACTICE}
    if item is None:
        return values
    for name in _PAIRS:
        pair = getattr(item, name)
        values |= {f"{name}_en": pair.en if pair else "", f"{name}_zh": pair.zh if pair else ""}
    return values | {name: getattr(item, name) for name in _PLAIN}


def changes(typed: Mapping[str, Any], item: Item | None) -> dict[str, Any]:
    """Return what was typed as keys of the item's table; a key without value is taken away."""
    found: dict[str, Any] = {} if item else {"seq": NEW_PLACE}
    for name in _PAIRS:
        pair = {side: typed[f"{name}_{side}"] for side in ("en", "zh") if typed[f"{name}_{side}"]}
        found[name] = pair or None
    for name in _PLAIN:
        value = typed[name]
        found[name] = value.value if isinstance(value, Labelled) else value
    return found


def sections(lines: Sequence[AnyLine]) -> list[tuple[Section, list[AnyLine]]]:
    """Return the rules in force before those that are superseded or ended."""
    return [
        (Section(_("In force")), [line for line in lines if line.stands]),
        (Section(_("Superseded, ended or still to come")), [line for line in lines if not line.stands]),
    ]


def about(line: AnyLine) -> str:
    """Return which item, visa and post, or which row of which table, a rule is for."""
    if isinstance(line, TableLine):
        return f"{line.rule.entry} · {_(line.rule.table.label)}"
    rule = line.rule
    post = packs.post(rule.post).name.text(language()) if rule.post else _("all posts")
    return " · ".join((rule.item, rule.category, post))


def span(line: AnyLine) -> str:
    """Return from when until when it holds."""
    since = _("from {day}").format(day=words.day(line.rule.effective_from))
    until = line.rule.effective_to
    return f"{since}, {_('until {day}').format(day=words.day(until))}" if until else since


def told(line: AnyLine) -> str:
    """Return who recorded a rule, when, on which source and why."""
    rule = line.rule
    parts = (_(rule.action.label), span(line), rule.reason, rule.source, rule.author, rule.origin)
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _state(line: AnyLine) -> str:
    if line.problem:
        return _("Can't be read")
    return _(line.rule.action.label) if line.stands else _("Not in force")


def _tone(line: AnyLine) -> str:
    if line.problem:
        return "bad"
    if not line.stands:
        return "plain"
    return "warn" if line.rule.action is Action.OFF else "accent"


COLUMNS: tuple[Column[AnyLine], ...] = (
    RichColumn(
        "rule",
        N_("Rule"),
        lambda line: line.title.text(language()),
        second=lambda line: f"{about(line)} · {' '.join(line.rule.reason.split())}",
        second_tone=lambda line: "muted",
        accessible=lambda line: f"{line.title.text(language())} {about(line)}",
    ),
    Column("state", N_("State"), _state, width=136, tone=_tone),
)


def says(line: AnyLine) -> list[tuple[str, str]]:
    """Return what a rule words, field by field; nothing of one that words nothing, or can't be read."""
    if line.rule.action is not Action.ITEM or line.problem:
        return []
    if isinstance(line, RuleLine):
        return item_texts.described(rules_of_firm.read(line.rule, packs.cited()))
    table, row = line.rule.table, firm_tables.read(line.rule, packs.cited())
    held = typed_rows.start(table, row)
    shown = ((_(field.label), display(field, held[field.name])) for field in typed_rows.FIELDS[table])
    return [(label, text) for label, text in shown if text]
