"""Paste or type a passport's machine-readable zone, compare it with what is recorded, and take it over."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.domain import mrz
from app.domain.mrz import Mrz
from app.domain.passports import Difference
from app.errors import KasebookError, UserError
from app.i18n import N_, _
from app.services import passport_zones
from app.settings import today
from app.ui.page import Desk
from app.ui.widgets.plain import PlainLabel, TextEdit, button, set_state
from app.ui.widgets.table_view import HEADER_HEIGHT

TYPED_MS = 150
LONGEST_LINE = 44
LINE_HEIGHT = 44  # two lines of a label
SIZES = (11.0, 10.0, 9.0, 8.5, 8.0, 7.5)  # points
AnyIndex = QModelIndex | QPersistentModelIndex
TITLES = (N_("Field"), N_("On record"), N_("In the zone"))


class ZoneBox(QWidget):
    """A button that opens the box. Check digits are checked as one types; nothing is taken without a tick."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._person_id: UUID | None = None
        self._zone: Mrz | None = None
        self._suggestion = ""
        self.open_button = button(_("Read the passport's zone"), icon="scan-text", name="people.mrz")
        self.lines = ZoneEdit()
        self.problem = PlainLabel(tone="muted")
        self.mend = button(_("Use the mended lines"), kind="link", name="people.mrz.mend")
        self.model = DifferencesModel()
        self.table = QTableView()
        self.fill_button = button(_("Fill passport"), kind="primary", name="people.mrz.fill")
        self.close_button = button(_("Close"), name="people.mrz.close")
        self._timer = QTimer(self, singleShot=True, interval=TYPED_MS)
        self.box = QFrame()
        self._set_up()
        self._assemble()
        self._connect()
        self.clear()

    def _set_up(self) -> None:
        self.lines.setObjectName("people.mrz.lines")
        self.lines.setAccessibleName(_("Machine-readable zone"))
        self.lines.setPlaceholderText(_("The two lines at the foot of the passport's data page"))
        self.lines.setFixedHeight(64)
        self.problem.setObjectName("people.mrz.problem")
        self.table.setObjectName("people.mrz.differences")
        self.table.setAccessibleName(_("Recorded and in the zone, side by side"))
        self.table.setProperty("framed", "true")
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(LINE_HEIGHT)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 92), (2, 122)):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setFixedHeight(HEADER_HEIGHT)

    def _assemble(self) -> None:
        ends = QHBoxLayout()
        ends.addWidget(self.fill_button)
        ends.addWidget(self.close_button)
        ends.addStretch()
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(8)
        inside.addWidget(PlainLabel(_("Machine-readable zone"), "heading"))
        inside.addWidget(self.lines)
        inside.addWidget(self.problem)
        inside.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.table)
        inside.addLayout(ends)
        self.box.setProperty("card", "true")
        first = QHBoxLayout()
        first.addWidget(self.open_button)
        first.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(first)
        layout.addWidget(self.box)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.begin)
        self.close_button.clicked.connect(self.clear)
        self.fill_button.clicked.connect(self._fill)
        self.mend.clicked.connect(lambda: self.lines.setPlainText(self._suggestion))
        self.lines.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self.read)
        self.model.dataChanged.connect(lambda: self._allow())

    def show_person(self, person_id: UUID) -> None:
        """Compare with this person from now on; what was typed for another is forgotten."""
        if person_id != self._person_id:
            self.clear()
        self._person_id = person_id
        if self.box.isVisibleTo(self):
            self.read()

    def begin(self) -> None:
        """Open the box."""
        self.box.show()
        self.open_button.hide()
        self.lines.setFocus()

    def clear(self) -> None:
        """Close the box and forget what was typed."""
        self.lines.clear()
        self._timer.stop()
        self.read()
        self.box.hide()
        self.open_button.show()

    def read(self) -> None:
        """Read what is typed: say what is wrong where, and show both sides."""
        typed = self.lines.toPlainText()
        self._zone, self._suggestion = None, ""
        try:
            self._zone = mrz.parse(typed, today=today()) if typed.strip() else None
            self._say(*_verdict(self._zone))
        except UserError as error:
            self._say(str(error), "muted", "")
        lines: tuple[Difference, ...] = ()
        if self._zone is not None and self._person_id is not None:
            lines = self._desk.office.read(passport_zones.differences, self._person_id, self._zone)
        self.model.show_lines(lines)
        self.table.setVisible(bool(lines))
        self.table.setFixedHeight(HEADER_HEIGHT + len(lines) * LINE_HEIGHT + 4)
        self._allow()

    def _say(self, text: str, tone: str, suggestion: str) -> None:
        self.problem.setText(text)
        set_state(self.problem, "tone", tone)
        self.problem.setVisible(bool(text))
        self._suggestion = suggestion
        self.mend.setVisible(bool(suggestion))

    def _allow(self) -> None:
        sound = self._zone is not None and not self._zone.problems
        self.fill_button.setEnabled(sound and bool(self.model.chosen()))

    def _fill(self) -> None:
        zone, person_id, chosen = self._zone, self._person_id, self.model.chosen()
        if zone is not None and person_id is not None:
            self._desk.office.attempt(lambda: self._filled(person_id, zone, chosen), failed=self._refused)

    def _filled(self, person_id: UUID, zone: Mrz, chosen: list[tuple[str, str]]) -> None:
        self._desk.office.write(passport_zones.fill, person_id, zone, chosen, today())
        self.clear()
        self._desk.messages.tell(_("Filled from the zone."), _("Undo"), self._desk.office.undo)

    def _refused(self, error: KasebookError) -> None:
        self._say(str(error), "error", "")


