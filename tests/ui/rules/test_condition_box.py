"""A condition in the window: facts, groups of facts, two facts against each other, and its sentence."""

import pytest

from app.domain import conditions
from app.domain.facts import REGISTRY
from app.i18n import Bilingual
from app.services import firm_rules
from app.ui.rules.condition_parts import ConditionGroup, ConditionParts
from app.ui.rules.condition_row import ConditionRow
from app.ui.rules.overrides_tab import OverridesTab
from app.ui.rules.page import RulesPage
from db.casebook import Casebook
from tests.builders import TODAY
from tests.services.test_firm_rules import ITEM
from tests.ui.rules.test_overrides_tab import fill, held

YOUNGEST = f"the value of “{REGISTRY['post.k_age_min'].label.en}”"


@pytest.fixture
def tab(page: RulesPage) -> OverridesTab:
    page.show_what("overrides")
    return page.overrides


def compare(tab: OverridesTab, at: int, fact: str, operator: str, value: str) -> None:
    compared(tab.form.condition.parts, at, fact, operator, value)


def compared(parts: ConditionParts, at: int, fact: str, operator: str, value: str) -> None:
    row = parts.rows[at]
    assert isinstance(row, ConditionRow)
    row.fact.show_raw(fact)
    row.fact.left.emit()
    row.operator.setCurrentIndex(row.operator.findData(operator))
    row.operator.activated.emit(row.operator.currentIndex())
    row.value.setEditText(value)
    row.typed.emit()


def row(tab: OverridesTab, at: int) -> ConditionRow:
    found = tab.form.condition.parts.rows[at]
    assert isinstance(found, ConditionRow)
    return found


def choose(tab: OverridesTab, how: str) -> None:
    box = tab.form.condition
    box.how.setCurrentIndex(box.how.findData(how))
    box.how.activated.emit(box.how.currentIndex())


def test_a_condition_is_chosen_with_its_sentence_in_both_languages(tab: OverridesTab, book: Casebook) -> None:
    tab.begin(item=ITEM)
    choose(tab, "any")
    compare(tab, 0, "Own means", "eq", "weak")
    tab.form.condition.parts.add.click()
    compare(tab, 1, "Days each stay", "gte", "30")
    compare(tab, 1, "Requested stay (days)", "gte", "30")
    sentence = {"when_text_en": "With weak means or a long stay.", "when_text_zh": "资金偏弱或停留较长时。"}
    fill(tab, reason="Asked twice", source="Partners", **sentence)
    item = book.read(firm_rules.composed, "K", "bangkok", TODAY).rules.by_id[ITEM]
    assert conditions.to_values(item.when) == {
        "any": [{"fact": "funds", "eq": "weak"}, {"fact": "requested_stay_days", "gte": 30}]
    }
    assert item.when_text == Bilingual(*sentence.values())


def test_a_wrong_condition_is_refused_at_its_place_and_nothing_is_recorded(
    tab: OverridesTab, book: Casebook
) -> None:
    tab.begin(item=ITEM)
    choose(tab, "all")
    compare(tab, 0, "Own means", "eq", "plenty")
    fill(tab, reason="Asked twice", source="Partners")
    assert "plenty" in tab.form.condition.error.text()
    assert row(tab, 0).value.property("state") == "invalid"
    compare(tab, 0, "Own means", "eq", "weak")
    fill(tab, reason="Asked twice", source="Partners", when_text_en="", when_text_zh="")
    assert "goes with" in tab.form.whole.form.rows["when_text_en"].below.text()
    assert held(book) == []


def test_a_condition_left_as_it_stands_is_not_touched(tab: OverridesTab, book: Casebook) -> None:
    before = book.read(firm_rules.composed, "K", "bangkok", TODAY).rules.by_id["K-DOC-11"]
    tab.begin(item="K-DOC-11")
    fill(tab, copies="3", reason="Lost", source="Partners")
    after = book.read(firm_rules.composed, "K", "bangkok", TODAY).rules.by_id["K-DOC-11"]
    assert (after.copies, after.when, after.when_text) == (3, before.when, before.when_text)


def test_an_item_can_be_made_to_apply_always(tab: OverridesTab, book: Casebook) -> None:
    tab.begin(item="K-DOC-11")
    choose(tab, "always")
    fill(tab, reason="Every case", source="Partners", when_text_en="", when_text_zh="")
    item = book.read(firm_rules.composed, "K", "bangkok", TODAY).rules.by_id["K-DOC-11"]
    assert (item.when, item.when_text) == (conditions.ALWAYS, None)


