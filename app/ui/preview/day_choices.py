"""What is to be printed about a day: which day, and whose cases."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain import dates
from app.i18n import _, language
from app.services.firms import UserLine
from app.services.orders import Option, Subject
from app.settings import Settings, today
from app.ui.preview.choices import Choices
from app.ui.widgets.editor import Combo

DAYS_OFFERED = 8  # today and a week ahead


class DayChoices(Choices):
    """Offers today and the days of the coming week, and everybody's cases or those of one."""

    def __init__(self, settings: Settings, name: str) -> None:
        self.day = Combo(f"{name}.day")
        self.owner = Combo(f"{name}.owner")
        super().__init__(settings, name, Subject.DAY)
        for combo, label in ((self.day, _("Day")), (self.owner, _("Whose cases"))):
            combo.setAccessibleName(label)
            combo.setAccessibleDescription(label)
            combo.activated.connect(lambda _at: self.chosen.emit())
            self.rows.insertWidget(1, combo)

    def offer(self, users: Sequence[UserLine]) -> None:
        """Offer the days as of today, and the users; what was chosen stays where it is still there."""
        day, owner = self.day.currentData(), self.owner.currentData()
        self.day.clear()
        for ahead in range(DAYS_OFFERED):
            on = today() + timedelta(days=ahead)
            said = dates.shown(on, language())
            self.day.addItem(_("Today, {day}").format(day=said) if ahead == 0 else said, on.isoformat())
        self.day.setCurrentIndex(max(0, self.day.findData(day)))
        self.owner.clear()
        self.owner.addItem(_("Everybody's cases"), "")
        for user in users:
            self.owner.addItem(user.name, str(user.id))
        self.owner.setCurrentIndex(max(0, self.owner.findData(owner)))

    def _options(self) -> dict[Option, Any]:
        owner, day = self.owner.currentData(), self.day.currentData()
        chosen = {
            Option.OWNER: UUID(owner) if owner else None,
            Option.DAY: dates.PartialDate.parse(day).full if day else None,
        }
        return {**super()._options(), **chosen}
