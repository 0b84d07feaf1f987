"""The file for the archive passes as PDF/A-2b, keeps its tags, and is refused where it would not pass."""

import io
import subprocess
import sys

import pikepdf
import pytest
from pikepdf import Name, pdfa

from app import pdf
from app.errors import UserError
from app.pdf import archive, render
from app.pdf.tree import Paragraph
from tests.pdf import samples
from tests.pdf.reading import document
from tests.tree import ROOT


def test_a_document_passes_as_pdf_a_with_the_colours_of_the_screen() -> None:
    report = pdfa.validate_written(io.BytesIO(pdf.made(samples.checklist(), profile="archive")), "2b")
    assert report.verdict == "pass"
    assert report.output_intent == "RGB"


def test_boxes_and_letters_of_the_right_pass_too() -> None:
    tree = document(Paragraph("a\U0001f600 \x07 محمّد (12) שָׁלוֹם 葛\U000e0100"))
    data = archive.archived(render.render(tree), tree)
    assert pdfa.validate_written(io.BytesIO(data), "2b").verdict == "pass"


def test_it_keeps_structure_language_and_title() -> None:
    with pikepdf.open(io.BytesIO(pdf.made(samples.summary(), profile="archive"))) as file:
        assert file.Root.MarkInfo.Marked
        assert file.Root.StructTreeRoot.K
        assert file.Root.Lang == "en"
        assert str(file.docinfo.Title) == "Filing summary K-2026-0017"


def test_its_dates_are_the_cases_own_and_its_maker_is_kasebook() -> None:
    with pikepdf.open(io.BytesIO(pdf.made(samples.summary(), profile="archive"))) as file:
        assert str(file.docinfo.Producer) == "Kasebook"
        assert str(file.docinfo.ModDate) == "D:20261123091400+00'00"
        with file.open_metadata() as found:
            assert found["xmp:MetadataDate"] == "2026-11-23T09:14:00Z"
            assert found["pdf:Producer"] == "Kasebook"


def test_a_file_that_does_not_pass_is_refused() -> None:
    tree = document(Paragraph("x"))
    spoiled = io.BytesIO()
    with pikepdf.open(io.BytesIO(render.render(tree))) as file:
        file.pages[0].obj.Resources.Font["/K0"].Subtype = Name.Type3
        file.save(spoiled)
    with pytest.raises(archive.NotArchivable, match="2b"):
        archive.archived(spoiled.getvalue(), tree)


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(UserError, match="archive"):
        pdf.made(samples.checklist(), profile="web")


LOADED = """
import sys
from app import pdf
from tests.pdf import samples
for profile in pdf.PROFILES:
    pdf.made(samples.checklist(), profile=profile)
    print("pikepdf" in sys.modules)
"""


def test_pikepdf_and_its_checker_are_loaded_for_the_archive_only() -> None:
    made = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, check=True)
    assert made.stdout.split() == [b"False", b"True"]
