"""The list of what runs out, over everything that is in use today."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import Any

from sqlalchemy.orm import Session

from app.domain import expiry, measures
from app.domain.expiry import Concern, Origin, Watched
from app.domain.posts import Post
from app.domain.rulepack import RulePack
from app.domain.table_kinds import TableKind
from app.i18n import Bilingual, both
from app.services import firm_rules, firm_tables, packs, pathways, post_answers, tables

_WATCHED = [kind for kind in TableKind if kind is not TableKind.DEADLINES]


def concerns(
    today: date,
    *,
    posts: Iterable[Post] | None = None,
    rule_packs: Iterable[RulePack] | None = None,
    rows: Mapping[str, Iterable[Any]] = MappingProxyType({}),
) -> tuple[Concern, ...]:
    """Return what has ended, ends within 30 days, was checked too long ago or is not known.

    ``posts``, ``rule_packs`` and the ``rows`` of tables stand in for those shipped, where a firm has recorded
    answers or rules of its own.
    Each line says its state, what it is about, its ids, its day and the days left; see ``expiry.Concern``.
    """
    return expiry.concerns(
        chain(
            expiry.watched_measures(rows.get(measures.KIND, tables.all_measures())),
            *(_table(kind, rows) for kind in tables.READERS if kind != measures.KIND),
            _pathways(),
            *(expiry.watched_pack(pack) for pack in rule_packs or packs.shipped()),
            *(expiry.watched_post(post) for post in posts or packs.all_posts().values()),
        ),
        today,
    )


def in_use(session: Session, today: date) -> tuple[Concern, ...]:
    """Return the same for a casebook: with what posts answered the firm, and with its own rules."""
    own = firm_rules.own_pack(session, today)
    there = [post_answers.post(session, code, today) for code in packs.all_posts()]
    rows = {kind.value: firm_tables.standing(session, kind, today) for kind in _WATCHED}
    return concerns(today, posts=there, rule_packs=[*packs.shipped(), *([own] if own else [])], rows=rows)


def _table(kind: str, rows: Mapping[str, Iterable[Any]]) -> Iterator[Watched]:
    """Yield the rows of a table, each called by its id."""
    found = rows.get(kind, tables.rows(kind))
    return expiry.watched_table(
        kind, both(tables.TITLES[kind]), [(row.id, Bilingual(row.id, row.id), row) for row in found]
    )


def _pathways() -> Iterator[Watched]:
    """Yield the pathways that pass their own end, such as the H-1B with its proclamation."""
    rules = pathways.rules()
    for each in rules.pathways:
        if each.stale_since:
            yield Watched(
                origin=Origin.TABLE,
                where="pathways",
                where_title=rules.title,
                id=each.id,
                title=each.title,
                checked_on=min(citation.checked_on for citation in each.sources),
                review_every_days=rules.review_every_days,
                ends_on=each.stale_since,
            )
