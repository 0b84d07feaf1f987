"""The columns of the template."""

from collections import Counter

import pytest

from app.domain.importing import Subject
from app.domain.importing import columns as c
from app.domain.importing.head_words import words
from app.i18n import both


@pytest.mark.parametrize("subject", list(Subject))
def test_every_column_has_a_key_and_a_head_of_its_own(subject: Subject) -> None:
    found = c.columns(subject)
    assert [key for key, count in Counter(one.key for one in found).items() if count > 1] == []
    for at in (0, 1):
        heads = Counter(both(one.label)[at] for one in found)
        assert [head for head, count in heads.items() if count > 1] == []


@pytest.mark.parametrize("subject", list(Subject))
def test_what_is_only_understood_is_not_written(subject: Subject) -> None:
    assert not any(one.read_only for one in c.written(subject))
    assert {key for group in c.needed(subject) for key in group} <= set(c.by_key(subject))


@pytest.mark.parametrize("subject", list(Subject))
def test_other_peoples_heads_stand_under_one_column_alone(subject: Subject) -> None:
    assert set(words(subject)) <= set(c.by_key(subject))
    heads = Counter(head for each in words(subject).values() for head in each)
    assert [head for head, count in heads.items() if count > 1] == []
