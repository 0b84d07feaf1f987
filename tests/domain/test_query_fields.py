"""The fields that a search may name."""

from app.domain.query_fields import Holds, Offered, case_fields, person_fields, plain, with_offers


def test_names_are_compared_without_case_width_spaces_and_marks() -> None:
    assert plain("Ｃlient_signed") == plain("client signed") == "clientsigned"


def test_the_caller_offers_what_only_the_casebook_knows() -> None:
    found = with_offers(case_fields(), {"office": [Offered("Head office")]})
    assert next(field for field in found if field.name == "office").offered == (Offered("Head office"),)


def test_every_choice_has_values_or_gets_them_from_the_casebook() -> None:
    known_late = {"owner", "reviewer", "post", "category", "office", "nationality", "language", "label"}
    for field in (*case_fields(), *person_fields()):
        assert field.holds is not Holds.CHOICE or field.offered or field.name in known_late
