"""A photo's file against a profile: what a program can tell, and what only a person can see.

A point is met, not met or open; nothing is guessed. Faces are not looked for: head and glasses stay open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.domain.fields import Labelled
from app.domain.periods import add_months
from app.domain.photo_profiles import Ground, PhotoProfile, Span
from app.i18n import N_, Bilingual, both

_SHAPE_ROOM = Fraction(1, 50)  # how far width to height may be off before the print loses an edge
_MOSTLY = 0.95  # of the ground seen at the edges
_HARDLY = 0.60
_INCH = 25.4  # millimetres


class Verdict(Labelled):
    """What a program can say of one point."""

    MET = "met", N_("Met")
    NOT_MET = "not_met", N_("Not met")
    OPEN = "cannot_tell", N_("Look yourself")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What a picture file tells of itself, upright as it is shown.

    ``size`` counts bytes, ``bits`` those of one pixel. ``ground`` is the share of its edges (above and beside
    the head) that has each colour, from 0 to 1. ``dots`` are those per inch across and down, where the file
    says so; ``taken_on`` the day its camera wrote.
    """

    file_format: str
    width: int
    height: int
    size: int
    bits: int
    is_colour: bool
    ground: dict[Ground, float]
    dots: tuple[float, float] | None = None
    taken_on: date | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a profile: what it asks for, what was found, and what follows."""

    name: str
    label: Bilingual
    wanted: Bilingual
    found: Bilingual
    verdict: Verdict


def check(profile: PhotoProfile, picture: Picture, today: date) -> tuple[Point, ...]:
    """Return every point of a profile, in its order; those it leaves open are left out."""
    return (*_file(profile, picture), *_paper(profile, picture), *_look(profile, picture, today))


def _file(profile: PhotoProfile, picture: Picture) -> Iterator[Point]:
    if profile.file_format:
        is_same = picture.file_format == profile.file_format
        yield _point("format", both("File format"), profile.file_format, picture.file_format, _said(is_same))
    if profile.kilobytes:
        # Nobody says whether a kilobyte is 1000 or 1024 bytes: only where both agree is it told.
        counts = {profile.kilobytes.holds(picture.size / thousand) for thousand in (1000, 1024)}
        verdict = _said(counts.pop()) if len(counts) == 1 else Verdict.OPEN
        found = f"{picture.size / 1000:.1f} kB ({picture.size / 1024:.1f} KiB)"
        yield _point("size", both("File size"), f"{profile.kilobytes} KB", found, verdict)
    for name, label, span, pixels in (
        ("pixel_width", both("Width in pixels"), profile.pixel_width, picture.width),
        ("pixel_height", both("Height in pixels"), profile.pixel_height, picture.height),
    ):
        if span:
            yield _point(name, label, str(span), str(pixels), _said(span.holds(pixels)))
    if profile.colour_bits:
        is_same = picture.bits == profile.colour_bits
        yield _point(
            "bits", both("Bits of colour"), str(profile.colour_bits), str(picture.bits), _said(is_same)
        )


def _paper(profile: PhotoProfile, picture: Picture) -> Iterator[Point]:
    width, height = profile.paper_width, profile.paper_height
    if not (width and height):
        return
    wanted = Fraction(width.least + width.most, height.least + height.most)
    shape = Fraction(picture.width, picture.height)
    is_same = abs(shape - wanted) <= wanted * _SHAPE_ROOM
    found = f"{picture.width} × {picture.height} ({float(shape):.3f})"
    yield _point(
        "shape", both("Width to height"), f"{width} : {height} ({float(wanted):.3f})", found, _said(is_same)
    )
    yield _millimetres(width, height, picture)


def _millimetres(width: Span, height: Span, picture: Picture) -> Point:
    label, wanted = both("Size on paper"), f"{width} × {height} mm"
    if picture.dots is None:
        return Point("paper", label, _plain(wanted), both("the file does not say"), Verdict.OPEN)
    across, down = (
        pixels / dots * _INCH
        for pixels, dots in zip((picture.width, picture.height), picture.dots, strict=True)
    )
    fits = width.holds(round(across)) and height.holds(round(down))
    return _point("paper", label, wanted, f"{across:.1f} × {down:.1f} mm", _said(fits))


def _look(profile: PhotoProfile, picture: Picture, today: date) -> Iterator[Point]:
    if profile.in_colour:
        found = both("in colour") if picture.is_colour else both("grey")
        yield Point("colour", both("Colour"), both("in colour"), found, _said(picture.is_colour))
    yield _ground(profile, picture)
    by_eye = both("to be measured by eye")
    for name, label, span in (
        ("head_width", both("Head width"), profile.head_width),
        ("head_height", both("Head height"), profile.head_height),
    ):
        if span:
            yield Point(name, label, _plain(f"{span} mm"), by_eye, Verdict.OPEN)
    if profile.months_old:
        yield _age(profile.months_old, picture, today)
    if profile.note:
        yield Point(
            "face", both("Face, glasses, head cover"), profile.note, both("to be seen by eye"), Verdict.OPEN
        )


def _ground(profile: PhotoProfile, picture: Picture) -> Point:
    share = sum(picture.ground.get(each, 0.0) for each in profile.grounds)
    verdict = _said(share >= _MOSTLY) if share >= _MOSTLY or share < _HARDLY else Verdict.OPEN
    found = Bilingual(*(text.format(share=f"{share:.0%}") for text in both("{share} of the edges")))
    return Point("ground", both("Background"), profile.background, found, verdict)


def _age(months: int, picture: Picture, today: date) -> Point:
    wanted = Bilingual(*(text.format(count=months) for text in both("of the last {count} months")))
    if picture.taken_on is None:
        return Point("age", both("Taken"), wanted, both("the file does not say"), Verdict.OPEN)
    is_old = add_months(picture.taken_on, months) < today
    found = Bilingual(*(text.format(day=picture.taken_on) for text in both("{day}, as its camera wrote")))
    return Point("age", both("Taken"), wanted, found, Verdict.NOT_MET if is_old else Verdict.OPEN)


def _point(name: str, label: Bilingual, wanted: str, found: str, verdict: Verdict) -> Point:
    return Point(name, label, _plain(wanted), _plain(found), verdict)


def _plain(text: str) -> Bilingual:
    return Bilingual(text, text)


def _said(is_met: bool) -> Verdict:
    return Verdict.MET if is_met else Verdict.NOT_MET
