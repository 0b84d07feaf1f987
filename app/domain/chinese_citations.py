"""How sources and the places in them are said in Chinese; what nobody has said in Chinese stays as it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.pack_reader import Table, load_toml
from app.domain.sources import Source
from app.i18n import Bilingual

_CITED = re.compile(r"(?:^|(?<=; ))(\[\w+\]) ")  # where the next source begins: "[L1] Art. 21; [O3] …"
_ARTICLES = re.compile(r"Arts?\. (\d[\d, –()]*)(?:: ([A-Z0-9]+))?")
_ARTICLE = re.compile(r"(\d+)(?:\((\d+)\))?(?:–(\d+))?")
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The Chinese of places, publishers and dates, by what the rules and the list of sources say."""

    places: Mapping[str, str]
    publishers: Mapping[str, str]
    dates: Mapping[str, str]


def parse(text: str, file: str) -> Words:
    """Read the Chinese words (TOML, a table of texts for each kind). Raises ``RulePackError``."""
    table = Table(load_toml(text, file), file)
    found = {name: _texts(table.mapping(name), file, name) for name in ("places", "publishers", "dates")}
    table.done()
    return Words(**found)


def _texts(values: Mapping[str, object], file: str, name: str) -> Mapping[str, str]:
    table = Table(values, file, name)
    return {key: table.text(key) for key in values}


def cited(text: str, words: Words) -> Bilingual:
    """Return "[L1] Art. 21; [O3] …" in both languages."""
    head, *rest = _CITED.split(text)
    named = zip(rest[::2], rest[1::2], strict=True)
    chinese = "；".join(f"{key} {place(at.removesuffix('; '), words)}" for key, at in named)
    return Bilingual(text, head + chinese)


def place(locator: str, words: Words) -> str:
    """Return a place in a source in Chinese: "Arts. 41, 43" is "第四十一条、第四十三条"."""
    if locator in words.places:
        return words.places[locator]
    found = _ARTICLES.fullmatch(locator)
    if found is None:
        return locator
    articles = "、".join(_article(each) for each in found[1].split(", "))
    return f"{articles}（{found[2]}）" if found[2] else articles


def _article(text: str) -> str:
    found = _ARTICLE.fullmatch(text)
    if found is None:
        return text
    first = f"第{numeral(int(found[1]))}条"
    if found[2]:
        return f"{first}第{numeral(int(found[2]))}项"
    return f"{first}至第{numeral(int(found[3]))}条" if found[3] else first


def numeral(number: int) -> str:
    """Return a number from 1 to 999 as the articles of a law are numbered: 十二, 四十一, 一百零三."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    unit = _DIGITS[ones] if ones else ""
    if not hundreds:
        return f"{_DIGITS[tens] if tens > 1 else ''}十{unit}" if tens else unit
    below = f"{_DIGITS[tens]}十{unit}" if tens else f"零{unit}" if ones else ""
    return f"{_DIGITS[hundreds]}百{below}"


def line(source: Source, words: Words) -> Bilingual:
    """Return the line of a list of sources in both languages."""
    publisher = words.publishers.get(source.publisher, source.publisher)
    dated = words.dates.get(source.dated, source.dated)
    told = "，".join(part for part in (source.title.zh, publisher, dated) if part)
    read_as = f"（{source.read_as.zh}）" if source.read_as else ""
    return Bilingual(source.line.en, f"[{source.key}] {told}{read_as}")
