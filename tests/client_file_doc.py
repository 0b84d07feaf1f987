"""Keep ``docs/client-file.md``: ``python -m tests.client_file_doc`` writes it from the declared fields."""

from collections.abc import Iterator
from pathlib import Path

import resources
from app.domain import fields
from app.domain.fields import Field, Kind
from app.domain.people import PARTS, Part, Person
from app.services.client_files import RELATIVE, RELATIVE_KEY
from tests.tree import ROOT

PAGE = ROOT / "docs" / "client-file.md"
SAMPLE = "samples/client.toml"
_HEAD = """\
# A person as a file

`kasebook client add FILE` reads one person from a TOML or JSON file; `-` in place of FILE reads standard
input. `kasebook client show CLIENT --json` writes the same shape, with the person's key as `id` in front,
which `add` refuses: a person added gets a key of their own. The keys are the names below, and whatever is
not among them is refused by name. Leave out what is not known: an absent key is unknown, which is not the
same as "no".

- **Dates** are typed as people type them: `1998-04-02`, `2 Apr 1998`, `02/04/1998` (day first),
  `1998年4月2日`. Where it says *date or part of one*, a year or a month of a year is enough.
- **Choices** are written by their value or by the word the window shows.
- **Countries** are a name (English or Chinese), alpha-2 or alpha-3: `India`, `印度`, `IN`, `IND`.
- In JSON, the parts are arrays of objects: `{"names": [{"family": "SAMPLE"}]}`.

This page is made from the program's own declarations by `python -m tests.client_file_doc`.
"""
_WRITTEN = {
    Kind.TEXT: "text, up to {limit} characters",
    Kind.LINES: "text, several lines, up to {limit} characters",
    Kind.DAY: "date",
    Kind.PARTIAL: "date or part of one",
    Kind.COUNTRY: "country",
    Kind.LANGUAGE: "language: name or code, such as `hi`",
    Kind.NUMBER: "whole number",
    Kind.PHONE: "telephone number, with country code",
    Kind.EMAIL: "e-mail address",
    Kind.FLAG: "`true` or `false`",
    Kind.PERSON: "whole name, passport number or key of somebody already recorded",
}


def page() -> str:
    """Return the whole page."""
    parts = [_HEAD, f"## Example\n\n```toml\n{resources.text(SAMPLE)}```\n", *_tables()]
    return "\n".join(parts)


def _tables() -> Iterator[str]:
    yield "## The person\n\n" + _table(Person)
    for name, kind in PARTS.items():
        about = " ".join((kind.__doc__ or "").split())
        yield f"## `[[{name}]]`\n\n{about}\n\n" + _table(kind)


def _table(kind: type[Part]) -> str:
    rows = [_row(field) for field in fields.of(kind)]
    return "\n".join(
        [
            "| Key | What it is | How it is written | On the visa form |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _row(field: Field) -> str:
    key = RELATIVE if field.name == RELATIVE_KEY else field.name
    return f"| `{key}` | {field.label} | {_how(field)} | {field.form_item} |"


def _how(field: Field) -> str:
    if field.choices:
        return ", ".join(f"`{choice.value}` {choice.label}" for choice in field.choices)
    return _WRITTEN[field.kind].format(limit=field.limit)


def main(path: Path = PAGE) -> None:
    """Write the page."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
