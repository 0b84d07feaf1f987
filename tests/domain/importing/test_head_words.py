"""The heads of other people's sheets."""

from app.domain.importing import Subject
from app.domain.importing.head_words import words


def test_a_column_is_known_in_english_and_chinese() -> None:
    assert {"dob", "出生日期"} <= set(words(Subject.PERSONS)["birth_date"])
    assert {"surname", "姓", "nom"} <= set(words(Subject.PERSONS)["family"])
