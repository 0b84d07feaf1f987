"""Import, export, import: the content stays equal, and the template explains itself."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import text as text_rules
from app.domain.choices import NameKind
from app.domain.importing import SheetRow, Subject, heads, persons, rows
from app.domain.importing.cell_values import Meaning
from app.domain.importing.columns import written as columns
from app.domain.people import Name
from app.i18n import use
from app.services import case_imports, exchange, person_imports, sheet_csv, sheet_xlsx, sheets
from app.services.sheets import Sheet
from db.casebook import Casebook
from tests.builders import TODAY, a_passport, a_person, add_person
from tests.services.sheet_files import a_preview, written
from tests.ui.casebooks import opened

PERSONS = (
    (*("Surname", "Given names", "Native name", "中文姓名", "DOB", "Sex", "Nationality"),
     *("Passport no", "Expiry", "Phone", "E-mail", "Preferred language", "Address", "Note")),
    (*("SAMPLE", "Ananya", "अनन्या नमूना", "安娜·样本", "1998-04-02", "F", "India", "Z0000001", "2033-05-01"),
     *("+91 98765 43210", "a@example.org", "Hindi", "1 Fictional Street\nPune", "=HYPERLINK(1)")),
    ("=1+1", "@SUM(A1)", "", "", "1998", "", "", "0000012", "", "", "", "", "", "-5"),
    ("NGUYỄN VĂN", "Mẫu", "", "", "1998-04", "m", "Vietnam", "", "", "", "", "", "", "'=quoted"),
    ("المثال", "أمل", "", "欧阳样", "", "X", "Egypt", "", "", "", "", "", "", "_x0041_"),
)  # fmt: skip
CASES = (
    (*("Passport", "Category", "Post", "Stage", "Opened on", "Application no", "Planned filing"),
     *("Reason not stated by the authority", "Note")),
    (*("Z0000001", "K", "new-delhi", "Collecting papers", "2026-09-01", "=0012", "2026-12-01"),
     *("", "two\nlines")),
    ("Z0000001", "Z", "new-delhi", "", "", "", "", "", ""),
)  # fmt: skip


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    use(request.param)
    yield request.param
    use("en")


def taken(book: Casebook, subject: Subject, path: Path) -> None:
    ready = book.read(a_preview, subject, path)
    assert ready.errors == ()
    accept: Any = person_imports.accept if subject is Subject.PERSONS else case_imports.accept
    book.write(accept, ready, {}, TODAY)


def content(book: Casebook) -> list[Any]:
    return [sorted(book.read(exchange.sheet, subject).sheet.rows) for subject in Subject]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_import_export_import_gives_equal_content(language: str, tmp_path: Path, form: str) -> None:
    first, second = (opened(tmp_path / f"{name}.kasebook") for name in ("First", "Second"))
    try:
        _fill(first, tmp_path, form)
        for subject in Subject:
            sheet = first.read(exchange.sheet, subject).sheet
            taken(second, subject, written(tmp_path / f"{subject}.{form}", sheet.heads, *sheet.rows))
        assert content(second) == content(first)
        assert [len(rows) for rows in content(second)] == [4, 2]
    finally:
        first.close()
        second.close()


def _fill(book: Casebook, folder: Path, form: str) -> None:
    taken(book, Subject.PERSONS, written(folder / f"a.{form}", *PERSONS))
    taken(book, Subject.CASES, written(folder / f"b.{form}", *CASES))


_text = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"])
    | st.sampled_from("=+-@'\"_x005F,;"),
    min_size=1,
    max_size=12,
).filter(lambda text: text_rules.is_clean(text.strip(), limit=200) and text.strip() != "")


@settings(max_examples=60)
@given(family=_text, given_names=_text, number=st.from_regex(r"[A-Z0-9]{1,9}", fullmatch=True), note=_text)
def test_any_name_number_and_note_comes_back_equal(
    family: str, given_names: str, number: str, note: str
) -> None:
    person = a_person(
        education=(),
        names=(Name(kind=NameKind.PASSPORT, family=family.strip(), given=given_names.strip()),),
        passports=(a_passport(number=number),),
        note=note.strip(),
    )
    texts = persons.texts_of(person)
    heads_of = [column.label for column in columns(Subject.PERSONS)]
    sheet = Sheet("x", heads_of, [[texts[column.key] for column in columns(Subject.PERSONS)]])
    read = [
        sheet_csv.read(sheets.as_csv(sheet), ""),
        sheet_xlsx.read(io.BytesIO(sheets.as_xlsx([sheet])), ""),
    ]
    for found in read:
        rows_read = tuple(SheetRow(n, tuple(cells)) for n, cells in found["rows"])
        table = heads.table(Subject.PERSONS, rows_read)
        meaning = Meaning(heads.guessed(Subject.PERSONS, table.heads))
        parsed = rows.read(Subject.PERSONS, table, meaning, TODAY)
        assert parsed.errors == ()
        assert persons.texts_of(parsed.candidates[0].value) == texts


def test_what_a_sheet_can_not_hold_is_counted(book: Casebook) -> None:
    add_person(book)  # with a degree
    found = book.read(exchange.sheet, Subject.PERSONS)
    assert (len(found.sheet.rows), found.partly) == (1, 1)


@pytest.mark.parametrize("subject", list(Subject))
def test_the_template_is_understood_and_explains_itself(language: str, subject: Subject) -> None:
    made = exchange.template(subject)
    book = openpyxl.load_workbook(io.BytesIO(sheets.as_xlsx(made)))
    found = [str(cell.value) for cell in book.worksheets[0][1]]
    assert heads.guessed(subject, found) == dict(enumerate(one.key for one in columns(subject)))
    assert book.worksheets[0].max_row == 1
    assert book.worksheets[1].max_row == len(found) + 1
