"""``python -m tests.flows.planting FOLDER``: work on persons with telling names, say "ready", and wait.

Whatever this leaves on disk, wherever, is searched for the names. A line on standard input ends it properly.
"""

import sys
from contextlib import suppress
from pathlib import Path

from app.bootstrap import create_casebook
from app.domain.people import Address, Name
from app.errors import KasebookError
from app.services import cases, drafts, people, people_list
from app.settings import Settings
from db import backup
from db.casebook import Casebook
from db.keyslots import CHEAP
from tests.builders import TODAY, a_person
from tests.casebooks import PASSPHRASE

NAMES = (
    *(
        "Zwyndoqra",
        "Quollibrax",
        "Øystwærđ",
        "Łukrzębin",
        "Nguyễnđặng",
        "Ñuñoztegui",
        "Straßfüchsel",
        "İsğıroğlu",
    ),
    *("龘靐齉", "爩麤灪", "歐陽虪彪", "नमूनाप्रसाद", "उदाहरणकुमार", "ตัวอย่างศรี", "Примеренко", "Ёлкинъждёв"),
    *("مثالالخيالي", "نمونهزاده", "본보기남궁", "サンプル山麓"),
)


def main(folder: Path) -> None:
    """Plant the names everywhere that a consultant would type them."""
    book, code = create_casebook(
        folder / "Test.kasebook", firm=NAMES[0], name=NAMES[1], login="ana", passphrase=PASSPHRASE, cost=CHEAP
    )
    Settings().recent_casebooks = (str(folder / "Test.kasebook"),)
    for name in NAMES:
        _plant(book, name)
    assert book.folder
    backup.make(book.engine, book.folder, book.key, folder / "backups")
    sys.stdout.write(f"ready {code} {book.key.hex()}\n")
    sys.stdout.flush()
    sys.stdin.readline()
    book.close()


def _plant(book: Casebook, name: str) -> None:
    person = a_person(names=(Name(family=name, given=name),), note=f"note of {name}", local_id_number=name)
    key = book.write(people.add, person, TODAY).result
    book.write(people.save_part, key, "addresses", Address(lines=name, city=name), TODAY)
    book.write(people.set_field, key, 1, "note", f"again {name}", TODAY)
    book.undo()
    opened = book.write(cases.open_case, key, category="K", post="new-delhi", today=TODAY).result
    book.write(cases.add_note, opened.id, f"about {name}")
    book.keep(drafts.keep, book.actor.id, "person.note", f"draft of {name}")
    book.read(people_list.ids, typed=name)
    with suppress(KasebookError):
        book.write(people.set_field, key, 99, "note", name, TODAY)
    with suppress(KasebookError):
        book.read(cases.numbered, name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
