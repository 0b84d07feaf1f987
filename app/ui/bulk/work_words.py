"""What goes along with a case that is handed over, in words."""

from app.i18n import _, language
from app.services.workload import WorkLine
from app.ui import words


def said(line: WorkLine) -> str:
    """Return stage, next day, what it waits for, last contact and originals held, a line of text each."""
    stage = _("{stage} since {day}").format(stage=_(line.stage.label), day=words.day(line.stage_since))
    what = line.next_what.text(language()) if line.next_what else ""
    day = words.day(line.next_on) if line.next_on else _("Nothing scheduled")
    blocker = line.blocker.text(language()) if line.blocker else ""
    contact = words.day(line.last_contact) if line.last_contact else _("No contact recorded")
    originals = "; ".join(title.text(language()) for title in line.originals)
    told = (
        (_("Stage"), stage),
        (_("Next day"), " ".join(part for part in (day, what) if part)),
        (_("Waits for"), blocker),
        (_("Last contact"), contact),
        (_("Originals held"), originals),
    )
    return "\n".join(f"{label}: {text}" for label, text in told if text)
