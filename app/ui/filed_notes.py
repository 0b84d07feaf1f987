"""What is said under a field whose value was filed otherwise."""

from collections.abc import Iterable

from app.domain.filing.frozen import Difference
from app.i18n import Bilingual, _, language


def notes(found: Iterable[Difference], owner: type) -> dict[str, str]:
    """Return what is said under each field of ``owner`` that differs from filed, by the field's name."""
    prefix = f"{owner.__name__}."
    return {each.key.removeprefix(prefix): _said(each) for each in found if each.key.startswith(prefix)}


def _said(difference: Difference) -> str:
    filed = difference.filed
    value = filed.text(language()) if isinstance(filed, Bilingual) else filed
    return _("Differs from filed: {value}").format(value=value or "\u2014")
