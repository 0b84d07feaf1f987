"""``firm``: what the firm prints about itself."""

from dataclasses import asdict
from pathlib import Path

from app.cli import output
from app.cli.arguments import Commands, command, group
from app.cli.call import Call
from app.errors import UserError
from app.i18n import _
from app.services import firms, logos


def add(commands: Commands) -> None:
    """Declare the commands."""
    firm = group(commands, "firm", _("what the firm prints about itself"))
    command(firm, "show", show, _("its name, address, registration and the like"), json=True)
    made = command(firm, "set", set_fields, _("change some of it"))
    about = _("such as phone=+6560000000; fields: {fields}").format(fields=", ".join(firms.FIELDS))
    made.add_argument("fields", metavar="FIELD=VALUE", nargs="+", help=about)
    made = command(firm, "logo", set_logo, _("set or remove the logo of its documents"))
    made.add_argument("file", metavar="FILE", nargs="?", type=Path, help=_("a PNG or JPEG of at most 5 MB"))
    made.add_argument("--remove", action="store_true", help=_("print no logo any more"))


def show(call: Call) -> None:
    """Say what is printed about the firm."""
    with call.book() as book:
        form, logo = book.read(firms.firm), book.read(logos.current)
    told = {name: value for name, value in asdict(form).items() if name in firms.FIELDS}
    if call.as_json:
        output.say_json({**told, "logo": bool(logo)})
        return
    rows = [(name, " / ".join(value.splitlines())) for name, value in told.items() if value]
    output.table((_("Field"), _("Value")), [*rows, ("logo", _("yes") if logo else _("no"))])


def set_fields(call: Call) -> None:
    """Set fields one after the other, each a step of its own. Raises ``UserError`` at the first refused."""
    pairs = [_pair(text) for text in call.options.fields]
    with call.book() as book:
        for name, value in pairs:
            book.write(firms.set_firm_field, book.read(firms.firm).version, name, value)
    output.say(_("Changed: {fields}").format(fields=", ".join(name for name, _value in pairs)))


def _pair(text: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found or name not in firms.FIELDS:
        raise UserError(
            _("“{text}” sets nothing.").format(text=text),
            _("Write FIELD=VALUE; fields: {fields}").format(fields=", ".join(firms.FIELDS)),
        )
    return name, value


def set_logo(call: Call) -> None:
    """Set the logo from a file, or remove it."""
    file, is_removed = call.options.file, call.options.remove
    if bool(file) == is_removed:
        raise UserError(_("Name a picture, or say --remove."))
    logo = None if is_removed else logos.read(file)
    with call.book() as book:
        book.write(logos.set_logo, book.read(firms.firm).version, logo)
    output.say(_("The logo was removed.") if is_removed else _("The logo was set."))
