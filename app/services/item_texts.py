"""What an item of a rule pack says, field by field, and what differs between two versions of one."""

from collections.abc import Sequence
from datetime import date

from app.domain import dates
from app.domain.basis import OFFICE_WORDS, Basis, Citation
from app.domain.fields import Labelled
from app.domain.rulepack import Item
from app.i18n import N_, Bilingual, _, language
from app.services import citations, packs

# What each field is called (msgid), in the order it is told; those told by the same words share a name.
LABELS = {
    "title": N_("title"),
    "stage": N_("stage"),
    "need": N_("need"),
    "audience": N_("audience"),
    "client": N_("what the client does"),
    "evidence": N_("evidence"),
    "note": N_("note"),
    "originals": N_("originals"),
    "copies": N_("copies"),
    "freshness_days": N_("fresh for (days)"),
    "freshness_fact": N_("fresh for, as the post says"),
    "months_beyond": N_("valid beyond the day (months)"),
    "has_expiry": N_("has an end of its own"),
    "auth": N_("authentication"),
    "translation": N_("translation"),
    "repeat": N_("for each"),
    "photos": N_("photo profiles"),
    "when_text": N_("condition"),
    "when": N_("condition"),
    "recommended_text": N_("else recommended"),
    "recommended_when": N_("else recommended"),
    "seq": N_("place in the list"),
    "categories": N_("categories"),
    "ids": N_("ids by category"),
    "post_override": N_("posts may differ"),
    "basis": N_("basis"),
    "sources": N_("source"),
    "checked_on": N_("checked on"),
    "review_every_days": N_("review every (days)"),
    "effective_from": N_("in force from"),
    "effective_to": N_("in force until"),
}
_TOLD_ELSEWHERE = ("when", "recommended_when")  # by their sentences


def labels(names: Sequence[str]) -> str:
    """Return the names of fields in words, each once, the telling ones first."""
    known = [name for name in LABELS if name in names]
    return ", ".join(dict.fromkeys(_(LABELS[name]) for name in known))


def described(item: Item) -> list[tuple[str, str]]:
    """Return each field that holds something, by its label."""
    found = {name: _text(getattr(item, name)) for name in LABELS if name not in _TOLD_ELSEWHERE}
    return [(_(LABELS[name]), text) for name, text in found.items() if text]


def differences(old: Item, new: Item) -> list[tuple[str, str, str]]:
    """Return what differs between two versions of an item: label, before, after."""
    found = []
    for name in LABELS:
        before, after = _text(getattr(old, name)), _text(getattr(new, name))
        if before != after and name not in _TOLD_ELSEWHERE:
            found.append((_(LABELS[name]), before, after))
    return found


def _text(value: object) -> str:
    if isinstance(value, Bilingual):
        return value.text(language())
    if isinstance(value, bool):
        return _("Yes") if value else ""
    if isinstance(value, date):
        return dates.shown(value, language())
    if isinstance(value, Basis):
        return _(OFFICE_WORDS[value]).upper()
    if isinstance(value, Labelled):
        return _(value.label) if value.value != "none" else ""
    if isinstance(value, tuple):
        return "; ".join(
            cited(each.source, each.locator) if isinstance(each, Citation) else str(each) for each in value
        )
    return "" if value in (None, 0) else str(value)


def cited(key: str, locator: str) -> str:
    """Return a citation with its source in full."""
    source = packs.cited().get(key)
    place = citations.place(locator)
    return f"{citations.line(source).text(language())}: {place}" if source else f"[{key}] {place}"
