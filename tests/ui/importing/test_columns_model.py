"""The columns of a sheet beside what they mean."""

from app.domain.importing import Subject
from app.domain.importing.cell_values import Meaning
from app.services.importing import Preview
from app.ui.importing import columns_model
from tests.domain.importing.sheets import a_table


def test_a_column_says_its_head_its_first_text_and_what_it_means() -> None:
    table, _meaning = a_table(["Surname", "", "DOB"], ["", "x", "1998"], ["SAMPLE", "", ""])
    meaning = Meaning({0: "family", 2: "birth_date"}, {2: "dmy"})
    ready = Preview(Subject.PERSONS, table, meaning, (), (), (), {}, ())
    lines = columns_model.lines(ready)
    assert [(line.head, line.example, line.label) for line in lines] == [
        ("Surname", "SAMPLE", "Family name"),
        ("", "x", ""),
        ("DOB", "1998", "Date of birth"),
    ]
    assert [columns_model.meant(line) for line in lines] == ["Family name", "Not taken in", "Date of birth"]
    assert [columns_model.order_said(line) for line in lines] == ["", "", "Day first: 23/11/2026"]


def test_a_column_may_mean_nothing_or_anything_of_its_subject() -> None:
    assert columns_model.choices(Subject.CASES)[0] == ("", "Not taken in")
    assert ("category", "Visa category") in columns_model.choices(Subject.CASES)
