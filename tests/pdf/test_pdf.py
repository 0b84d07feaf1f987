"""The door of the package: finished values in, bytes or problems out."""

import subprocess
import sys
from dataclasses import replace

import pytest

from app import pdf
from app.errors import UserError
from app.pdf.tree import LANGUAGES
from tests.pdf import reading, samples
from tests.pdf.every import EVERY
from tests.tree import ROOT


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_is_a_pdf_in_every_language(kind: str, language: str) -> None:
    assert pdf.made(EVERY[kind](samples.HEAD), language=language, paper="letter").startswith(b"%PDF-")


@pytest.mark.parametrize("kind", EVERY)
def test_every_document_of_an_empty_person_is_a_pdf(kind: str) -> None:
    applicant = replace(samples.bare_head().applicant, passport_name="")
    value = EVERY[kind](replace(samples.bare_head(), applicant=applicant))
    assert pdf.made(value).startswith(b"%PDF-")


@pytest.mark.parametrize("kind", EVERY)
def test_every_document_prints_hostile_text_as_it_is(kind: str) -> None:
    name = "<b>SAMPLE</b> & {braces} %s =1+1"
    head = replace(samples.HEAD, applicant=replace(samples.APPLICANT, passport_name=name))
    assert name.replace(" ", "") in reading.text(pdf.made(EVERY[kind](head))).replace(" ", "")


def test_problems_are_told_of_what_is_printed_as_boxes() -> None:
    applicant = replace(samples.APPLICANT, native_name="བོད")
    value = samples.checklist(replace(samples.HEAD, applicant=applicant))
    assert {problem.reason for problem in pdf.problems(value)} == {"missing"}
    assert pdf.made(value).startswith(b"%PDF-")


def test_a_value_that_prints_well_has_no_problems() -> None:
    assert pdf.problems(samples.summary()) == ()


@pytest.mark.parametrize("wrong", [{"language": "fr"}, {"paper": "a3"}])
def test_what_we_do_not_print_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(UserError):
        pdf.made(samples.summary(), **wrong)


def test_the_door_opens_without_the_libraries_of_paper() -> None:
    code = "import sys, app.pdf; print({'pikepdf', 'uharfbuzz', 'icu4py'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"


@pytest.mark.parametrize("name", ["W" * 5000, "Anna Maria " * 455, "王小明" * 1667, "Z" + "\u0301" * 5000])
def test_names_of_five_thousand_characters_are_printed_whole(name: str) -> None:
    applicant = replace(samples.APPLICANT, passport_name=name, native_name=name[::-1])
    assert pdf.made(samples.checklist(replace(samples.HEAD, applicant=applicant))).startswith(b"%PDF-")


def test_an_empty_person_is_printed() -> None:
    applicant = replace(samples.bare_head().applicant, passport_name="")
    head = replace(samples.bare_head(), applicant=applicant)
    assert pdf.made(replace(samples.summary(head), register=())).startswith(b"%PDF-")
