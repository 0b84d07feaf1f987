"""Signed packs travel between casebooks: previewed, taken in as one step, and never believed blindly."""

import hashlib
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.conditions import Answer
from app.errors import UserError
from app.services import checklists, firm_rules, firm_tables, history, pack_files, post_answers, signers
from app.services.pack_files import Effect, Preview
from db import signing
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.casebooks import create
from tests.db.content import content_hash
from tests.services.test_firm_rules import ITEM, a_new_rule
from tests.services.test_firm_tables import a_new_row
from tests.services.test_post_answers import FACT, POST, an_answer

FILE = "theirs.kbpack"


def a_pack(folder: Path) -> bytes:
    """Return the file of another firm with an answer, a check and a rule."""
    folder.mkdir(exist_ok=True)
    other, _code = create(folder / "Other.kasebook", firm="另一家虚构事务所", name="Ben Example")
    other.write(post_answers.record, an_answer(note="两行\n备注", capture="kept"), TODAY)
    other.write(post_answers.check, POST, TODAY, TODAY)
    other.write(firm_rules.record, a_new_rule(), TODAY)
    other.write(firm_tables.record, a_new_row(), TODAY)
    data = other.read(pack_files.signed, "Ben Example", TODAY)
    other.close()
    return data


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return a_pack(tmp_path_factory.mktemp("other"))


def look(book: Casebook, data: bytes, today: date = TODAY) -> Preview:
    return book.read(pack_files.preview, data, FILE, today)


def effects(found: Preview) -> list[Effect]:
    return [line.effect for line in found.lines]


def test_a_pack_is_previewed_before_anything_is_written(book: Casebook, theirs: bytes) -> None:
    before = content_hash(book)
    found = look(book, theirs)
    assert (found.firm, found.signer, found.is_trusted) == ("另一家虚构事务所", "Ben Example", False)
    assert len(found.fingerprint) == 39
    assert effects(found) == [Effect.NEW] * 4
    assert [line.value.en for line in found.lines] == ["No", "", "Own wording", "Own wording"]
    assert content_hash(book) == before


def test_taking_in_is_one_step_that_open_cases_follow_and_one_undo(book: Casebook, theirs: bytes) -> None:
    case = open_case(book, post=POST).id
    before, head = content_hash(book), book.head()
    assert book.write(pack_files.accept, theirs, FILE, TODAY, trust=True).result == 4
    assert book.head() == head + 1
    lines = {each.line.item.id: each.line for each in book.read(checklists.lines, case, TODAY)}
    assert lines["K-SUB-01"].applies is Answer.NO
    assert book.read(firm_rules.composed, "K", POST, TODAY).rules.by_id[ITEM].copies == 7
    answer = book.read(post_answers.history, POST, FACT, TODAY)[0]
    assert (answer.note, answer.capture, answer.author) == ("两行\n备注", "kept", "Ben Example")
    assert answer.origin.startswith("另一家虚构事务所 (")
    assert look(book, theirs).is_trusted
    book.undo()
    assert content_hash(book) == before
    assert not look(book, theirs).is_trusted


def test_what_is_here_already_is_said_and_not_doubled(book: Casebook, theirs: bytes) -> None:
    book.write(pack_files.accept, theirs, FILE, TODAY)
    assert effects(look(book, theirs)) == [Effect.THERE] * 4
    assert book.write(pack_files.accept, theirs, FILE, TODAY).result == 0


def test_an_entry_stands_over_ours_or_gives_way_by_its_day(book: Casebook, theirs: bytes) -> None:
    book.write(post_answers.record, an_answer(value="yes", told_on=TODAY - timedelta(days=9)), TODAY)
    assert effects(look(book, theirs))[0] is Effect.SUPERSEDES
    book.write(post_answers.record, an_answer(value="yes"), TODAY)
    assert effects(look(book, theirs))[0] is Effect.OLDER
    book.write(pack_files.accept, theirs, FILE, TODAY)
    standing = book.read(post_answers.post, POST, TODAY).answer(FACT)
    assert standing
    assert standing.value is True


def test_our_own_pack_is_told_as_ours_and_others_entries_are_not_signed_again(
    book: Casebook, theirs: bytes
) -> None:
    book.write(pack_files.accept, theirs, FILE, TODAY)
    with pytest.raises(UserError, match="no answers and no rules of our own"):
        book.read(pack_files.signed, "Ana", TODAY)
    book.write(post_answers.check, "hanoi", TODAY, TODAY)
    found = look(book, book.read(pack_files.signed, "Ana", TODAY))
    assert found.is_own
    assert [line.about for line in found.lines] == ["hanoi"]


