"""Laid-out pages as the operators of PDF, written on ReportLab's canvas."""

import io
import math
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from app.pdf import glyphs, style
from app.pdf.boxes import Drawing, Fill, Image, Text, Tick, Turned
from app.pdf.embed import EmbeddedFont
from app.pdf.layout import Layout, Page
from app.pdf.objects import document_of
from app.pdf.style import Colour
from app.pdf.tags import Mark, Node
from app.pdf.text.fonts import Face
from app.pdf.text.lines import Fragment, Line


class Drawn(NamedTuple):
    """A canvas whose pages are drawn, with the numbers of its page objects.

    Beside it the fonts and pictures that they call for, these by name.
    """

    canvas: Canvas
    pages: tuple[int, ...]
    fonts: tuple[EmbeddedFont, ...]
    pictures: dict[bytes, str]


class _Sheets(Canvas):
    """ReportLab's canvas, whose pages begin empty: it would name a font it does not embed."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def draw(layout: Layout) -> Drawn:
    """Draw every page of ``layout``, and mark its content in the structure that ``layout.root`` begins."""
    canvas = _Sheets(io.BytesIO(), pagesize=layout.size, pageCompression=0, invariant=1, pdfVersion=(1, 7))
    fonts: dict[Face, EmbeddedFont] = {}
    pictures: dict[bytes, str] = {}
    for number, page in enumerate(layout.pages):
        canvas.addLiteral(_PageWriter(number, layout.size.height, fonts, pictures).written(page))
        canvas.showPage()
    return Drawn(canvas, _page_numbers(canvas), tuple(fonts.values()), pictures)


def _page_numbers(canvas: Canvas) -> tuple[int, ...]:
    """Return the numbers of the page objects, which tags and outline name."""
    document = document_of(canvas)
    return tuple(
        document.idToObjectNumberAndVersion[page.__InternalName__][0] for page in document.Pages.pages
    )


class _PageWriter:
    """The operators of one page, and which structure element is being written."""

    def __init__(
        self, page: int, height: float, fonts: dict[Face, EmbeddedFont], pictures: dict[bytes, str]
    ) -> None:
        self._page = page
        self._height = height
        self._fonts = fonts
        self._pictures = pictures
        self._operators: list[str] = []
        self._marks = 0
        self._open: Node | None = None
        self._is_open = False
        self._colour: Colour | None = None
        self._type: tuple[EmbeddedFont, float] | None = None

    def written(self, page: Page) -> str:
        """Return the operators that draw ``page``, from bottom to top."""
        for drawing in page.under:
            self._draw(drawing, 0.0, artifact=True)
        placed = [(drawing, y, artifact) for strip, y, artifact in page.placed for drawing in strip.drawings]
        for drawing, y, artifact in sorted(placed, key=lambda each: not isinstance(each[0], Fill)):
            self._draw(drawing, y, artifact=artifact)  # grounds first: a letter may reach into the next one
        for drawing in page.edges:
            self._draw(drawing, 0.0, artifact=True)
        self._close()
        return "\n".join(self._operators)

    def _draw(self, drawing: Drawing, y: float, *, artifact: bool) -> None:
        match drawing:
            case Text(x=x, y=down, line=line):
                self._text(line, x, self._height - y - down, artifact=artifact)
            case Fill():
                self._belongs_to(None)
                self._fill(drawing, y)
            case Tick():
                self._belongs_to(None if artifact else drawing.node)
                self._tick(drawing, y)
            case Image():
                self._belongs_to(None if artifact else drawing.node)
                self._image(drawing, y)
            case Turned():
                self._belongs_to(None)
                self._turned(drawing)

    def _belongs_to(self, node: Node | None) -> None:
        """Begin a stretch of content of ``node``, or of no element where it is ``None``."""
        if self._is_open and node is self._open:
            return
        self._close()
        if node is None:
            self._operators.append("/Artifact BMC")
        else:
            self._operators.append(f"/{node.kind} <</MCID {self._marks}>> BDC")
            node.children.append(Mark(self._page, self._marks))
            self._marks += 1
        self._open, self._is_open = node, True

    def _close(self) -> None:
        if self._is_open:
            self._operators.append("EMC")
        self._is_open = False

    def _paint(self, colour: Colour) -> None:
        if colour != self._colour:
            self._operators.append(f"{_rgb(colour)} rg")
            self._colour = colour

    def _fill(self, box: Fill, y: float) -> None:
        self._paint(box.colour)
        bottom = self._height - y - box.y - box.height
        self._operators.append(f"{box.x:.2f} {bottom:.2f} {box.width:.2f} {box.height:.2f} re f")

    def _tick(self, tick: Tick, y: float) -> None:
        side = style.TICK_BOX
        left, bottom = tick.x, self._height - y - tick.y - side
        square = f"{left:.2f} {bottom:.2f} {side:.2f} {side:.2f} re S"
        self._operators.append(f"q {_rgb(style.INK)} RG 0.9 w {square}")
        strokes = {"ticked": _CHECK, "struck": _DASH}.get(tick.box, ())
        if strokes:
            points = [f"{left + x * side:.2f} {bottom + up * side:.2f}" for x, up in strokes]
            line = f"{points[0]} m " + " ".join(f"{point} l" for point in points[1:])
            self._operators.append(f"1 J 1 j 1.7 w {line} S")
        self._operators.append("Q")

    def _image(self, image: Image, y: float) -> None:
        left, bottom = image.x, self._height - y - image.y - image.height
        image.node.bounds = (left, bottom, left + image.width, bottom + image.height)
        name = self._pictures.setdefault(image.png, f"/P{len(self._pictures)}")
        place = f"{image.width:.2f} 0 0 {image.height:.2f} {left:.2f} {bottom:.2f} cm"
        self._operators.append(f"q {place} {name} Do Q")

    def _turned(self, turned: Turned) -> None:
        angle = math.radians(turned.degrees)
        cosine, sine = math.cos(angle), math.sin(angle)
        x, y = turned.x, self._height - turned.y
        self._operators.append(f"q {cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {x:.2f} {y:.2f} cm")
        self._line(turned.line, -turned.line.width / 2, -turned.line.fragments[0].piece.style.size * 0.36)
        self._operators.append("Q")
        self._colour = self._type = None

    def _text(self, line: Line, x: float, y: float, *, artifact: bool) -> None:
        for fragment in line.fragments:
            if fragment.clusters:
                self._belongs_to(None if artifact else line.owners.get(fragment.piece.node))
                self._fragment(fragment, x, y)
            x += fragment.width

    def _line(self, line: Line, x: float, y: float) -> None:
        for fragment in line.fragments:
            self._fragment(fragment, x, y)
            x += fragment.width

    def _fragment(self, fragment: Fragment, x: float, y: float) -> None:
        look = fragment.piece.style
        self._paint(look.colour)
        operators = self._operators
        operators.append(f"BT {x:.2f} {y:.2f} Td")
        for shown in glyphs.shown(fragment.clusters, look.size):
            font = self._fonts.get(shown.face)
            if font is None:
                font = self._fonts[shown.face] = EmbeddedFont(shown.face, f"/K{len(self._fonts)}")
            if self._type != (font, look.size):
                operators.append(f"{font.name} {look.size:g} Tf")
                self._type = font, look.size
            operators.append(font.coded(shown))
        operators.append("ET")


_CHECK = ((0.2, 0.52), (0.42, 0.27), (0.82, 0.78))  # in parts of the box's side, from its lower left corner
_DASH = ((0.22, 0.5), (0.78, 0.5))


def _rgb(colour: Colour) -> str:
    return f"{colour.red:g} {colour.green:g} {colour.blue:g}"
