"""``calendar``: the years of China's working days that the firm loads."""

from pathlib import Path

from app.cli import files, output
from app.cli.arguments import Commands, command, day, group
from app.cli.call import Call
from app.errors import UserError
from app.i18n import _
from app.services import calendars


def add(commands: Commands) -> None:
    """Declare the commands."""
    made = group(commands, "calendar", _("China's working days, year by year"))
    command(made, "list", list_years, _("list the years that are known"), json=True)
    load = command(made, "load", load_year, _("load a year from a TOML or CSV file"), json=True)
    load.add_argument("file", metavar="FILE", type=Path)
    load.add_argument("--source", metavar="TEXT", default="", help=_("where a CSV list comes from"))
    load.add_argument("--announced", metavar="DATE", type=day, help=_("when that was announced"))
    remove = command(made, "remove", remove_year, _("remove a year that was loaded"))
    remove.add_argument("year", metavar="YEAR", type=int)


def list_years(call: Call) -> None:
    """List the years that the firm loaded, and say which are known without."""
    first, last = calendars.known_years()
    with call.book() as book:
        found = book.read(calendars.years)
    if call.as_json:
        years = [
            {
                "year": each.year,
                "holidays": each.holidays,
                "workdays": each.workdays,
                "source": each.source,
                "announced_on": each.announced_on.isoformat(),
            }
            for each in found
        ]
        output.say_json({"shipped": {"from": first, "to": last}, "loaded": years})
        return
    output.say(_("Shipped: {first} to {last}").format(first=first, last=last))
    heads = (_("Year"), _("Days off"), _("Weekends worked"), _("Source"), _("Announced on"))
    rows = [(each.year, each.holidays, each.workdays, each.source, each.announced_on) for each in found]
    if rows:
        output.table(heads, rows)


def load_year(call: Call) -> None:
    """Load a year; it stands over what the program ships."""
    options = call.options
    text = files.text(options.file)
    year = calendars.read(text, options.file.name, source=options.source, announced_on=options.announced)
    with call.book() as book:
        book.write(calendars.load, year)
    if call.as_json:
        told = {"year": year.year, "holidays": len(year.holidays), "workdays": len(year.workdays)}
        output.say_json(told)
    else:
        message = _("{year}: {off} days off, {worked} weekend days worked")
        output.say(message.format(year=year.year, off=len(year.holidays), worked=len(year.workdays)))


def remove_year(call: Call) -> None:
    """Remove a loaded year."""
    with call.book() as book:
        found = next((each for each in book.read(calendars.years) if each.year == call.options.year), None)
        if found is None:
            message = _("{year} was not loaded by the firm.").format(year=call.options.year)
            raise UserError(message, field="year")
        book.write(calendars.remove, found.id, found.version)
