"""The sources that rules cite: what each is, who published it, and in which form it was read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from app.domain.basis import Citation
from app.domain.pack_reader import RulePackError, Table, load_toml
from app.i18n import Bilingual, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source, named without any address; ``dated`` is as exact as the source itself.

    ``read_as`` says in which form it was read, where that weakens it (a mirror, an older text, a digest).
    """

    key: str
    title: Bilingual
    publisher: str
    dated: str = ""
    read_as: Bilingual | None = None

    @property
    def line(self) -> Bilingual:
        """The line of a list of sources: "[L1] Title, publisher, date (how it was read)"."""
        return Bilingual(self._line(0), self._line(1))

    def _line(self, side: int) -> str:
        parts = [self.title[side], self.publisher, self.dated]
        text = f"[{self.key}] " + ", ".join(part for part in parts if part)
        return f"{text} ({self.read_as[side]})" if self.read_as else text


def parse(text: str, file: str) -> Mapping[str, Source]:
    """Read a source list (TOML, one table for each key). Raises ``RulePackError``."""
    return read_sources(load_toml(text, file), file)


def read_sources(values: Mapping[str, object], file: str) -> Mapping[str, Source]:
    """Read sources from their tables by key. Raises ``RulePackError``."""
    found: dict[str, Source] = {}
    for key, each in values.items():
        if not isinstance(each, Mapping):
            raise RulePackError(_("must be a table"), file=file, item=key)
        found[key] = _source(key, Table(each, file, key))
    return MappingProxyType(found)


def _source(key: str, table: Table) -> Source:
    source = Source(
        key=key,
        title=table.both("title"),
        publisher=table.text("publisher"),
        dated=table.text("dated", ""),
        read_as=table.both_or_none("read_as"),
    )
    table.done()
    return source


def read_citations(
    table: Table, sources: Mapping[str, Source], inherited: date | None = None
) -> tuple[Citation, ...]:
    """Read ``sources`` and ``checked_on`` of an entry; a rule without them does not load.

    Each source names a key of the list and the place in it. ``inherited`` is the day that the entry around
    this one was checked. Raises ``RulePackError``.
    """
    checked_on = table.day("checked_on", inherited)
    cited = []
    for each in table.tables("sources"):
        key = each.text("source")
        if key not in sources:
            raise each.error(_("“{key}” is not in the list of sources").format(key=key[:40]), "source")
        cited.append(Citation(key, each.text("locator"), each.day("checked_on", checked_on)))
        each.done()
    if not cited:
        raise table.error(_("is missing: every rule cites where it comes from"), "sources")
    return tuple(cited)
