"""The questions to posts, gathered over all open cases: what is unknown or old, and how much waits for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import post_questions
from app.domain.cases import Stage
from app.domain.conditions import Answer, facts_of
from app.domain.fact_types import Fact
from app.domain.post_questions import Standing
from app.domain.posts import Post, PostAnswer
from app.domain.rulepack import Item
from app.domain.ruleset import RuleSet
from app.services import checklists, packs, post_answers
from db.models.case import CaseRow

# Where work still goes on or will go on again; what is closed waits for nothing.
LIVE = tuple(stage for stage in Stage if stage not in (Stage.CLOSED, Stage.WITHDRAWN))
Told = Callable[[int, int], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """One question to one post.

    ``cases`` are the numbers of the open cases that wait for the answer, or that stand on it; ``items`` how
    many of their checklist lines do, ``since`` the day the first of these cases was opened. A post may answer
    for each visa differently: ``standing`` is the worst of what is known for those of these cases.
    """

    post: Post
    fact: Fact
    standing: Standing
    answer: PostAnswer | None
    checked_on: date | None
    cases: tuple[str, ...]
    items: int
    since: date | None

    @property
    def key(self) -> tuple[str, str]:
        """The post's code and the fact's name."""
        return self.post.code, self.fact.name

    @property
    def is_open(self) -> bool:
        """Whether somebody should ask: a case needs it, and it is not known or was learned long ago."""
        return bool(self.cases) and self.standing is not Standing.KNOWN


@dataclass(slots=True)
class _Waiting:
    cases: dict[str, None] = field(default_factory=dict)
    items: int = 0
    since: date | None = None
    categories: set[str] = field(default_factory=set)


def posts_in_use(session: Session) -> list[str]:
    """Return the codes of the posts of open cases, those with most cases first."""
    query = select(CaseRow.post).where(CaseRow.archived.is_(False), CaseRow.stage.in_(LIVE))
    found = list(session.scalars(query))
    return sorted(set(found), key=lambda code: (-found.count(code), code))


def lines(
    session: Session,
    today: date,
    *,
    posts: Sequence[str] = (),
    also: str = "",
    told: Told = lambda done, total: None,
) -> list[QuestionLine]:
    """Return every question to the ``posts``, or to all posts of open cases; for each post open ones first.

    ``also`` is one more post, of no open case maybe.
    ``told`` hears how many cases are read. Slow where there are many: call it in a job.
    """
    codes = list(posts) or posts_in_use(session)
    codes += [also] if also and also not in codes else []
    waiting = _waiting(session, codes, today, told)
    found = []
    for code in codes:
        there = post_answers.post(session, code, today)
        rows = [_line(there, fact, waiting.get((code, fact.name)), today) for fact in _facts()]
        found += sorted(rows, key=lambda row: (not row.is_open, _ORDER.index(row.standing), -row.items))
    return found


_ORDER = (Standing.UNKNOWN, Standing.STALE, Standing.KNOWN)


def _facts() -> Sequence[Fact]:
    return tuple(post_questions.FACTS.values())


def _line(post: Post, fact: Fact, waits: _Waiting | None, today: date) -> QuestionLine:
    spoken_of = sorted(waits.categories) if waits else [""]
    found = {each: post_questions.standing(post, fact.name, today, each) for each in spoken_of}
    worst = min(spoken_of, key=lambda each: _ORDER.index(found[each]))
    answer = post.answer(fact.name, worst)
    return QuestionLine(
        post=post,
        fact=fact,
        standing=found[worst],
        answer=answer,
        checked_on=post_questions.checked_on(post, answer) if answer else None,
        cases=tuple(waits.cases) if waits else (),
        items=waits.items if waits else 0,
        since=waits.since if waits else None,
    )


def _waiting(
    session: Session, codes: Sequence[str], today: date, told: Told
) -> dict[tuple[str, str], _Waiting]:
    """Return what waits for or stands on which question."""
    concerned = (CaseRow.archived.is_(False), CaseRow.stage.in_(LIVE), CaseRow.post.in_(codes))
    rows = list(session.scalars(select(CaseRow).where(*concerned).order_by(CaseRow.number)))
    there = {code: post_answers.post(session, code, today) for code in codes}
    found: dict[tuple[str, str], _Waiting] = {}
    for at, row in enumerate(rows):
        told(at, len(rows))
        evaluated = checklists.evaluated(session, row, today, post=there[row.post])
        asked_of = _asked_of(evaluated.rules)
        for line in evaluated.lines:
            names = line.open_facts if line.applies is Answer.ASK else asked_of[line.item.id]
            for name in names:
                if name in post_questions.FACTS:
                    _count(found.setdefault((row.post, name), _Waiting()), row)
    return found


def _count(waits: _Waiting, row: CaseRow) -> None:
    waits.cases.setdefault(row.number)
    waits.categories.add(row.category)
    waits.items += 1
    waits.since = min(waits.since or row.opened_on, row.opened_on)


def _asked_of(rules: RuleSet) -> dict[str, frozenset[str]]:
    """Return which facts each item stands on."""
    return {item.id: _looked_at(item) for item in rules.items}


def _looked_at(item: Item) -> frozenset[str]:
    conditions = [item.when, *([item.recommended_when] if item.recommended_when is not None else [])]
    looked_at = frozenset().union(*(facts_of(condition) for condition in conditions))
    return looked_at | {item.freshness_fact} if item.freshness_fact else looked_at


def cases_at(session: Session, code: str) -> list[tuple[UUID, str]]:
    """Return the keys and numbers of the open cases at a post, by number."""
    query = select(CaseRow.id, CaseRow.number).where(
        CaseRow.archived.is_(False), CaseRow.stage.in_(LIVE), CaseRow.post == packs.post(code).code
    )
    return [(row.id, row.number) for row in session.execute(query.order_by(CaseRow.number))]
