"""Knowledge notes: what is known, reported or wrongly told about a visa, each with its label."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from app.domain.cited import Row, read_cited, read_table
from app.domain.fields import Labelled
from app.domain.pack_reader import Table
from app.domain.sources import Source
from app.i18n import N_, Bilingual

KIND = "knowledge"


class Topic(Labelled):
    """What a note is about."""

    DIFFERENCES = "differences", N_("How it differs from other visas")
    ACTIVITIES = "activities", N_("What it is for, and what not")
    MISSIONS = "missions", N_("What missions published")
    MISINFORMATION = "misinformation", N_("Told wrongly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Row):
    """One note. Of misinformation, ``text`` is what is told and ``answer`` what to say to it."""

    category: str
    topic: Topic
    text: Bilingual
    answer: Bilingual | None = None


def parse(text: str, file: str, sources: Mapping[str, Source]) -> tuple[Note, ...]:
    """Read the notes (TOML). Raises ``RulePackError`` that names file, note and key."""
    return read_table(text, file, KIND, "note", partial(_note, sources=sources))


def _note(table: Table, name: str, sources: Mapping[str, Source]) -> Note:
    topic = table.choice("topic", Topic)
    return Note(
        id=name,
        category=table.text("category"),
        topic=topic,
        text=table.both("text"),
        answer=table.both("answer") if topic is Topic.MISINFORMATION else None,
        **read_cited(table, sources),
    )
