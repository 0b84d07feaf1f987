"""What the history calls the rows of the firm, its people, searches and labels, and their fields."""

from collections.abc import Mapping

from app.domain.choices import UserRole
from app.domain.fields import Field, Kind
from app.i18n import N_

ENTITIES: Mapping[str, str] = {
    "firm": N_("Firm"),
    "office": N_("Office"),
    "user_account": N_("User"),
    "saved_search": N_("Saved search"),
    "label": N_("Label"),
}
COLUMNS: Mapping[str, tuple[Field, ...]] = {
    "firm": (
        Field("name", N_("Name of the firm"), Kind.TEXT),
        Field("name_zh", N_("Name in Chinese"), Kind.TEXT),
        Field("address", N_("Address"), Kind.LINES),
        Field("phone", N_("Telephone"), Kind.TEXT),
        Field("email", N_("E-mail"), Kind.TEXT),
        Field("registration", N_("Registration"), Kind.TEXT),
        Field("case_prefix", N_("Case numbers begin with"), Kind.TEXT),
    ),
    "office": (
        Field("name", N_("Name of the office"), Kind.TEXT),
        Field("city", N_("City"), Kind.TEXT),
        Field("country", N_("Country"), Kind.COUNTRY),
    ),
    "user_account": (
        Field("login", N_("Login"), Kind.TEXT),
        Field("name", N_("Name"), Kind.TEXT),
        Field("role", N_("Role"), Kind.CHOICE, choices=UserRole),
    ),
    "saved_search": (
        Field("page", N_("Page"), Kind.TEXT),
        Field("name", N_("Name of the search"), Kind.TEXT),
        Field("typed", N_("Search"), Kind.TEXT),
        Field("layout", N_("Columns"), Kind.TEXT),
        Field("place", N_("Place in the list"), Kind.NUMBER),
    ),
    "label": (Field("text", N_("Label"), Kind.TEXT),),
}
