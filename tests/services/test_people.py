"""Persons are added, edited field by field, archived; every refusal names its field."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.choices import ConsentHow, NameKind, Purpose, Question, YesNo
from app.domain.dates import PartialDate
from app.domain.people import Declaration, Name, Passport
from app.errors import Conflict, UserError
from app.services import people, people_list
from db.casebook import Casebook
from db.types import new_key
from tests.builders import TODAY, a_consent, a_passport, a_person, add_person


def test_a_person_comes_back_as_added(book: Casebook) -> None:
    key = add_person(book)
    person = book.read(people.person, key)
    assert [name.given for name in person.names] == ["Ananya", "अनन्या"]
    assert person.birth_date == PartialDate(1998, 4, 2)
    assert person.passports[0].number == "Z0000001"


def test_a_person_needs_a_name(book: Casebook) -> None:
    with pytest.raises(UserError) as refused:
        book.write(people.add, a_person(names=()), TODAY)
    assert refused.value.field == "names"


def test_a_mononym_is_a_name(book: Casebook) -> None:
    key = add_person(book, names=(Name(kind=NameKind.PASSPORT, given="Sampleno"),))
    line = book.read(people_list.line_of, key)
    assert line is not None
    assert line.name == "Sampleno"


def test_setting_a_field_gives_the_next_version(book: Casebook) -> None:
    key = add_person(book)
    version = book.write(people.set_field, key, 1, "birth_city", "Sampleville", TODAY).result
    assert version == 2
    assert book.read(people.person, key).birth_city == "Sampleville"


def test_an_older_version_conflicts_and_says_who_changed_it(book: Casebook) -> None:
    key = add_person(book)
    book.write(people.set_field, key, 1, "birth_city", "Sampleville", TODAY)
    with pytest.raises(Conflict) as refused:
        book.write(people.set_field, key, 1, "birth_city", "Otherville", TODAY)
    assert refused.value.who == "Ana Sample"
    assert refused.value.when


def test_a_birth_date_in_the_future_is_refused(book: Casebook) -> None:
    key = add_person(book)
    with pytest.raises(UserError) as refused:
        book.write(people.set_field, key, 1, "birth_date", PartialDate(2027), TODAY)
    assert refused.value.field == "birth_date"
    assert book.read(people.person, key).birth_date == PartialDate(1998, 4, 2)


def test_a_passport_issued_after_its_expiry_is_refused(book: Casebook) -> None:
    key = add_person(book)
    wrong = a_passport(issued_on=date(2025, 1, 1), expires_on=date(2024, 1, 1))
    with pytest.raises(UserError) as refused:
        book.write(people.save_part, key, "passports", wrong, TODAY)
    assert refused.value.field in ("issued_on", "expires_on")


@pytest.mark.parametrize("text", ["<b>bold</b>", "=1+1", "%_%", "O'Neil", "{name}", "../../x"])
def test_markup_and_formulas_are_kept_as_typed(book: Casebook, text: str) -> None:
    key = add_person(book, names=(Name(kind=NameKind.PASSPORT, family=text, given="Test"),))
    assert book.read(people.person, key).names[0].family == text


@pytest.mark.parametrize("text", ["a" * 5000, "line\nbreak", "bell\x07", "rtl\u202eoverride", "\ud800"])
def test_what_no_passport_holds_is_refused_beside_its_field(book: Casebook, text: str) -> None:
    with pytest.raises(UserError) as refused:
        add_person(book, names=(Name(kind=NameKind.PASSPORT, family=text),))
    assert refused.value.field == "family"


def test_sensitive_answers_are_closed_until_a_consent(book: Casebook) -> None:
    key = add_person(book)
    answer = Declaration(question=Question.REFUSED, answer=YesNo.NO)
    with pytest.raises(UserError):
        book.write(people.save_part, key, "declarations", answer, TODAY)
    book.write(people.save_part, key, "consents", a_consent(), TODAY)
    book.write(people.save_part, key, "declarations", answer, TODAY)
    assert book.read(people.person, key).declarations == ()
    assert book.write(people.open_declarations, key).result[0].question is Question.REFUSED


def test_a_withdrawn_consent_closes_them_again(book: Casebook) -> None:
    key = add_person(book, consents=(a_consent(withdrawn_on=date(2026, 11, 20)),))
    with pytest.raises(UserError):
        book.write(people.open_declarations, key)


def test_the_last_name_stays(book: Casebook) -> None:
    key = add_person(book, names=(Name(kind=NameKind.PASSPORT, given="Sampleno"),))
    name = book.read(people.person, key).names[0]
    assert name.id
    with pytest.raises(UserError):
        book.write(people.remove_part, "names", name.id, name.version)


def test_a_removed_part_comes_back_with_undo(book: Casebook) -> None:
    key = add_person(book)
    passport = book.read(people.person, key).passports[0]
    assert passport.id
    book.write(people.remove_part, "passports", passport.id, passport.version)
    assert book.read(people.person, key).passports == ()
    book.undo()
    again = book.read(people.person, key).passports[0]
    assert replace(again, version=0) == replace(passport, version=0)


def test_an_archived_person_leaves_the_list_and_comes_back(book: Casebook) -> None:
    key = add_person(book)
    book.write(people.archive, key, 1)
    assert len(book.read(people_list.ids)) == 0
    assert len(book.read(people_list.ids, archived=True)) == 1
    book.write(people.bring_back, key, 2)
    assert len(book.read(people_list.ids)) == 1


def test_a_part_of_an_unknown_person_is_refused(book: Casebook) -> None:
    key = add_person(book)
    with pytest.raises(UserError):
        book.read(people.person, key.__class__(int=0))
    assert book.read(people.person, key).passports[0] != Passport()


def test_several_rows_are_saved_as_one_step_or_not_at_all(book: Casebook) -> None:
    key = add_person(book)
    consents = [a_consent(purpose=purpose) for purpose in (Purpose.SERVICE, Purpose.SENSITIVE)]
    book.write(people.save_parts, key, "consents", consents, TODAY)
    assert len(book.read(people.person, key).consents) == 2
    book.undo()
    assert book.read(people.person, key).consents == ()
    with pytest.raises(UserError):
        book.write(
            people.save_parts, key, "consents", [*consents, a_consent(given_on=date(2030, 1, 1))], TODAY
        )
    assert book.read(people.person, key).consents == ()


def test_answers_to_section_8_are_added_only_with_a_consent(book: Casebook) -> None:
    answers = (Declaration(question=Question.CRIMINAL, answer=YesNo.NO),)
    with pytest.raises(UserError):
        add_person(book, declarations=answers)
    for closed in (
        a_consent(purpose=Purpose.SERVICE),
        a_consent(withdrawn_on=TODAY),
        a_consent(given_on=None),
    ):
        with pytest.raises(UserError):
            add_person(book, declarations=answers, consents=(closed,))
    key = add_person(book, declarations=answers, consents=(a_consent(),))
    assert len(book.read(people.declarations, key)) == 1


def test_a_withdrawn_consent_closes_the_answers_again(book: Casebook) -> None:
    key = add_person(book, consents=(a_consent(how=ConsentHow.SIGNED),))
    answer = Declaration(question=Question.CRIMINAL, answer=YesNo.NO)
    book.write(people.save_part, key, "declarations", answer, TODAY)
    consent = book.read(people.person, key).consents[0]
    assert consent.id
    book.write(people.withdraw, consent.id, consent.version, TODAY)
    with pytest.raises(UserError, match="closed until a consent"):
        book.write(people.open_declarations, key)
    with pytest.raises(UserError, match="withdrawn already"):
        book.write(people.withdraw, consent.id, consent.version + 1, TODAY)
    assert book.read(people.person, key).consents[0].withdrawn_on == TODAY


def test_many_persons_are_read_as_each_by_itself(book: Casebook) -> None:
    keys = [add_person(book), add_person(book, passports=()), new_key()]
    found = book.read(people.persons, keys)
    assert found == {key: book.read(people.person, key) for key in keys[:2]}
