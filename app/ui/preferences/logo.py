"""The firm's logo: what it looks like, another one chosen, or none."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.services import firms, logos
from app.services.logos import Logo
from app.ui.page import Desk
from app.ui.widgets.plain import PlainLabel, button

_WIDEST, _HIGHEST = 220, 84


class LogoBox(QWidget):
    """Sets and removes it, each as one step that undo takes back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.picture = PlainLabel(wraps=False)
        self.picture.setObjectName("preferences.firm.logo")
        self.picture.setProperty("paper", "true")  # printed on white, so it is shown on white
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedSize(_WIDEST + 16, _HIGHEST + 16)
        self.choose = button(_("Choose a picture…"), icon="folder-open", name="preferences.firm.logo.choose")
        self.remove = button(_("Remove the logo"), icon="trash-2", name="preferences.firm.logo.remove")
        self._assemble()
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: self._set(None))

    def _assemble(self) -> None:
        hint = _("PNG or JPEG, at most 5 MB. It stands beside the firm's name on every document.")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(PlainLabel(hint, "muted"))
        beside.addLayout(buttons)
        beside.addStretch()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(_("Logo"), "heading"))
        layout.addLayout(row)

    def refresh(self) -> None:
        """Show the logo as it is now."""
        data = self._desk.office.read(logos.current)
        shown = QPixmap()
        shown.loadFromData(data, "PNG")
        if shown.isNull():
            self.picture.setText(_("No logo"))
        else:
            room = self.picture.size()
            fitting = shown.size().scaled(
                min(_WIDEST, room.width()), _HIGHEST, Qt.AspectRatioMode.KeepAspectRatio
            )
            ratio = self.devicePixelRatioF()
            sharp = shown.scaled(fitting * ratio, mode=Qt.TransformationMode.SmoothTransformation)
            sharp.setDevicePixelRatio(ratio)
            self.picture.setPixmap(sharp)
        self.picture.setAccessibleName(_("The firm's logo") if data else _("No logo"))
        self.remove.setEnabled(bool(data))

    def _choose(self) -> None:
        self._desk.messages.choose_file_to_open(
            _("The firm's logo"), _("Pictures (*.png *.jpg *.jpeg)"), self._read
        )

    def _read(self, path: Path) -> None:
        self._desk.jobs.start(lambda _step: logos.read(path), done=self._set)

    def _set(self, logo: Logo | None) -> None:
        office = self._desk.office
        version = office.read(firms.firm).version
        office.attempt(lambda: office.write(logos.set_logo, version, logo), by=self)
        self.refresh()
