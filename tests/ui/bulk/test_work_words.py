"""What goes along with a case that is handed over, in words."""

from app.services import cases, workload
from app.ui.bulk import work_words
from db.casebook import Casebook
from tests.builders import TODAY, open_case


def test_stage_next_day_and_contact_are_said(book: Casebook) -> None:
    key = open_case(book).id
    (line,) = book.read(workload.lines, [key], TODAY)
    assert work_words.said(line).split("\n")[:2] == [
        "Stage: Enquiry since 23 Nov 2026",
        "Next day: Nothing scheduled",
    ]
    assert work_words.said(line).endswith("Last contact: No contact recorded")
    book.write(cases.set_field, key, 1, "planned_filing", TODAY, TODAY)
    (line,) = book.read(workload.lines, [key], TODAY)
    assert "Next day: 23 Nov 2026 Planned filing" in work_words.said(line)
