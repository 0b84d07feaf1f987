"""What is said under a field that differs from filed."""

from app.domain.casefile import CaseFile
from app.domain.filing.frozen import Difference
from app.i18n import Bilingual
from app.ui import filed_notes

LABEL = Bilingual("Purpose", "目的")


def difference(key: str, filed: str | Bilingual) -> Difference:
    return Difference(section=2, group="", item="2.2", label=LABEL, key=key, filed=filed, now="")


def test_only_fields_of_the_record_are_noted_with_what_was_filed() -> None:
    found = [
        difference("CaseFile.purpose", Bilingual("Exchange", "交流")),
        difference("Stop.city", "Hangzhou"),
    ]
    assert filed_notes.notes(found, CaseFile) == {"purpose": "Differs from filed: Exchange"}


def test_what_was_empty_is_a_dash() -> None:
    assert filed_notes.notes([difference("CaseFile.speed", "")], CaseFile) == {
        "speed": "Differs from filed: —"
    }
