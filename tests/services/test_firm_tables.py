"""Rules about tables are recorded with reason and source, and what leans on the tables follows at once."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.basis import Basis
from app.domain.deadline_rules import DeadlineRule
from app.domain.rule_actions import Action
from app.domain.table_kinds import TableKind
from app.errors import UserError
from app.services import (
    agenda,
    expiring,
    firm_tables,
    limits,
    packs,
    photos,
    pricing,
    relisting,
    rule_marks,
)
from app.services.firm_tables import NewRow
from db.casebook import Casebook
from tests.builders import TODAY
from tests.db.content import content_hash
from tests.services.ledgers import a_visa, enter
from tests.services.test_pricing import INDIAN, case


def a_new_row(**changes: Any) -> NewRow:
    """Return a rule that wants extensions filed ten days before the last."""
    usual: dict[str, Any] = {
        "table": TableKind.DEADLINES,
        "entry": "DL-03",
        "action": Action.ITEM,
        "reason": "The office closes early",
        "source": "Partners' meeting",
        "effective_from": TODAY,
        "changes": {"count": 10, "alerts": [25, 20]},
    }
    return NewRow(**{**usual, **changes})


def record(book: Casebook, **changes: Any) -> None:
    book.write(firm_tables.record, a_new_row(**changes), TODAY)


def listed(book: Casebook, rule: str = "DL-03") -> list[date]:
    return [line.last_day for line in book.read(agenda.lines) if line.rule.id == rule]


def test_deadlines_of_open_cases_follow_in_the_same_step_and_are_taken_back(book: Casebook) -> None:
    enter(book, a_visa(book))
    before, due = content_hash(book), listed(book)
    record(book)
    assert listed(book) == [due[0] - timedelta(days=3)]
    line = next(each for each in book.read(agenda.lines) if each.rule.id == "DL-03")
    assert (line.rule.count, line.rule.basis, line.rule.cited) == (
        10,
        Basis.PRACTICE,
        "[FIRM] Partners' meeting",
    )
    book.undo()
    assert (content_hash(book), listed(book)) == (before, due)


def test_an_older_rule_is_superseded_and_kept(book: Casebook) -> None:
    record(book)
    record(book, changes={"count": 9}, reason="Nine will do")
    record(book, action=Action.SHIPPED, changes={})
    lines = book.read(firm_tables.lines, TODAY)
    assert [(line.rule.action, line.rule.reason, line.stands) for line in lines] == [
        (Action.SHIPPED, "The office closes early", True),
        (Action.ITEM, "Nine will do", False),
        (Action.ITEM, "The office closes early", False),
    ]
    assert lines[0].title.en == "File to extend the stay"
    assert book.read(firm_tables.deadlines, TODAY) == limits.shipped()


def test_a_deadline_switched_off_leaves_the_agenda_and_its_name_is_still_known(book: Casebook) -> None:
    enter(book, a_visa(book))
    record(book, action=Action.OFF, changes={})
    assert listed(book) == []
    assert "DL-03" not in {rule.id for rule in book.read(firm_tables.deadlines, TODAY).rules}
    assert book.read(firm_tables.known_deadlines).named("dl3").id == "DL-03"


def test_a_deadline_of_our_own_is_counted_for_every_case(book: Casebook) -> None:
    enter(book, a_visa(book))
    own = {
        "title": {"en": "Call the client", "zh": "致电客户"},
        "who": {"en": "Case owner", "zh": "案件负责人"},
        "reason": {"en": "We call everyone after arrival.", "zh": "客户入境后本所均致电。"},
        "anchors": ["entry"], "count": 5, "unit": "days", "alerts": [1],
    }  # fmt: skip
    record(book, entry="OWN-CALL", changes=own)
    assert len(listed(book, "OWN-CALL")) == 1


def test_a_limit_that_begins_on_a_later_day_has_the_list_made_anew_on_that_day(book: Casebook) -> None:
    enter(book, a_visa(book))
    due, later = listed(book), TODAY + timedelta(days=2)
    record(book, effective_from=later)
    relisting.bring_up_to_date(book, TODAY, lambda _done, _total: None)
    assert listed(book) == due
    assert book.read(relisting.is_current, TODAY)
    assert not book.read(relisting.is_current, later)
    relisting.bring_up_to_date(book, later, lambda _done, _total: None)
    assert listed(book) == [due[0] - timedelta(days=3)]


def test_a_fee_of_our_own_is_quoted_and_its_end_is_watched(book: Casebook) -> None:
    price = {
        "part": "consular",
        "amount": "3100",
        "currency": "INR",
        "post": "new-delhi",
        "categories": ["Z"],
    }
    last = TODAY + timedelta(days=10)
    record(book, table=TableKind.FEES, entry="own-z", changes=price, effective_to=last)
    delhi = packs.post("new-delhi")
    fee = book.read(lambda session: pricing.quote(session, case("Z"), delhi, INDIAN, TODAY))[0]
    assert pricing.said(fee).en == "INR 3100 [FIRM] (to be confirmed)"
    found = book.read(expiring.in_use, TODAY)
    assert any(each.ids == ("own-z",) and each.days == 10 for each in found)


def test_a_measure_prolonged_keeps_the_reduction_and_the_marks(book: Casebook) -> None:
    record(book, table=TableKind.MEASURES, entry="fee-reduction", changes={"effective_to": "2027-12-31"})
    later = date(2027, 3, 1)
    delhi = packs.post("new-delhi")
    asked = case("Z", filing=later)
    fee = book.read(lambda session: pricing.quote(session, asked, delhi, INDIAN, TODAY))[0]
    assert fee.amount is not None
    assert [
        each.effective_to for each in book.read(rule_marks.of, later).measures if each.id == "fee-reduction"
    ] == [date(2027, 12, 31)]


def test_a_photo_profile_and_a_route_of_our_own_stand_over_the_shipped(book: Casebook) -> None:
    record(book, table=TableKind.PHOTOS, entry="visa-print", changes={"head_width": [16, 20]})
    profile = photos.profile("visa-print", book.read(photos.profiles, TODAY))
    assert str(profile.head_width) == "16–20"
    record(book, table=TableKind.AUTHENTICATION, entry="in", changes={"route": "apostille"})
    routes = book.read(rule_marks.of, TODAY).routes
    assert [str(each.route) for each in routes if each.id == "IN"] == ["apostille"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"source": ""}, "source"),
        ({"entry": "!!"}, "entry"),
        ({"entry": "DL-99", "action": Action.OFF, "changes": {}}, "entry"),
        ({"entry": "OWN-1"}, "title"),
        ({"changes": {"count": -1}}, "count"),
        ({"changes": {"unit": "weeks"}}, "unit"),
        ({"changes": {"alerts": [5000]}}, "alerts"),
        ({"effective_to": TODAY - timedelta(days=1)}, "effective_to"),
        ({"table": TableKind.AUTHENTICATION, "entry": "ATLANTIS", "changes": {"route": "ask"}}, "entry"),
        ({"table": TableKind.FEES, "entry": "own", "changes": {"part": "consular", "post": "mars"}}, "post"),
        (
            {"table": TableKind.FEES, "entry": "own", "changes": {"part": "consular", "amount": "5"}},
            "currency",
        ),
    ],
)
def test_what_is_missing_or_cant_be_meant_is_refused_on_its_field(
    book: Casebook, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        record(book, **changes)
    assert refused.value.field == field
    assert book.read(firm_tables.lines, TODAY) == []


def test_a_broken_row_is_named_and_the_shipped_one_stays_in_force(book: Casebook) -> None:
    enter(book, a_visa(book))
    due = listed(book)
    record(book)

    def spoil(session: Any) -> None:
        session.connection().exec_driver_sql("UPDATE table_rule SET row_values = '{'")

    book.keep(spoil)
    assert book.read(firm_tables.problems, TODAY) == ["Our rules: DL-03: can't be read"]
    assert book.read(firm_tables.deadlines, TODAY).rules == limits.shipped().rules
    assert book.read(firm_tables.known_deadlines) == limits.shipped()
    record(book, entry="DL-04")
    assert listed(book) == due


def test_what_a_row_is_called() -> None:
    names = [firm_tables.called(firm_tables.shipped(kind)[0]).en for kind in TableKind]
    assert names[0] == "Register the accommodation"
    assert names[1].startswith("Consular visa fee: ")
    assert all(names)
    assert isinstance(firm_tables.base(TableKind.DEADLINES, "DL-01", TODAY), DeadlineRule)
    assert firm_tables.base(TableKind.DEADLINES, "none", TODAY) is None
