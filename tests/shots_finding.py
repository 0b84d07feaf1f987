"""The states of finding and changing many that are looked at in pictures."""

from collections.abc import Iterator

from app.services import case_list, labels, saved_searches
from app.ui.cases.page import CasesPage
from app.ui.main_window import MainWindow
from db.casebook import Casebook
from tests.picture import Shot, page_of, settled


def finding(window: MainWindow, book: Casebook) -> Iterator[Shot]:
    """Yield pictures of the query box, saved searches, columns, a change of many rows and an open cell."""
    for name, typed in (
        ("My supplements", "stage:supplement_asked owner:me"),
        ("待补件案件", "state:returned"),
    ):
        book.write(saved_searches.save, "cases", name, typed)
    for key in book.read(case_list.ids)[:3]:
        book.write(labels.set_labels, key, "加急, VIP")
    window.go("cases")
    page = page_of(window, CasesPage)
    page.ask("stgae:collecting stage:colecting")
    yield Shot("cases: not understood", settled(window))
    page.ask("stage:collecting")
    page.keep_search()
    page.keeping.keep.click()
    yield Shot("cases: keep a search, error", settled(window))
    page.keeping.give_up()
    page.ask("")
    yield from _changing(window, page)


def _changing(window: MainWindow, page: CasesPage) -> Iterator[Shot]:
    page.table.show_columns(["number", "client", "labels", "stage", "stage_since", "next_day", "office"])
    yield Shot("cases: other columns", settled(window))
    page.table.show_columns(())
    page.table.selectAll()
    page.begin_bulk()
    page.bulk.value.field.setCurrentIndex(page.bulk.value.field.findData("stage"))
    page.bulk.value.choice.setCurrentIndex(page.bulk.value.choice.findData("form_ready"))
    page.bulk.preview()
    page.bulk.table.choose_first()
    yield Shot("cases: change many, refused", settled(window))
    page.bulk.leave()
    settled(window)  # the columns that gave way to the panel come back
    page.table.choose_first()
    page.inline.begin()
    page.inline.line.setText("31 Feb")
    page.inline.line.stepped.emit(1)
    yield Shot("cases: cell, error", settled(window))
    page.inline.cancel()
