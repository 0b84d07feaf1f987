"""What is seen is what is printed and saved; a change makes it anew, and trouble is told in place."""

import hashlib
from pathlib import Path
from uuid import UUID

import pytest
from pikepdf import pdfa
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from app.domain.choices import NameKind
from app.domain.people import Name
from app.services import case_people, cases, history, people
from app.services.orders import Option
from app.ui.jobs import Jobs
from app.ui.office import Office
from app.ui.page import Desk
from app.ui.preview.pane import PreviewPane
from tests.builders import TODAY, a_consent
from tests.ui.doubles import Recorder

TIBETAN = Name(kind=NameKind.CHINESE, family="བོད")
ARABIC = Name(kind=NameKind.CHINESE, family="عيّنة", given="ليلى")


def choose(pane: PreviewPane, kind: str, language: str = "both") -> None:
    pane.choices.choose(kind, language)
    pane.choices.kind.activated.emit(pane.choices.kind.currentIndex())


def last(office: Office) -> history.Entry:
    return office.read(history.entries, limit=1)[0]


def test_the_clients_checklist_is_shown_first(pane: PreviewPane) -> None:
    assert pane.view.document().pageCount() == 2
    assert pane.state.text() == "2 pages"
    assert not pane.problems.isVisible()


def test_another_document_and_language_can_be_chosen(pane: PreviewPane) -> None:
    first = pane.print_shown
    choose(pane, "summary", "zh-CN")
    assert pane.print_shown is not None
    assert first is not None
    assert pane.print_shown.sha256 != first.sha256
    assert (pane.print_shown.order.kind, pane.print_shown.order.language) == ("summary", "zh-CN")


def test_numbers_in_full_are_offered_for_the_summary_only(pane: PreviewPane) -> None:
    assert pane.choices.boxes[Option.UNMASKED].isHidden()
    choose(pane, "summary")
    assert pane.choices.boxes[Option.UNMASKED].isVisible()
    masked = pane.print_shown
    pane.choices.boxes[Option.UNMASKED].setChecked(True)
    assert pane.order().unmasked
    assert pane.print_shown != masked
    choose(pane, "checklist")
    assert not pane.order().unmasked


def test_sensitive_answers_stay_out_without_a_consent(pane: PreviewPane, told: Recorder) -> None:
    choose(pane, "summary")
    pane.choices.boxes[Option.SENSITIVE].setChecked(True)
    assert "consent" in str(told.troubles[0])
    assert not pane.choices.boxes[Option.SENSITIVE].isChecked()
    assert not pane.order().sensitive


def test_opening_sensitive_answers_for_a_print_is_recorded(
    pane: PreviewPane, office: Office, case_id: UUID
) -> None:
    person = office.read(cases.case, case_id).person_id
    office.write(people.save_part, person, "consents", a_consent(), TODAY)
    choose(pane, "summary")
    pane.choices.boxes[Option.SENSITIVE].setChecked(True)
    assert pane.order().sensitive
    assert last(office).tag == "person:open-declarations"
    assert pane.print_shown is not None
    assert pane.print_shown.order.sensitive


def test_a_change_of_the_case_is_seen_in_a_moment(
    pane: PreviewPane, office: Office, case_id: UUID, qtbot: QtBot
) -> None:
    before = pane.print_shown
    office.write(case_people.assign, case_id, 1, office.user[0])
    person = office.read(cases.case, case_id).person_id
    office.write(people.set_field, person, 1, "birth_city", "Sampleville", TODAY)
    names = office.read(people.person, person).names
    part = Name(id=names[0].id, version=names[0].version, kind=names[0].kind, family="OTHER", given="Name")
    office.write(people.save_part, person, "names", part, TODAY)
    pane.show_case(case_id)
    assert pane.print_shown is before
    qtbot.waitUntil(lambda: pane.print_shown is not before)


def test_what_no_font_draws_is_said_beside_the_pages_and_printed_only_when_seen(
    pane: PreviewPane, office: Office, case_id: UUID, qtbot: QtBot, tmp_path: Path, told: Recorder
) -> None:
    person = office.read(cases.case, case_id).person_id
    office.write(people.save_part, person, "names", TIBETAN, TODAY)
    choose(pane, "checklist")
    assert pane.view.isVisible()
    assert "U+0F56" in pane.problems.list.text()
    assert not pane.save_button.isEnabled()
    told.path = tmp_path / "x.pdf"
    pane.save()
    assert not told.path.exists()
    with qtbot.waitSignal(pane.asking_person):
        pane.problems.person.click()
    pane.problems.anyway.click()
    assert pane.save_button.isEnabled()
    pane.save()
    assert told.path.exists()


