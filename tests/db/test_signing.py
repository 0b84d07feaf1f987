"""A casebook signs with a key of its own; any change of text, signature or key is seen."""

from db import signing
from db.casebook import Casebook
from tests.casebooks import OpenBook


def test_a_signature_fits_its_text_and_key_alone(open_book: OpenBook) -> None:
    book: Casebook = open_book()
    key, signature = book.read(signing.public_key), book.read(signing.sign, b"text")
    assert signing.is_signed(key, signature, b"text")
    assert not signing.is_signed(key, signature, b"Text")
    assert not signing.is_signed(key, signature[:-1] + bytes([signature[-1] ^ 1]), b"text")
    assert not signing.is_signed(bytes(32), signature, b"text")
    assert not signing.is_signed(b"short", signature, b"text")


def test_the_key_stays_the_same(open_book: OpenBook) -> None:
    book = open_book()
    assert book.read(signing.public_key) == book.read(signing.public_key)
