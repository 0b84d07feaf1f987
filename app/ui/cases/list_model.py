"""The columns of the list of cases."""

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


COLUMNS: tuple[Column[CaseLine], ...] = (
    Column("number", N_("Number"), lambda line: line.number, "number", 116),
    Column("client", N_("Client"), _client, "client", 226),
    Column("post", N_("Post"), _post, "", 168),
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
)
FIRST_TO_GO = ("owner", "post", "planned_filing")
