"""``demo``: build the fictional firm, say what was written, open it."""

import sys
from pathlib import Path

from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.errors import UserError
from app.i18n import _
from app.services import demo
from app.services.demo import LOGIN, NAME, PASSPHRASE, Built


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(commands, "demo", show, _("build a fictional firm with clients and cases, and open it"))
    made.add_argument(
        "folder", metavar="DIR", nargs="?", type=Path, default=Path("demo"), help=_("where (else demo)")
    )
    made.add_argument("--no-window", action="store_true", help=_("do not open the window"))
    made.add_argument(
        "--again", action="store_true", help=_("build it anew in place of the one that is there")
    )


def show(call: Call) -> int:
    """Build the demo unless it is there, and open it where there is a screen."""
    folder = call.options.folder
    path = folder / NAME
    if path.exists() and not call.options.again:
        output.say(_("There is a demo already: {path}. Build it anew with --again.").format(path=path))
    else:
        _build(call, folder)
    _say_how(path)
    if call.options.no_window or not call.doors.has_screen():
        return 0
    return call.doors.show(str(path))


def _build(call: Call, folder: Path) -> None:
    if (folder / NAME).exists() and not demo.is_demo(folder, call.doors.open):
        raise UserError(
            _("“{name}” is there, and it is not our demo.").format(name=NAME),
            _("It was left as it is. Choose another folder."),
        )
    output.say(_("Building the demo …"))
    sys.stdout.flush()
    _say_built(demo.build(folder, call.doors.create, call.today))


def _say_built(built: Built) -> None:
    text = _(
        "{firm}: {offices} offices, {users} consultants, {persons} persons, {cases} cases. All invented."
    )
    output.say(
        text.format(
            firm=built.firm,
            offices=built.offices,
            users=built.users,
            persons=built.persons,
            cases=built.cases,
        ),
        _("Casebook: {path}").format(path=built.casebook),
        _("PDFs: {count} in {folder}, each marked SAMPLE 样本").format(
            count=len(built.prints), folder=built.prints[0].parent
        ),
    )


def _say_how(path: Path) -> None:
    program = "python3 -m app" if Path(sys.argv[0]).name == "__main__.py" else "kasebook"
    output.say(
        _("To open it: {program} {path} (user {login}, passphrase {passphrase})").format(
            program=program, path=path, login=LOGIN, passphrase=PASSPHRASE
        ),
        f"KASEBOOK_PASSPHRASE={PASSPHRASE} {program} --casebook {path} case list",
    )
