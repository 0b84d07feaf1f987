"""Users found by what is typed, for fields that name one."""

from app.services import firms
from app.ui.office import Office
from app.ui.widgets.finding import Found


def users(office: Office, typed: str) -> Found:
    """Return who works here and is called so."""
    wanted = typed.strip().casefold()
    found = office.read(firms.users)
    return [(user.id, user.name) for user in found if wanted in user.name.casefold()]


def user_name(office: Office, key: object) -> str:
    """Return what a user is called, "" for nobody; who left keeps the name."""
    return next((name for user, name in office.read(firms.names).items() if user == key), "")
