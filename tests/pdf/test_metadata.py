"""The XMP packet is well-formed XML, whatever the firm is called."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from app.pdf import metadata
from app.pdf.tree import Paragraph
from tests.pdf.reading import document

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def entries(author: str) -> list[str]:
    """Return what the packet lists, author last where there is one."""
    packet = metadata.packet(replace(document(Paragraph("x")), author=author))
    return [str(each.text) for each in ElementTree.fromstring(packet).iter(f"{RDF}li")]


def test_title_and_language_stand_in_it() -> None:
    assert entries("") == ["Title", "en"]


@pytest.mark.parametrize("name", ["Lantern & Ridge", '<b>"灯岭"</b>', "]]> ?> {braces}", "𬱟"])
def test_a_name_is_only_text(name: str) -> None:
    assert entries(name)[-1] == name


def test_what_xml_can_not_hold_is_shown_as_such() -> None:
    assert entries("a\x00b\ud800c")[-1] == "a\ufffdb\ufffdc"


def test_the_date_is_that_of_the_document() -> None:
    assert metadata.moment(document(Paragraph("x"))) == "2026-11-23T09:14:00Z"
