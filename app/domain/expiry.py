"""What runs out: expired and expiring rules, rules checked too long ago, and what nobody knows, as one list.

Made from today's packs, tables, posts and measures, never from what a case froze. ``watched_*`` turn each of
these into what is watched; ``concerns`` turns all of that into the list. A page needs nothing else::

    for concern in expiring.concerns(today):  # app.services.expiring
        concern.state.label, concern.title, concern.where, concern.ids, concern.due, concern.days
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from app.domain import post_questions
from app.domain.cited import Cited
from app.domain.facts import REGISTRY
from app.domain.fields import Labelled
from app.domain.measures import Measure
from app.domain.post_facts import ANSWERS
from app.domain.posts import Post
from app.domain.rulepack import RulePack
from app.i18n import N_, Bilingual

BANDS = (3, 14, 30)  # days before its end in which a rule is on the list, nearest first


class Origin(Labelled):
    """What a line of the list is about."""

    MEASURE = "measure", N_("Temporary measure")
    PACK = "pack", N_("Rule pack")
    TABLE = "table", N_("Table")
    POST = "post", N_("Post")


class State(Labelled):
    """Why a rule is on the list, the most urgent first."""

    EXPIRED = "expired", N_("Has ended")
    EXPIRING = "expiring", N_("Ends soon")
    STALE = "stale", N_("Check is too old")
    UNKNOWN = "unknown", N_("Not known")


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One rule or answer that is watched.

    ``where`` names its pack, table or post, ``id`` the rule in it. ``checked_on`` is None where nothing is
    known: that is what ``State.UNKNOWN`` lists. ``ends_on`` is its last day; ``followed`` says that another
    rule takes over on the next day, so that its end is no concern.
    """

    origin: Origin
    where: str
    where_title: Bilingual
    id: str
    title: Bilingual
    checked_on: date | None
    review_every_days: int
    ends_on: date | None = None
    followed: bool = False

    @property
    def review_due(self) -> date | None:
        """The last day on which the check still counts; None where there was none."""
        return self.checked_on and self.checked_on + timedelta(days=self.review_every_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One line of the list.

    An end is a line of its own. Rules of one pack, table or post that were due to be read again on the same
    day share a line, and so do the unknown answers of one post: ``ids`` names them all. ``title`` is the
    rule's, or that of the pack, table or post where several share the line.

    ``due`` is the last day of a rule, or the day by which it was to be read again; None where it is unknown.
    ``days`` counts from today to ``due`` and is negative after it. ``band`` is 3, 14 or 30 while a rule is
    expiring: the smallest that it falls in.
    """

    state: State
    origin: Origin
    where: str
    title: Bilingual
    ids: tuple[str, ...]
    due: date | None = None
    days: int | None = None
    band: int | None = None
    checked_on: date | None = None


def watched_pack(pack: RulePack) -> Iterator[Watched]:
    """Yield every item of a pack."""
    rules = [(item.id, item.title, item) for item in pack.items]
    return _watched(Origin.PACK, pack.pack, pack.title, rules)


def watched_measures(measures: Iterable[Measure]) -> Iterator[Watched]:
    """Yield every measure."""
    for each in measures:
        yield from _watched(Origin.MEASURE, each.id, each.title, [(each.id, each.title, each)])


def watched_table(
    name: str, title: Bilingual, rows: Iterable[tuple[str, Bilingual, Cited]]
) -> Iterator[Watched]:
    """Yield the rows of a table, each with its id and title."""
    return _watched(Origin.TABLE, name, title, list(rows))


def _watched(
    origin: Origin, where: str, title: Bilingual, rules: Sequence[tuple[str, Bilingual, Cited]]
) -> Iterator[Watched]:
    begins = {(name, rule.effective_from) for name, _title, rule in rules}
    for name, own_title, rule in rules:
        end = rule.effective_to
        yield Watched(
            origin=origin,
            where=where,
            where_title=title,
            id=name,
            title=own_title,
            checked_on=rule.checked_on,
            review_every_days=rule.review_every_days,
            ends_on=end,
            followed=end is not None and (name, end + timedelta(days=1)) in begins,
        )


def watched_post(post: Post) -> Iterator[Watched]:
    """Yield every question a post can be asked, with the day its answer was last read.

    Reading the post's rules as a whole counts for every answer it has given.
    """
    spoken_of = dict.fromkeys(code for each in post.answers for code in each.categories)
    for fact in ANSWERS:
        for answer in dict.fromkeys(post.answer(fact.name, code) for code in ("", *spoken_of)):
            yield Watched(
                origin=Origin.POST,
                where=post.code,
                where_title=post.name,
                id=fact.name,
                title=REGISTRY[fact.name].label,
                checked_on=post_questions.checked_on(post, answer) if answer else None,
                review_every_days=post_questions.REVIEW_DAYS,
                ends_on=answer.told.until if answer and answer.told else None,
            )


def concerns(watched: Iterable[Watched], today: date) -> tuple[Concern, ...]:
    """Return all that runs out, most urgent first: by state, then by day, then by name."""
    found: list[Concern] = []
    waning: list[Watched] = []
    for each in watched:
        ended = _ending(each, today)
        if ended:
            found.append(ended)
        elif not each.followed:
            waning.append(each)
    found += _shared(waning, today)
    order = list(State)
    return tuple(
        sorted(found, key=lambda c: (order.index(c.state), c.due or date.max, c.origin.value, c.where, c.ids))
    )


def _ending(each: Watched, today: date) -> Concern | None:
    if each.ends_on is None or each.followed:
        return None
    days = (each.ends_on - today).days
    if days > BANDS[-1]:
        return None
    return Concern(
        state=State.EXPIRED if days < 0 else State.EXPIRING,
        origin=each.origin,
        where=each.where,
        title=each.title,
        ids=(each.id,),
        due=each.ends_on,
        days=days,
        band=None if days < 0 else next(band for band in BANDS if days <= band),
        checked_on=each.checked_on,
    )


def _shared(waning: Iterable[Watched], today: date) -> Iterator[Concern]:
    due = [each for each in waning if each.review_due is None or each.review_due < today]
    due.sort(key=lambda each: (_group(each), each.id))
    for (_origin, where, day), group in groupby(due, key=_group):
        rules = list(group)
        first = rules[0]
        yield Concern(
            state=State.STALE if day else State.UNKNOWN,
            origin=first.origin,
            where=where,
            title=first.title if len(rules) == 1 else first.where_title,
            ids=tuple(dict.fromkeys(each.id for each in rules)),
            due=first.review_due,
            days=(first.review_due - today).days if first.review_due else None,
            checked_on=first.checked_on,
        )


def _group(each: Watched) -> tuple[str, str, str]:
    return each.origin.value, each.where, str(each.review_due or "")
