"""The answers to section 8 are given out with a consent, and only those that are answers."""

from app.domain.choices import Question, YesNo
from app.domain.people import Declaration
from app.services import people, section_8
from db.casebook import Casebook
from tests.builders import TODAY, a_consent, add_person


def test_without_a_consent_there_are_none(book: Casebook) -> None:
    assert book.read(section_8.answers, add_person(book)) == ()


def test_each_answer_has_its_question_in_both_languages(book: Casebook) -> None:
    person = add_person(book, consents=(a_consent(),))
    for question, answer in ((Question.HEALTH, YesNo.NO), (Question.OTHER, None)):
        declared = Declaration(question=question, answer=answer)
        book.write(people.save_part, person, "declarations", declared, TODAY)
    (only,) = book.read(section_8.answers, person)
    assert only.answer.en == "No"
    assert only.question.zh != only.question.en
