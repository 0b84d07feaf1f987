"""The demo holds what it promises, is the same for the same day, and fits every day."""

from datetime import date, timedelta
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it carries no types
import pytest
from sqlalchemy import func, select

from app import bootstrap
from app.domain.cases import Stage
from app.domain.conditions import Answer
from app.domain.item_records import ItemState
from app.errors import UserError
from app.services import (
    case_list,
    checklists,
    demo,
    firms,
    history,
    logos,
    people_list,
    printing,
    trust,
)
from app.services.demo import Built, prints
from app.services.orders import Order
from db.casebook import Casebook
from db.keyslots import CHEAP
from db.models.case import CaseRow
from tests.builders import TODAY


def test_it_has_three_offices_five_consultants_and_28_persons(built: Built, told: Casebook) -> None:
    assert (built.offices, built.users, built.persons) == (3, 5, 28)
    assert len(told.read(firms.users)) == 5


def test_it_has_a_case_at_every_stage(built: Built, told: Casebook) -> None:
    assert built.cases >= 20
    assert set(told.read(case_list.stages)) == set(Stage)


def test_it_has_items_in_every_state_and_lines_that_ask(told: Casebook) -> None:
    cases = told.read(lambda session: session.scalars(select(CaseRow.id)).all())
    lines = [each.line for key in cases for each in told.read(checklists.lines, key, TODAY)]
    assert {line.state for line in lines} == set(ItemState)
    assert {line.applies for line in lines} == set(Answer)


def test_a_supplement_is_due_tomorrow_and_a_refusal_has_no_stated_reason(told: Casebook) -> None:
    due = told.read(
        lambda s: s.scalar(select(CaseRow.supplement_due).where(CaseRow.stage == Stage.SUPPLEMENT_ASKED))
    )
    assert due == TODAY + timedelta(days=1)
    unstated = select(func.count()).select_from(CaseRow).where(CaseRow.refusal_not_stated)
    assert told.read(lambda s: s.scalar(unstated)) == 1


def test_every_case_has_its_marked_prints(built: Built) -> None:
    usual = [file for file in built.prints if file.stem.endswith(("-checklist", "-summary"))]
    assert len(usual) == 2 * built.cases
    for file in built.prints:
        page = pypdfium2.PdfDocument(file)[0]
        assert "样本" in page.get_textpage().get_text_bounded()


def test_whatever_is_printed_of_it_later_is_marked_and_has_a_logo(told: Casebook) -> None:
    case = told.read(case_list.ids)[0]
    order = Order(case_id=told.read(case_list.lines, [case])[0].id)
    made = printing.made(order, told.read(printing.value, order, TODAY))
    assert "样本" in pypdfium2.PdfDocument(made.data)[0].get_textpage().get_text_bounded()
    assert told.read(logos.current).startswith(b"\x89PNG")


def test_its_history_is_whole_and_was_made_by_five_people(told: Casebook) -> None:
    trust.verify(told)
    entries = told.read(history.entries, limit=10_000)
    assert len({entry.actor for entry in entries}) == 5
    moments = [entry.at for entry in entries]
    assert moments == sorted(moments, reverse=True)


def test_the_near_duplicate_is_noticed(told: Casebook) -> None:
    names = [
        line.name for line in told.read(people_list.lines, told.read(people_list.ids, typed="Minh Anh Mau"))
    ]
    assert {"MAU, THI MINH ANH", "MAU, Thi Minh-Anh"} <= set(names)


def test_the_same_day_gives_the_same_prints_in_place_of_an_older_demo(built: Built, tmp_path: Path) -> None:
    (tmp_path / demo.NAME).mkdir()
    again = demo.build(tmp_path, bootstrap.create_casebook, TODAY, cost=CHEAP)
    assert [file.name for file in again.prints] == [file.name for file in built.prints]
    for one, other in zip(built.prints, again.prints, strict=True):
        assert one.read_bytes() == other.read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == [demo.NAME, "pdf"]


def test_a_demo_is_known_by_its_passphrase_and_firm(built: Built, tmp_path: Path) -> None:
    assert demo.is_demo(built.casebook.parent, bootstrap.open_casebook)
    assert not demo.is_demo(tmp_path, bootstrap.open_casebook)


def test_a_day_before_the_k_visa_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="before there was a K visa"):
        demo.build(tmp_path, bootstrap.create_casebook, date(2025, 12, 1), cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_demo_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / demo.NAME).mkdir()

    def fail(*args: object, **options: object) -> tuple[Casebook, str]:
        raise OSError

    with pytest.raises(OSError):
        demo.build(tmp_path, fail, TODAY, cost=CHEAP)
    assert [each.name for each in tmp_path.iterdir()] == [demo.NAME]


def test_it_prints_most_kinds_somewhere_and_the_day_once(built: Built) -> None:
    names = [file.name for file in built.prints]
    for kind in (kind for kinds in prints.MORE.values() for kind in kinds):
        assert any(name.endswith(f"-{kind}.pdf") for name in names), kind
    assert names[-1] == f"{TODAY}-day-sheet.pdf"
