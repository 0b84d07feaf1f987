"""What is guessed at once is no passphrase; words that mean nothing together are one."""

import pytest

from app.domain.passphrases import refuse_weak
from app.errors import UserError


@pytest.mark.parametrize(
    ("passphrase", "message"),
    [
        ("", "too short"),
        ("short", "too short"),
        ("ninechars", "too short"),
        ("aaaaaaaaaaaa", "too short"),
        ("abcabcabcabc", "too short"),
        ("1234567890", "guessed at once"),
        ("0987654321", "guessed at once"),
        ("qwertyuiop", "guessed at once"),
        ("Qwertyuiop123!", "guessed at once"),
        ("abcdefghijklmnop", "guessed at once"),
        ("password2026", "guessed at once"),
        ("P4ssw0rdPassw0rd", "guessed at once"),
        ("kasebook-2026", "guessed at once"),
        ("wordswordswords", "guessed at once"),
        ("Ana Sample 1998", "guessed at once"),
        ("口令口令口令密码密码密码密码密码一二三", "guessed at once"),
    ],
)
def test_what_is_guessed_at_once_is_refused(passphrase: str, message: str) -> None:
    with pytest.raises(UserError, match=message) as raised:
        refuse_weak(passphrase, ("ana", "Ana Sample"))
    assert raised.value.field == "passphrase"


@pytest.mark.parametrize(
    "passphrase",
    [
        "correct horse battery",
        "four new words here",
        "another long phrase",
        "x7$kQ9!mZ2pL",
        "谁说猫不会游泳呢我看会的",
        "кто сказал что коты",
    ],
)
def test_words_that_mean_nothing_together_are_taken(passphrase: str) -> None:
    refuse_weak(passphrase, ("ana", "Ana Sample", ""))


def test_a_very_long_passphrase_is_judged_soon() -> None:
    refuse_weak("correct horse battery " * 3 + "xy" * 100_000)
