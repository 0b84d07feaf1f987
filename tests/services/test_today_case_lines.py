"""The first page's lines about cases."""

from app.domain.item_records import ItemState
from app.domain.today import Group
from app.i18n import Bilingual
from app.services import checklists, today_case_lines, today_queries
from app.services.today_queries import Asked
from db.casebook import Casebook
from tests.builders import TODAY, open_case


def _lines(book: Casebook, group: Group) -> list[today_case_lines.TodayLine]:
    keys = book.read(today_queries.keys, group, Asked(TODAY))
    return book.read(today_case_lines.lines, group, Asked(TODAY), keys)


def test_a_line_of_a_paper_names_the_row_of_the_checklist(book: Casebook) -> None:
    case = open_case(book).id
    paper = next(row for row in book.read(checklists.lines, case, TODAY) if row.line.item.id == "K-DOC-07")
    version = book.write(
        checklists.set_item_field, paper.row_id, paper.version, "due_on", TODAY, TODAY
    ).result
    (line,) = _lines(book, Group.SOON)
    assert (line.paper, line.next.value) == (paper.row_id, "get")
    book.write(checklists.move_item, paper.row_id, version, ItemState.ACCEPTED, TODAY)
    assert book.read(today_queries.count, Group.SOON, Asked(TODAY)) == 0


def test_of_several_papers_the_first_is_named_and_the_others_are_counted() -> None:
    titles = [Bilingual("Passport", "护照"), Bilingual("Diploma", "学位证书"), Bilingual("Passport", "护照")]
    assert today_case_lines.together(titles) == Bilingual("Passport; 1 more", "护照；另有1项")
