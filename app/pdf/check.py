"""What a document holds that is not drawn as itself, named so that a person sees it before it is printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.pdf.text import characters, runs
from app.pdf.tree import Document, Words, readings
from app.pdf.walk import texts

_NEW_LINE = re.compile(characters.NEW_LINES)


@dataclass(frozen=True, slots=True)
class Problem:
    """One character of one field, and why it is not drawn as itself.

    ``reason`` is "missing" from the fonts, "control" where it is no text, "override" where it would turn
    letters round: these are drawn as boxes; or "variant", where the letter before it has its ordinary shape.
    """

    field: Words
    character: str  # as it is, or U+FFFD where it can't be shown
    code_point: str  # "U+0628"
    name: str  # its Unicode name
    reason: str


def problems(document: Document) -> tuple[Problem, ...]:
    """Return each character not drawn as itself, once for every field it stands in, in reading order."""
    found: dict[tuple[str, str], Problem] = {}
    for field, words in texts(document):
        for text, _code in readings(words, document.language):
            for problem in _in_text(text, field):
                key = (problem.code_point, str(field))
                found.setdefault(key, problem)
    named = {problem.code_point for problem in found.values() if problem.field}
    return tuple(problem for problem in found.values() if problem.field or problem.code_point not in named)


def _in_text(text: str, field: Words) -> Iterator[Problem]:
    if text.isascii() and text.isprintable():
        return
    for character in _unknown(text):
        yield _problem(field, character, _reason(character))


@lru_cache(maxsize=4096)
def _unknown(text: str) -> tuple[str, ...]:
    lines = _NEW_LINE.split(text.replace("\t", " "))
    return tuple(character for line in lines for _place, character in runs.unknown(line))


def _reason(character: str) -> str:
    if characters.is_override(character):
        return "override"
    if characters.is_variant(character):
        return "variant"
    return "control" if characters.is_unprintable(character) else "missing"


def _problem(field: Words, character: str, reason: str) -> Problem:
    shown = "\ufffd" if characters.is_unprintable(character) else character
    return Problem(field, shown, characters.code_point(character), characters.name(character), reason)
