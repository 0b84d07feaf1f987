"""The cases of the demo, from the tables of the story to steps on their days."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any
from uuid import UUID

from app.domain import letters, moving
from app.domain.casefile import CASE_PARTS
from app.domain.cases import Decision, Outcome, Stage
from app.domain.choices import ConsentHow, Purpose, Question, YesNo
from app.domain.closing import Closing
from app.domain.families import FamilyRole
from app.domain.following import Following
from app.domain.people import Consent, Declaration
from app.domain.stays import LEDGER_PARTS
from app.domain.timeline import NewNote, NoteKind
from app.services import (
    case_edits,
    case_people,
    cases,
    client_files,
    closing,
    families,
    linked,
    mails,
    people,
    snapshots,
    stays,
)
from app.services.demo import items
from app.services.demo.scene import Scene
from app.services.demo.steps import Step
from app.services.demo.story import Story, Table
from app.services.linked import Wanted
from app.services.mail_reader import ReadMail

_NOTICE = "2026-06"  # the version of the firm's privacy notice


def steps(story: Story) -> Iterator[Step]:
    """Yield all that happens in all cases, each case from its opening on."""
    for number, table in enumerate(story.cases):
        yield from _case(number, table, story.groups)


def _case(number: int, table: Table, groups: dict[str, Sequence[str]] | Any) -> Iterator[Step]:
    def step(day: int, act: Any, *values: Any) -> Step:
        return Step(day, _desk(table, day), lambda scene: act(scene, number, *values))

    yield step(table["opened"], _follow if "follows" in table else _open, table)
    if "reviewer" in table:
        yield step(table["opened"], _review, table["reviewer"])
    if "set" in table:
        yield step(table["set_on"], _set, table["set"])
    if "consents" in table:
        yield step(table["consents"], _consent, table["client"], table.get("declarations", {}))
    for each in table.get("withdrawn", ()):
        yield step(each["on"], _withdraw, table["client"], Purpose(each["purpose"]))
    for tick in table.get("tick", ()):
        yield step(tick["on"], items.tick, tick, groups)
    for item in table.get("item", ()):
        yield from (step(day, items.work, item, state) for day, state in items.days(item, table, groups))
    for name in CASE_PARTS:
        yield from (step(table["set_on"], _add_part, name, part) for part in table.get(name, ()))
    yield from _later(table, step)


def _later(table: Table, step: Any) -> Iterator[Step]:
    if "family" in table:
        yield step(table["family"]["on"], _link, table["family"])
    for later in table.get("later", ()):
        yield step(later["on"], _set, later["set"])
    for each in table.get("china", ()):
        yield step(each["on"], _record, each["kind"], each["what"])
    for note in table.get("notes", ()):
        yield step(note["on"], _note, note)
    for mail in table.get("mails", ()):
        yield step(mail["on"], _keep_mail, mail)
    for move in table.get("moved", ()):
        yield step(move["on"], _reassign, table["owner"])
    if "decision" in table:
        yield step(table["decision"]["on"], _decide, table["decision"])
    yield from _through(table, step)


def _through(table: Table, step: Any) -> Iterator[Step]:
    """Yield the moves of a case; its form is marked as submitted where it goes to the authority."""
    before = Stage.ENQUIRY
    for name, day in table.get("stages", {}).items():
        stage = Stage(name)
        if moving.sends_the_form(before, stage):
            yield step(day, _submit, table["reviewer"])
        if stage is Stage.CLOSED:
            yield step(day, _close)
        elif stage is not Stage.PRE_REVIEW or not moving.sends_the_form(before, stage):
            yield step(day, _move, stage)
        before = stage


def _desk(table: Table, day: int) -> str:
    """Return who works on a case on a day: before it was handed over, the colleague."""
    for move in table.get("moved", ()):
        if day < move["on"]:
            return str(move["from"])
    return str(table["owner"])


def _follow(scene: Scene, number: int, table: Table) -> None:
    """Open a case that follows the first one of its client."""
    book, client = scene.book, scene.people[table["client"]]
    earlier = next(key for key in scene.cases.values() if book.read(cases.case, key).person_id == client)
    wanted = Wanted(Following(table["follows"]), table.get("category", "K"), table["post"])
    scene.cases[number] = book.write(linked.follow, earlier, wanted, scene.clock.day).result.id


def _open(scene: Scene, number: int, table: Table) -> None:
    opened = scene.book.write(
        cases.open_case,
        scene.people[table["client"]],
        category=table.get("category", "K"),
        post=table["post"],
        today=scene.clock.day,
        office_id=scene.offices[table["office"]],
    )
    scene.cases[number] = opened.result.id


def version(scene: Scene, case_id: UUID) -> int:
    """Return the present version of a case."""
    return scene.book.read(cases.case, case_id).version


def _set(scene: Scene, number: int, values: Table) -> None:
    edits = [case_edits.edit(name, value, scene.today) for name, value in values.items()]
    scene.book.write(case_edits.set_values, scene.cases[number], edits, scene.clock.day)


def _consent(scene: Scene, number: int, client: str, answers: Table) -> None:
    person, day = scene.people[client], scene.clock.day
    given = Consent(notice_version=_NOTICE, language="en", given_on=day, how=ConsentHow.SIGNED)
    consents = [replace(given, purpose=purpose) for purpose in Purpose]
    scene.book.write(people.save_parts, person, "consents", consents, day)
    told = [Declaration(question=Question(name), answer=YesNo(answer)) for name, answer in answers.items()]
    scene.book.write(people.save_parts, person, "declarations", told, day)


def _withdraw(scene: Scene, number: int, client: str, purpose: Purpose) -> None:
    held = scene.book.read(people.person, scene.people[client]).consents
    for each in held:
        if each.id is not None and each.purpose is purpose:
            scene.book.write(people.withdraw, each.id, each.version, scene.clock.day)


def _add_part(scene: Scene, number: int, name: str, table: Table) -> None:
    part = client_files.part_of(CASE_PARTS[name], table, name, scene.today)
    scene.book.write(cases.save_part, scene.cases[number], name, part, scene.clock.day)


def _record(scene: Scene, number: int, name: str, table: Table) -> None:
    part = client_files.part_of(LEDGER_PARTS[name], table, name, scene.today)
    scene.book.write(stays.save, scene.cases[number], name, part, scene.clock.day)


def _note(scene: Scene, number: int, table: Table) -> None:
    kind = NoteKind(table.get("kind", "note"))
    note = NewNote(kind=kind, with_whom=table.get("with", ""), minutes=table.get("minutes"))
    scene.book.write(cases.add_note, scene.cases[number], table["text"], note)


def _keep_mail(scene: Scene, number: int, table: Table) -> None:
    """Keep a mail as it would have come, on its day."""
    message = EmailMessage()
    for head in ("from", "to", "subject"):
        message[head] = table[head]
    message["date"] = format_datetime(datetime.combine(scene.clock.day, time(7, 15), UTC))
    message.set_content(table["text"])
    data = message.as_bytes()
    mail = ReadMail(f"{table['name']}.eml", "eml", data, letters.read(data))
    scene.book.write(mails.keep, scene.cases[number], mail)


def _link(scene: Scene, number: int, table: Table) -> None:
    """Let a dependant's case hang on the case that the client named has."""
    principal = scene.people[table["of"]]
    top = next(key for key in scene.cases.values() if scene.book.read(cases.case, key).person_id == principal)
    scene.book.write(families.link, scene.cases[number], top, FamilyRole(table["role"]))


