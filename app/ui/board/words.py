"""What a card of the board says."""

from app.domain import board
from app.domain.board import Hold
from app.i18n import _, language, plural
from app.services.board import Card
from app.settings import today
from app.ui import words

_TONES = {Hold.OVERDUE: "bad", Hold.SUPPLEMENT: "warn", Hold.CLIENT: "warn"}


def whose(card: Card) -> str:
    """Return the client's names."""
    return "  ".join(name for name in (card.client, card.native_name) if name)


def about(card: Card) -> str:
    """Return the number and the category."""
    return f"{card.number} · {card.category}"


def held(card: Card) -> str:
    """Return what holds the case."""
    what = card.what.text(language()) if card.what else ""
    if card.held.next is not None:
        what = _(card.held.next.label)
    return _(card.held.by.label).format(what=what, day=words.day(card.held.day), count=card.held.count)


def tone(card: Card) -> str:
    """Return the tone of what holds the case."""
    return _TONES.get(card.held.by, "muted")


def age(card: Card) -> str:
    """Return how long it stands at its stage."""
    days = (today() - card.since).days
    return plural("{count} day", "{count} days", days) if days > 0 else _("today")


def is_aged(card: Card) -> bool:
    """Whether it stands there for long."""
    return board.is_aged(card.since, today())


def said(card: Card) -> str:
    """Return what is read out."""
    stands = _("at this stage: {age}").format(age=age(card))
    return ", ".join(part for part in (whose(card), about(card), held(card), card.owner, stands) if part)
