"""Where the user was: pages with what they showed, for Back and Forward and for what was looked at lately."""

from dataclasses import dataclass, replace

MOST = 100
LATELY = 30


@dataclass(frozen=True, slots=True)
class Visit:
    """A page by its name, and what was shown on it as ``Page.show_what`` takes it."""

    page: str
    what: object = None


class Visits:
    """The visits in order, and at which of them the window is. In memory only: it ends with the window."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._at = -1
        self._lately: list[Visit] = []

    def come(self, visit: Visit) -> None:
        """Go on to ``visit``; what lay ahead is forgotten."""
        if not self._visits or self._visits[self._at] != visit:
            del self._visits[self._at + 1 :]
            self._visits.append(visit)
            del self._visits[:-MOST]
            self._at = len(self._visits) - 1
        self._remember(visit)

    def stay(self, what: object) -> None:
        """Note what the page in view shows by now; None leaves what it was asked to show."""
        if self._visits and what is not None:
            self._visits[self._at] = replace(self._visits[self._at], what=what)
            self._remember(self._visits[self._at])

    def ahead(self, step: int) -> Visit | None:
        """Return the visit one ``step`` back (-1) or forward (1), None where there is none."""
        at = self._at + step
        return self._visits[at] if 0 <= at < len(self._visits) else None

    def turn(self, step: int) -> None:
        """Be at the visit one ``step`` back or forward."""
        if self.ahead(step) is not None:
            self._at += step

    def lately(self) -> list[Visit]:
        """Return what was looked at, the newest first, each once."""
        return list(reversed(self._lately))

    def _remember(self, visit: Visit) -> None:
        self._lately = [*(each for each in self._lately if each != visit), visit][-LATELY:]
