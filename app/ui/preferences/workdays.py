"""China's working days: the years that are known, and loading the next one from a file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import dates
from app.domain.fields import Field, Kind
from app.errors import UserError
from app.i18n import N_, _, language
from app.services import calendars
from app.services.calendars import LoadedYear
from app.ui.page import Desk
from app.ui.whole_form import WholeForm
from app.ui.widgets.plain import PlainLabel, button
from app.ui.widgets.table_model import Column, TableModel
from app.ui.widgets.table_view import TableView

WIDEST = 720
LARGEST = 100_000  # bytes; a year's list has no hundred lines
HINT = N_(
    "The State Council announces each year's holidays late in the year before. Until a year is known, what "
    "is counted in working days across it is marked as provisional. Load a year from a TOML file (year, "
    "source, announced_on, holidays, workdays) or from a CSV list of its days (2027-01-01,holiday; "
    "2027-02-20,workday): it stands over what the program ships."
)
# A list of days does not say where it is from.
CSV_FIELDS = (
    Field("source", N_("Source"), Kind.TEXT, limit=500),
    Field("announced_on", N_("Announced on"), Kind.DAY),
)
COLUMNS: tuple[Column[LoadedYear], ...] = (
    Column("year", N_("Year"), lambda year: str(year.year), width=70),
    Column("holidays", N_("Days off"), lambda year: str(year.holidays), width=90, is_right=True),
    Column("workdays", N_("Weekends worked"), lambda year: str(year.workdays), width=140, is_right=True),
    Column(
        "announced", N_("Announced on"), lambda year: dates.shown(year.announced_on, language()), width=130
    ),
    Column("source", N_("Source"), lambda year: year.source, width=200),
)


class WorkdaysSection(QWidget):
    """Says which years are known, loads another and removes one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._years: list[LoadedYear] = []
        self.known = PlainLabel()
        self.known.setObjectName("preferences.workdays.known")
        self.model: TableModel[LoadedYear] = TableModel(COLUMNS, self._held, lambda year: year.id, self)
        self.table = TableView(self.model, "preferences.workdays.table", _("Years loaded by the firm"))
        self.table.setProperty("framed", "true")
        self.load = button(
            _("Load a year…"), kind="primary", icon="folder-open", name="preferences.workdays.load"
        )
        self.file = PlainLabel()
        self.file.setObjectName("preferences.workdays.file")
        self.about = WholeForm(desk, CSV_FIELDS, prefix="preferences.workdays.list", label=_("Load the list"))
        self._path: Path | None = None
        self.remove = button(_("Remove"), icon="trash-2", name="preferences.workdays.remove")
        self._assemble()
        self.table.chosen.connect(lambda key: self.remove.setEnabled(key is not None))
        self.load.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        self.about.wanted.connect(self._load_list)
        self._show_list(None)

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.load)
        row.addWidget(self.remove)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(PlainLabel(_("China's working days"), "heading"))
        layout.addWidget(PlainLabel(_(HINT), "muted"))
        layout.addWidget(self.known)
        layout.addWidget(self.table)
        layout.addLayout(row)
        layout.addWidget(self.file)
        layout.addWidget(self.about)
        self.table.setFixedHeight(160)
        self.setMaximumWidth(WIDEST)

    def refresh(self) -> None:
        """Show the years as they are now."""
        self._years = self._desk.office.read(calendars.years)
        first, last = calendars.known_years()
        self.known.setText(_("Known without loading: {first} to {last}.").format(first=first, last=last))
        self.model.show_keys([year.id for year in self._years])
        self.table.setVisible(bool(self._years))
        self.remove.setVisible(bool(self._years))
        self.remove.setEnabled(self.table.current_key() is not None)

    def leave(self) -> None:
        """Keep what was typed."""
        self.about.leave()

    def load_file(self, path: Path) -> None:
        """Load a year from a file, of a list of days after asking where it is from; what is wrong is told."""
        is_list = path.suffix.casefold() == ".csv"
        self._show_list(path if is_list else None)
        if is_list:
            self.about.begin("workdays", {})
            self.about.form.focus("source")
        else:
            self._desk.office.attempt(lambda: self._load_now(path), failed=self._desk.messages.trouble)

    def _show_list(self, path: Path | None) -> None:
        self._path = path
        self.file.setText(_("Where is the list “{file}” from?").format(file=path.name) if path else "")
        for part in (self.file, self.about):
            part.setVisible(path is not None)

    def _load_list(self, typed: dict[str, Any]) -> None:
        path, office = self._path, self._desk.office
        if path is not None:
            office.attempt(lambda: self._load_now(path, **typed), failed=self.about.refuse)

    def _held(self, keys: Sequence[Any]) -> list[LoadedYear]:
        wanted = set(keys)
        return [year for year in self._years if year.id in wanted]

    def _choose(self) -> None:
        self._desk.messages.choose_file_to_open(
            _("Load a year…"), _("A year or a list of days (*.toml *.csv)"), self.load_file
        )

    def _load_now(self, path: Path, source: str = "", announced_on: date | None = None) -> None:
        year = calendars.read(_text(path), path.name, source=source or "", announced_on=announced_on)
        self._desk.office.write(calendars.load, year)
        if self._path is not None:
            self.about.recorded()
            self._show_list(None)
        self.refresh()
        self._desk.messages.tell(
            _("{year} is loaded.").format(year=year.year), _("Undo"), self._desk.office.undo
        )

    def _remove(self) -> None:
        key = self.table.current_key()
        year = next((each for each in self._years if each.id == key), None)
        if year is not None:
            office = self._desk.office
            office.attempt(
                lambda: self._remove_now(year.id, year.version), failed=self._desk.messages.trouble
            )

    def _remove_now(self, key: UUID, version: int) -> None:
        self._desk.office.write(calendars.remove, key, version)
        self.refresh()
        self._desk.messages.tell(_("Removed."), _("Undo"), self._desk.office.undo)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise UserError(_("“{file}” is too large.").format(file=path.name))
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UserError(_("“{file}” can't be read.").format(file=path.name)) from error
    except UnicodeDecodeError as error:
        raise UserError(
            _("“{file}” is not UTF-8 text.").format(file=path.name), _("Save it as UTF-8.")
        ) from error
