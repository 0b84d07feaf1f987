"""Lines in every script that clients' names come in, and pictures of them.

``python -m tests.pdf.scripts`` draws the pictures in ``script_pictures/`` anew: look at each of them.
``python -m tests.pdf.scripts --beside FOLDER`` draws each beside the same line by pango-view, with our font
files (``apt-get install pango1.0-tools``), to find what we set otherwise than an independent engine.
"""

import argparse
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2  # type: ignore[import-untyped]  # it carries no types
from PIL import Image, ImageChops

import resources
from app.pdf import render
from app.pdf.tree import Paragraph
from tests.pdf.reading import document

FOLDER = Path(__file__).parent / "script_pictures"
SCALE = 2.0  # pixels in a point
SIZE = 14  # points, of the style "other_name"

# By script: the lines of its picture. Every name is invented.
LINES = {
    "latin": ("KANNAN ANANDHI (2026) A1234567", "Zażółć gęślą jaźń office AVATAR"),
    "vietnamese": ("Nguyễn Thị Minh Khải · Đỗ Ườn", "Nguye\u0302\u0303n Thi\u0323 A\u0301nh"),
    "cyrillic": ("Зинаїда Ёжик Ђорђе", "Жұлдыз Өркен"),
    "greek": ("Ψυχή Ὅμηρος", "ΆΔΗΛΟΣ Ναύπλιος"),
    "chinese": ("王小明·欧阳娜娜（护照）", "歐陽建國 臺灣"),
    "rare_han": ("𬱟㛃䶮𣲘", "〇王𬱟"),
    "hangul": ("홍길동 뷁", "한국 이름"),
    "devanagari": ("राजेश क्षत्रिय श्री", "ज्ञानेश्वर्यै हिन्दी"),
    "tamil": ("கண்ணன் ஆனந்தி", "கொல்கத்தா ஸ்ரீ"),
    "telugu": ("తెలుగు శ్రీ", "క్ష్మ రాజ్యలక్ష్మి"),
    "kannada": ("ಕನ್ನಡ ಶ್ರೀ", "ಕ್ಷೇತ್ರಜ್ಞ"),
    "malayalam": ("മലയാളം ക്ഷ", "ശ്രീകൃഷ്ണൻ"),
    "bengali": ("বাংলা শ্রী", "ক্ষিতীশ চৌধুরী"),
    "gujarati": ("ગુજરાતી શ્રી", "જ્ઞાનેન્દ્ર"),
    "gurmukhi": ("ਪੰਜਾਬੀ ਸ਼੍ਰੀ", "ਗੁਰਪ੍ਰੀਤ"),
    "odia": ("ଓଡ଼ିଆ ଶ୍ରୀ", "କ୍ଷେତ୍ରମୋହନ"),
    "sinhala": ("සිංහල ශ්\u200dරී", "ක්\u200dෂමා"),
    "thai": ("พลอยไพลิน น้ำ", "ผู้มีความสามารถ"),
    "lao": ("ຄົນລາວ ທ່ານ", "ນ້ຳ ຫຼວງ"),
    "khmer": ("ភាសាខ្មែរ ស្រី ក្រុម", "ចន្ទ្រា"),
    "myanmar": ("ကျော်မင်းသူ ကျွန်တော်", "မြန်မာ"),
    "arabic": ("محمد بن علي (٢٠٢٦) A123", "لا إله محمّد، شَمْس"),
    "urdu": ("پاکستان ٹیپو گ ڑے", "ٹیپو نمونہ، ۱۲۳"),
    "persian": ("راضی\u200cنامه می\u200cخواهم", "پژمان گچ‌پژ ۴۵۶"),
    "hebrew": ("דוד בן-גוריון (1886)", "שָׁלוֹם David"),
    "georgian": ("ქართული ნიმუში", "გიორგი"),
    "armenian": ("Հայերեն նմուշ", "Արամ և Անի"),
    "ethiopic": ("አማርኛ ናሙና", "ኃይለ ሥላሴ"),
    "directions": ("Ali محمد, דוד (12) b.", "محمد Ali (نمونہ) 12-34"),
    "boxes": ("a\U0001f600b 𠮷 བོད \x07\ud800", "ab\u202ecd 葛\U000e0100 محمد\U0001f600"),
}


def drawn(name: str) -> Image.Image:
    """Return the picture of a script's lines, in grey."""
    data = render.render(document(*(Paragraph(line, "other_name") for line in LINES[name])))
    with pypdfium2.PdfDocument(data) as pdf:
        page: Image.Image = pdf[0].render(scale=SCALE, grayscale=True).to_pil()
    body = page.crop((0, 0, page.width, round(page.height * 0.8)))
    left, top, right, bottom = ImageChops.invert(body).getbbox() or (0, 0, 1, 1)
    return body.crop((left - 8, top - 8, right + 8, bottom + 8))


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how much two pictures differ, from 0 to 1, their upper left corners on each other."""
    size = max(one.width, other.width), max(one.height, other.height)
    sheets = [Image.new("L", size, 255) for _picture in range(2)]
    for sheet, picture in zip(sheets, (one, other), strict=True):
        sheet.paste(picture.convert("L"), (0, 0))
    histogram = ImageChops.difference(*sheets).histogram()
    return sum(value * count for value, count in enumerate(histogram)) / (255 * size[0] * size[1])


def beside(name: str, folder: Path) -> None:
    """Save our picture above that of pango-view with the same fonts."""
    ours, theirs = drawn(name), _by_pango(name)
    both = Image.new("L", (max(ours.width, theirs.width), ours.height + theirs.height + 6), 128)
    both.paste(ours, (0, 0))
    both.paste(theirs, (0, ours.height + 6))
    both.save(folder / f"{name}.png")


def _by_pango(name: str) -> Image.Image:
    with TemporaryDirectory() as place:
        conf, text, out = (Path(place) / file for file in ("fonts.conf", "text", "out.png"))
        fonts = f"<dir>{resources.path('fonts')}</dir><cachedir>{place}</cachedir>"
        conf.write_text(f"<fontconfig>{fonts}</fontconfig>", encoding="utf-8")
        text.write_text("\n".join(LINES[name]), encoding="utf-8", errors="replace")
        look = ["--font", f"Noto Sans {round(SIZE * SCALE)}px", "--dpi", "72", "--hinting=none"]
        command = ["pango-view", "-q", *look, "-o", str(out), str(text)]
        subprocess.run(command, env={**os.environ, "FONTCONFIG_FILE": str(conf)}, check=True)
        return Image.open(out).convert("L")


def main() -> None:
    """Draw the pictures, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beside", type=Path)
    folder = parser.parse_args().beside
    for name in LINES:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            beside(name, folder)
        else:
            FOLDER.mkdir(exist_ok=True)
            drawn(name).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
