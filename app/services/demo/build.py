"""Build the demo: a casebook, told day by day, and its PDFs."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from app.errors import KasebookError, UserError
from app.i18n import _
from app.services import case_list, firms, packs, people_list
from app.services.demo import absences, cases, enquiries, firm, people, prints, quotes, story
from app.services.demo.scene import Clock, Scene
from app.services.demo.steps import tell
from app.services.demo.story import Story
from db.casebook import Casebook
from db.keyslots import Cost

NAME, LOGIN, PASSPHRASE = "demo.kasebook", "wei", "demo"
PRINTS = "pdf"

# ``bootstrap.create_casebook`` and ``open_casebook``.
Create = Callable[..., tuple[Casebook, str]]
Open = Callable[..., Casebook]


@dataclass(frozen=True, slots=True)
class Built:
    """What was built."""

    casebook: Path
    prints: tuple[Path, ...]
    firm: str
    offices: int
    users: int
    persons: int
    cases: int


def build(folder: Path, create: Create, today: date, *, cost: Cost | None = None) -> Built:
    """Build the demo in ``folder`` as it stands on ``today``, in place of one that is there.

    Everything is made beside it first; on any trouble the old demo stays. ``cost`` is that of the key
    derivation, for tests.
    """
    folder.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(dir=folder, prefix=".demo-"))
    try:
        made = _made(part, create, today, cost)
        _put(part, folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return made(folder)


def _made(part: Path, create: Create, today: date, cost: Cost | None) -> Callable[[Path], Built]:
    """Build in ``part``; return what was built as seen from the folder it is moved to."""
    told = story.read(today)
    told_by = (people, cases, enquiries, quotes, absences)
    steps = [step for each in told_by for step in each.steps(told)]
    first = min(step.day for step in steps) - 1
    clock = Clock(today + timedelta(days=first))
    _refuse_too_early(clock.day)
    book = _created(part / NAME, create, told, clock, cost)
    try:
        scene = Scene(book, clock, today)
        firm.found(scene, told, PASSPHRASE, cost)
        tell(scene, steps)
        scene.step(0, LOGIN)
        names = prints.write(scene, part / PRINTS)
        counts = book.read(_counts)
    finally:
        book.close()
    return lambda folder: Built(folder / NAME, tuple(folder / PRINTS / name for name in names), *counts)


def _refuse_too_early(first: date) -> None:
    """Refuse a day so early that the first case would be opened under no rules."""
    if not packs.rule_set("K", next(iter(packs.all_posts())), first).items:
        raise UserError(
            _("The demo begins on {date}, before there was a K visa.").format(date=first),
            _("Take a later day with --today."),
        )


def _created(path: Path, create: Create, told: Story, clock: Clock, cost: Cost | None) -> Casebook:
    owner = told.users[0]
    book, _recovery_key = create(
        path,
        firm=told.firm["name"],
        name=owner["name"],
        login=owner["login"],
        passphrase=PASSPHRASE,
        cost=cost,
        today=clock.today,
        clock=clock.now,
    )
    return book


def _counts(session: Session) -> tuple[str, int, int, int, int]:
    return (
        firms.firm(session).name,
        len(firms.offices(session)),
        len(firms.users(session)),
        len(people_list.ids(session)),
        len(case_list.ids(session)),
    )


def _put(part: Path, folder: Path) -> None:
    """Move what was built to its place; a demo that was there gives way."""
    (folder / PRINTS).mkdir(exist_ok=True)
    for old in (file for pattern in prints.OLD for file in (folder / PRINTS).glob(pattern)):
        old.unlink()
    for new in sorted((part / PRINTS).iterdir()):
        new.rename(folder / PRINTS / new.name)
    if (folder / NAME).exists():
        (folder / NAME).rename(part / "old")
    (part / NAME).rename(folder / NAME)


def is_demo(folder: Path, open_casebook: Open) -> bool:
    """Say whether what is called the demo in ``folder`` is one: its passphrase opens it, its firm is ours."""
    try:
        book = open_casebook(folder / NAME, login=LOGIN, passphrase=PASSPHRASE)
    except KasebookError:
        return False
    try:
        return book.read(firms.firm).name == story.firm_name()
    finally:
        book.close()
