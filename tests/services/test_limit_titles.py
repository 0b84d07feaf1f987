"""Limits are called by their newest wording, also those of the firm; a broken one by what is shipped."""

from typing import Any

from app.services import firm_tables, limit_titles
from app.services.limits import shipped
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_firm_tables import a_new_row

TITLE = {"en": "File early", "zh": "尽早申请"}


def test_a_title_of_our_own_stands_over_the_shipped_one(book: Casebook) -> None:
    assert book.read(limit_titles.titles) == {rule.id: rule.title for rule in shipped().rules}
    book.write(firm_tables.record, a_new_row(changes={"title": TITLE}), TODAY)
    assert book.read(limit_titles.titles)["DL-03"] == ("File early", "尽早申请")


def test_one_that_cant_be_read_keeps_its_shipped_title(book: Casebook) -> None:
    book.write(firm_tables.record, a_new_row(changes={"title": TITLE}), TODAY)

    def spoil(session: Any) -> None:
        session.connection().exec_driver_sql("UPDATE table_rule SET row_values = '[7]'")

    book.keep(spoil)
    assert book.read(limit_titles.titles)["DL-03"] == shipped().named("DL-03").title
