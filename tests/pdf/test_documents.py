"""Every kind of document, in every way it is printed: in order, for readers and archives, always the same.

The registry says which kinds there are, so that none can be forgotten. A few ways of each are always tried;
``python3 -m tests -m slow -k every_way`` tries all of them.
"""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pikepdf
import pytest
from pdfua.validator import Validator
from pikepdf import pdfa

from app import pdf
from app.services.documents import KINDS
from tests.pdf import prints
from tests.pdf.prints import NAMES, Way
from tests.tree import ROOT


def check(ways: Iterable[Way], folder: Path) -> None:
    """Print each of ``ways`` and see that all who check PDFs find nothing to say."""
    for way in ways:
        data = prints.made(way)
        path = folder / "print.pdf"
        path.write_bytes(data)
        assert faults(data, path, way.profile) == [], way


def faults(data: bytes, path: Path, profile: str) -> list[str]:
    """Return what the checkers find in a PDF, by qpdf in both its versions, and as its profile promises."""
    with pikepdf.open(io.BytesIO(data)) as file:
        found = list(map(str, file.check_pdf_syntax()))
    if qpdf := shutil.which("qpdf"):  # pikepdf carries a qpdf; Debian's, where it is installed, is older
        told = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
        found += told.stderr.splitlines()
        if told.returncode or "No syntax or stream encoding errors found" not in told.stdout:
            found.append(told.stdout)
    if profile == pdf.ARCHIVE:
        report = pdfa.validate_written(io.BytesIO(data), "2b")
        found += [*map(str, report.findings), *([] if report.verdict == "pass" else [report.verdict])]
        return found
    tags = Validator().validate(str(path))
    found += map(str, tags.findings)
    # This rule trips over pikepdf 10.18; ``test_structure`` stands in for it.
    return found + sorted({each.rule_id for each in tags.outcomes if each.skipped_reason} - {"UA-14-001"})


def digests(kinds: Iterable[str], *options: str, seed: str, zone: str) -> list[str]:
    """Return what another process with other hashes and in another zone says of the prints of ``kinds``."""
    return subprocess.run(
        [sys.executable, "-m", "tests.pdf.prints", *kinds, *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_in_order_with_names_from_left_and_right(kind: str, tmp_path: Path) -> None:
    check(prints.ways(kind, is_whole=False), tmp_path)


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_draws_every_letter_of_those_names(kind: str, names: str) -> None:
    assert pdf.problems(prints.value(kind, names)) == ()


def test_two_processes_with_other_hashes_print_the_same_bytes() -> None:
    first = digests(KINDS, seed="1", zone="UTC")
    assert first == digests(KINDS, seed="2", zone="Asia/Shanghai")
    assert len({line.split()[0] for line in first}) == len(KINDS) * (len(NAMES) + 1)


def test_the_few_ways_hold_all_there_is_to_choose() -> None:
    few = [way for kind in KINDS for way in prints.ways(kind, is_whole=False)]
    for names in ("", *NAMES):
        tried = {way[2:] for way in few if way.names == names}
        assert tried == {way[2:] for way in prints.ways("list", is_whole=True)}
    for kind in KINDS:
        ways = [way for way in few if way.kind == kind]
        assert [len(set(column)) for column in zip(*ways, strict=True)] == [1, len(NAMES) + 1, 3, 2, 2]


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("kind", KINDS)
def test_every_way_to_print_each_kind_is_in_order_and_always_the_same(kind: str, tmp_path: Path) -> None:
    check(prints.ways(kind, is_whole=True), tmp_path)
    first = digests([kind], "--all", seed="1", zone="UTC")
    assert first == digests([kind], "--all", seed="2", zone="Asia/Shanghai")
    assert len(first) == len({line.split()[0] for line in first})