def _resigned(change: Callable[[dict[str, Any]], object], theirs: bytes, book: Casebook) -> bytes:
    """Return the file with a change that is signed anew: a hostile signer, not a damaged file."""
    values = json.loads(theirs)
    del values["signature"]
    values["signer"]["public_key"] = book.read(signing.public_key).hex()
    change(values)
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return json.dumps({**values, "signature": book.read(signing.sign, text).hex()}).encode()


HOSTILE: dict[str, Callable[[dict[str, Any]], object]] = {
    "an unknown post": lambda v: v["answers"][0].update(post="atlantis"),
    "an unknown fact": lambda v: v["answers"][0].update(fact="limb"),
    "a value of another type": lambda v: v["answers"][0].update(value="perhaps"),
    "a number for a text": lambda v: v["answers"][0].update(source=7),
    "a day to come": lambda v: v["answers"][0].update(told_on="2031-01-01"),
    "no day": lambda v: v["answers"][0].update(told_on="yesterday"),
    "a control character": lambda v: v["answers"][0].update(source="a\x1b[2J"),
    "text that turns round": lambda v: v["answers"][0].update(note="\u202egpj.exe"),
    "endless text": lambda v: v["answers"][0].update(capture="x" * 30_000),
    "an unknown key": lambda v: v["answers"][0].update(extra="1"),
    "a key that is missing": lambda v: v["answers"][0].pop("source"),
    "a short id": lambda v: v["answers"][0].update(id="00"),
    "one entry twice": lambda v: v["answers"].append(v["answers"][0]),
    "a list that is none": lambda v: v.update(answers={"a": 1}),
    "too many entries": lambda v: v.update(checks=[v["checks"][0]] * 5_001),
    "an unknown visa": lambda v: v["rules"][0].update(category="Q9"),
    "an item that is no table": lambda v: v["rules"][0].update(values="[]"),
    "an item of another code": lambda v: v["rules"][0].update(item="OTHER"),
    "an item too deep": lambda v: v["rules"][0].update(values="[" * 30_000),
    "an action nobody knows": lambda v: v["rules"][0].update(action="explode"),
    "an end before its beginning": lambda v: v["rules"][0].update(effective_to="2020-01-01"),
    "another version": lambda v: v.update(kasebook_pack=2),
    "no signer": lambda v: v.update(signer=None),
    "a firm without a name": lambda v: v["signer"].update(firm=" "),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_with_its_place_and_leaves_nothing(
    book: Casebook, theirs: bytes, what: str
) -> None:
    data = _resigned(HOSTILE[what], theirs, book)
    before = content_hash(book)
    with pytest.raises(UserError) as refused:
        look(book, data)
    assert FILE in str(refused.value)
    assert len(str(refused.value)) < 600
    with pytest.raises(UserError):
        book.write(pack_files.accept, data, FILE, TODAY)
    assert content_hash(book) == before


def test_a_file_that_was_changed_after_signing_is_refused(book: Casebook, theirs: bytes) -> None:
    for old, new in ((b'"no"', b'"yes"'), (b"Ben", b"Bob"), ("虚构".encode(), "真实".encode())):
        assert old in theirs
        with pytest.raises(UserError, match="does not fit"):
            look(book, theirs.replace(old, new))


def test_a_pack_reads_the_same_with_other_spacing(book: Casebook, theirs: bytes) -> None:
    assert look(book, json.dumps(json.loads(theirs)).encode()) == look(book, theirs)


def test_signers_are_trusted_once_and_dropped(book: Casebook, theirs: bytes) -> None:
    key = look(book, theirs).public_key
    book.write(signers.trust, key, "Other firm (Ben Example)")
    with pytest.raises(UserError, match="trusted already"):
        book.write(signers.trust, key, "Other firm")
    (line,) = book.read(signers.trusted)
    assert line.fingerprint == look(book, theirs).fingerprint
    book.write(signers.drop, line.id, line.version)
    assert book.read(signers.trusted) == []
    assert book.read(signers.own) != line.fingerprint


def test_a_file_that_was_written_is_recorded_by_its_hash(book: Casebook) -> None:
    book.write(post_answers.check, POST, TODAY, TODAY)
    data = book.read(pack_files.signed, "Ana", TODAY)
    head = book.head()
    book.write(pack_files.export, data)
    entry = book.read(history.entries)[0]
    assert (book.head(), entry.tag, entry.detail["entries"]) == (head + 1, "rules:export", 1)
    assert entry.detail["sha256"] == hashlib.sha256(data).hexdigest()
