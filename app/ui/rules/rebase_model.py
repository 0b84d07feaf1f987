"""The cases that today's rules would change, as a table to tick; and what changes for one of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.conditions import Answer
from app.domain.rebasing import ItemChange
from app.domain.ruleset import ChangeKind
from app.i18n import N_, _, language, plural
from app.services import item_texts, packs
from app.services.rebasing import CaseDifference
from app.ui.widgets.section_model import RichColumn, Section
from app.ui.widgets.table_model import Column

KINDS = {
    ChangeKind.ADDED: N_("Added"),
    ChangeKind.REMOVED: N_("No longer asked for"),
    ChangeKind.CHANGED: N_("Changed"),
    ChangeKind.RESOURCED: N_("Same rule, other source or day"),
}
ANSWERS = {Answer.YES: N_("applies"), Answer.NO: N_("does not apply"), Answer.ASK: N_("to ask")}


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case, and whether it is to be re-based."""

    case: CaseDifference
    is_ticked: bool


def counted(changes: Sequence[ItemChange]) -> str:
    """Return how many items change in which way, in a few words."""
    found = Counter(change.kind for change in changes)
    words = {
        ChangeKind.ADDED: plural("{count} added", "{count} added", found[ChangeKind.ADDED]),
        ChangeKind.REMOVED: plural("{count} removed", "{count} removed", found[ChangeKind.REMOVED]),
        ChangeKind.CHANGED: plural("{count} changed", "{count} changed", found[ChangeKind.CHANGED]),
        ChangeKind.RESOURCED: plural("{count} re-sourced", "{count} re-sourced", found[ChangeKind.RESOURCED]),
    }
    return ", ".join(words[kind] for kind in ChangeKind if found[kind])


def progress(case: CaseDifference) -> str:
    """Return the progress before and after."""
    before, after = case.difference.before, case.difference.after
    return f"{before.checked}/{before.counted} → {after.checked}/{after.counted}"


def sections(changes: Sequence[ItemChange]) -> list[tuple[Section, list[ItemChange]]]:
    """Return the changes of one case by kind."""
    return [(Section(_(title)), [c for c in changes if c.kind is kind]) for kind, title in KINDS.items()]


def effect(change: ItemChange) -> str:
    """Return whether the item applied, and will."""
    before, after = (_(ANSWERS[each]) if each else "" for each in (change.before, change.after))
    if before and after and before != after:
        return f"{before} → {after}"
    return after or before


def _about(row: CaseRow) -> str:
    return f"{row.case.client} · {packs.post(row.case.post).name.text(language())}"


def _second(change: ItemChange) -> str:
    kept = _("what is collected stays") if change.is_kept else ""
    shown = item_texts.labels(change.fields)
    return " · ".join(part for part in (change.item_id, shown, kept) if part)


def detail(change: ItemChange) -> str:
    """Return what an item says, or what of it changes, line by line."""
    if change.old is not None and change.new is not None:
        found = item_texts.differences(change.old, change.new)
        return "\n".join(f"{label}: {before or '—'} → {after or '—'}" for label, before, after in found)
    item = change.new or change.old
    return "\n".join(f"{label}: {text}" for label, text in item_texts.described(item)) if item else ""


COLUMNS: tuple[Column[CaseRow], ...] = (
    RichColumn(
        "case",
        N_("Case"),
        lambda row: f"{row.case.number}  {row.case.category}",
        second=_about,
        second_tone=lambda row: "muted",
        ticked=lambda row: row.is_ticked,
        accessible=lambda row: f"{row.case.number} {_about(row)} {counted(row.case.difference.changes)}",
    ),
    RichColumn(
        "changes",
        N_("Changes"),
        lambda row: counted(row.case.difference.changes),
        width=200,
        second=lambda row: _("Checked: {progress}").format(progress=progress(row.case)),
        second_tone=lambda row: "muted",
    ),
)
CHANGE_COLUMNS: tuple[Column[ItemChange], ...] = (
    RichColumn(
        "item",
        N_("Item"),
        lambda change: change.title.text(language()),
        second=_second,
        second_tone=lambda change: "muted",
        accessible=lambda change: f"{change.title.text(language())} {_second(change)}",
    ),
    Column("effect", N_("Here"), effect, width=130),
)
