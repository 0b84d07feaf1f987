"""A table of rows under section titles, held in memory; cells may have a second line and a box to tick."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.i18n import _
from app.ui.widgets.table_model import AnyIndex, Column, TableModel

Row = TypeVar("Row")

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
SECOND_ROLE = int(Qt.ItemDataRole.UserRole) + 2  # a second line of text
SECOND_TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 3  # its tone
FIRST_TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 5  # the tone of the text itself
SECTION_ROLE = int(Qt.ItemDataRole.UserRole) + 4  # a section's title, None for rows


@dataclass(frozen=True, slots=True)
class Section:
    """The title over some rows, and a few words at its right such as how many are done."""

    title: str
    aside: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class RichColumn(Column[Row]):
    """A column whose cells say more: a second line, the tones of both, a box that is ticked or not.

    ``ticked`` gives None where there is nothing to tick.
    """

    first_tone: Callable[[Row], str] | None = None
    second: Callable[[Row], str] | None = None
    second_tone: Callable[[Row], str] | None = None
    ticked: Callable[[Row], bool | None] | None = None


class RichModel(TableModel[Row]):
    """A ``TableModel`` whose rich columns say more than their text."""

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        """Return what a rich column says beyond its text, and everything else as elsewhere."""
        if role in _RICH:
            column, line = self.columns[index.column()], self.line_at(index.row())
            return _RICH[role](column, line) if isinstance(column, RichColumn) and line is not None else None
        return super().data(index, role)

    def _whole_text(self, column: int, line: Row) -> str:
        """Return a cell's text with its second line, for a file."""
        first, said = super()._whole_text(column, line), self.columns[column]
        second = said.second(line) if isinstance(said, RichColumn) and said.second else ""
        return "\n".join(part for part in (first, second) if part)


class SectionModel(RichModel[Row]):
    """Shows sections with their rows. A tick is asked for by signal, and seen when the rows come anew."""

    ticking = Signal(object, bool)  # a row's key, and whether it is to be ticked

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key_of: Callable[[Row], Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, self._held, key_of, parent)
        self._rows: dict[Any, Row] = {}
        self._key = key_of
        self._order: tuple[Any, ...] = ()

    def show_sections(self, sections: Sequence[tuple[Section, Sequence[Row]]]) -> None:
        """Show these sections; empty ones are left out. The same rows in the same order keep their place."""
        self._rows = {self._key(row): row for _title, rows in sections for row in rows}
        order = tuple(
            key for title, rows in sections if rows for key in (title, *(self._key(row) for row in rows))
        )
        is_same = order == self._order
        self._order = order
        if is_same:
            self._keys = order  # equal, but with new words beside the titles
            self.show_anew()
        else:
            self.show_keys(order)

    def rows(self) -> list[Row]:
        """Return all rows, in order."""
        return [self._rows[key] for key in self._order if not isinstance(key, Section)]

    def row(self, key: object) -> Row | None:
        """Return the row of a key."""
        return self._rows.get(key)

    def heads(self, columns: Sequence[int]) -> list[str]:
        """Return the titles of these columns, after that of the section."""
        return [_("Section"), *super().heads(columns)]

    def texts(self, columns: Sequence[int]) -> Iterator[list[str]]:
        """Yield the texts of every row, after the title of its section."""
        title = ""
        for key in self._order:
            if isinstance(key, Section):
                title = key.title
            else:
                yield [title, *(self._whole_text(column, self._rows[key]) for column in columns)]

    def section_at(self, row: int) -> Section | None:
        """Return the section whose title stands in this row of the table; None for an ordinary row."""
        key = self.key_at(row)
        return key if isinstance(key, Section) else None

    def _held(self, keys: Sequence[Any]) -> list[Row]:
        return [self._rows[key] for key in keys if key in self._rows]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Leave section titles out of selection and of the keyboard's way."""
        if self.section_at(index.row()) is not None:
            return Qt.ItemFlag.NoItemFlags
        flags = super().flags(index)
        if self.data(index, _CHECK) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: AnyIndex, role: int = _DISPLAY) -> Any:
        """Return a section's title in the first column, and what rows say as elsewhere."""
        section = self.section_at(index.row())
        if section is not None:
            wanted = role in (_DISPLAY, _ACCESSIBLE, SECTION_ROLE) and index.column() == 0
            return section.title if wanted else None
        return super().data(index, role)

    def setData(self, index: AnyIndex, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Ask by signal for a tick; nothing changes here until the rows come anew."""
        if role != _CHECK or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.ticking.emit(self.key_at(index.row()), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


def _second(column: RichColumn[Any], line: Any) -> str | None:
    return column.second(line) if column.second else None


def _second_tone(column: RichColumn[Any], line: Any) -> str:
    return column.second_tone(line) if column.second_tone else ""


def _first_tone(column: RichColumn[Any], line: Any) -> str:
    return column.first_tone(line) if column.first_tone else ""


def _check(column: RichColumn[Any], line: Any) -> Qt.CheckState | None:
    ticked = column.ticked(line) if column.ticked else None
    if ticked is None:
        return None
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked


_RICH: dict[int, Callable[[RichColumn[Any], Any], Any]] = {
    FIRST_TONE_ROLE: _first_tone,
    SECOND_ROLE: _second,
    SECOND_TONE_ROLE: _second_tone,
    _CHECK: _check,
}
