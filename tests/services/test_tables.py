"""The shipped tables are there, and a reader for each."""

import tomllib

import resources
from app.services import packs, tables


def test_every_shipped_table_has_its_reader() -> None:
    files = [file for file in resources.entry("tables").iterdir() if file.name.endswith(".toml")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    assert {tomllib.loads(text)["table"] for text in texts} == set(tables.READERS)
    for text in texts:
        assert tables.READERS[tomllib.loads(text)["table"]](text, "t.toml", packs.cited())


def test_two_measures_end_with_the_year() -> None:
    ends = {measure.id: str(measure.effective_to) for measure in tables.all_measures()}
    assert ends == {"fee-reduction": "2026-12-31", "fingerprint-waiver": "2026-12-31"}
