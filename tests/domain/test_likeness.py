"""Who may be the same person, and who is not."""

import pytest

from app.domain.folding import document
from app.domain.likeness import Likeness, Traits, likeness, near
from app.domain.people import Name
from app.domain.pinyin import readings


def traits(family: str, given: str, birth_date: str = "", passport: str = "") -> Traits:
    found = document(
        [Name(family=family, given=given)], passports=[passport], birth_date=birth_date, pinyin=readings
    )
    return Traits(found.folded, found.tokens, birth_date)


ANANYA = traits("Sharma", "Ananya", "1998-04-02", "Z0000001")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (traits("Other", "Name", "1970-01-01", "z 0000001"), Likeness.PASSPORT),
        (traits("SHARMA", "Ananya", "1998-04-02"), Likeness.NAME_AND_BIRTH),
        (traits("Ananya", "Sharma", "1998-04-02"), Likeness.NAME_AND_BIRTH),
        (traits("Sharma", "Ananya Devi", "1998-04-02"), Likeness.SIMILAR_NAME_AND_BIRTH),
        (traits("Scharma", "Ananja", "1998-04-02"), Likeness.SIMILAR_NAME_AND_BIRTH),
        (traits("Sharma", "Ananya"), Likeness.NAME),
        (traits("Sharma", "Ananya", "1998"), Likeness.NAME),
        (traits("Sharma", "Ananya", "1999"), None),
        (traits("Sharma", "Ananya", "1998-04-03"), None),
        (traits("Iyer", "Lakshmi", "1998-04-02"), None),
        (traits("Sharma", "Rahul", "1970-01-01"), None),
        (traits("", "", ""), None),
    ],
)
def test_names_births_and_passports_are_weighed(other: Traits, why: Likeness | None) -> None:
    assert likeness(ANANYA, other) is why
    assert likeness(other, ANANYA) is why


def test_a_chinese_name_is_the_one_it_sounds_like() -> None:
    chinese, latin = traits("王", "小明", "1990-01-01"), traits("WANG", "Xiaoming", "1990-01-01")
    assert likeness(chinese, latin) is Likeness.NAME_AND_BIRTH
    assert likeness(chinese, traits("李", "大伟", "1990-01-01")) is None


def test_a_birth_year_alone_in_common_says_nothing() -> None:
    assert likeness(traits("Sharma", "Anita", "1998"), traits("Sharma", "Amit", "1998")) is None


def test_nearness_is_one_for_the_same_words_and_none_for_nothing() -> None:
    assert near(["sharma"], ["ananya sharma"]) == 1
    assert near(["sharma"], []) == 0
    assert near([], ["sharma"]) == 0
