"""``create``, ``verify``, ``backup``, ``restore``, ``copy``: the casebook as a whole."""

from pathlib import Path

from app.cli import output, passphrases
from app.cli.arguments import Commands, command
from app.cli.call import Call, refuse_server, user
from app.domain import backups
from app.errors import KasebookError, NotFound, ReadOnly, UserError
from app.i18n import _
from app.services import accounts, trust
from app.settings import Settings


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = command(
        commands, "create", create, _("make a casebook; its recovery key is shown once"), json=True
    )
    made.add_argument("path", metavar="CASEBOOK", type=Path, help=_("folder to make; it ends in .kasebook"))
    made.add_argument("--firm", metavar="NAME", required=True, help=_("the firm's name"))
    made.add_argument("--name", help=_("your own name, as the history shows it (else the login)"))

    command(commands, "verify", verify, _("check the whole casebook and its history"), json=True)

    made = command(commands, "backup", backup, _("write a verified copy"), json=True)
    made.add_argument("folder", nargs="?", type=Path, help=_("where to (else the folder set in Preferences)"))

    made = command(commands, "restore", restore, _("make a new casebook from a backup"), json=True)
    made.add_argument("backup", type=Path, metavar="BACKUP", help=_("folder that ends in .kasebook-backup"))
    made.add_argument("path", metavar="CASEBOOK", type=Path, help=_("folder to make"))

    made = command(commands, "copy", copy, _("make a copy that can be written of a read-only casebook"))
    made.add_argument("path", metavar="CASEBOOK", type=Path, help=_("folder to make"))


def create(call: Call) -> None:
    """Make a casebook, and show its recovery key this once."""
    options = call.options
    path = _named(refuse_server(options.path))
    login = call.option("user") or user(None, ["owner"])
    passphrase = passphrases.for_new_casebook(call.option("passphrase_file"))
    accounts.refuse_weak(passphrase)
    book, recovery_key = call.doors.create(
        path,
        firm=options.firm,
        name=options.name or login,
        login=login,
        passphrase=passphrase,
        today=lambda: call.today,
    )
    book.close()
    if call.as_json:
        output.say_json({"casebook": str(path), "user": login, "recovery_key": recovery_key})
        return
    output.say(
        _("Made {path}. It opens for the user “{login}”.").format(path=path, login=login),
        _("Recovery key (write it down; it is not shown again): {key}").format(key=recovery_key),
        _("Without passphrase and recovery key nobody can open it."),
    )


def _named(path: Path) -> Path:
    """Return the folder to make, with the ending by which a casebook is known."""
    if not path.name:
        raise UserError(_("Name the casebook's folder."))
    return path if path.suffix == ".kasebook" else path.with_name(path.name + ".kasebook")


def verify(call: Call) -> None:
    """Check the casebook; damage is an error that says what is damaged."""
    with call.book() as book:
        found = trust.verify(book)
    if call.as_json:
        output.say_json({"ok": True, "operations": found.operations, "head": found.head})
    else:
        output.say(
            _("All is well: {count} operations, none altered or missing.").format(count=found.operations)
        )


def backup(call: Call) -> None:
    """Copy the casebook, verify the copy, say where it is."""
    target = call.options.folder or _usual_folder(call.path)
    with call.book() as book:
        made = trust.back_up(book, target)
    _say_made(call, made.path, made.rows, made.operations)


def _usual_folder(path: Path) -> Path:
    folder = Settings().backup_folders.get(str(path.expanduser().absolute()))
    if not folder:
        raise UserError(_("Where shall the backup go?"), _("Name a folder: kasebook backup FOLDER"))
    return Path(folder)


def restore(call: Call) -> None:
    """Make a new casebook from a backup; the backup's own passphrases open it."""
    source, target = call.options.backup, _named(refuse_server(call.options.path))
    login = user(call.option("user"), accounts.logins(source))
    made = trust.restore(source, target, login, call.passphrase())
    _say_made(call, made.path, made.rows, made.operations)


def copy(call: Call) -> None:
    """Copy a casebook that can't be written, and check the copy."""
    target = _named(refuse_server(call.options.path))
    login = user(call.option("user"), accounts.logins(call.path))
    trust.copy(call.path, target, login, call.passphrase())
    output.say(_("Made and checked {path}.").format(path=target))


def advised(error: KasebookError, path: Path) -> KasebookError:
    """Return ``error`` about the casebook ``path`` with what helps: a copy, or its last verified backup."""
    if isinstance(error, ReadOnly):
        copied = _("Or work in a copy: kasebook --casebook PATH copy NEW")
        return ReadOnly(error.message, f"{error.hint} {copied}".strip())
    folder = Settings().backup_folders.get(str(path.expanduser().absolute()))
    kept = trust.newest_backup(path, Path(folder)) if folder else None
    if kept is None and isinstance(error, NotFound):
        return error  # a path that was mistyped, most likely
    said = [error.hint, backups.known(kept.at if kept else None)]
    if kept:
        said.append(_("kasebook restore “{backup}” NEW brings it back.").format(backup=kept.path))
    return type(error)(error.message, " ".join(filter(None, said)))


def _say_made(call: Call, path: Path, rows: int, operations: int) -> None:
    if call.as_json:
        output.say_json({"path": str(path), "rows": rows, "operations": operations, "verified": True})
    else:
        text = _("Made and verified {path}: {rows} rows, {operations} operations.")
        output.say(text.format(path=path, rows=rows, operations=operations))
