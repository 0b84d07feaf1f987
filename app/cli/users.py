"""``user`` and ``passphrase``: who opens the casebook."""

from pathlib import Path

from app.cli import output, passphrases
from app.cli.arguments import Commands, Parser, command, group
from app.cli.call import Call, user
from app.errors import UserError
from app.i18n import _
from app.services import accounts, firms


def add(commands: Commands) -> None:
    """Declare the commands."""
    users = group(commands, "user", _("who opens the casebook"))
    made = command(users, "add", add_user, _("let somebody open it with a passphrase of their own"))
    made.add_argument("login", metavar="LOGIN", help=_("short name to open it with"))
    made.add_argument("--name", help=_("the whole name, as the history shows it (else the login)"))
    _add_new_passphrase(made)
    made = command(users, "list", list_users, _("who works in it, and who left"), json=True)
    made = command(users, "remove", remove_user, _("end somebody's access"))
    made.add_argument("login", metavar="LOGIN")
    made.add_argument("--leave-cases", action="store_true", help=_("although open cases of theirs remain"))
    made = command(users, "role", set_role, _("make somebody an owner, or a consultant again, as an owner"))
    made.add_argument("login", metavar="LOGIN")
    made.add_argument("role", metavar="ROLE", choices=firms.ROLES, help=" | ".join(firms.ROLES))
    made = command(users, "reset", reset, _("give a colleague a new passphrase, as an owner"))
    made.add_argument("login", metavar="LOGIN")
    _add_new_passphrase(made)

    made = command(commands, "passphrase", change, _("change your passphrase, or make a new recovery key"))
    made.add_argument("--recovery-key", action="store_true", help=_("make a new recovery key instead"))
    _add_new_passphrase(made)


def _add_new_passphrase(parser: Parser) -> None:
    parser.add_argument(
        "--new-passphrase-file",
        metavar="FILE",
        type=Path,
        help=_("file whose first line is the new passphrase (else KASEBOOK_NEW_PASSPHRASE, else asked)"),
    )


def add_user(call: Call) -> None:
    """Add a user with a key slot of their own."""
    login = call.options.login
    with call.book() as book:
        new = passphrases.new(call.options.new_passphrase_file)
        accounts.add_user(book, login, call.options.name or login, new)
    output.say(_("“{login}” opens the casebook now.").format(login=login))


def list_users(call: Call) -> None:
    """List everybody, those who left at the end."""
    with call.book() as book:
        found = [*book.read(firms.users), *book.read(firms.users, archived=True)]
    if call.as_json:
        output.say_json(
            [{"login": u.login, "name": u.name, "role": u.role, "left": u.archived} for u in found]
        )
        return
    rows = [(u.login, u.name, u.role, _("left") if u.archived else "") for u in found]
    output.table((_("Login"), _("Name"), _("Role"), ""), rows)


def remove_user(call: Call) -> None:
    """End a user's access; the database gets a new key. Open cases of theirs have to be named first."""
    with call.book() as book:
        theirs = accounts.open_cases(book, call.options.login)
        if theirs and not call.options.leave_cases:
            raise UserError(
                accounts.told_cases(theirs),
                _("Give them to somebody else first, or say --leave-cases."),
            )
        accounts.remove_user(book, call.options.login, confirmed=True)
    output.say(_("“{login}” opens the casebook no more.").format(login=call.options.login))


def set_role(call: Call) -> None:
    """Change who owns the casebook; one owner remains."""
    login, role = call.options.login, call.options.role
    with call.book() as book:
        accounts.set_role(book, login, role)
    told = _("“{login}” owns the casebook now.") if role == "owner" else _("“{login}” is a consultant now.")
    output.say(told.format(login=login))


def reset(call: Call) -> None:
    """Give a colleague a new passphrase; the history says who did it."""
    with call.book() as book:
        accounts.reset_passphrase(book, call.options.login, passphrases.new(call.options.new_passphrase_file))
    output.say(_("“{login}” opens the casebook with the new passphrase.").format(login=call.options.login))


def change(call: Call) -> None:
    """Set a new passphrase for whoever opens it, or a new recovery key."""
    with call.book() as book:
        if call.options.recovery_key:
            key = accounts.new_recovery_key(book)
            output.say(_("Recovery key (write it down; it is not shown again): {key}").format(key=key))
            return
        login = user(call.option("user"), accounts.logins(call.path))
        old, new = call.passphrase(), passphrases.new(call.options.new_passphrase_file)
        accounts.change_passphrase(book, login, old, new)
    output.say(_("The passphrase of “{login}” is changed.").format(login=login))
