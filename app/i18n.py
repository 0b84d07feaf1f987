"""Words in the user's language: gettext for every layer, and both languages at once for print."""

import gettext as _gettext
import unicodedata as _unicode
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import resources

LANGUAGES = ("en", "zh-CN")
_current = "en"
_TURNING = frozenset(["R", "AL", "AN", "LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"])
_FSI, _PDI = "\u2068", "\u2069"
_OPENING = "\u2066\u2067\u2068"


class Bilingual(NamedTuple):
    """One text in English and in simplified Chinese."""

    en: str
    zh: str

    def text(self, language: str) -> str:
        """Return the text in ``language`` ("en", "zh" or "zh-CN")."""
        return self.zh if language.startswith("zh") else self.en


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    if not language.startswith("zh"):
        return _gettext.NullTranslations()
    with resources.entry("i18n/zh_CN/LC_MESSAGES/kasebook.mo").open("rb") as file:
        return _gettext.GNUTranslations(file)


def use(language: str) -> None:
    """Set the language of ``_``: "en", "zh" or "zh-CN"."""
    global _current
    _current = language


def language() -> str:
    """Return the language in use."""
    return _current


def _(message: str) -> str:
    """Return ``message`` in the language in use. Pass literals only, and format afterwards."""
    return _catalogue(_current).gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of ``one`` or ``many`` that fits ``count``; format it with ``count`` afterwards."""
    return _catalogue(_current).ngettext(one, many, count).format(count=count)


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for it)
    """Mark ``message`` for translation and return it as it is."""
    return message


def both(message: str) -> Bilingual:
    """Return ``message`` in English and in Chinese, for print."""
    return Bilingual(message, _catalogue("zh-CN").gettext(message))


def filled(words: Bilingual, **values: str | Bilingual | int) -> Bilingual:
    """Return ``words`` with its {names} replaced, each language by its own; no value reorders the rest."""
    told = {key: _told(value) for key, value in values.items()}
    english = {key: value.en for key, value in told.items()}
    chinese = {key: value.zh for key, value in told.items()}
    return Bilingual(words.en.format(**english), words.zh.format(**chinese))


def joined(by: str | Bilingual, parts: Iterable[str | Bilingual]) -> Bilingual:
    """Return ``parts`` as one text in each language with ``by`` between; none reorders the others."""
    told = [_told(part) for part in parts]
    between = by if isinstance(by, Bilingual) else Bilingual(by, by)
    return Bilingual(between.en.join(each.en for each in told), between.zh.join(each.zh for each in told))


def _told(value: str | Bilingual | int) -> Bilingual:
    pair = value if isinstance(value, Bilingual) else (str(value), str(value))
    return Bilingual(*map(isolated, pair))


def isolated(value: str) -> str:
    """Return ``value`` as it may stand within a text of ours, which it then can't reorder.

    What is written from right to left, or holds controls of direction, becomes an isolate of its own.
    """
    if value.isascii() or not any(_unicode.bidirectional(each) in _TURNING for each in value):
        return value
    kept: list[str] = []
    depth = 0
    for character in value:
        depth += (character in _OPENING) - (character == _PDI)
        if depth < 0:
            depth = 0
            continue
        kept.append(character)
    return f"{_FSI}{''.join(kept)}{_PDI * (depth + 1)}"
