"""How the window looks: Fusion, one palette and one stylesheet from colour tokens, own fonts, tinted icons.

The only module that sets a stylesheet. Qt's own colour scheme merely chooses between our two.
"""

import tomllib
from functools import cache
from string import Template

from PySide6.QtCore import QByteArray, QDir, QObject, QRect, QRectF, QSize, Qt, QTemporaryDir
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

import resources

LIGHT, DARK = "light", "dark"
POINT_SIZE = 10.0

# The icons that the stylesheet shows, and the colour each is tinted with.
_SHEET_ICONS = {"chevron-down": "muted", "chevron-up": "muted", "check": "on_accent"}
_scheme = LIGHT
_follower: "_Follower | None" = None


@cache
def colours(scheme: str) -> dict[str, str]:
    """Return the colours of ``scheme`` ("light" or "dark") by their use, as ``#rrggbb``."""
    tokens: dict[str, dict[str, str]] = tomllib.loads(resources.text("theme/colours.toml"))
    return tokens[scheme]


def scheme() -> str:
    """Return the scheme in use."""
    return _scheme


def colour(token: str) -> QColor:
    """Return the colour for one use in the scheme in use."""
    return QColor(colours(_scheme)[token])


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the shipped fonts; return their families in the order in which a character looks for one."""
    listed = tomllib.loads(resources.text("fonts/manifest.toml"))["font"]
    for font in listed:
        QFontDatabase.addApplicationFont(str(resources.path(f"fonts/{font['file']}")))
    return tuple(dict.fromkeys(font["family"] for font in listed))


def dress(app: QApplication, wanted: str = "system") -> None:
    """Give ``app`` its style, fonts and colours; ``wanted`` is "system", "light" or "dark".

    May be called again when the wish changes.
    """
    global _follower
    if _follower is None:
        app.setStyle(QStyleFactory.create("Fusion"))
        font = QFont(list(load_fonts()))
        font.setPointSizeF(POINT_SIZE)
        app.setFont(font)
        _follower = _Follower(app)
    _follower.wanted = wanted
    _paint(app, wanted)


class _Follower(QObject):
    """Paints anew when the system changes its scheme; one for each application."""

    wanted = "system"

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def _follow(self) -> None:
        if self.wanted == "system":
            _paint(self._app, self.wanted)


def _paint(app: QApplication, wanted: str) -> None:
    global _scheme
    if wanted == "system":
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        _scheme = DARK if is_dark else LIGHT
    else:
        _scheme = wanted
    app.setPalette(_palette(colours(_scheme)))
    app.setStyleSheet(_sheet(_scheme))


def _palette(tokens: dict[str, str]) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(tokens[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["disabled"]))
    return palette


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "on_selection",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
}


def _sheet(scheme: str) -> str:
    _tinted_files()
    return Template(resources.text("theme/kasebook.qss")).substitute(colours(scheme), scheme=scheme)


@cache
def _tinted_files() -> QTemporaryDir:
    """Write the stylesheet's icons in both schemes, since a stylesheet can show files only."""
    folder = QTemporaryDir()
    for scheme in (LIGHT, DARK):
        QDir(folder.path()).mkdir(scheme)
        for name, token in _SHEET_ICONS.items():
            with open(folder.filePath(f"{scheme}/{name}.svg"), "wb") as file:
                file.write(_tinted(name, colours(scheme)[token]))
    QDir.addSearchPath("icons", folder.path())
    return folder


def _tinted(name: str, tint: str) -> bytes:
    return resources.text(f"icons/{name}.svg").replace("currentColor", tint).encode()


def icon(name: str, tint: str = "muted") -> QIcon:
    """Return the shipped icon ``name``, tinted at each painting with the colour of the scheme in use."""
    return QIcon(_TintedIcon(name, tint))


@cache
def picture(name: str, tint: str, width: int, height: int) -> QPixmap:
    """Return the icon ``name`` in the colour ``tint``, of a size in device pixels.

    It stands at the left where that is broader than high: the rest is the gap to a button's text.
    """
    side = min(width, height)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_tinted(name, tint))).render(painter, QRectF(0, (height - side) / 2, side, side))
    painter.end()
    return QPixmap.fromImage(image)


class _TintedIcon(QIconEngine):
    """Draws one SVG in the colour of a token, so that a change of scheme needs no new icons."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._name, self._tint)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self._picture(rect.size() * ratio, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._picture(size, mode, state)

    def _picture(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        tint = "disabled" if mode == QIcon.Mode.Disabled else self._tint
        if state == QIcon.State.On:
            tint = "accent"
        return picture(self._name, colours(_scheme)[tint], size.width(), size.height())
