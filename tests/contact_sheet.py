"""Pictures of every page, to be looked at: ``python3 -m tests.contact_sheet OUT.png`` draws one sheet.

Light and dark, at 100 % and 150 %, empty, full, long and wrong. ``--folder DIR`` keeps each picture in
full size as well; ``--language zh`` draws the Chinese window; ``--readme`` writes the two pictures of the
README instead.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from app import environment

LOOKS = (("light", "1"), ("light", "1.5"), ("dark", "1"), ("dark", "1.5"))
THUMB_WIDTH = 620
GAP, CAPTION = 12, 22
ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Draw the sheet, or one look of it into a folder."""
    environment.prepare("tests.contact_sheet")
    options = _parser().parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.look:
        _render(options.look[0], options.language, Path(options.look[1]), Path(options.look[2]))
        return
    with tempfile.TemporaryDirectory() as scratch:
        demo = _demo(Path(scratch))
        if options.readme:
            _readme(demo, Path(scratch))
            return
        folder = Path(options.folder or scratch) / "pictures"
        shutil.rmtree(folder, ignore_errors=True)
        for scheme, scale in LOOKS:
            _look(scheme, scale, demo, folder / f"{scheme}-{scale}", options.language)
        _compose(folder, Path(options.out))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", default="contact-sheet.png")
    parser.add_argument("--folder")
    parser.add_argument("--language", choices=("en", "zh"), default="en")
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--look", nargs=3, help=argparse.SUPPRESS)  # scheme, demo, folder
    return parser


def _demo(scratch: Path) -> Path:
    """Build the demo casebook once; each look works on a copy."""
    from app import bootstrap
    from app.services import demo
    from db.keyslots import CHEAP
    from tests.shots import TODAY

    return demo.build(scratch / "demo", bootstrap.create_casebook, TODAY, cost=CHEAP).casebook


def _look(scheme: str, scale: str, demo: Path, folder: Path, language: str = "en") -> None:
    """Draw all shots in a process of their own: Qt takes its scale when it starts."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = shutil.copytree(demo, Path(scratch) / demo.name)
        settings = {**os.environ, "QT_SCALE_FACTOR": scale, "KASEBOOK_HOME": scratch}
        command = [sys.executable, "-m", "tests.contact_sheet", "--language", language, "--look", scheme]
        subprocess.run([*command, str(copy), str(folder)], cwd=ROOT, env=settings, check=True)


def _render(scheme: str, language: str, demo: Path, folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from app import i18n
    from app.ui import theme
    from tests import shots

    os.environ["KASEBOOK_TODAY"] = shots.TODAY.isoformat()
    i18n.use(language)
    app = QApplication([])
    theme.dress(app, scheme)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for number, shot in enumerate(shots.all_shots(demo, Path(scratch))):
            shot.picture.save(str(folder / f"{number:03d} {shot.name.replace(':', ',')}.png"))


def _compose(folder: Path, out: Path) -> None:
    """Lay all pictures on one sheet: a row for each state, a column for each look."""
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

    QGuiApplication([])
    smooth = Qt.TransformationMode.SmoothTransformation
    columns = [sorted((folder / f"{scheme}-{scale}").glob("*.png")) for scheme, scale in LOOKS]
    thumbs = [[QImage(str(file)).scaledToWidth(THUMB_WIDTH, smooth) for file in files] for files in columns]
    height = thumbs[0][0].height() + CAPTION + GAP
    sheet = QImage((THUMB_WIDTH + GAP) * len(LOOKS), height * len(columns[0]), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setPen(QColor("#ffffff"))
    for column, files in enumerate(columns):
        for row, file in enumerate(files):
            x, y = column * (THUMB_WIDTH + GAP), row * height
            caption = f"{file.stem}   {LOOKS[column][0]} {LOOKS[column][1]}"
            painter.drawText(QRect(x, y, THUMB_WIDTH, CAPTION), Qt.AlignmentFlag.AlignVCenter, caption)
            painter.drawImage(x, y + CAPTION, thumbs[column][row])
    painter.end()
    sheet.save(str(out))


def _readme(demo: Path, scratch: Path) -> None:
    """Write the pictures of the README: a case with its checklist and its print, in light and dark."""
    for scheme in ("light", "dark"):
        _look(scheme, "1", demo, scratch / scheme)
        wanted = next(file for file in (scratch / scheme).glob("*.png") if file.stem[4:] == README_SHOT)
        (ROOT / "docs").mkdir(exist_ok=True)
        shutil.copy(wanted, ROOT / "docs" / f"screenshot-{scheme}.png")


README_SHOT = "case, preview"

if __name__ == "__main__":
    main()
