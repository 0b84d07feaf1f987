"""A case's row as values."""

from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from app.domain.casefile import Party, Role
from app.errors import UserError
from app.services import case_facts, case_values, cases
from db.casebook import Casebook
from tests.builders import TODAY, open_case


def test_the_file_of_a_case_holds_its_parts(book: Casebook) -> None:
    case = open_case(book)
    book.write(cases.save_part, case.id, "parties", Party(role=Role.PAYER, name="Self"), TODAY)
    file = book.read(lambda s: case_values.file_of(s, case_values.row(s, case.id)))
    assert file.parties[0].role is Role.PAYER


def test_entered_facts_come_back_as_values(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "limb", "graduate,staff")
    assert book.read(case_values.entered, case.id)["limb"] == frozenset({"graduate", "staff"})


def test_an_unknown_case_is_refused(book: Casebook) -> None:
    with pytest.raises(UserError):
        book.read(lambda s: case_values.row(s, UUID(int=1)).number)


def test_what_is_noted_of_many_cases_is_what_is_noted_of_each(book: Casebook) -> None:
    keys = [open_case(book).id, open_case(book).id]
    book.write(case_facts.set_fact, keys[0], "limb", "graduate")

    def compared(session: Session) -> list[bool]:
        rows = [case_values.row(session, key) for key in keys]
        found = case_values.noted(session, rows)
        return [
            found[row.id].file == case_values.file_of(session, row)
            and found[row.id].entered == case_values.entered(session, row.id)
            and {item.case_id for item in found[row.id].items} == {row.id}
            for row in rows
        ]

    assert book.read(compared) == [True, True]
