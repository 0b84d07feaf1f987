"""Pack files as text: what is written reads back, and nothing but a pack file reads at all."""

import json
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import pack_files
from app.domain.pack_files import AnswerEntry, CheckEntry, PackFile, RuleEntry
from app.domain.rule_actions import Action
from app.errors import UserError

DAY = date(2026, 11, 23)
PACK = PackFile(
    firm="虚构事务所 नमूना",
    signer="Ana Sample",
    public_key="ab" * 32,
    made_on=DAY,
    answers=(
        AnswerEntry(
            id=UUID(int=1),
            post="bangkok",
            fact="post.online_system",
            value="no",
            source="Mail",
            told_on=DAY,
            author="Ana",
            note="two\nlines",
        ),
    ),
    checks=(CheckEntry(id=UUID(int=2), post="bangkok", told_on=DAY, author="Ana"),),
    rules=(
        RuleEntry(
            id=UUID(int=3),
            category="K",
            item="K-DOC-01",
            action=Action.OFF,
            effective_from=DAY,
            effective_to=DAY,
            reason="why",
            source="who",
            told_on=DAY,
            author="Ana",
        ),
    ),
)
DATA = pack_files.write(PACK, bytes(64))


def test_what_is_written_reads_back_with_the_text_that_was_signed() -> None:
    sealed = pack_files.read(DATA, "a.kbpack")
    assert sealed.pack == PACK
    assert sealed.signed == pack_files.signed_text(PACK)
    assert sealed.signature == bytes(64)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'{"kasebook_pack": 1}',
        b'{"kasebook_pack": true}',
        b'{"kasebook_pack": NaN}',
        b'{"kasebook_pack": 1, "kasebook_pack": 1}',
        b'{"a":' * 50_000,
        b'{"kasebook_pack": ' + b"9" * 10_000 + b"}",
        b'{"kasebook_pack": 1, "x": "\\ud800"}',
        b" " * (pack_files.LARGEST + 1),
    ],
)
def test_what_is_no_pack_file_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UserError) as refused:
        pack_files.read(data, "a.kbpack")
    assert "a.kbpack" in refused.value.message


@given(at=st.integers(0, len(DATA) - 1), byte=st.integers(0, 255))
@settings(max_examples=200, deadline=None)
def test_one_changed_byte_is_refused_or_changes_what_was_signed(at: int, byte: int) -> None:
    changed = DATA[:at] + bytes([byte]) + DATA[at + 1 :]
    try:
        sealed = pack_files.read(changed, "a.kbpack")
    except UserError:
        return
    same = sealed.pack == PACK and sealed.signature == bytes(64)
    assert same == (json.loads(changed) == json.loads(DATA)) or sealed.signed != pack_files.signed_text(PACK)


_JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(
    key=st.sampled_from(["signer", "made_on", "answers", "checks", "rules", "signature", "kasebook_pack"]),
    value=_JSON,
)
@settings(max_examples=150, deadline=None)
def test_any_value_in_any_place_reads_or_is_refused_in_words(key: str, value: Any) -> None:
    data = json.dumps({**json.loads(DATA), key: value}).encode()
    with suppress(UserError):
        pack_files.read(data, "a.kbpack")


@given(data=st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(UserError):
        pack_files.read(data, "a.kbpack")
