"""The columns of the list of cases."""

from collections.abc import Callable

from app.domain import labels, places
from app.i18n import N_, _, language
from app.services import packs
from app.services.case_list import CaseLine
from app.settings import today
from app.ui import words
from app.ui.widgets.table_model import Column

PROGRESS = "progress"


def _post(line: CaseLine) -> str:
    return packs.post(line.post).name.text(language())


def _filing(line: CaseLine) -> str:
    return words.dated(line.planned_filing, today())


def _client(line: CaseLine) -> str:
    return "  ".join(name for name in (line.client, line.native_name) if name)


def _nationality(line: CaseLine) -> str:
    return places.country_name(line.nationality).text(language()) if line.nationality else ""


def _days_at_stage(line: CaseLine) -> str:
    return str((today() - line.stage_since).days)


def _changed(line: CaseLine) -> str:
    return words.day(line.changed_at.astimezone().date())


def _decision(line: CaseLine) -> str:
    said = [_(line.decision.label) if line.decision else "", words.day(line.decided_on)]
    return ", ".join(part for part in said if part)


def _extra(
    name: str, title: str, text: Callable[[CaseLine], str], sort: str, width: int, *, is_right: bool = False
) -> Column[CaseLine]:
    """Return a column that is shown to who asks for it."""
    return Column(name, title, text, sort, width, is_right, is_extra=True)


def _day(name: str, title: str) -> Column[CaseLine]:
    return _extra(name, title, lambda line: words.dated(getattr(line, name), today()), name, 160)


COLUMNS: tuple[Column[CaseLine], ...] = (
    Column("number", N_("Number"), lambda line: line.number, "number", 116),
    Column("client", N_("Client"), _client, "client", 226),
    Column("post", N_("Post"), _post, "post", 168),
    Column(
        "stage",
        N_("Stage"),
        lambda line: _(line.stage.label),
        "stage",
        148,
        tone=lambda line: words.STAGE_TONES.get(line.stage, "plain"),
    ),
    Column(
        PROGRESS,
        N_("Checked"),
        lambda line: _("{checked} of {counted}").format(checked=line.checked, counted=line.counted),
        "",
        138,
        accessible=lambda line: words.progress(line.checked, line.counted),
    ),
    Column("owner", N_("Owner"), lambda line: line.owner, "owner", 106),
    Column("planned_filing", N_("Planned filing"), _filing, "planned_filing", 160),
    _extra("reviewer", N_("Reviewer"), lambda line: line.reviewer, "reviewer", 106),
    _extra("labels", N_("Labels"), lambda line: labels.shown(line.labels), "", 140),
    _extra("category", N_("Visa"), lambda line: line.category, "category", 70),
    _extra("nationality", N_("Nationality"), _nationality, "nationality", 120),
    _extra("office", N_("Office"), lambda line: line.office, "office", 120),
    _extra("next_day", N_("Next date"), lambda line: words.dated(line.next_day, today()), "next_day", 170),
    _extra("stage_since", N_("Days at this stage"), _days_at_stage, "stage_since", 130, is_right=True),
    _extra("opened_on", N_("Opened"), lambda line: words.day(line.opened_on), "opened_on", 110),
    _extra("changed_at", N_("Last change"), _changed, "changed_at", 130),
    _day("planned_entry", N_("Planned entry")),
    _day("appointment_on", N_("Appointment")),
    _day("supplement_due", N_("Supplement due")),
    _extra(
        "application_number",
        N_("Application number"),
        lambda line: line.application_number,
        "application_number",
        150,
    ),
    _extra("decision", N_("Decision"), _decision, "decided_on", 170),
    _day("keep_until", N_("File kept until")),
)
FIRST_TO_GO = ("owner", "post", "planned_filing")