def _review(scene: Scene, number: int, login: str) -> None:
    case = scene.cases[number]
    scene.book.write(case_people.set_reviewer, case, version(scene, case), scene.users[login].id)


def _reassign(scene: Scene, number: int, login: str) -> None:
    case = scene.cases[number]
    scene.book.write(case_people.assign, case, version(scene, case), scene.users[login].id)


def _move(scene: Scene, number: int, stage: Stage) -> None:
    case = scene.cases[number]
    scene.book.write(cases.move, case, version(scene, case), stage, scene.clock.day)


def _close(scene: Scene, number: int) -> None:
    """Close a case: all originals go back, and the file is kept as suggested."""
    day = scene.clock.day
    found = scene.book.read(closing.prepared, scene.cases[number], day)
    rule = found.suggested.id if found.suggested else ""
    said = Closing(returned_on=day, returned_to=found.client, keep_until=found.until(day), keep_rule=rule)
    back = [each.key for each in found.originals]
    scene.book.write(closing.close, found.id, found.version, said, back, day)


def _submit(scene: Scene, number: int, reader: str) -> None:
    """Let the reviewer read the form, and mark it as submitted."""
    book, case = scene.book, scene.cases[number]
    sha256, owner = book.read(snapshots.state, case, scene.clock.day).sha256, book.actor
    book.actor = scene.users[reader]
    book.write(snapshots.sign_off, case, sha256, scene.clock.day)
    book.actor = owner
    book.write(snapshots.submit, case, version(scene, case), sha256, scene.clock.day)


def _decide(scene: Scene, number: int, table: Table) -> None:
    outcome = Outcome(
        decision=Decision(table["outcome"]),
        decided_on=scene.today + timedelta(days=table["on"]),
        reason_stated=table.get("reason_stated", True),
    )
    case = scene.cases[number]
    scene.book.write(cases.decide, case, version(scene, case), outcome, scene.clock.day)
