"""The Chinese catalogue is complete for print, up to date, and says what the English says."""

import ast
import gettext
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import i18n
from tests import i18n_catalogue as catalogue
from tests import tree
from tests.tree import ROOT

PLACE = re.compile(r"\{\w*\}|%\(?\w+\)?[sd]?")
REDO = "run: python -m tests.i18n_catalogue"


def test_no_value_reorders_the_text_that_it_is_put_into() -> None:
    name = "\u2068ليلى\u2069"
    words = i18n.Bilingual("Dear {name}, you and {other}", "{name}您好，{other}")
    assert i18n.filled(words, name="ليلى", other="Ana") == (f"Dear {name}, you and Ana", f"{name}您好，Ana")
    told = i18n.joined(i18n.Bilingual(": ", "："), (i18n.Bilingual("Degree", "学位"), "ليلى"))
    assert told == (f"Degree: {name}", f"学位：{name}")
    assert i18n.joined(", ", ("a", "b")) == ("a, b", "a, b")


@pytest.mark.parametrize("name", ["محمد", "דוד (12)", "\u202eאב", "\u2067אב"])
def test_a_value_of_the_right_is_kept_apart_from_our_sentence(name: str) -> None:
    shown = i18n.filled(i18n.Bilingual("By {name}, 2026", "由{name}，2026"), name=name)
    assert shown.en.startswith("By \u2068")
    assert shown.en.endswith("\u2069, 2026")
    assert shown.zh.endswith("\u2069，2026")


def built_messages(root: Path) -> list[str]:
    """Return the messages put together before they are looked up: no catalogue can hold them."""
    return [
        module.at(call)
        for module in tree.modules(root, "app", "db")
        for call in catalogue.marked(module.tree)
        for argument in call.args[:2]
        if _is_built(argument)
    ]


def _is_built(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Call):
        return isinstance(argument.func, ast.Attribute) and argument.func.attr == "format"
    return isinstance(argument, ast.JoinedStr | ast.BinOp)


def changed_places() -> Iterator[str]:
    """Yield the translations whose places to fill are not those of their message."""
    for message in catalogue.read(ROOT):
        forms = [message.id] if isinstance(message.id, str) else message.id
        said = [message.string] if isinstance(message.string, str) else message.string or ()
        for text in said:
            if text and message.id and set(PLACE.findall(text)) != set(PLACE.findall(forms[-1])):
                yield forms[0]


def test_the_catalogue_holds_every_message_and_no_other() -> None:
    kept = {message.id for message in catalogue.read(ROOT) if message.id}
    assert kept == catalogue.messages(ROOT), REDO


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    compiled = (ROOT / catalogue.PO).with_suffix(".mo").read_bytes()
    assert compiled == catalogue.mo_bytes(catalogue.read(ROOT)), REDO


def test_everything_printed_has_its_chinese() -> None:
    assert catalogue.untranslated(catalogue.read(ROOT), catalogue.printed(ROOT)) == []


def test_translations_fill_the_same_places() -> None:
    assert list(changed_places()) == []


def test_no_message_is_put_together_before_it_is_looked_up() -> None:
    assert built_messages(ROOT) == []


@pytest.mark.parametrize(
    "text", ["_(f'Hello {name}')", "both('a' + b)", "_('{x}'.format(x=1))", "N_('%s' % a)"]
)
def test_a_message_put_together_is_found(tmp_path: Path, text: str) -> None:
    tree.plant(tmp_path, {"app/x.py": text})
    assert built_messages(tmp_path) == ["app.x:1"]


def test_messages_are_collected_with_their_plurals(tmp_path: Path) -> None:
    lines = [
        "_('One')",
        "i18n.both('Two')",
        "table.both('three')",
        "plural('{count} day', '{count} days', 2)",
    ]
    tree.plant(tmp_path, {"app/x.py": "\n".join(lines)})
    assert catalogue.messages(tmp_path) == {"One", "Two", ("{count} day", "{count} days")}
    assert catalogue.messages(tmp_path, "both") == {"Two"}


def test_merging_keeps_takes_in_and_remembers() -> None:
    first = catalogue.merged(catalogue.Kasebook(), ["One", "Two"], {"One": "一", "Later": "以后"})
    again = _reread(catalogue.merged(_reread(first), ["Two", "Later"], {"Two": "二"}))
    assert {message.id: message.string for message in again if message.id} == {"Two": "二", "Later": "以后"}
    assert [message.string for message in again.obsolete.values()] == ["一"]


def test_a_compiled_plural_is_found_by_gettext() -> None:
    made = catalogue.merged(
        catalogue.Kasebook(), [("{count} paper", "{count} papers")], {"{count} paper": "{count} 份"}
    )
    found = gettext.GNUTranslations(io.BytesIO(catalogue.mo_bytes(_reread(made))))
    assert found.ngettext("{count} paper", "{count} papers", 3) == "{count} 份"


def test_the_same_messages_in_another_order_give_the_same_bytes() -> None:
    one = catalogue.merged(catalogue.Kasebook(), ["a", "b"], {"a": "甲"})
    other = catalogue.merged(catalogue.Kasebook(), ["b", "a"], {"a": "甲"})
    assert catalogue.po_bytes(one) == catalogue.po_bytes(other)
    assert catalogue.mo_bytes(one) == catalogue.mo_bytes(other)


def test_the_bytes_hold_no_date_and_no_version_of_a_tool() -> None:
    compiled = catalogue.mo_bytes(_reread(catalogue.merged(catalogue.Kasebook(), ["a"], {"a": "甲"})))
    assert b"Date" not in compiled
    assert b"Babel" not in compiled


def test_a_table_of_translations_is_read(tmp_path: Path) -> None:
    tree.plant(tmp_path, {"a.tsv": "# note\tx\nOne\t一\nTwo\\nlines\t两\\n行\n"})
    assert catalogue.table(tmp_path / "a.tsv") == {"One": "一", "Two\nlines": "两\n行"}


def test_the_program_speaks_chinese_when_told_to() -> None:
    i18n.use("zh")
    assert i18n._("law") == "法律规定"
    assert i18n.both("law") == i18n.Bilingual("law", "法律规定")


def _reread(made: catalogue.Kasebook) -> catalogue.Kasebook:
    return catalogue.parsed(catalogue.po_bytes(made))


def test_a_plural_that_falls_out_of_use_is_kept_and_comes_back_with_its_chinese() -> None:
    plural = ("{count} lost case", "{count} lost cases")
    kept = catalogue.merged(catalogue.Kasebook(), [plural], {plural[0]: "{count}个案件"})
    gone = catalogue.parsed(catalogue.po_bytes(catalogue.merged(kept, ["Other"])))
    back = catalogue.merged(gone, [plural])
    assert {message.id: message.string for message in back if message.id} == {plural: ("{count}个案件",)}


def test_a_plural_that_becomes_one_message_keeps_its_chinese() -> None:
    plural = ("{count} case", "{count} cases")
    kept = catalogue.merged(catalogue.Kasebook(), [plural], {plural[0]: "{count}个案件"})
    now = catalogue.merged(kept, [plural[0]])
    assert {message.id: message.string for message in now if message.id} == {plural[0]: "{count}个案件"}
