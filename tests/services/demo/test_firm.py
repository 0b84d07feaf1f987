"""The firm of the story is founded with its offices and people."""

from pathlib import Path

from app import bootstrap
from app.services import firms
from app.services.demo import firm, story
from app.services.demo.scene import Clock, Scene
from db.keyslots import CHEAP
from tests.builders import TODAY


def test_everybody_has_a_desk(tmp_path: Path) -> None:
    told = story.read(TODAY)
    path = tmp_path / "F.kasebook"
    book, _key = bootstrap.create_casebook(
        path, firm="Firm", login="wei", name="Wei Exemplar", passphrase="demo", cost=CHEAP
    )
    scene = Scene(book, Clock(TODAY), TODAY)
    firm.found(scene, told, "demo", CHEAP)
    users, page = book.read(firms.users), book.read(firms.firm)
    book.close()
    assert {user.login for user in users} == set(scene.users) == {user["login"] for user in told.users}
    assert {user.office_id for user in users} == set(scene.offices.values())
    assert page.name_zh == told.firm["name_zh"]