def test_a_half_typed_condition_survives_another_item(tab: OverridesTab) -> None:
    tab.begin(item=ITEM)
    choose(tab, "all")
    compare(tab, 0, "Own means", "eq", "we")
    tab.begin(item="K-DOC-02")
    assert not tab.form.condition.is_changed
    tab.begin(item=ITEM)
    assert tab.form.condition.how.currentData() == "all"
    assert row(tab, 0).value.currentText() == "we"


def test_a_fact_is_taken_out_again(tab: OverridesTab) -> None:
    tab.begin(item=ITEM)
    choose(tab, "all")
    tab.form.condition.parts.add.click()
    tab.form.condition.parts.rows[0].gone.click()
    assert len(tab.form.condition.parts.rows) == 1


def sentence(tab: OverridesTab, language: str) -> str:
    return str(tab.form.whole.form.rows[f"when_text_{language}"].editor.raw())


def test_the_sentence_follows_what_is_chosen_until_somebody_rewords_it(tab: OverridesTab) -> None:
    tab.begin(item=ITEM)
    choose(tab, "all")
    assert sentence(tab, "en") == ""
    compare(tab, 0, "Own means", "eq", "weak")
    assert sentence(tab, "en") == "“Own means” is weak."
    assert sentence(tab, "zh").startswith("“")
    assert tab.form.condition.said.text() == f"{sentence(tab, 'en')}\n{sentence(tab, 'zh')}"
    tab.form.whole.form.rows["when_text_en"].editor.show_raw("Where money is short.")
    compare(tab, 0, "Own means", "ne", "weak")
    assert sentence(tab, "en") == "Where money is short."
    assert "不为" in sentence(tab, "zh")
    choose(tab, "as_it_stands")
    assert sentence(tab, "zh") == ""


def test_a_group_is_one_part_of_a_condition(tab: OverridesTab, book: Casebook) -> None:
    tab.begin(item=ITEM)
    choose(tab, "all")
    compare(tab, 0, "Own means", "eq", "weak")
    tab.form.condition.parts.add_group.click()
    group = tab.form.condition.parts.rows[1]
    assert isinstance(group, ConditionGroup)
    compared(group.inner, 0, "Requested stay (days)", "gte", "30")
    group.inner.add.click()
    compared(group.inner, 1, "Age on filing day", "lt", "the value of “Youngest age for K”")
    fill(tab, reason="Asked twice", source="Partners")
    assert group.inner.rows[1].value.property("state") == "invalid"  # type: ignore[union-attr]
    compared(group.inner, 1, "Age on filing day", "lt", YOUNGEST)
    fill(tab, reason="Asked twice", source="Partners")
    item = book.read(firm_rules.composed, "K", "bangkok", TODAY).rules.by_id[ITEM]
    assert conditions.to_values(item.when) == {
        "all": [
            {"fact": "funds", "eq": "weak"},
            {
                "any": [
                    {"fact": "requested_stay_days", "gte": 30},
                    {"fact": "age_on_filing", "lt": {"fact": "post.k_age_min"}},
                ]
            },
        ]
    }


def test_a_condition_with_a_group_is_shown_as_it_stands_and_changed(tab: OverridesTab) -> None:
    tab.begin(item="K-DOC-11")
    assert "(“Born in China” is Yes, and" in tab.form.condition.said.text()
    choose(tab, "any")
    kinds = [type(each) for each in tab.form.condition.parts.rows]
    assert kinds == [ConditionRow, ConditionGroup, ConditionRow]
    group = tab.form.condition.parts.rows[1]
    group.gone.click()
    assert len(tab.form.condition.parts.rows) == 2
    tab.begin(item=ITEM)
    tab.begin(item="K-DOC-11")
    assert len(tab.form.condition.parts.rows) == 2


def test_a_half_typed_group_survives_another_item(tab: OverridesTab) -> None:
    tab.begin(item="K-DOC-11")
    choose(tab, "all")
    tab.begin(item=ITEM)
    tab.begin(item="K-DOC-11")
    group = tab.form.condition.parts.rows[1]
    assert isinstance(group, ConditionGroup)
    assert (group.how.currentData(), len(group.inner.rows)) == ("all", 2)
