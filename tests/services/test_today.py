"""The numbers of the first page against SQL written by hand, and its lists against its numbers."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import text

from app.domain.item_records import ItemState
from app.domain.rulepack import Audience, ItemStage
from app.domain.timeline import NewNote, NoteKind
from app.domain.today import Group
from app.services import cases, contact_days, deputies, expiring, packs, today, today_lines
from app.services.today import Asked
from db.casebook import Casebook
from tests.builders import TODAY, open_case
from tests.services import busy_casebook
from tests.services.documents.conftest import move

OPEN = (
    "'enquiry', 'screened', 'quoted', 'engaged', 'collecting', 'form_ready', 'client_signed', 'pre_review', "
    "'supplement_asked', 'handed_in', 'decided', 'arrived'"
)
OURS = OPEN.replace("'pre_review', ", "").replace("'handed_in', ", "")
MISSING = "'needed', 'requested', 'returned'"

# Whose lines are mine: my own, and of those for whom I stand in today.
MINE = """SELECT id FROM user_account WHERE id = :owner UNION
    SELECT user_id FROM absence WHERE deputy_id = :owner AND start <= :today AND "end" >= :today"""

# Written by hand, and from nothing that the program asks with.
BY_HAND = {
    Group.OVERDUE: f"""
        SELECT (SELECT count(*) FROM deadline_listing d, case_file c
                WHERE d.case_id = c.id AND NOT c.archived AND d.last_day < :today {{deadline}} {{case}})
             + (SELECT count(*) FROM case_item i, case_file c
                WHERE i.case_id = c.id AND NOT c.archived AND i.due_on < :today AND i.applied <> 'no'
                AND c.stage IN ({OPEN}) AND i.state IN ({MISSING}) {{paper}} {{case}})""",
    Group.SOON: f"""
        SELECT (SELECT count(*) FROM deadline_listing d, case_file c
                WHERE d.case_id = c.id AND NOT c.archived AND d.last_day >= :today AND d.last_day <= :week
                {{deadline}} {{case}})
             + (SELECT count(*) FROM case_item i, case_file c
                WHERE i.case_id = c.id AND NOT c.archived AND i.due_on >= :today AND i.due_on <= :week
                AND i.applied <> 'no' AND c.stage IN ({OPEN}) AND i.state IN ({MISSING})
                {{paper}} {{case}})""",
    Group.SUPPLEMENT: """
        SELECT count(*) FROM case_file c WHERE NOT c.archived AND c.stage NOT IN ('closed', 'withdrawn')
        AND (c.stage = 'supplement_asked'
             OR c.id IN (SELECT case_id FROM deadline_listing WHERE rule = 'CASE-SUPPL')) {owner} {case}""",
    Group.SILENT: f"""
        SELECT count(*) FROM case_file c WHERE NOT c.archived AND c.stage IN ({OURS}) {{owner}} {{case}}
        AND c.id IN (SELECT case_id FROM case_item WHERE state IN ('requested', 'returned')
                     AND applied <> 'no' AND item NOT IN ({{office_items}}))
        AND c.id IN (SELECT case_id FROM case_note WHERE kind <> 'note' UNION SELECT case_id FROM case_mail
                     UNION SELECT case_id FROM case_item WHERE item NOT IN ({{office_items}})
                     AND (asked_on IS NOT NULL OR last_chased_on IS NOT NULL))
        AND c.id NOT IN (SELECT case_id FROM case_item WHERE item NOT IN ({{office_items}})
                         AND (asked_on > :ago OR last_chased_on > :ago))
        AND c.id NOT IN (SELECT case_id FROM case_note WHERE kind <> 'note'
                         AND CASE WHEN happened_at IS NULL THEN written_at ELSE happened_at END >= :moment)
        AND c.id NOT IN (SELECT case_id FROM case_mail
                         WHERE CASE WHEN sent_at IS NULL THEN kept_at ELSE sent_at END >= :moment)""",
    Group.CENTRE: """
        SELECT count(*) FROM case_file c WHERE NOT c.archived AND c.stage IN ('pre_review', 'handed_in')
        {owner} {case}""",
    Group.READY: """
        SELECT count(*) FROM case_file c WHERE NOT c.archived AND c.stage = 'client_signed' AND 0 = (
            SELECT count(*) FROM case_item i WHERE i.case_id = c.id AND i.applied <> 'no'
            AND i.state NOT IN ('accepted', 'waived') AND i.item NOT IN ({later_items})) {owner} {case}""",
    Group.UNSCHEDULED: f"""
        SELECT count(*) FROM case_file c WHERE NOT c.archived AND c.stage IN ({OURS})
        AND c.id NOT IN (SELECT case_id FROM deadline_listing)
        AND c.id NOT IN (SELECT case_id FROM case_item WHERE due_on IS NOT NULL AND applied <> 'no'
                         AND state IN ({MISSING})) {{owner}} {{case}}""",
}


def _sql(group: Group, asked: Asked, owner: UUID | None) -> str:
    """Return the statement of a group, narrowed to an owner or an office."""
    items = packs.rule_set("K", "new-delhi", TODAY).items
    office = [f"'{item.id}'" for item in items if item.audience is Audience.OFFICE]
    first = (ItemStage.INTAKE, ItemStage.ELIGIBILITY, ItemStage.DOCUMENT_COLLECTION, ItemStage.FORM_FILLING)
    later = [f"'{item.id}'" for item in items if item.stage not in first]
    is_mine = {
        "deadline": f"AND d.owner_id IN ({MINE})",
        "paper": "AND CASE WHEN i.responsible_id IS NULL THEN c.owner_id ELSE i.responsible_id END "
        f"IN ({MINE})",
        "owner": f"AND c.owner_id IN ({MINE})",
    }
    narrowed = {name: part if owner else "" for name, part in is_mine.items()}
    case = "AND c.office_id = :office" if asked.office_id else ""
    listed = {"office_items": ", ".join(office), "later_items": ", ".join(later)}
    return BY_HAND[group].format(**narrowed, **listed, case=case)


def _counted(book: Casebook, group: Group, asked: Asked, owner: UUID | None) -> int:
    recent = datetime.combine(TODAY - timedelta(days=6), time()).astimezone().astimezone(UTC)
    with book.engine.connect() as connection:
        is_file = connection.dialect.name == "sqlite"
        values = {
            "today": TODAY.isoformat() if is_file else TODAY,
            "week": _shifted(7, is_file=is_file),
            "ago": _shifted(-7, is_file=is_file),
            "moment": recent.isoformat(timespec="microseconds") if is_file else recent,
            "owner": _key(owner, is_file=is_file),
            "office": _key(asked.office_id, is_file=is_file),
        }
        sql = _sql(group, asked, owner)
        used = {name: value for name, value in values.items() if f":{name}" in sql}
        return int(connection.execute(text(sql), used).scalar_one())


def _shifted(days: int, *, is_file: bool) -> object:
    on = TODAY + timedelta(days=days)
    return on.isoformat() if is_file else on


def _key(key: UUID | None, *, is_file: bool) -> object:
    return key.bytes if key and is_file else key


def test_every_number_equals_a_count_written_by_hand_and_opens_as_many_lines(
    book: Casebook,
) -> None:
    busy, everybody = busy_casebook.fill(book), Asked(TODAY)
    seen = {group: book.read(today.count, group, everybody) for group in Group if group is not Group.RULES}
    assert all(seen.values()), seen  # the casebook has something of every kind
    for owner, office in (
        (None, None),
        (book.actor.id, None),
        (busy.colleague, None),
        (None, busy.offices[0]),
        (busy.colleague, busy.offices[1]),
    ):
        asked = Asked(TODAY, book.read(deputies.mine, owner, TODAY) if owner else None, office)
        counts = book.read(today.counts, asked)
        for group, count in counts.items():
            lines = book.read(today_lines.all_lines, group, asked)
            assert len(book.read(today.keys, group, asked)) == len(lines) == count, group
            if group is not Group.RULES:
                assert count == _counted(book, group, asked, owner), group


def test_every_line_says_whose_it_is_what_is_next_and_who_does_it(book: Casebook) -> None:
    busy_casebook.fill(book, count=12)
    for group in Group:
        for line in book.read(today_lines.all_lines, group, Asked(TODAY)):
            assert line.next.label
            assert line.what.en
            assert line.what.zh
            assert (line.case_id is None) is (group is Group.RULES)
            assert line.number.startswith("KB-") or group is Group.RULES
    owners = {line.owner for line in book.read(today_lines.all_lines, Group.OVERDUE, Asked(TODAY))}
    assert owners >= {"Ana Sample", "Ben Example"}
    _assert_in_order(book)


def _assert_in_order(book: Casebook) -> None:
    """Lines come by their day, and a window of them as it was asked for."""
    asked = Asked(TODAY)
    days = [line.day for line in book.read(today_lines.all_lines, Group.OVERDUE, asked) if line.day]
    assert days == sorted(days)
    keys = book.read(today.keys, Group.OVERDUE, asked)
    window = [keys[3], keys[1]]
    assert [line.key for line in book.read(today_lines.lines, Group.OVERDUE, asked, window)] == window


def test_the_rules_that_run_out_are_those_of_the_list_without_what_is_not_known(book: Casebook) -> None:
    asked = Asked(date(2027, 6, 1))
    listed = [each for each in book.read(expiring.in_use, asked.today) if each.state.value != "unknown"]
    assert book.read(today.count, Group.RULES, asked) == len(listed) > 1


def test_a_case_leaves_a_group_when_somebody_deals_with_it(book: Casebook) -> None:
    asked, case = Asked(TODAY), open_case(book).id
    assert [line.case_id for line in book.read(today_lines.all_lines, Group.UNSCHEDULED, asked)] == [case]
    book.write(cases.set_field, case, 1, "planned_filing", TODAY - timedelta(days=1), TODAY)
    assert book.read(today.count, Group.UNSCHEDULED, asked) == 0
    (line,) = book.read(today_lines.all_lines, Group.OVERDUE, asked)
    assert (line.what.en, line.next.value, line.tab) == ("Planned filing", "file", "dates")


def test_a_client_is_silent_from_a_week_after_the_last_contact_of_any_kind(book: Casebook) -> None:
    case = open_case(book).id
    move(book, case, "K-DOC-07", ItemState.REQUESTED)
    later = TODAY + timedelta(days=8)
    assert book.read(today.count, Group.SILENT, Asked(later - timedelta(days=2))) == 0
    (line,) = book.read(today_lines.all_lines, Group.SILENT, Asked(later))
    assert (line.case_id, line.day) == (case, TODAY)
    at = datetime.now(UTC)
    spoken = NewNote(kind=NoteKind.CALL, with_whom="Client", happened_at=at)
    book.write(cases.add_note, case, "Will bring it.", spoken)
    on = at.astimezone().date()
    assert book.read(contact_days.last, [case]) == {case: on}
    for after, count in ((6, 0), (7, 1)):
        assert book.read(today.count, Group.SILENT, Asked(on + timedelta(days=after))) == count
    (line,) = book.read(today_lines.all_lines, Group.SILENT, Asked(on + timedelta(days=7)))
    assert line.day == on
