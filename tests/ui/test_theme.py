"""The look: both schemes readable, every name of the stylesheet known, icons in the colour of the scheme."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QPushButton

import resources
from app.ui import theme

PAIRS = [
    ("text", "window"),
    ("text", "surface"),
    ("text", "rail"),
    ("text", "hover"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "rail"),
    ("muted", "hover"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("accent", "surface"),
    ("accent", "window"),
    ("text", "accent_soft"),
    ("on_selection", "selection"),
    ("good", "good_soft"),
    ("warn", "warn_soft"),
    ("bad", "bad_soft"),
    ("bad", "window"),
    ("bad", "surface"),
    ("warn", "window"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(scheme: str, text: str, ground: str) -> None:
    colours = theme.colours(scheme)
    assert contrast(colours[text], colours[ground]) >= 4.5  # WCAG 2.2, success criterion 1.4.3


def test_both_schemes_name_the_same_colours() -> None:
    assert list(theme.colours("light")) == list(theme.colours("dark"))


def test_every_colour_is_used() -> None:
    sheet = resources.text("theme/kasebook.qss")
    in_palette = set(theme._ROLES.values()) | {"disabled"}
    named = set(re.findall(r"\$(\w+)", sheet)) | in_palette
    assert set(theme.colours("light")) <= named


def test_the_palette_follows_the_scheme(qapp: QApplication) -> None:
    theme.dress(qapp, "dark")
    assert qapp.palette().window().color().name() == theme.colours("dark")["window"]
    theme.dress(qapp, "light")
    assert qapp.palette().window().color().name() == theme.colours("light")["window"]


def test_the_shipped_fonts_come_in_the_order_of_their_manifest(qapp: QApplication) -> None:
    assert qapp.font().families()[:2] == ["Noto Sans", "Noto Sans SC"]


def test_an_icon_is_drawn_in_the_colour_of_the_scheme_in_use(qapp: QApplication) -> None:
    button = QPushButton(theme.icon("plus", "text"), "")
    for scheme in ("light", "dark"):
        theme.dress(qapp, scheme)
        image = button.icon().pixmap(QSize(24, 24)).toImage()
        assert image.pixelColor(12, 12).name() == theme.colours(scheme)["text"]


def test_a_disabled_icon_is_paler() -> None:
    pixmap = theme.icon("plus", "text").pixmap(QSize(24, 24), QIcon.Mode.Disabled)
    assert pixmap.toImage().pixelColor(12, 12).name() == theme.colours("light")["disabled"]


def test_every_icon_takes_a_tint() -> None:
    for entry in resources.entry("icons").iterdir():
        if entry.name.endswith(".svg"):
            assert ElementTree.fromstring(entry.read_text()).get("stroke") == "currentColor"
