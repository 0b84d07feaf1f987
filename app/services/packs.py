"""Rule packs and posts as shipped, read once; the rule set that a case freezes."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import resources
from app.domain import posts, rulepack, ruleset, sources
from app.domain.categories import CATEGORIES
from app.domain.posts import Post
from app.domain.rulepack import Layer, RulePack
from app.domain.ruleset import RuleSet
from app.domain.sources import Source
from app.errors import UserError
from app.i18n import _

# What lies beside the packs: the sources, and rules of other kinds.
_OTHER_RULES = ("sources", "screening-", "pathways", "deadlines")


@cache
def cited() -> Mapping[str, Source]:
    """Return the sources that packs and posts may cite, by key."""
    return sources.parse(resources.text("rules/sources.toml"), "sources.toml")


@cache
def shipped() -> tuple[RulePack, ...]:
    """Return every rule pack shipped. Raises ``RulePackError`` naming file, item and key."""
    return tuple(
        rulepack.parse(file.read_text(encoding="utf-8"), file.name, cited())
        for file in sorted(resources.entry("rules").iterdir(), key=lambda entry: entry.name)
        if file.name.endswith(".toml") and not file.name.startswith(_OTHER_RULES)
    )


@cache
def all_posts() -> Mapping[str, Post]:
    """Return every post shipped, by its code."""
    files = sorted(resources.entry("posts").iterdir(), key=lambda entry: entry.name)
    read = [
        posts.parse(f.read_text(encoding="utf-8"), f.name, cited()) for f in files if f.name.endswith(".toml")
    ]
    return {post.code: post for post in read}


def post(code: str) -> Post:
    """Return the post called ``code``. Raises ``UserError``."""
    found = all_posts().get(code)
    if found is None:
        known = ", ".join(sorted(all_posts()))
        raise UserError(_("There is no post “{code}”.").format(code=code[:60]), known, field="post")
    return found


def categories() -> tuple[str, ...]:
    """Return the visa categories that have a pack, in the order they are offered."""
    order = list(CATEGORIES)
    found = {pack.category for pack in shipped() if pack.category}
    return tuple(sorted(found, key=lambda code: (order.index(code) if code in order else len(order), code)))


def rule_set(category: str, post_code: str, on: date) -> RuleSet:
    """Compose what is shipped for a category at a post, as it stands on a day. Raises ``UserError``."""
    return ruleset.compose(layers(category, post_code), on)


def layers(category: str, post_code: str) -> list[RulePack]:
    """Return the packs shipped for a category at a post. Raises ``UserError`` where there are none."""
    if category not in categories():
        known = ", ".join(categories())
        raise UserError(
            _("There is no rule pack for “{category}”.").format(category=category[:20]),
            known,
            field="category",
        )
    post(post_code)
    return [pack for pack in shipped() if _concerns(pack, category, post_code)]


def _concerns(pack: RulePack, category: str, post_code: str) -> bool:
    return pack.serves(category) and (pack.layer is not Layer.POST or pack.post == post_code)
