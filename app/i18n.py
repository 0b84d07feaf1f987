"""Words in the user's language: gettext for every layer, and both languages at once for print."""

import gettext as _gettext
from functools import cache
from typing import NamedTuple

import resources

LANGUAGES = ("en", "zh-CN")
_current = "en"


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
    """Return ``words`` with its {names} replaced, each language by its own."""
    english = {key: value.en if isinstance(value, Bilingual) else value for key, value in values.items()}
    chinese = {key: value.zh if isinstance(value, Bilingual) else value for key, value in values.items()}
    return Bilingual(words.en.format(**english), words.zh.format(**chinese))
