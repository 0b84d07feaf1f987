"""What a visa photo must be: named profiles, dated, never a constant."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from app.domain.cited import Row, read_cited, read_table
from app.domain.fields import Labelled
from app.domain.pack_reader import Table
from app.domain.sources import Source
from app.i18n import N_, Bilingual, _

KIND = "photos"


class Ground(Labelled):
    """A colour of the background that a program can tell apart."""

    WHITE = "white", N_("White")
    LIGHT_BLUE = "light-blue", N_("Light blue")


@dataclass(frozen=True, slots=True)
class Span:
    """From ``least`` to ``most``, both counted in."""

    least: int
    most: int

    def holds(self, value: float) -> bool:
        """Whether a measure lies within."""
        return self.least <= value <= self.most

    def __str__(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least}–{self.most}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoProfile(Row):
    """One profile; what it leaves open is None. Millimetres on paper, pixels and kilobytes in a file."""

    title: Bilingual
    background: Bilingual
    grounds: tuple[Ground, ...]  # the same, for a program
    note: Bilingual | None = None
    paper_width: Span | None = None
    paper_height: Span | None = None
    head_width: Span | None = None
    head_height: Span | None = None
    pixel_width: Span | None = None
    pixel_height: Span | None = None
    kilobytes: Span | None = None
    file_format: str = ""
    colour_bits: int | None = None
    months_old: int | None = None
    in_colour: bool = False  # whether it asks for colour; where it does not say, nothing is checked


def parse(text: str, file: str, sources: Mapping[str, Source]) -> tuple[PhotoProfile, ...]:
    """Read the profiles (TOML). Raises ``RulePackError`` that names file, profile and key."""
    return read_table(text, file, KIND, "profile", partial(read_row, sources=sources))


def read_row(table: Table, name: str, sources: Mapping[str, Source]) -> PhotoProfile:
    """Read one profile. Raises ``RulePackError``."""
    return PhotoProfile(
        id=name,
        title=table.both("title"),
        background=table.both("background"),
        grounds=_grounds(table),
        note=table.both_or_none("note"),
        paper_width=_span(table, "paper_width"),
        paper_height=_span(table, "paper_height"),
        head_width=_span(table, "head_width"),
        head_height=_span(table, "head_height"),
        pixel_width=_span(table, "pixel_width"),
        pixel_height=_span(table, "pixel_height"),
        kilobytes=_span(table, "kilobytes"),
        file_format=table.text("file_format", ""),
        colour_bits=table.number_or_none("colour_bits"),
        months_old=table.number_or_none("months_old"),
        in_colour=table.flag("in_colour", False),
        **read_cited(table, sources),
    )


def _grounds(table: Table) -> tuple[Ground, ...]:
    known = {each.value: each for each in Ground}
    named = table.texts("grounds")
    if not named or not set(named) <= known.keys():
        raise table.error(_("must name colours of the background"), "grounds", ", ".join(known))
    return tuple(known[name] for name in named)


def _span(table: Table, key: str) -> Span | None:
    if not table.has(key):
        return None
    values = table.take(key)
    numbers = values if isinstance(values, list) else []
    if len(numbers) != 2 or not all(type(each) is int and each >= 0 for each in numbers):
        raise table.error(_("must be two whole numbers, the least and the most"), key)
    if numbers[0] > numbers[1]:
        raise table.error(_("must be two whole numbers, the least and the most"), key)
    return Span(numbers[0], numbers[1])
