"""Notes carry their label; what is told wrongly has its answer."""

import pytest

from app.domain.basis import Basis
from app.domain.knowledge import Topic, parse
from app.domain.pack_reader import RulePackError
from app.services import tables
from tests.domain.rules import some_sources

TEXT = """
table = "knowledge"
version = "1"
review_every_days = 30
effective_from = 2025-01-01

[[note]]
id = "wrong"
category = "K"
topic = "misinformation"
text = { en = "It is free.", zh = "免费。" }
answer = { en = "It is not.", zh = "并非如此。" }
basis = "UNVERIFIED"
sources = [{ source = "S1", locator = "page 1" }]
checked_on = 2026-01-02
"""


def test_what_is_told_wrongly_is_unverified_and_answered() -> None:
    wrong = [note for note in tables.notes() if note.topic is Topic.MISINFORMATION]
    assert {note.id for note in wrong} >= {
        "wrong-bereavement", "wrong-dependant", "wrong-us", "wrong-invitation", "wrong-no-limits",
    }  # fmt: skip
    assert all(note.answer and note.basis is Basis.UNVERIFIED for note in wrong)


def test_every_topic_has_notes() -> None:
    assert {note.topic for note in tables.notes()} == set(Topic)


def test_misinformation_without_an_answer_is_refused() -> None:
    text = "\n".join(line for line in TEXT.splitlines() if not line.startswith("answer"))
    with pytest.raises(RulePackError, match="wrong: answer"):
        parse(text, "knowledge.toml", some_sources())


def test_an_answer_belongs_to_misinformation_only() -> None:
    with pytest.raises(RulePackError, match="wrong: answer: unknown key"):
        parse(TEXT.replace('"misinformation"', '"missions"'), "knowledge.toml", some_sources())
