"""Why somebody may be the same, which hit is the strongest, and a search kept as text."""

import pytest

from app.domain import conflicts, folding, pinyin
from app.domain.conflicts import Hit, Search, Searched, Source, Subject, Why
from app.domain.likeness import Traits
from app.domain.people import Name


def traits(family: str, given: str, birth_date: str = "", passport: str = "") -> Traits:
    found = folding.document(
        [Name(family=family, given=given)],
        passports=[passport] if passport else [],
        birth_date=birth_date,
        pinyin=pinyin.readings,
    )
    return Traits(found.folded, found.tokens, birth_date)


ANANYA = traits("SAMPLE", "Ananya", "1998-04-02", "Z0000001")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (traits("OTHER", "Name", "", "Z0000001"), Why.PASSPORT),
        (traits("Sample", "Ananya", "1998-04-02"), Why.NAME_AND_BIRTH),
        (traits("Ananya", "Sample"), Why.NAME),
        (traits("SAMPLE", "Ananya", "1998"), Why.NAME),
        (traits("SAMPLE", "Anania"), Why.SIMILAR),
        (traits("SAMPLE", "Ananya", "1971-01-01"), Why.OTHER_BIRTH),
        (traits("SAMPLE", "Anania", "1971-01-01"), None),
        (traits("MUSTER", "Otto"), None),
    ],
)
def test_why_two_may_be_the_same(other: Traits, why: Why | None) -> None:
    assert conflicts.why(ANANYA, other) is why


def test_a_chinese_name_is_found_by_its_sound() -> None:
    assert conflicts.why(traits("WANG", "Wei"), traits("王", "伟")) is Why.SOUND
    assert conflicts.why(traits("王", "伟"), traits("王", "伟")) is Why.NAME


def hit(why: Why, found: str = "SAMPLE, Ananya", person: str = "1") -> Hit:
    return Hit(
        subject=Subject.PERSON, searched="x", source=Source.PERSON, found=found, why=why, person=person
    )


def test_the_strongest_reason_comes_first_and_each_is_told_once() -> None:
    hits = [hit(Why.SIMILAR), hit(Why.NAME, person="2"), hit(Why.PASSPORT)]
    assert [each.why for each in conflicts.ordered([], hits).hits] == [Why.PASSPORT, Why.NAME]


def test_more_than_can_be_kept_is_said() -> None:
    many = [hit(Why.NAME, person=str(n)) for n in range(conflicts.MOST_KEPT + 3)]
    found = conflicts.ordered([], many)
    assert (len(found.hits), found.more) == (conflicts.MOST_KEPT, 3)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Imaginary Cells Private Limited", "imaginary cells"),
        ("IMAGINARY CELLS PVT. LTD.", "imaginary cells"),
        ("样品电池有限公司", "样品电池"),
        ("Company Ltd", "company ltd"),
        ("公司", "公司"),
    ],
)
def test_a_company_is_known_without_its_legal_form(text: str, bare: str) -> None:
    assert conflicts.bare(text) == bare


def test_a_search_is_kept_as_it_was() -> None:
    sought = Searched(subject=Subject.EMPLOYER, name="样品公司", spellings=("样品公司",))
    found = Hit(
        subject=Subject.EMPLOYER,
        searched="样品公司",
        source=Source.EMPLOYER,
        found='=1+1 <b>"样品"',
        why=Why.SIMILAR,
        links=(("employer", "MUSTER, Otto"), ("archived", "")),
    )
    search = Search(searched=(sought,), hits=(found,), more=2)
    assert conflicts.from_text(conflicts.to_text(search)) == search
