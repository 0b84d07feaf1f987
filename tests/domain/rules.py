"""Rule packs for the tests of rules: the shipped ones, and a small one to vary."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import resources
from app.domain import posts, rulepack, ruleset, sources
from app.domain.posts import Post, PostKind
from app.domain.rulepack import Layer, RulePack
from app.domain.ruleset import RuleSet
from app.domain.sources import Source
from app.i18n import Bilingual
from app.services import packs

TODAY = date(2026, 11, 23)
SOURCES = """
[S1]
title.en = "Law of Examples"
title.zh = "示例法"
publisher = "Parliament of Examples"
dated = "2020"

[S2]
title.en = "Notice"
title.zh = "通知"
publisher = "Post of Examples"
read_as.en = "a copy"
read_as.zh = "副本"
"""
HEAD = """
pack = "T"
layer = "category"
category = "T"
version = "1"
title.en = "Test"
title.zh = "测试"
effective_from = 2025-01-01
review_every_days = 30
"""
ITEM = """
[[item]]
id = "T-1"
seq = 1
title.en = "Paper"
title.zh = "材料"
stage = "intake"
need = "required"
audience = "office"
basis = "OFFICIAL"
sources = [{ source = "S1", locator = "Art. 1" }]
checked_on = 2026-01-02
"""


def some_sources() -> Mapping[str, Source]:
    """Return two sources, S1 and S2."""
    return sources.parse(SOURCES, "sources.toml")


def pack(*more: str, item: str = ITEM, head: str = HEAD) -> RulePack:
    """Return a small pack: the head and one item, with more lines for that item."""
    return rulepack.parse(head + item + "\n".join(more), "t.toml", some_sources())


def rule_set(*more: str, item: str = ITEM) -> RuleSet:
    """Return the rule set of a small pack."""
    return ruleset.compose([pack(*more, item=item)], TODAY)


def some_post(**more: object) -> Post:
    """Return a post that has answered nothing."""
    city = Bilingual("Exampleville", "示例市")
    fields = {"code": "exampleville", "city": city, "country": "IN", "kind": PostKind.EMBASSY, **more}
    return Post(**fields)  # type: ignore[arg-type]


@cache
def shipped_sources() -> Mapping[str, Source]:
    """Return the shipped list of sources."""
    return sources.parse(resources.text("rules/sources.toml"), "sources.toml")


@cache
def shipped_pack(name: str) -> RulePack:
    """Return a shipped pack, such as "k"."""
    return rulepack.parse(resources.text(f"rules/{name}.toml"), f"{name}.toml", shipped_sources())


@cache
def shipped_posts() -> Mapping[str, Post]:
    """Return every shipped post by its file's name."""
    files = [file for file in resources.entry("posts").iterdir() if file.name.endswith(".toml")]
    return {
        file.name.removesuffix(".toml"): posts.parse(
            file.read_text(encoding="utf-8"), file.name, shipped_sources()
        )
        for file in files
    }


@cache
def shipped_rules(category: str) -> RuleSet:
    """Return the rule set of all shipped packs that serve a category, as on ``TODAY``."""
    layers = [pack for pack in packs.shipped() if pack.serves(category) and pack.layer is not Layer.POST]
    return ruleset.compose(layers, TODAY)
