"""The data sheet: the form's order, gaps that are seen, and two signatures at the end."""

from app import pdf
from app.domain.filing.data_sheet import DataSheet, FormGroup, FormSection
from app.i18n import Bilingual
from app.pdf.tree import KeyValues, Signatures
from tests.pdf import golden, reading, samples, samples_office


def text(value: DataSheet, language: str = "en") -> str:
    return reading.text(pdf.made(value, language=language))


def test_fields_stand_in_the_forms_order_with_their_place() -> None:
    found = text(samples_office.data_sheet())
    places = [found.index(f"{item} ") for item in ("1.1A", "1.1B", "1.2", "1.7B", "3.3A", "3.3B")]
    assert places == sorted(places)


def test_what_is_not_recorded_is_seen_as_a_gap() -> None:
    assert "City of birth — not recorded" in text(samples_office.data_sheet())
    pairs = [
        pair
        for block in pdf.document(samples_office.data_sheet()).blocks
        if isinstance(block, KeyValues)
        for pair in block.pairs
    ]
    assert {golden.said(pair.value) for pair in pairs if pair.is_missing} == {
        "— not recorded",
        "— none recorded",
    }


def test_values_are_set_to_be_keyed_in() -> None:
    blocks = pdf.document(samples_office.data_sheet()).blocks
    assert all(block.exact for block in blocks if isinstance(block, KeyValues))
    assert "Z0O1I0l7" in text(samples_office.data_sheet())


def test_section_8_is_closed_unless_ticked_in() -> None:
    assert "Left closed in this print" in text(samples_office.data_sheet())
    opened = FormSection(
        number=8,
        title=Bilingual("Other information", "其他信息"),
        groups=(FormGroup(fields=(samples_office.a_field("8", "Ever refused", "曾被拒签", "No"),)),),
    )
    found = text(DataSheet(head=samples.HEAD, sections=(opened,)))
    assert "8 Ever refused No" in found
    assert "Left closed" not in found


def test_client_and_preparer_sign_at_the_end() -> None:
    blocks = pdf.document(samples_office.data_sheet()).blocks
    (signatures,) = (block for block in blocks if isinstance(block, Signatures))
    assert [golden.said(each.name) for each in signatures.signatories] == ["KANNAN ANANDHI", "Mira Sample"]


def test_a_choice_stands_in_both_languages_on_one_line() -> None:
    assert "Female 女" in text(samples_office.data_sheet(), "both").replace("  ", " ")


def test_an_empty_sheet_is_printed() -> None:
    assert "I have read this sheet" in text(DataSheet(head=samples.bare_head(), sections=()))
