"""What may be chosen in a person's record, each with its label."""

from app.domain.fields import Labelled
from app.i18n import N_


class NameKind(Labelled):
    """What a name is for; the passport's is the one that is filed."""

    PASSPORT = "passport", N_("As in passport")
    NATIVE = "native", N_("In own script")
    CHINESE = "chinese", N_("Chinese name")
    FORMER = "former", N_("Former name")
    ALIAS = "alias", N_("Also known as")


class NameOrder(Labelled):
    """Which part is said and written first."""

    FAMILY_FIRST = "family_first", N_("Family name first")
    GIVEN_FIRST = "given_first", N_("Given name first")


class Sex(Labelled):
    """As in the passport."""

    FEMALE = "F", N_("Female")
    MALE = "M", N_("Male")
    UNSPECIFIED = "X", N_("Unspecified (X)")


class MaritalStatus(Labelled):
    """As the online form offers it."""

    SINGLE = "single", N_("Single")
    MARRIED = "married", N_("Married")
    DIVORCED = "divorced", N_("Divorced")
    WIDOWED = "widowed", N_("Widowed")
    OTHER = "other", N_("Other")


class NationalityKind(Labelled):
    """Held now, or held once."""

    CURRENT = "current", N_("Current nationality")
    FORMER = "former", N_("Former nationality")


class PassportKind(Labelled):
    """The kinds the online form knows."""

    ORDINARY = "ordinary", N_("Ordinary passport")
    SERVICE = "service", N_("Service or official passport")
    DIPLOMATIC = "diplomatic", N_("Diplomatic passport")
    TRAVEL_DOCUMENT = "travel_document", N_("Other travel document")


class PassportState(Labelled):
    """Where the passport is in its life."""

    CURRENT = "current", N_("Current")
    OLD = "old", N_("Replaced")
    LOST = "lost", N_("Lost or stolen")


class AddressKind(Labelled):
    """What happens at an address."""

    HOME = "home", N_("Home")
    POSTAL = "postal", N_("Postal")
    CHINA = "china", N_("In China")


class ContactKind(Labelled):
    """How a person is reached."""

    PHONE = "phone", N_("Telephone")
    EMAIL = "email", N_("E-mail")
    WECHAT = "wechat", N_("WeChat")
    WHATSAPP = "whatsapp", N_("WhatsApp")
    OTHER = "other", N_("Other channel")


class DegreeLevel(Labelled):
    """Levels of education, as diplomas state them."""

    SECONDARY = "secondary", N_("Secondary school")
    DIPLOMA = "diploma", N_("Diploma below a bachelor's degree")
    BACHELOR = "bachelor", N_("Bachelor's degree")
    MASTER = "master", N_("Master's degree")
    DOCTORATE = "doctorate", N_("Doctorate")


class StudyMode(Labelled):
    """How a degree was studied; the K rules are silent on distance and joint degrees."""

    ON_SITE = "on_site", N_("On site")
    DISTANCE = "distance", N_("Distance learning")
    JOINT = "joint", N_("Joint degree")


class Relation(Labelled):
    """What the other person is to this one."""

    SPOUSE = "spouse", N_("Spouse")
    FATHER = "father", N_("Father")
    MOTHER = "mother", N_("Mother")
    CHILD = "child", N_("Child")
    SIBLING = "sibling", N_("Brother or sister")
    OTHER = "other", N_("Other relative")


class TravelKind(Labelled):
    """What a line of the travel and visa history records."""

    CHINA_VISIT = "china_visit", N_("Visit to China")
    CHINA_VISA = "china_visa", N_("Chinese visa")
    OTHER_VISA = "other_visa", N_("Visa of another country")
    VISIT = "visit", N_("Country visited")
    FINGERPRINTS = "fingerprints", N_("Fingerprints given")


class YesNo(Labelled):
    """An answer given; an answer not given is None."""

    YES = "yes", N_("Yes")
    NO = "no", N_("No")


class Question(Labelled):
    """Section 8 of the online form; the answers are sensitive personal information (PIPL Art. 28)."""

    REFUSED = "refused", N_("Ever refused a Chinese visa or entry to China")
    CANCELLED = "cancelled", N_("Ever had a Chinese visa cancelled")
    OVERSTAYED = "overstayed", N_("Ever overstayed or worked without permission in China")
    CRIMINAL = "criminal", N_("Any criminal record in any country")
    HEALTH = "health", N_("Any serious mental disorder or infectious disease")
    EPIDEMIC = "epidemic", N_("Stayed in a country or area with an epidemic in the last 30 days")
    MILITARY = "military", N_("Ever served in armed forces")
    PARAMILITARY = "paramilitary", N_("Ever a member of a paramilitary or armed group")
    SKILLS = "skills", N_("Special skills in arms, explosives, nuclear, biology or chemistry")
    ORGANISATIONS = "organisations", N_("Member of a professional, social or charitable organisation")
    OTHER = "other", N_("Anything else to declare")


class ConsentHow(Labelled):
    """How a consent was given; one that was only spoken is hard to show later."""

    SIGNED = "signed", N_("Signed on paper")
    ELECTRONIC = "electronic", N_("Signed electronically")
    MESSAGE = "message", N_("In a message or e-mail")
    SPOKEN = "spoken", N_("Spoken")


class Purpose(Labelled):
    """What a consent is for; sensitive data, third parties and transfer abroad need each their own."""

    SERVICE = "service", N_("Handling of the application")
    SENSITIVE = "sensitive", N_("Sensitive personal information")
    THIRD_PARTIES = "third_parties", N_("Passing on to third parties")
    CROSS_BORDER = "cross_border", N_("Transfer to another country")


class UserRole(Labelled):
    """What somebody who works in the casebook may decide: owners end accesses and make other owners."""

    OWNER = "owner", N_("Casebook owner")
    CONSULTANT = "consultant", N_("Consultant")
