"""The first page: how many lines each group has and their keys in order, the rules that run out included."""

from sqlalchemy.orm import Session

from app.domain.expiry import Concern, State
from app.domain.today import Group
from app.services import expiring, today_queries
from app.services.today_queries import Asked as Asked  # whoever asks for all groups knows it from here
from app.services.today_queries import Key as Key

RULE = "rule"
_RUN_OUT = (State.EXPIRED, State.EXPIRING, State.STALE)


def counts(session: Session, asked: Asked) -> dict[Group, int]:
    """Return how many lines each group has."""
    return {group: count(session, group, asked) for group in Group}


def count(session: Session, group: Group, asked: Asked) -> int:
    """Return how many lines a group has."""
    if group is Group.RULES:
        return len(concerns(session, asked))
    return today_queries.count(session, group, asked)


def keys(session: Session, group: Group, asked: Asked) -> list[Key]:
    """Return the keys of a group's lines, the earliest day first; a line without a day comes first of all."""
    if group is Group.RULES:
        return [Key(RULE, name) for name in concerns(session, asked)]
    return today_queries.keys(session, group, asked)


def concerns(session: Session, asked: Asked) -> dict[str, Concern]:
    """Return the rules that run out, by a name of each, the most urgent first."""
    found = [each for each in expiring.in_use(session, asked.today) if each.state in _RUN_OUT]
    return {f"{each.origin}:{each.where}:{each.due}:{','.join(each.ids)}": each for each in found}
