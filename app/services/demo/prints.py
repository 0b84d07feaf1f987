"""The PDFs of the demo: two of every case, some more where a case is far enough, and the sheet of the day."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.domain.cases import Stage
from app.services import case_list, documents, printing, screening
from app.services.case_list import CaseLine
from app.services.demo.scene import Scene
from app.services.orders import Order

USUAL = ("checklist", "summary")
MORE: Mapping[Stage, tuple[str, ...]] = {
    Stage.SCREENED: ("screening",),
    Stage.QUOTED: ("pathways",),
    Stage.COLLECTING: ("missing-items", "handover"),
    Stage.FORM_READY: ("data-sheet", "checklist-office"),
    Stage.CLIENT_SIGNED: ("counter-sheet",),
    Stage.PRE_REVIEW: ("case-sheet",),
    Stage.ARRIVED: ("visa-check",),
}
OLD = ("KB-*-*.pdf", "*-day-sheet.pdf")  # the files of an earlier demo


def write(scene: Scene, folder: Path) -> list[str]:
    """Print into ``folder``; return the files' names."""
    folder.mkdir()
    names = []
    for name, order in _orders(scene):
        made = printing.made(order, scene.book.read(printing.value, order, scene.today))
        (folder / name).write_bytes(made.data)
        scene.book.write(printing.record, order, made.sha256)
        names.append(name)
    return names


def _orders(scene: Scene) -> Iterator[tuple[str, Order]]:
    """Yield what is printed: the file's name and the order."""
    for line in scene.book.read(lambda session: case_list.lines(session, case_list.ids(session))):
        _stand_for_screening(scene, line)
        wanted = (*USUAL, *MORE.get(line.stage, ()))
        for kind in (kind for kind in wanted if documents.kind(kind).fits(line.category)):
            yield f"{line.number}-{kind}.pdf", Order(case_id=line.id, kind=kind)
    yield f"{scene.today.isoformat()}-day-sheet.pdf", Order(kind="day-sheet")


def _stand_for_screening(scene: Scene, line: CaseLine) -> None:
    """Confirm a case's screening, as the office does once an enquiry becomes a case."""
    if line.category not in screening.questionnaires() or line.stage is Stage.ENQUIRY:
        return
    found = scene.book.read(screening.of_case, line.id, scene.today)
    scene.book.write(screening.confirm, line.id, found.digest, scene.today)
