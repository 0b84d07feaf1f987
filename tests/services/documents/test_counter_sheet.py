"""The counter sheet: what goes in, form first, with its counts; what stays with us is not in it."""

from app.domain.item_records import ItemState
from app.services import cases
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services.documents.conftest import gathered, move


def test_the_form_lies_on_top_and_what_stays_in_our_file_is_not_in_it(book: Casebook) -> None:
    titles = [line.title.en for line in gathered(book, "counter-sheet", open_case(book).id).envelope]
    assert titles[0].startswith("Online form")
    assert any(title.startswith("Passport with") for title in titles)
    assert not any(title.startswith(("Service agreement", "Privacy notice")) for title in titles)


def test_what_is_waived_or_only_may_be_needed_does_not_go_in(book: Casebook) -> None:
    case = open_case(book).id
    before = {line.title.en for line in gathered(book, "counter-sheet", case).envelope}
    assert "Degree certificate, bachelor's or higher" not in before
    move(book, case, "K-DOC-07", ItemState.WAIVED, reason="Not asked for here.")
    assert "CV without gaps" not in {line.title.en for line in gathered(book, "counter-sheet", case).envelope}


def test_number_and_the_posts_own_word_are_on_it(book: Casebook) -> None:
    case = open_case(book).id
    book.write(cases.set_field, case, 1, "application_number", "EX-17", TODAY)
    value = gathered(book, "counter-sheet", case)
    assert value.application_number == "EX-17"
    assert [told.en for _label, told in value.told] == ["online review completed"]
    assert value.appointment_on is None
