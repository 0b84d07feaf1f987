"""Where a rule comes from, in the words a client reads."""

from app.domain.basis import CLIENT_WORDS, Basis


def test_every_basis_has_words_for_the_client() -> None:
    assert set(CLIENT_WORDS) == set(Basis)


def test_what_is_not_confirmed_reads_as_being_checked() -> None:
    assert CLIENT_WORDS[Basis.UNVERIFIED] == CLIENT_WORDS[Basis.INFERENCE] == "being checked"
