"""Going to a person or a case by anything somebody may type."""

from app.domain.choices import NameKind
from app.domain.people import Name
from app.services import go_to
from app.services.go_to import Kind, RecordKey
from db import search_index
from db.casebook import Casebook
from tests.builders import add_person, open_case


def titles(book: Casebook, typed: str) -> list[str]:
    return [record.title for record in book.read(go_to.found, typed)]


def test_a_case_is_found_by_part_of_its_number_and_by_its_client(book: Casebook) -> None:
    person = add_person(book)
    first, second = open_case(book, person), open_case(book, person)
    assert first.number.endswith("0001")
    assert [title[:12] for title in titles(book, "0002")] == [second.number]
    assert [title[:12] for title in titles(book, "kb-2026")] == [second.number, first.number]
    by_client = titles(book, "sample")
    assert len(by_client) == 3  # both cases and the client
    assert by_client[-1] == "SAMPLE, Ananya  अनन्या नमूना"


def test_the_best_name_s_cases_come_first_and_a_number_is_read_as_people_write_it(book: Casebook) -> None:
    within = Name(kind=NameKind.PASSPORT, family="TESTYANG", given="Una")
    first = open_case(book, add_person(book, names=(within,)))
    best = Name(kind=NameKind.PASSPORT, family="YANG", given="Una")
    second = open_case(book, add_person(book, names=(best,)))
    assert [title[:12] for title in titles(book, "yang")[:2]] == [second.number, first.number]
    assert [title[:12] for title in titles(book, "kb-2026-2")] == [second.number]


def test_a_person_is_found_in_any_script(book: Casebook) -> None:
    name = Name(kind=NameKind.CHINESE, family="样", given="本明")
    add_person(book, names=(Name(kind=NameKind.PASSPORT, family="YANG", given="Benming"), name))
    add_person(book)
    assert titles(book, "नमूना") == ["SAMPLE, Ananya  अनन्या नमूना"]
    assert titles(book, "样本明") == titles(book, "yang ben") == ["YANG, Benming  样本明"]


def test_what_was_looked_at_lately_comes_first_and_alone_where_nothing_is_typed(book: Casebook) -> None:
    one, other = add_person(book), add_person(book)
    case = open_case(book, other).id
    lately = [RecordKey(Kind.PERSON, one), RecordKey(Kind.CASE, case)]
    assert [record.key for record in book.read(go_to.found, "", lately)] == lately
    assert [record.key for record in book.read(go_to.found, "sample", lately)][:2] == lately
    gone = book.read(go_to.found, "", [RecordKey(Kind.PERSON, case), RecordKey(Kind.CASE, one), lately[1]])
    assert [record.key for record in gone] == lately[1:]


def test_a_slip_of_the_finger_still_finds(book: Casebook) -> None:
    add_person(book, names=(Name(kind=NameKind.PASSPORT, family="EXAMPLETON", given="Fiona"),))
    assert titles(book, "exampelton") == []
    assert [record.title for record in book.read(go_to.nearly, "exampelton")] == ["EXAMPLETON, Fiona"]


def test_nothing_typed_is_a_pattern(book: Casebook) -> None:
    open_case(book)
    for typed in ("%", "_", "KB%", "2_26-", "'; --", '"', "\\"):
        assert titles(book, typed) == []


def test_chinese_commands_can_be_typed_as_they_sound(book: Casebook) -> None:
    def spoken(session: object) -> dict[str, str]:
        session.info[search_index.PINYIN] = lambda family, given: ["da kai", "dakai"]  # type: ignore[attr-defined]
        return go_to.spoken(session, ["打开…", "Open"])  # type: ignore[arg-type]

    assert book.read(spoken) == {"打开…": "da kai dakai", "Open": ""}
    assert book.read(go_to.spoken, ["打开"]) == {}
