"""The casebook of the demo while it is told: its clock, and who and what the story's own words mean."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from db.casebook import Casebook
from db.trail import Actor

_START = time(8, 30, tzinfo=UTC)
_STEP = timedelta(seconds=40)  # between two operations of a day


class Clock:
    """A clock that stands on a day until it is told, and goes a little further with every look.

    The same day gives the same moments in the same order, so that prints come out byte for byte the same.
    """

    def __init__(self, day: date) -> None:
        self.day = day
        self._looks = 0

    def turn(self, day: date) -> None:
        """Go on to ``day``; the days of a story never go back."""
        if day != self.day:
            self.day, self._looks = day, 0

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        self._looks += 1
        return datetime.combine(self.day, _START) + self._looks * _STEP

    def today(self) -> date:
        """Return the present day."""
        return self.day


class Scene:
    """The open casebook of the demo; ``today`` is the day of the demo, ``clock`` the day that is told."""

    def __init__(self, book: Casebook, clock: Clock, today: date) -> None:
        self.book = book
        self.clock = clock
        self.today = today
        self.users: dict[str, Actor] = {}
        self.offices: dict[str, UUID] = {}
        self.people: dict[str, UUID] = {}
        self.cases: dict[int, UUID] = {}

    def step(self, days: int, login: str) -> None:
        """Go on to a day from today, with ``login`` at the desk."""
        self.clock.turn(self.today + timedelta(days=days))
        self.book.actor = self.users.get(login, self.book.actor)
