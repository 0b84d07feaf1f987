"""What a rule of the firm does; by itself, so that storing one loads no rules."""

from app.domain.fields import Labelled
from app.i18n import N_


class Action(Labelled):
    """What a rule of the firm does with an item of a checklist or a row of a table."""

    ITEM = "item", N_("Own wording")
    OFF = "off", N_("Switched off")
    SHIPPED = "shipped", N_("As shipped again")
