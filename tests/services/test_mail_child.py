"""What the reading process says of a mail, as JSON."""

import pytest

from app.domain.letters import NoLetter
from app.services import mail_child
from tests.services.outlook import a_message
from tests.services.test_mail_reader import LETTER


def test_a_mail_is_told_with_its_kind() -> None:
    found = mail_child.told(LETTER)
    assert (found["kind"], found["subject"]) == ("eml", "Papers")
    assert found["sent_at"] == "2026-11-02T10:00:00+00:00"


def test_a_message_of_outlook_is_told_too() -> None:
    found = mail_child.told(a_message(subject="学位证书", body="Dear Ana", sender="a@example.com"))
    assert (found["kind"], found["subject"], found["body"]) == ("msg", "学位证书", "Dear Ana")
    assert "a@example.com" in found["sender"]


def test_anything_else_is_no_mail() -> None:
    with pytest.raises(NoLetter):
        mail_child.told(b"PK\x03\x04")
