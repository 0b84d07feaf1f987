"""Facts that somebody wrote into a file of their own: read by name, completed by what follows from them.

Nothing is guessed: a fact that is left out, or "unknown", stays unknown, and facts that contradict each other
are refused.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from app.domain import facts
from app.domain.fact_types import Fact, Kind, fits, parse_value, show
from app.domain.posts import Post
from app.errors import UserError
from app.i18n import _, language


def read(values: Mapping[str, object]) -> Mapping[str, object]:
    """Return the facts of a table by name; ``[degree] level = …`` is ``"degree.level" = …``.

    Raises ``UserError`` that names the fact: one that there is not, or a value it can't have.
    """
    found: dict[str, object] = {}
    for name, value in _flat(values):
        fact = facts.named(name)
        if name in found:
            raise UserError(_("The fact “{name}” stands there twice.").format(name=name), field=name)
        known = _value(fact, value)
        if known is not None:
            found[name] = known
    return found


def complete(
    given: Mapping[str, object], post: Post | None, today: date, category: str = ""
) -> Mapping[str, object]:
    """Return ``given`` with what follows from it, and with what the post tells on ``today`` about a visa.

    Raises ``UserError`` where a fact that was given contradicts another one.
    """
    told = dict(post.facts(today, category)) if post else {}
    known = {**told, **given}
    follows = facts.following(known, today, entered=given)
    for name, value in {**told, **follows}.items():
        if name in given and given[name] != value:
            raise _contradiction(facts.named(name), given[name], value)
    _refuse_degrees(given)
    return {**follows, **known}


def _flat(values: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _value(fact: Fact, value: object) -> object | None:
    if fact.kind is Kind.CHOICES and value == "both" and len(fact.choices) == 2:
        return frozenset(fact.choices)
    if fact.kind in (Kind.CHOICES, Kind.COUNTRIES) and value == []:
        return frozenset()
    known = parse_value(fact, _text(fact, value))
    if known is not None and not fits(fact, known):
        raise UserError(_("{fact}: not a value of this fact.").format(fact=fact.name), field=fact.name)
    return known


def _text(fact: Fact, value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ",".join(value)
    if isinstance(value, datetime) or not isinstance(value, str | int | date):
        raise UserError(_("{fact}: not a value of this fact.").format(fact=fact.name), field=fact.name)
    return str(value)


def _refuse_degrees(given: Mapping[str, object]) -> None:
    """A degree that was awarded is not in doubt by a lower level, nor the other way round."""
    level, awarded = given.get("degree.level"), given.get("degree.awarded")
    if awarded is True and level in ("secondary", "diploma"):
        raise _contradiction(facts.named("degree.awarded"), True, False)


def _contradiction(fact: Fact, given: object, other: object) -> UserError:
    spoken = language()
    message = _("“{fact}” is given as {given}, but the other facts say {other}.").format(
        fact=fact.label.text(spoken),
        given=show(fact, given).text(spoken),
        other=show(fact, other).text(spoken),
    )
    return UserError(message, _("Correct one of them, or leave one out."), field=fact.name)
