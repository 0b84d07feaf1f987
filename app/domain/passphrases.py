"""Passphrases that are guessed at once: short ones, and long ones made of what everybody tries first."""

import re
from collections.abc import Iterable

from app.errors import UserError
from app.i18n import _

SHORTEST, FEWEST = 10, 5  # characters, different ones
JUDGED = 200  # characters; whoever types more has enough
# What guessing begins with: rows of the keyboard, the alphabet, digits, the words everybody takes.
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORDS = re.compile(
    r"p[a4@]ssw[o0]rd|passphrase|kasebook|letmein|welcome|iloveyou|admin|密码|口令|(?:19|20)\d\d"
)
_REPEATED = re.compile(r"(.+?)\1+")
_SHORTEST_RUN = 4


def refuse_weak(passphrase: str, known: Iterable[str] = ()) -> None:
    """Refuse a passphrase that is guessed at once; ``known`` is what anybody knows of its owner.

    Raises ``UserError``.
    """
    if len(passphrase) < SHORTEST or len(set(passphrase)) < FEWEST:
        raise UserError(
            _("The passphrase is too short."),
            _("Take at least 10 characters; four or five words are good."),
            field="passphrase",
        )
    left = _hard_part(passphrase[:JUDGED].casefold(), known)
    if len(left) < SHORTEST - 2 or len(set(left)) < FEWEST:
        raise UserError(
            _("The passphrase is guessed at once."),
            _("Take words that have nothing to do with you or with each other."),
            field="passphrase",
        )


def _hard_part(text: str, known: Iterable[str]) -> str:
    """Return what is left once each thing that is tried first counts as one character."""
    for word in known:
        for part in word.casefold().split():
            if len(part) >= _SHORTEST_RUN - 1:
                text = text.replace(part, "*")
    text = _WORDS.sub("*", text)
    return _REPEATED.sub(lambda found: f"{found[1]}*", _without_runs(text))


def _without_runs(text: str) -> str:
    runs = [one for row in _RUNS for one in (row, row[::-1])]
    at, kept = 0, []
    while at < len(text):
        length = max(_run_length(text, at, run) for run in runs)
        kept.append("*" if length >= _SHORTEST_RUN else text[at])
        at += length if length >= _SHORTEST_RUN else 1
    return "".join(kept)


def _run_length(text: str, at: int, run: str) -> int:
    """Return how many characters from ``at`` on stand in ``run`` in this order."""
    length = 0
    while at + length < len(text) and text[at : at + length + 1] in run:
        length += 1
    return length
