"""The first page without a casebook: those opened lately, open another, create a new one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.i18n import _
from app.ui import theme
from app.ui.start.card import Card
from app.ui.widgets.plain import PlainLabel, button, links, plain_tip

ROW_HEIGHT, MOST_ROWS_SEEN = 32, 5


class Welcome(Card):
    """Asks by signal to open a casebook, to choose one, or to create one."""

    chosen = Signal(object)  # the path of a casebook
    open_other = Signal()
    create_new = Signal()
    restore = Signal()

    def __init__(self) -> None:
        super().__init__(
            "start.welcome", _("Welcome"), _("A casebook holds all data of one firm, encrypted.")
        )
        self.recent = QListWidget()
        self.recent.setObjectName("start.recent")
        self.recent.setAccessibleName(_("Casebooks opened lately"))
        self.recent.setProperty("framed", "true")
        self.heading = PlainLabel(_("Opened lately"), "field")
        self.inside.addWidget(self.heading)
        self.inside.addWidget(self.recent)
        other = button(_("Open a casebook…"), icon="folder-open", name="start.open")
        new = button(_("Create a casebook"), kind="primary", icon="folder-plus", name="start.create")
        back = button(_("Restore a backup…"), kind="link", name="start.restore")
        self.add_end(other, new)
        self.inside.addWidget(links(back))
        back.clicked.connect(lambda: self.restore.emit())
        other.clicked.connect(self.open_other)
        new.clicked.connect(self.create_new)
        self.recent.itemActivated.connect(self._choose)
        self.recent.itemClicked.connect(self._choose)

    def show_recent(self, paths: Sequence[str]) -> None:
        """List the casebooks opened lately, newest first."""
        self.recent.clear()
        for path in paths:
            item = QListWidgetItem(theme.icon("briefcase-business"), Path(path).stem)
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(plain_tip(path))
            item.setSizeHint(QSize(0, ROW_HEIGHT))  # no broader than the list: a long name is elided
            self.recent.addItem(item)
        self.recent.setFixedHeight(min(len(paths), MOST_ROWS_SEEN) * ROW_HEIGHT + 10)
        self.recent.setVisible(bool(paths))
        self.heading.setVisible(bool(paths))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
