"""Labels: a firm's own words on persons and cases, several on each; how a change of many is meant."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from app.domain.fields import Labelled
from app.errors import UserError
from app.i18n import N_, _

LONGEST = 40
MOST = 20
_BETWEEN = re.compile(r"[,;，；、\n]")


class How(Labelled):
    """What a change does with the labels that are there."""

    ADD = "add", N_("Add to what is there")
    REMOVE = "remove", N_("Remove from what is there")
    REPLACE = "replace", N_("Replace what is there")


def read(typed: str) -> tuple[str, ...]:
    """Return the labels typed, with commas between. Raises ``UserError`` for one that can't be."""
    found = [" ".join(unicodedata.normalize("NFC", each).split()) for each in _BETWEEN.split(typed)]
    for label in found:
        if len(label) > LONGEST or not label.isprintable():
            message = _("“{label}” can't be a label.").format(label=label[:LONGEST])
            hint = _("A label has at most {limit} characters.").format(limit=LONGEST)
            raise UserError(message, hint, field="labels")
    return _each_once(label for label in found if label)


def changed(held: Sequence[str], how: How, labels: Sequence[str]) -> tuple[str, ...]:
    """Return the labels after a change. Raises ``UserError`` where they would be too many."""
    if how is How.REPLACE:
        after = _each_once([*_kept(held, labels), *labels])
    elif how is How.ADD:
        after = _each_once([*held, *labels])
    else:
        gone = {label.casefold() for label in labels}
        after = tuple(label for label in held if label.casefold() not in gone)
    if len(after) > MOST:
        raise UserError(_("At most {limit} labels fit here.").format(limit=MOST), field="labels")
    return after


def _kept(held: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Return those of ``held`` that stay, as they are spelt there."""
    wanted = {label.casefold() for label in labels}
    return [label for label in held if label.casefold() in wanted]


def _each_once(labels: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for label in labels:
        found.setdefault(label.casefold(), label)
    return tuple(found.values())


def shown(labels: Sequence[str]) -> str:
    """Return labels as a list shows them."""
    return ", ".join(sorted(labels, key=str.casefold))
