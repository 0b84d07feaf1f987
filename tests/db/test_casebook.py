"""Create, open, read, write; every refusal with its own message."""


from sqlalchemy import select
from sqlalchemy.orm import Session

from db import chain, trail
from db.casebook import Casebook
from db.models.firm import Firm
from db.models.person import NameRow, PersonRow


@trail.operation("test:add", "Add")
def add(session: Session, family: str) -> PersonRow:
    """Add a person of one name."""
    person = PersonRow()
    session.add(person)
    session.flush()
    session.add(NameRow(person_id=person.id, family=family))
    return person


@trail.operation("test:rename", "Rename")
def rename(session: Session, family: str) -> None:
    """Rename everybody."""
    for name in session.scalars(select(NameRow)):
        name.family = family


def families(session: Session) -> list[str]:
    return list(session.scalars(select(NameRow.family)))


def test_a_new_casebook_opens_with_its_passphrase(book: Casebook) -> None:
    assert book.folder
    book.close()
    again = Casebook.open(book.folder.path, login="ana", passphrase="correct horse battery")
    assert again.read(lambda s: s.scalars(select(Firm.name)).one()) == "Fictional Firm"
    again.close()


def test_write_undo_redo(book: Casebook) -> None:
    book.write(add, "Sample")
    book.write(rename, "Example")
    assert book.read(families) == ["Example"]
    assert book.undo().result == "Rename"
    assert book.read(families) == ["Sample"]
    assert book.undo().result == "Add"
    assert book.read(families) == []
    assert book.undoable() == ("", "Add")
    book.redo()
    book.redo()
    assert book.read(families) == ["Example"]
    with book.engine.connect() as connection:
        assert chain.verify(connection, book._audit_key).fault is None
