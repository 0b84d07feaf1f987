"""``mrz``: read and check a machine-readable zone."""

from typing import Any

from app.cli import output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain import mrz, places
from app.domain.mrz import Mrz
from app.i18n import _


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(
        commands, "mrz", check, _("read and check the machine-readable zone of a passport or card"), json=True
    )
    made.add_argument("lines", metavar="LINE", nargs="+", help=_("the lines, each in quotation marks"))


def check(call: Call) -> None:
    """Show what the zone says; a wrong check digit is an error, after all that was read."""
    zone = mrz.parse("\n".join(call.options.lines), today=call.today)
    if call.as_json:
        output.say_json(_values(zone))
    else:
        _show(zone)
    mrz.require_sound(zone)


def _values(zone: Mrz) -> dict[str, Any]:
    return {
        "sound": not zone.problems,
        "size": zone.size,
        "kind": zone.kind,
        "issuer": zone.issuer,
        "family": zone.family,
        "given": zone.given,
        "name_cut": zone.is_name_cut,
        "number": zone.number,
        "nationality": zone.nationality,
        "birth_date": str(zone.birth_date or ""),
        "sex": zone.sex.value if zone.sex else "",
        "expires_on": str(zone.expires_on or ""),
        "personal_number": zone.personal_number,
        "problems": [
            {"line": each.line, "position": each.position, "message": each.message} for each in zone.problems
        ],
    }


def _show(zone: Mrz) -> None:
    nationality = places.zone_code_name(zone.nationality).en if zone.nationality else ""
    output.pairs(
        [
            (_("Document"), f"{zone.kind} ({zone.size}), {places.zone_code_name(zone.issuer).en}"),
            (_("Family name"), zone.family),
            (_("Given names"), zone.given + (" …" if zone.is_name_cut else "")),
            (_("Number"), zone.number),
            (_("Nationality"), nationality),
            (_("Date of birth"), zone.birth_date),
            (_("Sex"), zone.sex.value if zone.sex else ""),
            (_("Date of expiry"), zone.expires_on),
            (_("Personal number"), zone.personal_number),
            (_("Check digits"), _("right") if not zone.problems else _("wrong")),
        ]
    )
