"""The list of what runs out, over everything that is in use today."""

from collections.abc import Iterable
from datetime import date
from itertools import chain

from app.domain import expiry
from app.domain.expiry import Concern
from app.domain.posts import Post
from app.domain.rulepack import RulePack
from app.services import packs, tables


def concerns(
    today: date, *, posts: Iterable[Post] | None = None, rule_packs: Iterable[RulePack] | None = None
) -> tuple[Concern, ...]:
    """Return what has ended, ends within 30 days, was checked too long ago or is not known.

    ``posts`` and ``rule_packs`` stand in for those shipped, where a firm has recorded answers or overrides.
    Each line says its state, what it is about, its ids, its day and the days left; see ``expiry.Concern``.
    """
    return expiry.concerns(
        chain(
            expiry.watched_measures(tables.all_measures()),
            *(expiry.watched_pack(pack) for pack in rule_packs or packs.shipped()),
            *(expiry.watched_post(post) for post in posts or packs.all_posts().values()),
        ),
        today,
    )
