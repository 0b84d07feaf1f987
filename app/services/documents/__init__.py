"""Every kind of document there is: what the window offers, the command line takes and the history records."""

from collections.abc import Mapping
from dataclasses import replace

from app.errors import UserError
from app.i18n import N_, _
from app.services.documents import (
    case_sheet,
    checklists,
    counter_sheet,
    data_sheet,
    day_sheet,
    engagement,
    handover,
    handover_list,
    history,
    letter,
    letter_message,
    list_sheet,
    money,
    pathways,
    screening,
    summary,
    visa_check,
)
from app.services.orders import Group, Kind, Option, Order, Subject

_CLOSED = frozenset({Option.UNMASKED, Option.SENSITIVE})
_UNMASKED = frozenset({Option.UNMASKED})

# By the name the command line knows; in this order the window lists them within their group.
KINDS: Mapping[str, Kind] = {
    "checklist": Kind(label=N_("Client checklist"), group=Group.CLIENT, gather=checklists.client),
    "missing-items": Kind(
        label=N_("Letter about missing papers"),
        group=Group.CLIENT,
        gather=letter.gather,
        message=letter_message.message,
    ),
    "visa-check": Kind(
        label=N_("Visa check and arrival"), group=Group.CLIENT, gather=visa_check.gather, in_full=True
    ),
    "screening": Kind(
        label=N_("Screening result"),
        group=Group.CLIENT,
        gather=screening.gather,
        categories=frozenset({"K"}),
    ),
    "pathways": Kind(label=N_("Pathway comparison"), group=Group.CLIENT, gather=pathways.gather),
    "quote": Kind(label=N_("Quote"), group=Group.CLIENT, gather=money.quote),
    "invoice": Kind(
        label=N_("Invoice"), group=Group.CLIENT, gather=money.invoice, options=frozenset({Option.INVOICE})
    ),
    "receipt": Kind(label=N_("Receipt for payments"), group=Group.CLIENT, gather=money.receipt),
    "agreement": Kind(label=N_("Agreement"), group=Group.CLIENT, gather=engagement.agreement, in_full=True),
    "authority": Kind(
        label=N_("Authority letter"), group=Group.CLIENT, gather=engagement.authority, in_full=True
    ),
    "summary": Kind(label=N_("Filing summary"), group=Group.OFFICE, gather=summary.gather, options=_CLOSED),
    "checklist-office": Kind(
        label=N_("Office checklist"), group=Group.OFFICE, gather=checklists.office, options=_UNMASKED
    ),
    "data-sheet": Kind(
        label=N_("Data sheet for the form"),
        group=Group.OFFICE,
        gather=data_sheet.gather,
        options=frozenset({Option.SENSITIVE, Option.FILED}),
        in_full=True,
    ),
    "case-sheet": Kind(
        label=N_("Case sheet"), group=Group.OFFICE, gather=case_sheet.gather, options=_UNMASKED
    ),
    "day-sheet": Kind(
        label=N_("Day sheet"),
        group=Group.OFFICE,
        gather=day_sheet.gather,
        subject=Subject.DAY,
        options=frozenset({Option.DAY, Option.OWNER}),
    ),
    "history": Kind(
        label=N_("History"),
        group=Group.OFFICE,
        gather=history.gather,
        subject=Subject.HISTORY,
        options=frozenset({Option.HISTORY}),
    ),
    "handover-list": Kind(
        label=N_("Handover of cases"),
        group=Group.OFFICE,
        gather=handover_list.gather,
        subject=Subject.CASES,
        options=frozenset({Option.OWNER, Option.SUCCESSOR, Option.CASES}),
    ),
    "list": Kind(
        label=N_("List as seen"),
        group=Group.OFFICE,
        gather=list_sheet.gather,
        subject=Subject.LIST,
        options=frozenset({Option.LIST, Option.UNMASKED}),
    ),
    "counter-sheet": Kind(
        label=N_("Counter sheet"), group=Group.COUNTER, gather=counter_sheet.gather, options=_UNMASKED
    ),
    "handover": Kind(
        label=N_("Receipt for originals"),
        group=Group.COUNTER,
        gather=handover.gather,
        options=frozenset({Option.UNMASKED, Option.GIVEN_BACK, Option.ORIGINALS}),
    ),
}


def kind(name: str) -> Kind:
    """Return the kind called ``name``. Raises ``UserError`` with those there are."""
    found = KINDS.get(name)
    if found is None:
        raise UserError(_("There is no document “{kind}”.").format(kind=name[:40]), ", ".join(KINDS))
    return found


def checked(order: Order) -> Order:
    """Return ``order`` as its kind prints it: numbers in full where the kind always shows them so.

    Raises ``UserError`` for an unknown kind, for an option that means nothing for it, and where a case is
    missing or named without need.
    """
    wanted = kind(order.kind)
    allowed = wanted.options | ({Option.UNMASKED} if wanted.in_full else set())  # it may be checked twice
    for option in Option:
        if getattr(order, option) != getattr(_BLANK, option) and option not in allowed:
            message = _("“{option}” means nothing for this document: {kind}.")
            raise UserError(message.format(option=option, kind=_(wanted.label)), field=option)
    if wanted.subject is Subject.CASE and order.case_id is None:
        raise UserError(_("This document is about a case: name it."), field="case")
    if wanted.subject is Subject.CASES and order.case_id is not None:
        raise UserError(_("This document is about several cases: name them by their owner."), field="case")
    if wanted.subject is not Subject.CASE and order.case_id is not None:
        raise UserError(_("This document is about a day, not about one case."), field="case")
    return replace(order, unmasked=order.unmasked or wanted.in_full)


_BLANK = Order()
