"""A photo's file checked beside the checklist line that asks for photos; it is looked at, never kept."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.photo_checks import Point, Verdict
from app.errors import KasebookError
from app.i18n import N_, _, language
from app.services import photos
from app.services.photos import Checked
from app.settings import today
from app.ui.page import Desk
from app.ui.widgets.plain import PlainLabel, button

# What fails first, then what somebody has to look at; the msgids take the points.
_SAID = {
    Verdict.NOT_MET: N_("Not met: {points}"),
    Verdict.OPEN: N_("Look yourself: {points}"),
    Verdict.MET: N_("Met: {points}"),
}


class PhotoBox(QWidget):
    """Hidden for a line that asks for no photo."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._names: tuple[str, ...] = ()
        self._asked = 0
        self.choose = button(_("Check a photo's file…"), icon="folder-open", name="case.line.photo")
        self.found = PlainLabel()
        self.found.setObjectName("case.line.photo.found")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.found)
        self.choose.clicked.connect(self._choose)
        self.show_profiles("", ())

    def show_profiles(self, line: object, names: Sequence[str]) -> None:
        """Offer the check for a line that asks for these profiles; what was found for another line goes."""
        self.setVisible(bool(names))
        if (line, tuple(names)) != (self.property("line"), self._names):
            self.setProperty("line", line)
            self._names = tuple(names)
            self._asked += 1
            self._say("")

    def _choose(self) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg)")
        self._desk.messages.choose_file_to_open(_("Check a photo's file"), kinds, self.check)

    def check(self, path: Path) -> None:
        """Check a file off the window's thread, and show what was found beside its name."""
        self._asked += 1
        number, day = self._asked, today()
        asked = self._desk.office.read(photos.profiles, day, self._names)
        self._desk.jobs.start(
            lambda _step: photos.read(path, asked, day),
            done=lambda found: self._show(number, path.name, found),
            failed=lambda error: self._refuse(number, error),
        )

    def _show(self, number: int, name: str, found: Sequence[Checked]) -> None:
        if number == self._asked:
            self._say("\n\n".join([name, *map(_told, found)]))

    def _refuse(self, number: int, error: Exception) -> None:
        if not isinstance(error, KasebookError):
            self._desk.jobs.failed.emit(error)
        elif number == self._asked:
            self._say(str(error))

    def _say(self, text: str) -> None:
        self.found.setText(text)
        self.found.setVisible(bool(text))


def _told(found: Checked) -> str:
    said = [
        _(words).format(points="; ".join(_point(each) for each in points))
        for verdict, words in _SAID.items()
        if (points := found.of(verdict))
    ]
    return "\n".join([found.profile.title.text(language()), *said])


def _point(each: Point) -> str:
    label, found = each.label.text(language()), each.found.text(language())
    if each.verdict is Verdict.NOT_MET:
        wanted = each.wanted.text(language())
        return _("{point} {found}, asked for {wanted}").format(point=label, found=found, wanted=wanted)
    return f"{label} {found}" if each.verdict is Verdict.MET else label
