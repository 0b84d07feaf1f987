"""Rule packs: dated, cited checklist items as data, read from TOML and refused unless every item says why.

One table ``[[item]]`` for each item; CONTRIBUTING shows how to add one. An item is never edited once it was
published: a newer one with the same id takes over from its ``effective_from``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from app.domain import conditions
from app.domain.cited import Cited, read_cited, refuse_overlaps
from app.domain.conditions import ALWAYS, Condition
from app.domain.fact_types import Kind
from app.domain.facts import REGISTRY
from app.domain.fields import Labelled
from app.domain.item_kinds import Audience as Audience  # whoever knows items knows them from here
from app.domain.item_kinds import ItemStage as ItemStage
from app.domain.pack_reader import RulePackError, Table, load_toml
from app.domain.sources import Source
from app.errors import UserError
from app.i18n import N_, Bilingual, _

__all__ = ["Item", "ItemStage", "Layer", "Need", "RulePack", "RulePackError", "parse", "read_item"]


class Layer(StrEnum):
    """What a pack speaks for, weakest first: a later layer stands over an earlier one."""

    COMMON = "common"
    CATEGORY = "category"
    POST = "post"
    FIRM = "firm"


class Need(Labelled):
    """How strongly an item is asked for where it applies."""

    REQUIRED = "required", N_("Required")
    CONDITIONAL = "conditional", N_("Depends on the case")
    RECOMMENDED = "recommended", N_("Recommended")
    NOT_REQUIRED = "not_required", N_("Not required")


class Authentication(Labelled):
    """How a paper is authenticated before it counts."""

    NONE = "none", N_("None")
    BY_COUNTRY = "by_country", N_("By the country that issued it")
    BY_POST = "by_post", N_("As the post asks")
    IF_USED_IN_CHINA = "if_used_in_china", N_("If used in China")
    WITH_DEGREE = "with_degree", N_("With the degree authentication")


class Translation(Labelled):
    """Whether a paper may need a translation."""

    NONE = "none", N_("None")
    BY_POST = "by_post", N_("Chinese or English, as the post asks")


class Repeat(Labelled):
    """What an item is repeated for."""

    DEGREE = "degree", N_("Each degree")
    COUNTRY = "country", N_("Each country lived in for more than a year")
    NAME_CHANGE = "name_change", N_("Each former name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Cited):
    """One line of a checklist as a rule has it.

    ``recommended_when`` keeps the item as a recommendation where ``when`` does not hold. A paper is good for
    ``freshness_days`` from its issue, or for the period that the post's fact ``freshness_fact`` holds, and it
    must last ``months_beyond`` the planned day.

    An item of a common pack may serve some ``categories`` only (none: all), and be known under another id in
    some: ``ids`` holds pairs of category and id. A composed rule set holds neither.
    """

    id: str
    seq: int
    title: Bilingual
    stage: ItemStage
    need: Need
    audience: Audience
    client: Bilingual | None = None
    evidence: Bilingual | None = None
    note: Bilingual | None = None
    originals: int = 0
    copies: int = 0
    freshness_days: int | None = None
    freshness_fact: str = ""
    months_beyond: int = 0
    has_expiry: bool = False
    auth: Authentication = Authentication.NONE
    translation: Translation = Translation.NONE
    repeat: Repeat | None = None
    photos: tuple[str, ...] = ()  # the photo profiles it must fit
    post_override: bool = False
    when: Condition = ALWAYS
    when_text: Bilingual | None = None
    recommended_when: Condition | None = None
    recommended_text: Bilingual | None = None
    categories: tuple[str, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()

    def serves(self, category: str) -> bool:
        """Whether the item belongs into rule sets of ``category``."""
        return not self.categories or category in self.categories

    def known_in(self, category: str) -> "Item":
        """Return the item as rule sets of ``category`` have it."""
        if not (self.categories or self.ids):
            return self
        return replace(self, id=dict(self.ids).get(category, self.id), categories=(), ids=())


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack:
    """One pack: what it is for, and its items. ``post`` is set in the layer of posts only.

    A pack of a category names it; a common pack may serve some ``categories`` only (none: all). ``off`` are
    the ids of items that the firm switched off.
    """

    pack: str
    layer: Layer
    version: str
    title: Bilingual
    category: str = ""
    categories: tuple[str, ...] = ()
    post: str = ""
    note: Bilingual | None = None
    items: tuple[Item, ...] = ()
    sources: tuple[Source, ...] = ()  # those cited
    off: frozenset[str] = frozenset()

    def serves(self, category: str) -> bool:
        """Whether the pack goes into rule sets of ``category``."""
        named = (self.category,) if self.category else self.categories
        return not named or category in named


def parse(text: str, file: str, sources: Mapping[str, Source]) -> RulePack:
    """Read a rule pack. Raises ``RulePackError`` that names file, item and key."""
    values = load_toml(text, file)
    head = Table({key: value for key, value in values.items() if key != "item"}, file)
    inherited = {
        "effective_from": head.day("effective_from"),
        "review_every_days": head.number("review_every_days"),
    }
    listed = Table({"item": values.get("item", ())}, file).mappings("item")
    items = tuple(read_item({**inherited, **each}, file, sources) for each in listed)
    refuse_overlaps(((name, item) for item in items for name in {item.id, *dict(item.ids).values()}), file)
    cited = {citation.source for item in items for citation in item.sources}
    pack = RulePack(
        pack=head.text("pack"),
        layer=Layer(head.choice("layer", Layer)),
        version=head.text("version"),
        title=head.both("title"),
        category=head.text("category", ""),
        categories=head.texts("categories"),
        post=head.text("post", ""),
        note=head.both_or_none("note"),
        items=items,
        sources=tuple(sources[key] for key in sorted(cited)),
    )
    head.done()
    _check_layer(pack, file)
    return pack


def _check_layer(pack: RulePack, file: str) -> None:
    """Refuse other ids and categories where only a common pack has them."""
    if pack.layer is Layer.COMMON:
        return
    problem = _("only a common pack has it")
    if pack.categories:
        raise RulePackError(problem, file=file, key="categories")
    for item in pack.items:
        if item.categories or item.ids:
            key = "categories" if item.categories else "ids"
            raise RulePackError(problem, file=file, item=item.id, key=key)


def read_item(values: Mapping[str, object], file: str, sources: Mapping[str, Source]) -> Item:
    """Read one item from its table. Raises ``RulePackError``."""
    name = values.get("id")
    table = Table(values, file, name[:60] if isinstance(name, str) else _("item without id"))
    item = Item(
        **_what(table),
        **_paper(table),
        **_conditions(table),
        **read_cited(table, sources),
        post_override=table.flag("post_override", False),
    )
    table.done()
    _check(item, table)
    return item


def _what(table: Table) -> dict[str, Any]:
    return {
        "id": table.text("id"),
        "seq": table.number("seq"),
        "title": table.both("title"),
        "stage": table.choice("stage", ItemStage),
        "need": table.choice("need", Need),
        "audience": table.choice("audience", Audience),
        "client": table.both_or_none("client"),
        "evidence": table.both_or_none("evidence"),
        "note": table.both_or_none("note"),
        "repeat": table.choice("repeat", Repeat) if table.has("repeat") else None,
        "categories": table.texts("categories"),
        "ids": _ids(table),
    }


def _ids(table: Table) -> tuple[tuple[str, str], ...]:
    if not table.has("ids"):
        return ()
    inner, names = table.table("ids"), sorted(str(name) for name in table.mapping("ids"))
    return tuple((name, inner.text(name)) for name in names)


def _paper(table: Table) -> dict[str, Any]:
    return {
        "originals": table.number("originals", 0),
        "copies": table.number("copies", 0),
        "freshness_days": table.number_or_none("freshness_days"),
        "freshness_fact": table.text("freshness_fact", ""),
        "months_beyond": table.number("months_beyond", 0),
        "has_expiry": table.flag("has_expiry", False),
        "auth": table.choice("auth", Authentication, Authentication.NONE),
        "translation": table.choice("translation", Translation, Translation.NONE),
        "photos": table.texts("photos"),
    }


def _conditions(table: Table) -> dict[str, Any]:
    return {
        "when": read_condition(table, "when") or ALWAYS,
        "when_text": table.both_or_none("when_text"),
        "recommended_when": read_condition(table, "recommended_when"),
        "recommended_text": table.both_or_none("recommended_text"),
    }


def read_condition(table: Table, key: str) -> Condition | None:
    """Read the condition at ``key``, None where there is none. Raises ``RulePackError``."""
    if not table.has(key):
        return None
    try:
        return conditions.parse(table.mapping(key))
    except UserError as error:
        if isinstance(error, RulePackError):
            raise
        where = f"{key}.{error.field}" if error.field else key
        raise table.error(error.message, where, error.hint) from error


def _check(item: Item, table: Table) -> None:
    """Refuse what can be read but can't be meant."""
    if item.audience is Audience.CLIENT and item.client is None:
        raise table.error(_("is missing: a client's item says what to do"), "client")
    if (item.when_text is None) is not (item.when is ALWAYS):
        raise table.error(_("goes with “when”, and “when” with it"), "when_text")
    if (item.recommended_text is None) is not (item.recommended_when is None):
        raise table.error(_("goes with “recommended_when”, and that with it"), "recommended_text")
    fact = REGISTRY.get(item.freshness_fact)
    if item.freshness_fact and (fact is None or fact.kind is not Kind.PERIOD):
        raise table.error(_("is not a fact that holds a period"), "freshness_fact")
