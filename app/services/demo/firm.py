"""The firm of the demo: its page, its offices, and who works in them."""

import resources
from app.services import firms, logos
from app.services.demo.scene import Scene
from app.services.demo.story import Story
from db import users
from db.keyslots import Cost
from db.trail import Actor


def found(scene: Scene, story: Story, passphrase: str, cost: Cost | None) -> None:
    """Fill in the firm, add its offices and everybody but the owner, and place them."""
    for name, value in story.firm.items():
        if name != "name":
            version = scene.book.read(firms.firm).version
            scene.book.write(firms.set_firm_field, version, name, value)
    scene.book.write(firms.mark_as_sample)
    drawn = logos.checked(resources.data("samples/demo/logo.png"))
    scene.book.write(logos.set_logo, scene.book.read(firms.firm).version, drawn)
    for office in story.offices:
        added = scene.book.write(firms.add_office, office["name"], office["city"], office["country"])
        scene.offices[office["key"]] = added.result
    for user in story.users[1:]:
        users.add(scene.book, user["login"], user["name"], passphrase, cost)
    keys = {user.login: user for user in scene.book.read(firms.users)}
    for user in story.users:
        line = keys[user["login"]]
        scene.users[line.login] = Actor(line.id, line.name)
        scene.book.write(firms.place_user, line.id, 1, scene.offices[user["office"]])
