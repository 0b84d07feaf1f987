"""What runs out: passports, papers, permits and visas, by why they are on the list."""

from datetime import date

from app.domain.item_records import ItemState
from app.domain.stays import Permit
from app.services import case_edits, checklists, papers_ending, stays
from app.services.case_edits import Edit
from app.services.papers_ending import Ending
from db.casebook import Casebook
from tests.builders import TODAY, a_passport, add_person, open_case


def found(book: Casebook, days: int = 90, **options: object) -> list[tuple[str, Ending]]:
    lines = book.read(lambda session: papers_ending.lines(session, TODAY, days=days, **options))  # type: ignore[arg-type]
    return [(line.paper.en, line.ending) for line in lines]


def test_a_passport_ends_before_it_is_needed_six_months_after_filing(book: Casebook) -> None:
    person = add_person(book, passports=(a_passport(expires_on=date(2027, 6, 30)),))
    case = open_case(book, person).id
    assert found(book) == []
    edit = Edit("planned_filing", date(2027, 1, 4), is_fact=False)
    book.write(case_edits.set_values, case, [edit], TODAY)
    assert found(book) == [("Passport", Ending.TOO_SOON)]
    edit = Edit("planned_filing", date(2026, 12, 30), is_fact=False)
    book.write(case_edits.set_values, case, [edit], TODAY)
    assert found(book) == []


def test_what_has_ended_comes_first_and_what_ends_later_is_left_out(book: Casebook) -> None:
    person = add_person(book, passports=(a_passport(expires_on=date(2026, 11, 1)),))
    case = open_case(book, person).id
    permit = Permit(issued_on=date(2026, 1, 2), expires_on=date(2027, 1, 2))
    book.write(stays.save, case, "permits", permit, TODAY)
    edit = Edit("visa_enter_before", date(2027, 12, 1), is_fact=False)
    book.write(case_edits.set_values, case, [edit], TODAY)
    assert found(book) == [("Passport", Ending.ENDED), ("Residence permit", Ending.SOON)]
    assert found(book, days=30) == [("Passport", Ending.ENDED)]
    assert found(book, category="Z") == []
    assert found(book, owners=[case]) == []


def test_a_paper_is_good_for_as_long_as_its_rule_says_from_its_issue(book: Casebook) -> None:
    case = open_case(book).id
    row = next(x for x in book.read(checklists.lines, case, TODAY) if x.line.item.id == "K-DOC-07")
    values = {"issued_on": date(2026, 9, 1)}
    keys = [(row.row_id, row.version)]
    book.write(case_edits.work_items, keys, ItemState.RECEIVED, TODAY, values=values)
    assert [ending for _paper, ending in found(book)] == [Ending.SOON]  # ninety days, to 30 Nov 2026