class ZoneEdit(TextEdit):
    """Letters of one width, as large as lets the longest zone line be seen whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setLineWrapMode(TextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the letters to the width."""
        super().resizeEvent(event)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        room = self.viewport().width() - 2 * self.document().documentMargin()
        for size in SIZES:
            font.setPointSizeF(size)
            if QFontMetricsF(font).horizontalAdvance("<" * LONGEST_LINE) <= room:
                break
        self.setFont(font)


def _verdict(zone: Mrz | None) -> tuple[str, str, str]:
    """Return what to say about a zone, its tone, and mended lines where there is one way to mend them."""
    if zone is None:
        return "", "muted", ""
    if not zone.problems:
        return _("All check digits are right. Names have none: compare them."), "good", ""
    lines = [
        _("Line {line}, position {position}: {message}").format(
            line=problem.line, position=problem.position, message=problem.message
        )
        for problem in zone.problems
    ]
    mended = next((problem.suggestion for problem in zone.problems if problem.suggestion), ())
    return "\n".join(lines), "error", "\n".join(mended)


class DifferencesModel(QAbstractTableModel):
    """The zone beside what is recorded; what differs can be ticked, and what is new is ticked already."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Difference, ...] = ()
        self._ticked: set[tuple[str, str]] = set()

    def show_lines(self, lines: tuple[Difference, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self._ticked = {(line.part, line.field) for line in lines if line.is_new}
        self.endResetModel()

    def chosen(self) -> list[tuple[str, str]]:
        """Return the part and field of each ticked line."""
        return [(line.part, line.field) for line in self._lines if (line.part, line.field) in self._ticked]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of fields."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return three: the field, what is recorded, what the zone says."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _(TITLES[section]) if shown else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, and in the last column whether it is ticked."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (_(line.label), line.ours, line.zones)[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 2 and not line.is_same:
            ticked = (line.part, line.field) in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a line or not."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        line = self._lines[index.row()]
        change = self._ticked.add if Qt.CheckState(value) == Qt.CheckState.Checked else self._ticked.discard
        change((line.part, line.field))
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Say that what differs can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled
        if index.column() == 2 and not self._lines[index.row()].is_same:
            return usual | Qt.ItemFlag.ItemIsUserCheckable
        return usual
