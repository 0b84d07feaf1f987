"""What rules cite, in both languages for whoever prints it, and in the window's for whoever shows it."""

from collections.abc import Iterable
from functools import cache

import resources
from app.domain import chinese_citations
from app.domain.basis import Citation
from app.domain.chinese_citations import Words
from app.domain.sources import Source
from app.i18n import Bilingual, language


@cache
def chinese() -> Words:
    """Return the Chinese of the places, publishers and dates that shipped rules cite."""
    return chinese_citations.parse(resources.text("rules/sources-zh.toml"), "sources-zh.toml")


def cited(text: str) -> Bilingual:
    """Return "[L1] Art. 21; [O3] …" in both languages; a place that a firm wrote itself stays as it is."""
    return chinese_citations.cited(text, chinese())


def line(source: Source) -> Bilingual:
    """Return the line of a list of sources in both languages."""
    return chinese_citations.line(source, chinese())


def in_full(cited: Iterable[Citation], sources: Iterable[Source]) -> list[str]:
    """Return each citation with its source as listed, in the language of the window."""
    known = {source.key: line(source).text(language()) for source in sources}
    return [f"{known.get(each.source, each.source)}: {place(each.locator)}" for each in cited]


def place(locator: str) -> str:
    """Return a place in a source in the language of the window."""
    return chinese_citations.place(locator, chinese()) if language() == "zh" else locator
