"""What a document holds that can't be printed rightly, named so that a person can mend it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.errors import UserError
from app.i18n import _, language, plural
from app.pdf.text import characters, runs
from app.pdf.tree import Document, Language, Words, readings, texts

_NEW_LINE = re.compile(characters.NEW_LINES)


@dataclass(frozen=True, slots=True)
class Problem:
    """One character of one field: ``reason`` is "right-to-left", "control", or "missing" from the fonts."""

    field: Words
    character: str  # as it is, or U+FFFD where it can't be shown
    code_point: str  # "U+0628"
    name: str  # its Unicode name
    reason: str


class MissingGlyphs(UserError):
    """A document was refused because some of its characters would print wrong; ``problems`` lists them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(_message(first), _hint(first, len(problems) - 1), field=_field(first))
        self.problems = problems


def problems(document: Document) -> tuple[Problem, ...]:
    """Return each character that can't be printed, once for every field it stands in, in reading order."""
    found: dict[tuple[str, str], Problem] = {}
    for field, words in texts(document):
        for text, _code in readings(words, document.language):
            for problem in _in_text(text, field):
                key = (problem.code_point, str(field))
                found.setdefault(key, problem)
    named = {problem.code_point for problem in found.values() if problem.field}
    return tuple(problem for problem in found.values() if problem.field or problem.code_point not in named)


def refuse(document: Document) -> None:
    """Raise ``MissingGlyphs`` if anything in ``document`` would print wrong."""
    found = problems(document)
    if found:
        raise MissingGlyphs(found)


def _in_text(text: str, field: Words) -> Iterator[Problem]:
    if text.isascii() and text.isprintable():
        return
    for _place, character in runs.unknown(_NEW_LINE.sub(" ", text).replace("\t", " ")):
        yield _problem(field, character, "control" if characters.is_unprintable(character) else "missing")
    for character in text:
        if characters.is_right_to_left(character):
            yield _problem(field, character, "right-to-left")


def _problem(field: Words, character: str, reason: str) -> Problem:
    shown = "\ufffd" if characters.is_unprintable(character) else character
    return Problem(field, shown, characters.code_point(character), characters.name(character), reason)


def _field(problem: Problem) -> str:
    """Return what a message calls the field; "" where it is none of the user's."""
    shown: Language = "zh-CN" if language().startswith("zh") else "en"
    return " ".join(text for text, _code in readings(problem.field, shown))


def _message(problem: Problem) -> str:
    """Return one sentence: which field, which character, why."""
    field = _field(problem) or _("this document")
    if problem.reason == "right-to-left":
        text = _("{field} holds {code} ({name}), which is written from right to left.")
    elif problem.reason == "control":
        text = _("{field} holds {code} ({name}), which is no text.")
    else:
        text = _("{field} holds {code} ({name}), which is in none of the fonts.")
    return text.format(field=field, code=problem.code_point, name=problem.name)


def _hint(problem: Problem, others: int) -> str:
    """Return what to do, and how many more there are."""
    if problem.reason == "right-to-left":
        text = _("This version can't print it rightly: leave it out or write it in another script.")
    else:
        text = _("Take it out or write it otherwise, then print again.")
    if others:
        text += " " + plural(
            "{count} more character can't be printed.", "{count} more characters can't be printed.", others
        )
    return text