def test_what_was_seen_is_not_asked_again_for_the_same_case(
    pane: PreviewPane, office: Office, case_id: UUID
) -> None:
    person = office.read(cases.case, case_id).person_id
    office.write(people.save_part, person, "names", TIBETAN, TODAY)
    choose(pane, "checklist")
    pane.problems.anyway.click()
    choose(pane, "checklist", "en")
    assert pane.save_button.isEnabled()
    assert not pane.problems.anyway.isVisible()


def test_a_name_written_from_the_right_is_no_problem(
    pane: PreviewPane, office: Office, case_id: UUID
) -> None:
    person = office.read(cases.case, case_id).person_id
    office.write(people.save_part, person, "names", ARABIC, TODAY)
    choose(pane, "checklist")
    assert not pane.problems.isVisible()
    assert pane.save_button.isEnabled()


def test_a_saved_file_holds_the_bytes_shown_and_is_recorded(
    pane: PreviewPane, office: Office, told: Recorder, tmp_path: Path
) -> None:
    told.path = tmp_path / "checklist.pdf"
    pane.save()
    assert pane.print_shown is not None
    assert told.path.read_bytes() == pane.print_shown.data
    assert told.told == ["Saved as checklist.pdf."]
    entry = last(office)
    assert entry.tag == "case:print"
    assert entry.detail["sha256"] == hashlib.sha256(told.path.read_bytes()).hexdigest()


def test_a_file_for_the_archive_is_shown_and_saved_as_such(
    pane: PreviewPane, told: Recorder, tmp_path: Path
) -> None:
    told.path = tmp_path / "kept.pdf"
    pane.choices.archive.setChecked(True)
    pane.save()
    assert pane.order().profile == "archive"
    assert pane.print_shown is not None
    assert pane.print_shown.file_name.endswith(" PDF-A.pdf")
    assert told.path.read_bytes() == pane.print_shown.data
    assert pdfa.validate_written(told.path, "2b").verdict == "pass"


def test_a_place_that_takes_no_file_is_told_and_not_recorded(
    pane: PreviewPane, office: Office, tmp_path: Path, told: Recorder, jobs: Jobs
) -> None:
    jobs.failed.connect(told.trouble)
    told.path = tmp_path / "none" / "checklist.pdf"
    pane.save()
    assert "can't be written" in str(told.troubles[0])
    assert last(office).tag != "case:print"


def test_printing_puts_every_page_on_paper_and_is_recorded(
    pane: PreviewPane, office: Office, told: Recorder, tmp_path: Path
) -> None:
    told.path = tmp_path / "paper.pdf"
    pane.print()
    printed = QPdfDocument()
    printed.load(str(told.path))
    assert printed.pageCount() == pane.view.document().pageCount()
    assert told.told == ["Sent to the printer."]
    assert last(office).tag == "case:print"


def test_a_print_that_was_asked_for_too_early_waits_for_its_bytes(
    pane: PreviewPane, case_id: UUID, told: Recorder, tmp_path: Path, qtbot: QtBot
) -> None:
    told.path = tmp_path / "later.pdf"
    pane.show_case(case_id)
    pane.save()
    assert not told.path.exists()
    qtbot.waitUntil(told.path.exists)


def test_it_is_made_off_the_windows_thread(
    office: Office, told: Recorder, desk: Desk, case_id: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = Jobs()
    pane = PreviewPane(Desk(office, jobs, told, desk.settings, desk.load))
    qtbot.addWidget(pane)
    pane.show_case(case_id)
    assert pane.print_shown is None
    qtbot.waitUntil(lambda: pane.print_shown is not None, timeout=20_000)
    jobs.close()


def test_the_last_choice_is_remembered_for_the_next_case(pane: PreviewPane, desk: Desk, qtbot: QtBot) -> None:
    choose(pane, "summary", "en")
    other = PreviewPane(desk)
    qtbot.addWidget(other)
    assert (other.choices.kind.currentData(), other.choices.language.currentData()) == ("summary", "en")


def test_a_kind_no_longer_offered_leaves_the_first(desk: Desk, qtbot: QtBot) -> None:
    desk.settings.print_kind = "of an older version"
    pane = PreviewPane(desk)
    qtbot.addWidget(pane)
    assert pane.choices.kind.currentData() == "checklist"


def test_the_names_of_groups_can_not_be_chosen(pane: PreviewPane) -> None:
    combo = pane.choices.kind
    model = combo.model()
    heads = [at for at in range(combo.count()) if not combo.itemData(at)]
    assert [combo.itemText(at) for at in heads][:2] == ["For the client", "For the office"]
    assert not any(model.flags(model.index(at, 0)) & Qt.ItemFlag.ItemIsEnabled for at in heads)
