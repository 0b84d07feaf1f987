"""The cells of the list of cases that can be edited in place."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from app.domain import fields, reading
from app.domain.casefile import CaseFile
from app.errors import UserError
from app.i18n import _
from app.services import case_people, cases, firms, labels
from app.settings import today
from app.ui.office import Office
from app.ui.widgets.editor import shown
from app.ui.widgets.inline_edit import Inline

TYPED = ("planned_filing", "planned_entry", "appointment_on", "supplement_due", "application_number")
OWNER, REVIEWER, LABELS = "owner", "reviewer", "labels"


def editable(office: Office) -> Mapping[str, Inline]:
    """Return the columns that can be edited, by their ids."""
    made = {
        name: Inline(partial(_load, office, name), partial(_save, office, name), _draft(name))
        for name in TYPED
    }
    owner = Inline(partial(_load_owner, office), partial(_save_owner, office), _draft("owner_id"))
    labelled = Inline(partial(_load_labels, office), partial(_save_labels, office), _draft(LABELS))
    reads = Inline(partial(_load_reviewer, office), partial(_save_reviewer, office), _draft("reviewer_id"))
    return {**made, OWNER: owner, REVIEWER: reads, LABELS: labelled}


def _draft(name: str) -> Callable[[Any], str]:
    return lambda key: f"case:{key}.{name}"


def _load(office: Office, name: str, key: UUID) -> tuple[int, str]:
    view = office.read(cases.case, key)
    return view.version, shown(getattr(view.file, name))


def _save(office: Office, name: str, key: UUID, version: int, typed: str) -> None:
    value = reading.read(fields.named(CaseFile)[name], typed, today=today())
    office.write(cases.set_field, key, version, name, value, today())


def _load_owner(office: Office, key: UUID) -> tuple[int, str]:
    view = office.read(cases.case, key)
    return view.version, view.owner


def _save_owner(office: Office, key: UUID, version: int, typed: str) -> None:
    office.write(case_people.assign, key, version, user_called(office, typed))


def _load_reviewer(office: Office, key: UUID) -> tuple[int, str]:
    view = office.read(cases.case, key)
    return view.version, view.reviewer


def _save_reviewer(office: Office, key: UUID, version: int, typed: str) -> None:
    reviewer = user_called(office, typed) if typed.strip() else None
    office.write(case_people.set_reviewer, key, version, reviewer)


def user_called(office: Office, typed: str) -> UUID:
    """Return the user whose name or login is, or begins as, what was typed. Raises ``UserError``."""
    wanted, there = typed.strip().casefold(), office.read(firms.users)
    whole = [user for user in there if wanted in (user.name.casefold(), user.login.casefold())]
    begun = [user for user in there if wanted and user.name.casefold().startswith(wanted)]
    found = whole or begun
    if len(found) != 1:
        raise UserError(
            _("Nobody, or more than one, is called that."), ", ".join(user.name for user in there)
        )
    return found[0].id


def _load_labels(office: Office, key: UUID) -> tuple[int, str]:
    return 0, ", ".join(office.read(labels.of, [key]).get(key, ()))


def _save_labels(office: Office, key: UUID, _version: int, typed: str) -> None:
    office.write(labels.set_labels, key, typed)
