"""The comparison on paper: four columns, every cell told, counts instead of chances."""

from app.services import case_facts
from db.casebook import Casebook
from tests.builders import open_case
from tests.services.documents.conftest import gathered


def test_every_pathway_has_a_cell_for_every_row(book: Casebook) -> None:
    value = gathered(book, "pathways", open_case(book).id)
    assert [column.code for column in value.columns] == ["K", "R", "Z", "H-1B"]
    for column in value.columns:
        assert len(column.cells) == len(value.rows)
        assert all(cell and all(text.en and text.zh for text in cell) for cell in column.cells)


def test_what_is_not_met_stands_in_words_and_the_stale_one_is_marked(book: Casebook) -> None:
    case = open_case(book)
    book.write(case_facts.set_fact, case.id, "job_offer_cn", "no")
    value = gathered(book, "pathways", case.id)
    z = value.columns[2]
    counts = z.cells[[row.en for row in value.rows].index("Met, not met, open")]
    assert counts[0].en == "0, 1, 2"
    assert "employer in China" in counts[1].en
    assert [column.stale is not None for column in value.columns] == [False, False, False, True]


def test_open_facts_are_named_and_the_rest_counted(book: Casebook) -> None:
    value = gathered(book, "pathways", open_case(book).id)
    at = [row.en for row in value.rows].index("What is open")
    assert "more" in value.columns[0].cells[at][0].en
    assert value.columns[3].cells[at][0].en == "US employer petitions"
