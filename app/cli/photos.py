"""``photo``: a visa photo's file against a profile, and what only a person can see."""

from pathlib import Path
from typing import Any

from app.cli import files, output
from app.cli.arguments import Commands, command
from app.cli.call import Call
from app.domain.photo_checks import Verdict
from app.domain.photo_profiles import PhotoProfile
from app.errors import UserError
from app.i18n import _, language, plural
from app.services import photos
from app.services.photos import Checked


def add(commands: Commands) -> None:
    """Declare the command."""
    made = command(commands, "photo", check, _("check a photo's file against a photo profile"), json=True)
    made.add_argument("file", metavar="FILE", type=Path, help=_("a JPEG or PNG; - is standard input"))
    made.add_argument(
        "--profile", metavar="NAME", required=True, help=_("such as visa-digital, visa-print or police")
    )


def check(call: Call) -> None:
    """Say each point: met, not met, or to be seen by eye; a point not met is an error, after all was said."""
    profile = photos.profile(call.options.profile, _profiles(call))
    (found,) = photos.checked(files.data(call.options.file), [profile], call.today)
    if call.as_json:
        output.say_json(_values(found))
    else:
        _show(found)
    failed = len(found.of(Verdict.NOT_MET))
    if failed:
        raise UserError(
            plural(
                "{count} point of the profile is not met.",
                "{count} points of the profile are not met.",
                failed,
            )
        )


def _profiles(call: Call) -> tuple[PhotoProfile, ...]:
    """Return the profiles shipped, or those of a casebook where one is named."""
    if not call.option("casebook"):
        return photos.shipped(call.today)
    with call.book() as book:
        return book.read(photos.profiles, call.today)


def _values(found: Checked) -> dict[str, Any]:
    return {
        "profile": found.profile.id,
        "title": output.languages(found.profile.title),
        "points": [
            {
                "point": each.name,
                "result": each.verdict.value,
                "label": output.languages(each.label),
                "wanted": output.languages(each.wanted),
                "found": output.languages(each.found),
            }
            for each in found.points
        ],
        "basis": found.profile.basis.value,
        "source": [f"[{each.source}] {each.locator}" for each in found.profile.sources],
        "checked_on": found.profile.checked_on.isoformat(),
    }


def _show(found: Checked) -> None:
    spoken = language()
    heads = (_("Result"), _("Point"), _("Asked for"), _("Found"))
    rows = [
        (_(each.verdict.label), each.label.text(spoken), each.wanted.text(spoken), each.found.text(spoken))
        for each in found.points
        if each.name != "face"
    ]
    output.table(heads, rows)
    for each in found.points:
        if each.name == "face":
            output.say(f"{_(each.verdict.label)}  {each.label.text(spoken)}: {each.wanted.text(spoken)}")
    sources = "; ".join(f"[{each.source}] {each.locator}" for each in found.profile.sources)
    output.say(f"{found.profile.title.text(spoken)} · {found.profile.basis.value} · {sources}")
