"""Rule packs load whole and cited, or say where they are wrong."""

from datetime import date

import pytest

from app.domain.basis import Basis, Citation
from app.domain.conditions import ALWAYS, Compare
from app.domain.rulepack import Audience, Item, ItemStage, Layer, Need, Repeat, RulePackError, parse
from app.i18n import Bilingual
from tests.domain.rules import HEAD, ITEM, pack, some_sources


def item(*more: str) -> Item:
    return pack(*more).items[0]


def refused(text: str) -> RulePackError:
    with pytest.raises(RulePackError) as caught:
        parse(text, "t.toml", some_sources())
    return caught.value


def test_a_pack_says_what_it_is() -> None:
    small = pack()
    assert (small.pack, small.layer, small.category, small.version) == ("T", Layer.CATEGORY, "T", "1")
    assert small.title == Bilingual("Test", "测试")
    assert [source.key for source in small.sources] == ["S1"]


def test_an_item_takes_review_and_effect_from_the_head() -> None:
    assert item().review_every_days == 30
    assert item().effective_from == date(2025, 1, 1)
    assert item("review_every_days = 7").review_every_days == 7


def test_an_item_says_what_is_asked_and_why() -> None:
    small = item()
    assert (small.id, small.seq, small.title) == ("T-1", 1, Bilingual("Paper", "材料"))
    assert (small.stage, small.need, small.audience) == (ItemStage.INTAKE, Need.REQUIRED, Audience.OFFICE)
    assert small.basis is Basis.OFFICIAL
    assert small.sources == (Citation("S1", "Art. 1", date(2026, 1, 2)),)
    assert small.when is ALWAYS


def test_an_item_may_repeat_and_be_limited() -> None:
    small = item('repeat = "degree"', "freshness_days = 90", "originals = 1", "copies = 2")
    assert (small.repeat, small.freshness_days, small.originals, small.copies) == (Repeat.DEGREE, 90, 1, 2)


def test_an_item_may_depend_on_a_fact() -> None:
    small = item('when = { fact = "limb", contains = "staff" }', 'when_text = { en = "x", zh = "y" }')
    assert small.when == Compare("limb", "contains", "staff")
    assert small.when_text == Bilingual("x", "y")


@pytest.mark.parametrize(
    "key", ["id", "seq", "title", "stage", "need", "audience", "basis", "sources", "checked_on"]
)
def test_an_item_without_what_every_item_needs_is_refused(key: str) -> None:
    kept = "\n".join(line for line in ITEM.splitlines() if not line.startswith(key))
    error = refused(HEAD + kept)
    assert error.key.split(".")[0] == key
    assert error.item == ("item without id" if key == "id" else "T-1")


@pytest.mark.parametrize("key", ["pack", "layer", "version", "title", "effective_from", "review_every_days"])
def test_a_pack_without_its_head_is_refused(key: str) -> None:
    kept = "\n".join(line for line in HEAD.splitlines() if not line.startswith(key))
    assert refused(kept + ITEM).key.split(".")[0] == key


def test_an_unknown_key_is_refused_by_name_with_the_nearest() -> None:
    error = refused(HEAD + ITEM + "freshnes_days = 3")
    assert str(error) == "t.toml: T-1: freshnes_days: unknown key Did you mean “freshness_days”?"


def test_an_unknown_key_of_the_head_is_refused() -> None:
    assert refused('colour = "red"\n' + HEAD + ITEM).key == "colour"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('when = { fact = "lim", contains = "staff" }', "when.lim"),
        ('when = { fact = "limb", has = "staff" }', "when.has"),
        ('when = { fact = "limb", contains = "x" }', "when.contains"),
        ('when = "always"', "when"),
        ('when = { fact = "limb", contains = "staff" }', "when_text"),
        ('when_text = { en = "x", zh = "y" }', "when_text"),
        ('recommended_when = { fact = "limb", contains = "staff" }', "recommended_text"),
        ("effective_to = 2024-01-01", "effective_to"),
        ('freshness_fact = "limb"', "freshness_fact"),
        ('freshness_fact = "nonsense"', "freshness_fact"),
        ('repeat = "child"', "repeat"),
        ('auth = "stamp"', "auth"),
        ("originals = -1", "originals"),
        ("ids = { T = 1 }", "ids.T"),
        ('ids = "T-2"', "ids"),
    ],
)
def test_a_wrong_line_is_refused_by_its_key(line: str, key: str) -> None:
    assert refused(HEAD + ITEM + line).key == key


def test_a_client_s_item_says_what_to_do() -> None:
    assert refused(HEAD + ITEM.replace('"office"', '"client"')).key == "client"


def test_two_items_of_one_id_on_the_same_day_are_refused() -> None:
    error = refused(HEAD + ITEM + ITEM)
    assert (error.item, error.key) == ("T-1", "effective_from")


def test_only_a_common_pack_shares_its_items() -> None:
    assert refused(HEAD + ITEM + 'ids = { T = "T-2" }').key == "ids"
    assert refused(HEAD + ITEM + 'categories = ["T"]').key == "categories"
    assert refused('categories = ["T"]' + HEAD + ITEM).key == "categories"


def test_two_common_items_of_one_id_in_a_category_are_refused() -> None:
    head = HEAD.replace('"category"', '"common"').replace('category = "T"', 'categories = ["T", "R"]')
    first = ITEM + 'ids = { T = "T-9" }\n'
    assert parse(head + first, "t.toml", some_sources()).items[0].known_in("T").id == "T-9"
    error = refused(head + first + ITEM.replace("T-1", "T-2") + 'ids = { R = "T-9" }\n')
    assert (error.item, error.key) == ("T-9", "effective_from")


def test_a_newer_item_may_take_over_from_an_older_one() -> None:
    older = ITEM + "effective_to = 2025-12-31\n"
    newer = ITEM + "effective_from = 2026-01-01\n"
    small = parse(HEAD + older + newer, "t.toml", some_sources())
    on = date(2025, 12, 31), date(2026, 1, 1)
    assert [[each.in_effect(day) for day in on] for each in small.items] == [[True, False], [False, True]]


@pytest.mark.parametrize("text", ["", "pack = ", 'item = "x"', "[item]\n", "[[item]]\n"])
def test_what_is_no_pack_is_refused_with_its_file(text: str) -> None:
    assert refused(text).file == "t.toml"
