"""What limits are called, those of the firm included; loads less than the limits themselves."""

import json
from collections.abc import Mapping
from contextlib import suppress

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.rule_actions import Action
from app.domain.table_kinds import TableKind
from app.i18n import Bilingual
from app.services import deadline_titles
from db.models.rule import TableRuleRow


def titles(session: Session) -> Mapping[str, Bilingual]:
    """Return the title of every limit there is or was, by its id, in its newest wording."""
    query = select(TableRuleRow.entry, TableRuleRow.row_values).order_by(TableRuleRow.id)
    own = query.where(TableRuleRow.of_table == TableKind.DEADLINES, TableRuleRow.action == Action.ITEM)
    found = dict(deadline_titles.titles())
    for entry, values in session.execute(own):
        with suppress(ValueError, TypeError, KeyError):  # one that can't be read is named elsewhere
            title = json.loads(values)["title"]
            found[entry] = Bilingual(title["en"], title["zh"])
    return found
