"""Operations as sentences: who did what to whom."""

from collections.abc import Mapping

from app.i18n import N_, _
from app.services.history import Entry

# By the operation's tag; one that is not here says its label.
SENTENCES: Mapping[str, str] = {
    "casebook:create": N_("{who} created the casebook."),
    "person:add": N_("{who} added {about}."),
    "person:edit": N_("{who} edited {about}."),
    "person:edit-part": N_("{who} edited {about}."),
    "person:remove-part": N_("{who} removed something from {about}."),
    "person:archive": N_("{who} archived {about}."),
    "person:restore": N_("{who} brought {about} back from the archive."),
    "person:import": N_("{who} took in persons from a spreadsheet."),
    "case:import": N_("{who} took in cases from a spreadsheet."),
    "person:fill-passport": N_("{who} filled the passport of {about} from its zone."),
    "consent:withdraw": N_("{who} recorded that {about} withdrew a consent."),
    "person:open-declarations": N_("{who} opened the sensitive answers of {about}."),
    "person:different": N_("{who} said that {about} is somebody else than a person of the same look."),
    "person:alike": N_("{who} took back that {about} is somebody else."),
    "person:merge": N_("{who} merged another record into {about}."),
    "quote:edit": N_("{who} edited the quote of case {about}."),
    "quote:save": N_("{who} edited the quote of case {about}."),
    "quote:remove": N_("{who} removed something from the quote of case {about}."),
    "quote:prefill": N_("{who} took fees from the fee table into the quote of case {about}."),
    "quote:pay": N_("{who} recorded a payment for case {about}."),
    "quote:refund": N_("{who} recorded a refund for case {about}."),
    "invoice:issue": N_("{who} issued an invoice for case {about}."),
    "invoice:credit": N_("{who} issued a credit note for case {about}."),
    "wording:save": N_("{who} edited the wording of what clients sign."),
    "wording:reset": N_("{who} went back to the supplied wording of what clients sign."),
    "enquiry:add": N_("{who} took an enquiry of {about}."),
    "enquiry:edit": N_("{who} edited an enquiry of {about}."),
    "conflict:decide": N_("{who} decided on conflicts of {about}."),
    "case:open": N_("{who} opened case {about}."),
    "case:edit": N_("{who} edited case {about}."),
    "case:edit-part": N_("{who} edited case {about}."),
    "case:set": N_("{who} edited case {about}."),
    "case:remove-part": N_("{who} removed something from case {about}."),
    "case:move": N_("{who} moved case {about} to another stage."),
    "case:close": N_("{who} closed case {about}."),
    "case:follow": N_("{who} opened case {about}, which follows an earlier one."),
    "case:reopen": N_("{who} opened case {about} again."),
    "case:decide": N_("{who} recorded the decision on case {about}."),
    "case:assign": N_("{who} gave case {about} to another owner."),
    "case:archive": N_("{who} archived case {about}."),
    "case:reassign": N_("{who} handed cases over to another owner."),
    "case:reviewer": N_("{who} chose who reviews case {about}."),
    "case:office": N_("{who} chose the office of case {about}."),
    "absence:save": N_("{who} recorded an absence."),
    "absence:remove": N_("{who} removed an absence."),
    "case:form:sign-off": N_("{who} signed the form of case {about} off as its second reader."),
    "case:form:self-check": N_("{who} began a self-check of the form of case {about}."),
    "case:form:self-checked": N_("{who} ended a self-check of the form of case {about}."),
    "case:form:submit": N_("{who} marked the form of case {about} as submitted, which froze it."),
    "case:mail:keep": N_("{who} kept an e-mail with case {about}."),
    "case:mail:remove": N_("{who} removed an e-mail from case {about}."),
    "case:family:link": N_("{who} linked case {about} to the principal's."),
    "case:family:unlink": N_("{who} took case {about} off the principal's."),
    "case:family:seen": N_("{who} looked from case {about} at what changed in the family."),
    "case:note": N_("{who} wrote a note on case {about}."),
    "case:screen": N_("{who} confirmed the screening of case {about}."),
    "case:fact": N_("{who} set a fact of case {about}."),
    "case:item:move": N_("{who} moved a line of the checklist of case {about}."),
    "case:item:edit": N_("{who} edited a line of the checklist of case {about}."),
    "case:item:work": N_("{who} worked on the checklist of case {about}."),
    "case:print": N_("{who} printed a document of case {about}."),
    "case:deadline:done": N_("{who} marked a deadline of case {about} as done."),
    "case:deadline:waive": N_("{who} waived a deadline of case {about}."),
    "case:deadline:reopen": N_("{who} reopened a deadline of case {about}."),
    "case:deadline:override": N_("{who} set another day for a deadline of case {about}."),
    "case:deadline:assign": N_("{who} gave a deadline of case {about} to somebody."),
    "case:deadline:alerts": N_("{who} set the reminders of a deadline of case {about}."),
    "case:ledger:save": N_("{who} recorded an entry or a stay of case {about}."),
    "case:ledger:remove": N_("{who} removed an entry or a stay from case {about}."),
    "deadline:export": N_("{who} exported deadlines to a calendar."),
    "list:export": N_("{who} exported a list."),
    "calendar:load": N_("{who} loaded a year of China's working days."),
    "calendar:remove": N_("{who} removed a year of China's working days."),
    "post:answer": N_("{who} recorded an answer of {about}."),
    "post:check": N_("{who} checked the rules of {about}: no change."),
    "rules:override": N_("{who} changed a rule of the firm."),
    "rules:table": N_("{who} changed a table of the firm."),
    "rules:rebase": N_("{who} re-based cases on the rules of today."),
    "rules:export": N_("{who} exported a signed pack of rules."),
    "rules:import": N_("{who} took in a signed pack of rules."),
    "signer:trust": N_("{who} trusts one more signer of packs."),
    "signer:drop": N_("{who} trusts a signer of packs no more."),
    "case:bulk-edit": N_("{who} changed several cases at once."),
    "case:item:bulk-edit": N_("{who} changed lines of several checklists at once."),
    "person:bulk-label": N_("{who} changed the labels of several persons at once."),
    "label:set": N_("{who} set labels."),
    "search:save": N_("{who} kept a search."),
    "search:rename": N_("{who} renamed a saved search."),
    "search:layout": N_("{who} changed the columns of a saved search."),
    "search:remove": N_("{who} removed a saved search."),
    "search:move": N_("{who} moved a saved search."),
    "firm:edit": N_("{who} edited the firm."),
    "firm:logo": N_("{who} changed the firm's logo."),
    "firm:sample": N_("{who} marked the firm as a sample."),
    "office:add": N_("{who} added an office."),
    "user:add": N_("{who} let {about} open the casebook."),
    "user:remove": N_("{who} ended the access of {about}."),
    "user:reset-passphrase": N_("{who} gave {about} a new passphrase."),
    "user:role": N_("{who} changed whether {about} owns the casebook."),
    "user:place": N_("{who} said at which office somebody works."),
}
# Of the casebook as a whole, where the usual sentence speaks of a case.
_OF_THE_CASEBOOK = {"case:print": N_("{who} printed a document.")}
_TAKEN_BACK = {
    "trail:undo": N_("{who} undid “{what}” ({about})."),
    "trail:redo": N_("{who} did “{what}” again ({about})."),
}


def sentence(entry: Entry, about: str) -> str:
    """Return what one operation did; ``about`` is what its person or case is called, "" for neither."""
    if not about and entry.tag in _OF_THE_CASEBOOK:
        return _(_OF_THE_CASEBOOK[entry.tag]).format(who=entry.actor)
    about = about or _("the casebook")
    if entry.tag in _TAKEN_BACK:
        text = _(_TAKEN_BACK[entry.tag])
        return text.format(who=entry.actor, what=_(entry.undid or entry.label), about=about)
    if entry.tag in SENTENCES:
        return _(SENTENCES[entry.tag]).format(who=entry.actor, about=about)
    return _("{who}: {what} ({about}).").format(who=entry.actor, what=_(entry.label), about=about)
