"""Telephone numbers, kept in E.164, and e-mail addresses."""

import re
import unicodedata

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, ValidationResult

from app.errors import UserError
from app.i18n import _

# One @, no spaces, a domain with a dot; anything stricter refuses addresses that work.
_EMAIL = re.compile(r"[^@\s<>\"(),:;]{1,64}@[^@\s<>\"(),:;.]+(?:\.[^@\s<>\"(),:;.]+)+")
_LONGEST_EMAIL = 254  # RFC 5321 section 4.5.3.1, less the angle brackets


def normalised(text: str, *, country: str = "", field: str = "") -> str:
    """Return a telephone number in E.164 ("+8613800138000"), an extension after it (";ext=12").

    ``country`` (alpha-2) is where a number without a country code is from. Raises ``UserError`` on
    ``field`` for what can't be a telephone number.
    """
    parsed = _parsed(text, country, field)
    _check_length(parsed, field)
    number = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    return f"{number};ext={parsed.extension}" if parsed.extension else number


def shown(number: str) -> str:
    """Return an E.164 number grouped for reading: "+86 138 0013 8000"; anything else as it is."""
    try:
        parsed = phonenumbers.parse(number)
    except NumberParseException:
        return number
    return phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL)


def is_doubtful(number: str) -> bool:
    """Say whether an E.164 number is in no range that its country is known to use; it may still be new."""
    try:
        return not phonenumbers.is_valid_number(phonenumbers.parse(number))
    except NumberParseException:
        return True


def email(text: str, *, field: str = "") -> str:
    """Return an e-mail address, its width and spaces mended. Raises ``UserError`` on ``field``."""
    address = unicodedata.normalize("NFKC", text).strip().removeprefix("mailto:")
    if len(address) > _LONGEST_EMAIL or not _EMAIL.fullmatch(address) or ".." in address:
        raise UserError(
            _("This is not an e-mail address."), _("Type it like ananya@example.org."), field=field
        )
    return address


def _parsed(text: str, country: str, field: str) -> PhoneNumber:
    try:
        return phonenumbers.parse(text[:100], country or None)
    except NumberParseException as trouble:
        if trouble.error_type == NumberParseException.INVALID_COUNTRY_CODE:
            raise UserError(
                _("The country code is missing or unknown."),
                _("Begin with + and the code, such as +91 98765 43210."),
                field=field,
            ) from None
        raise UserError(
            _("This is not a telephone number."), _("Type it like +91 98765 43210."), field=field
        ) from None


def _check_length(parsed: PhoneNumber, field: str) -> None:
    possible = phonenumbers.is_possible_number_with_reason(parsed)
    if possible in (ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY):
        raise UserError(_("This telephone number is too short."), _("Are digits missing?"), field=field)
    if possible == ValidationResult.TOO_LONG:
        raise UserError(_("This telephone number is too long."), _("Is it two numbers?"), field=field)
    if possible != ValidationResult.IS_POSSIBLE:
        raise UserError(_("No telephone number of that country is like this."), field=field)
