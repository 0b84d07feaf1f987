"""The cells of a case's checklist that can be edited in place: state, days, who is responsible."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from app.domain import reading
from app.domain.fields import Field, Kind
from app.domain.item_records import NEEDS_REASON, ItemState
from app.errors import UserError
from app.i18n import N_, _
from app.services import checklists, firms, item_values
from app.services.checklists import ItemLine
from app.settings import today
from app.ui.cases.inline import user_called
from app.ui.office import Office
from app.ui.widgets.editor import shown
from app.ui.widgets.inline_edit import Inline

DAYS = {"due": "due_on", "dates": "valid_until"}  # columns, and the fields that they show
_STATE = Field("state", N_("State"), Kind.CHOICE, choices=ItemState)


def editable(office: Office, line_of: Callable[[UUID], ItemLine]) -> Mapping[str, Inline]:
    """Return the columns that can be edited, by their ids; ``line_of`` reads a line as it is now."""
    days = {
        column: Inline(partial(_load_day, line_of, name), partial(_save_day, office, name), _draft(name))
        for column, name in DAYS.items()
    }
    state = Inline(partial(_load_state, line_of), partial(_save_state, office), _draft("state"))
    responsible = Inline(
        partial(_load_user, office, line_of), partial(_save_user, office), _draft("responsible_id")
    )
    return {**days, "state": state, "responsible": responsible}


def _draft(name: str) -> Callable[[Any], str]:
    return lambda key: f"line:{key}.{name}"


def _load_day(line_of: Callable[[UUID], ItemLine], name: str, key: UUID) -> tuple[int, str]:
    line = line_of(key)
    return line.version, shown(getattr(line.line.record, name))


def _save_day(office: Office, name: str, key: UUID, version: int, typed: str) -> None:
    value = reading.read(item_values.FIELDS[name], typed, today=today())
    office.write(checklists.set_item_field, key, version, name, value, today())


def _load_state(line_of: Callable[[UUID], ItemLine], key: UUID) -> tuple[int, str]:
    line = line_of(key)
    return line.version, _(line.line.state.label)


def _save_state(office: Office, key: UUID, version: int, typed: str) -> None:
    """Move a line; a reason follows the state after a colon. The beginning of a state's name is enough."""
    named, _colon, reason = typed.replace("：", ":").partition(":")  # as typed in Chinese
    to = _state(named.strip())
    if to in NEEDS_REASON and not reason.strip():
        message = _("Say why this line becomes “{to}”, after a colon.").format(to=_(to.label))
        raise UserError(message, field="state")
    office.write(checklists.move_item, key, version, to, today(), reason=reason.strip())


def _state(typed: str) -> ItemState:
    begun = [state for state in ItemState if typed and _(state.label).casefold().startswith(typed.casefold())]
    if len(begun) == 1:
        return begun[0]
    try:
        found = reading.read(_STATE, typed, today=today())
    except UserError as error:
        raise UserError(error.message, ", ".join(_(state.label) for state in ItemState)) from error
    if found is None:
        raise UserError(_("Say which state."), ", ".join(_(state.label) for state in ItemState))
    return ItemState(found)


def _load_user(office: Office, line_of: Callable[[UUID], ItemLine], key: UUID) -> tuple[int, str]:
    line = line_of(key)
    return line.version, office.read(firms.names).get(line.line.record.responsible, "")  # type: ignore[call-overload]  # a user's key


def _save_user(office: Office, key: UUID, version: int, typed: str) -> None:
    value = user_called(office, typed) if typed.strip() else None
    office.write(checklists.set_item_field, key, version, "responsible_id", value, today())
