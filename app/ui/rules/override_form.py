"""The form of a rule of the firm: which item, what happens to it, and why."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import categories
from app.domain.basis import Basis
from app.domain.places import Named
from app.domain.rule_actions import Action
from app.domain.rulepack import Item
from app.errors import KasebookError, UserError
from app.i18n import Bilingual, _, language
from app.services import firm_rules, packs
from app.services.firm_rules import NewRule
from app.settings import today
from app.ui.page import Desk
from app.ui.rules import choices_of_rule
from app.ui.rules.choices_of_rule import LABEL_WIDTH
from app.ui.rules.condition_box import ConditionBox
from app.ui.rules.override_model import FIELDS, ITEM_FIELDS, changes, start
from app.ui.whole_form import WholeForm
from app.ui.widgets.editor import Combo
from app.ui.widgets.finding import NamedEditor
from app.ui.widgets.plain import PlainLabel, set_state
from app.ui.widgets.scrolled import bring_into_view


class OverrideForm(QWidget):
    """``wanted`` tells the rule as it was typed; the owner answers with ``refuse`` or ``recorded``."""

    wanted = Signal(object)  # a NewRule

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._item: Item | None = None
        self._key = ""
        self._sentence = Bilingual("", "")  # as this form put it there, unless reworded since
        self.category = Combo("rules.override.category")
        self.post = Combo("rules.override.post")
        self.action = Combo("rules.override.action")
        self.item = NamedEditor((), str)
        self.hint = PlainLabel(tone="muted")
        self.condition = ConditionBox()
        self.applies = _labelled(_("Applies"), self.condition)
        self.whole = WholeForm(desk, FIELDS, prefix="rules.override", label=_("Record the rule"))
        self._fill()
        self._assemble()
        self.category.activated.connect(lambda _at: self._show_items())
        self.post.activated.connect(lambda _at: self._take_item())
        self.action.activated.connect(lambda _at: self._show_rows())
        self.item.left.connect(self._take_item)
        self.whole.wanted.connect(self._ask)
        self.condition.typed.connect(self._take_condition)

    def _fill(self) -> None:
        for code in packs.categories():
            self.category.addItem(_(categories.name_of(code)), code)
        self.post.addItem(_("All posts"), "")
        for code, post in packs.all_posts().items():
            self.post.addItem(post.name.text(language()), code)
        for action in Action:
            self.action.addItem(_(action.label), action.value)
        self._show_items()

    def _assemble(self) -> None:
        self.item.widget.setObjectName("rules.override.item")
        choices = (
            (_("Visa"), self.category),
            (_("Post"), self.post),
            (_("Item"), self.item.widget),
            (_("What it does"), self.action),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(choices_of_rule.head(choices))
        whole.addWidget(self.hint)
        whole.addWidget(self.applies)
        whole.addWidget(self.whole)
        for row in self.whole.form.rows.values():
            row.label.setFixedWidth(LABEL_WIDTH)
            row.label.setWordWrap(True)

    def begin(self, category: str = "", post: str = "", item: str = "") -> None:
        """Show the form, for an item if one is given."""
        self.category.setCurrentIndex(max(self.category.findData(category), 0))
        self.post.setCurrentIndex(max(self.post.findData(post), 0))
        self.action.setCurrentIndex(0)
        self._show_items()
        self.item.show_raw(item)
        self.whole.leave()
        self.whole.form.clear()
        self._take_item()
        self.focus()

    def focus(self) -> None:
        """Go to what is missing first."""
        (self.whole.form.rows["reason"].editor if self._code() else self.item).widget.setFocus()

    def _show_items(self) -> None:
        typed = self.item.raw()
        found = packs.rule_set(self._category(), next(iter(packs.all_posts())), today()).items
        named = [Named(item.id, Bilingual(*(f"{item.id} {title}" for title in item.title))) for item in found]
        self.item.combo.clear()
        self.item.combo.addItems(["", *(one.name.text(language()) for one in named)])
        self.item.show_raw(typed)

    def _category(self) -> str:
        return str(self.category.currentData())

    def _code(self) -> str:
        """Return the code of the item: the first word of what was typed or chosen."""
        return next(iter(self.item.raw().split()), "").upper()

    def _take_item(self) -> None:
        """Start from the item as it stands today."""
        set_state(self.item.widget, "state", "")
        code, post = self._code(), str(self.post.currentData())
        place = post or next(iter(packs.all_posts()))
        rules = self._desk.office.read(firm_rules.composed, self._category(), place, today()).rules
        self._item = rules.by_id.get(code) or firm_rules.shipped_item(self._category(), post, code, today())
        new = _("A new item, for every case.") if code else ""
        self.hint.setText(new or _("Choose an item, or type a code of your own for a new one."))
        self.hint.setVisible(self._item is None)
        typed = self.whole.form.raw()
        said = {name: typed[name] for name in ("reason", "source")}  # typed before another item was chosen
        self._key = f"rule:{self._category()}.{post}.{code}"
        self.whole.begin(self._key, start(self._item, today()) | said)
        kept = self._desk.office.drafts(self._condition_key()).get(self._condition_key(), "")
        self.condition.show_condition(self._item.when if self._item else None, kept)
        self._sentence = self._shipped_sentence()
        self._follow_condition()
        self._show_rows()

    def _condition_key(self) -> str:
        """Return the name under which what is typed of the condition is kept; not one of the form's own."""
        return f"when:{self._key}"

    def _take_condition(self) -> None:
        self._keep_condition()
        self._follow_condition()

    def _shipped_sentence(self) -> Bilingual:
        return (self._item and self._item.when_text) or Bilingual("", "")

    def _follow_condition(self) -> None:
        """Put the condition into words as the rule's sentence, where nobody worded it otherwise."""
        if self.condition.is_incomplete:
            return
        before, said = self._sentence, self.condition.sentence()
        self._sentence = said or Bilingual("", "") if self.condition.is_changed else self._shipped_sentence()
        for name, was, now in zip(("en", "zh"), before, self._sentence, strict=True):
            editor = self.whole.form.rows[f"when_text_{name}"].editor
            if editor.raw() in ("", was):
                editor.show_raw(now)

    def _keep_condition(self) -> None:
        kept = self.condition.raw()
        if kept:
            self._desk.office.keep_draft(self._condition_key(), kept)
        else:
            self._desk.office.drop_draft(self._condition_key())

    def _show_rows(self) -> None:
        is_wording = self._action() is Action.ITEM
        self.applies.setVisible(is_wording)
        for field in ITEM_FIELDS:
            row = self.whole.form.rows[field.name]
            row.setVisible(is_wording)
            row.label.setVisible(is_wording)

    def _action(self) -> Action:
        return Action(str(self.action.currentData()))

    def _ask(self, typed: dict[str, Any]) -> None:
        is_wording = self._action() is Action.ITEM
        self.condition.forgive()
        try:
            changed = self._changes(typed) if is_wording else {}
        except UserError as error:
            self.refuse(error)
            return
        basis = Basis(str(typed["basis"])) if is_wording and typed["basis"] else None
        self.wanted.emit(
            NewRule(
                category=self._category(),
                post=str(self.post.currentData()),
                item=self._code(),
                action=self._action(),
                reason=typed["reason"] or "",
                source=typed["source"] or "",
                effective_from=typed["effective_from"],
                effective_to=typed["effective_to"],
                basis=basis,
                changes=changed,
            )
        )

    def _changes(self, typed: dict[str, Any]) -> dict[str, Any]:
        """Return what is typed as keys of the item's table. Raises ``UserError`` on "when…"."""
        found = changes(typed, self._item)
        return found | {"when": self.condition.table()} if self.condition.is_changed else found

    def refuse(self, error: KasebookError) -> None:
        """Show why the rule can't be recorded, at what it is about."""
        name = getattr(error, "field", "")
        if name == "item":
            choices_of_rule.refuse(self.item, self.hint, error)
            return
        if name == "when" or (
            name.startswith(("when.", "when_")) and name not in ("when_text", "when_text_en")
        ):
            self.condition.refuse(error)
            bring_into_view(self.condition)
            return
        if f"{name}_en" in self.whole.form.rows:  # a text that is missing in both languages
            error = UserError(error.message, error.hint, field=f"{name}_en")
        self.whole.refuse(error)

    def recorded(self) -> None:
        """Forget what was typed."""
        self.whole.recorded()
        self._desk.office.drop_draft(self._condition_key())

    def leave(self) -> None:
        """Keep what was typed."""
        self.whole.leave()


def _labelled(text: str, widget: QWidget) -> QWidget:
    """Return a widget under its label: it needs the whole width."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(PlainLabel(text, "field", wraps=False))
    column.addWidget(widget)
    return whole
