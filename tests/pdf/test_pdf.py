"""The door of the package: finished values in, bytes or problems out."""

import subprocess
import sys
from dataclasses import replace

import pytest

from app import pdf
from app.errors import UserError
from tests.pdf import samples
from tests.tree import ROOT


def test_a_checklist_and_a_summary_are_pdfs() -> None:
    assert pdf.checklist(samples.checklist()).startswith(b"%PDF-")
    assert pdf.summary(samples.summary()).startswith(b"%PDF-")


def test_problems_are_told_before_anything_is_printed() -> None:
    applicant = replace(samples.APPLICANT, native_name="محمد")
    value = samples.checklist(replace(samples.HEAD, applicant=applicant))
    found = pdf.problems(value)
    assert {problem.reason for problem in found} == {"right-to-left"}
    with pytest.raises(UserError, match="ARABIC LETTER MEEM"):
        pdf.checklist(value)


def test_a_value_that_prints_well_has_no_problems() -> None:
    assert pdf.problems(samples.summary()) == ()


@pytest.mark.parametrize("wrong", [{"language": "fr"}, {"paper": "a3"}])
def test_what_we_do_not_print_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(UserError):
        pdf.summary(samples.summary(), **wrong)


def test_the_door_opens_without_the_libraries_of_paper() -> None:
    code = "import sys, app.pdf; print({'reportlab', 'pikepdf', 'uharfbuzz', 'icu4py'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"


@pytest.mark.parametrize("name", ["W" * 5000, "Anna Maria " * 455, "王小明" * 1667, "Z" + "\u0301" * 5000])
def test_names_of_five_thousand_characters_are_printed_whole(name: str) -> None:
    applicant = replace(samples.APPLICANT, passport_name=name, native_name=name[::-1])
    assert pdf.checklist(samples.checklist(replace(samples.HEAD, applicant=applicant))).startswith(b"%PDF-")


def test_an_empty_person_is_printed() -> None:
    applicant = replace(samples.bare_head().applicant, passport_name="")
    head = replace(samples.bare_head(), applicant=applicant)
    assert pdf.summary(replace(samples.summary(head), register=())).startswith(b"%PDF-")
