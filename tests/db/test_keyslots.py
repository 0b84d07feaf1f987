"""Key slots open the database key for those who may, however they type, and for nobody else."""

from dataclasses import replace
from typing import Any

import pytest

from app.errors import NotOurs, WrongPassphrase
from db import keyslots
from db.keyslots import CHEAP, RECOVERY, Cost, Slot

KEY, NEXT = bytes(range(32)), bytes(range(32, 64))
PASSPHRASE = "correct horse battery"


@pytest.fixture
def slot() -> Slot:
    return keyslots.new_slot("ana", PASSPHRASE, KEY, CHEAP)


def test_a_slot_opens_with_its_passphrase(slot: Slot) -> None:
    assert keyslots.opened(slot, PASSPHRASE) == (KEY,)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        " ",
        "correct horse batter",
        "correct horse battery ",
        "Correct horse battery",
        KEY.hex(),
        "x" * 10_000,
    ],
)
def test_a_slot_opens_with_no_other(slot: Slot, wrong: str) -> None:
    with pytest.raises(WrongPassphrase):
        keyslots.opened(slot, wrong)


@pytest.mark.parametrize(
    "passphrase", ["", "密码很长很长", "пароль", "🙂" * 10, "\ud800", "a\x00b", "x" * 100_000]
)
def test_any_text_can_be_a_passphrase(passphrase: str) -> None:
    assert keyslots.opened(keyslots.new_slot("ana", passphrase, KEY, CHEAP), passphrase) == (KEY,)


def test_a_passphrase_is_the_same_however_the_keyboard_composes_it() -> None:
    slot = keyslots.new_slot("ana", "caf\u00e9 \u1ec7", KEY, CHEAP)
    assert keyslots.opened(slot, "cafe\u0301 e\u0323\u0302") == (KEY,)


def test_two_slots_of_one_passphrase_have_nothing_in_common(slot: Slot) -> None:
    other = keyslots.new_slot("ana", PASSPHRASE, KEY, CHEAP)
    assert {slot.salt, slot.public, slot.private, slot.sealed}.isdisjoint(
        {other.salt, other.public, other.private, other.sealed}
    )


def test_a_slot_is_bound_to_its_login(slot: Slot) -> None:
    with pytest.raises(WrongPassphrase):
        keyslots.opened(replace(slot, login="ben"), PASSPHRASE)


def test_a_changed_passphrase_opens_and_the_old_one_does_not(slot: Slot) -> None:
    changed = keyslots.with_passphrase(slot, PASSPHRASE, "another long phrase", CHEAP)
    assert keyslots.opened(changed, "another long phrase") == (KEY,)
    with pytest.raises(WrongPassphrase):
        keyslots.opened(changed, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        keyslots.with_passphrase(slot, "wrong", "another long phrase", CHEAP)


def test_a_pending_key_comes_after_the_present_one(slot: Slot) -> None:
    pending = replace(slot, pending=keyslots.seal(slot.public, NEXT))
    assert keyslots.opened(pending, PASSPHRASE) == (KEY, NEXT)
    changed = keyslots.with_passphrase(pending, PASSPHRASE, "another long phrase", CHEAP)
    assert keyslots.opened(changed, "another long phrase") == (KEY, NEXT)


def test_a_new_key_is_sealed_to_everybody_without_their_passphrases(slot: Slot) -> None:
    other = keyslots.new_slot("ben", "another long phrase", KEY, CHEAP)
    pending = replace(slot, pending=keyslots.seal(slot.public, NEXT))
    sealed = keyslots.sealed_to({"ana": pending, "ben": other}, NEXT)
    assert keyslots.opened(sealed["ana"], PASSPHRASE) == (NEXT,)
    assert keyslots.opened(sealed["ben"], "another long phrase") == (NEXT,)


@pytest.mark.parametrize("name", ["salt", "private"])
def test_a_damaged_secret_is_a_wrong_passphrase(slot: Slot, name: str) -> None:
    with pytest.raises(WrongPassphrase):
        keyslots.opened(_flipped(slot, name), PASSPHRASE)


def test_a_damaged_seal_is_told_from_a_wrong_passphrase(slot: Slot) -> None:
    with pytest.raises(NotOurs, match=r"key file.*damaged"):
        keyslots.opened(_flipped(slot, "sealed"), PASSPHRASE)


def _flipped(slot: Slot, name: str) -> Slot:
    content = bytearray(getattr(slot, name))
    content[-1] ^= 1
    changed: dict[str, Any] = {name: bytes(content)}
    return replace(slot, **changed)


def test_a_recovery_key_is_160_random_bits_in_groups_of_four() -> None:
    codes = {keyslots.recovery_code() for _ in range(100)}
    assert len(codes) == 100
    assert all(len(code) == 39 and code.count("-") == 7 for code in codes)
    assert {letter for code in codes for letter in code} == set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567-")


@pytest.mark.parametrize(
    "sloppy",
    [
        lambda code: code.lower(),
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " "),
        lambda code: f"  {code}\n",
        lambda code: code.replace("-", "–"),
        lambda code: code.replace("O", "0").replace("I", "1").replace("B", "8"),
        lambda code: "".join(chr(ord(letter) + 0xFEE0) if letter.isalnum() else letter for letter in code),
        lambda code: ".".join(code),
    ],
    ids=["small", "joined", "spaced", "padded", "dashes", "misread", "full width", "dotted"],
)
def test_a_recovery_key_opens_however_it_is_typed(sloppy: Any) -> None:
    code = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567"
    slot = keyslots.new_slot(RECOVERY, code, KEY, CHEAP)
    assert keyslots.tidied(sloppy(code)) == code
    assert keyslots.opened(slot, sloppy(code)) == (KEY,)


def test_a_guess_costs_what_the_slot_says(slot: Slot) -> None:
    dear = keyslots.with_passphrase(slot, PASSPHRASE, PASSPHRASE, Cost(memory=128, passes=2, lanes=1))
    assert dear.cost == Cost(memory=128, passes=2, lanes=1)
    assert keyslots.opened(dear, PASSPHRASE) == (KEY,)
    with pytest.raises(WrongPassphrase):
        keyslots.opened(replace(dear, cost=CHEAP), PASSPHRASE)


def test_the_usual_cost_is_that_of_a_vault() -> None:
    assert Cost() == Cost(memory=256 * 1024, passes=3, lanes=4)
