"""The kinds of value a field can hold, each with its check and the words for what is wrong.

Every scalar in the YAML arrives here as the text that stands in the file, so a municipality
number keeps its leading zero and the language code `no` stays a word: the field, not the
spelling, decides the type.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any

import phonenumbers
from phonenumbers import shortnumberinfo
from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.no import orgnr

from builder.i18n import N_
from builder.model import formats
from builder.model.actor import Actor
from builder.model.written_dates import understood
from builder.problem import Message

COUNTRY = "NO"
#: The years a handbook can have to do with. Days are reckoned from others, and the calendar ends with 9999.
FIRST_YEAR, LAST_YEAR = 1600, 2199
_FAR_AWAY = N_("«{value}» er for langt unna; skriv en dato fra {first} til {last}, eller ta den ut om den ikke trengs")
EMPTY = Message("er tomt")
SEVERAL = Message("skal være én verdi, ikke en liste eller felter")
_TOO_LONG = N_("er for lang: {count} tegn, og det er plass til {longest}. Skriv kortere, eller del teksten i flere")
_MORE_LINES = N_("skal stå på én linje; fjern linjeskiftet, eller skriv «>-» i stedet for «|» foran teksten")
_SHOWN_AS_WRITTEN = N_("«{markup}» kan ikke stå her: teksten vises som den er skrevet, uten HTML, utheving og lenker")
#: Elements of HTML, and bold and links as running text has them. «A < B», «<3 år» and «5 * 6» are none of them.
_MARKUP = re.compile(r"</?[a-zA-Z!?][^<>]*>|\*\*[^\s*][^*]*\*\*|\[[^][]*\]\([^\s)]")
#: What somebody, or some program that reads the text, takes for the end of a line.
_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
SHORTEST_SUBSCRIBER_NUMBER = 8
PLACEHOLDER_PHONE = re.compile(r"00( ?[0-9]{2}){3}")
#: Helplines in the European 116 series (Commission Decision 2007/116/EC), not all of them in the number tables.
HARMONISED_HELPLINE = re.compile(r"116 ?[0-9]{3}")


def reject(message: Message) -> PydanticCustomError:
    """An error with a sentence of our own, carried through pydantic unformatted."""
    return PydanticCustomError("handbok", "{message}", {"message": message})


@dataclass(frozen=True)
class RefTo:
    """Marks a field that names records of one of these kinds (see `builder.model.kinds`)."""

    kinds: tuple[str, ...]


@dataclass(frozen=True)
class CitesLaw:
    """Marks a field that cites a provision: name of the act, § and number."""


@dataclass(frozen=True)
class HoldsMarkdown:
    """Marks running text that may use the small Markdown subset (see `builder.prose`)."""


@dataclass(frozen=True)
class InternalOnly:
    """Marks a field that is in the internal edition alone. It may be left out, or is a text (see `facts.audience`)."""


@dataclass(frozen=True)
class NamesRecord:
    """Marks a field that names a record with its kind: «services:ppt»."""


def one_value(value: Any) -> str:
    """The text of a scalar. Raises for what is left empty, and for a list or fields where one value belongs."""
    if value is None:
        raise reject(EMPTY)
    if not isinstance(value, str):
        raise reject(SEVERAL)
    return value


def _written_as(written: formats.Format) -> BeforeValidator:
    """Refuses a text that is longer than its format has room for, or has new lines or markup where it is one line.

    What is on one line is shown as it is written, so markup in it would only be seen as signs.
    """

    def fits(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if written.longest is not None and len(value) > written.longest:
            raise reject(Message(_TOO_LONG, count=len(value), longest=written.longest))
        if written.one_line and _BREAK.search(value.strip(" \t\r\n")):
            raise reject(Message(_MORE_LINES))
        if written.one_line and (markup := _MARKUP.search(value)):
            raise reject(Message(_SHOWN_AS_WRITTEN, markup=markup.group()))
        return value

    return BeforeValidator(fits)


def _strict_bool(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    value = one_value(value)
    if value in ("true", "false"):
        return value == "true"
    raise reject(Message("skal være true (ja) eller false (nei), ikke «{value}»", value=value))


def _strict_date(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value
    value = one_value(value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        meant = understood(value)
        if meant is not None:
            raise reject(Message("skal skrives år-måned-dag: {meant}, ikke «{value}»", meant=meant, value=value))
        raise reject(Message("skal være en dato skrevet år-måned-dag, som 2026-03-31, ikke «{value}»", value=value))
    try:
        day = dt.date.fromisoformat(value)
    except ValueError as error:
        raise reject(Message("«{value}» er en dato som ikke finnes i kalenderen", value=value)) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise reject(Message(_FAR_AWAY, value=value, first=FIRST_YEAR, last=LAST_YEAR))
    return day


def _strict_time(value: Any) -> Any:
    if isinstance(value, dt.time):
        return value
    value = one_value(value)
    match = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", value)
    if not match:
        raise reject(Message("skal være et klokkeslett mellom 0:00 og 23:59, som 9:00, ikke «{value}»", value=value))
    return dt.time(int(match[1]), int(match[2]))


def _phone(value: str) -> str:
    if is_placeholder_phone(value) or HARMONISED_HELPLINE.fullmatch(value):
        return value
    problem = reject(
        Message("«{value}» er ikke et mulig norsk telefonnummer (bruk 00 00 00 00 til nummeret er kjent)", value=value)
    )
    try:
        number = phonenumbers.parse(value, COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise problem from error
    if shortnumberinfo.is_valid_short_number(number) and not value.startswith("+"):
        return value
    if not phonenumbers.is_valid_number(number):
        raise problem
    if number.country_code != phonenumbers.country_code_for_region(COUNTRY):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


def is_placeholder_phone(value: str) -> bool:
    """Whether the number can ring nobody: eight digits that begin with 00."""
    return PLACEHOLDER_PHONE.fullmatch(value) is not None


def is_national(value: str) -> bool:
    """Whether the number is one of the short ones that are the same in the whole country."""
    return len(re.sub(r"\s", "", value)) < SHORTEST_SUBSCRIBER_NUMBER


def phone_uri(value: str) -> str | None:
    """The `tel:` address of a number, or None for a placeholder, which must never be dialled."""
    if is_placeholder_phone(value):
        return None
    digits = re.sub(r"\s", "", value)
    if len(digits) < SHORTEST_SUBSCRIBER_NUMBER:
        return f"tel:{digits}"
    number = phonenumbers.parse(value, COUNTRY)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966)


def dialled(phone: str | None) -> str:
    """As `phone_uri`; nothing where no number is written, or it rings nobody."""
    return (phone_uri(phone) if phone else None) or ""


def _email(value: str) -> str:
    name, _, domain = value.partition("@")
    labels = domain.split(".")
    plain = re.fullmatch(r"[A-Za-zÆØÅæøå0-9._%+-]+", name) and not name.startswith(".") and ".." not in name
    if not plain or len(labels) < 2 or not all(re.fullmatch(r"[A-Za-z0-9æøåÆØÅ-]+", label) for label in labels):
        raise reject(Message("«{value}» er ikke en mulig e-postadresse (skal se ut som navn@kommune.no)", value=value))
    return value


def _organisation_number(value: str) -> str:
    try:
        return orgnr.validate(value)
    except StdnumError as error:
        raise reject(
            Message(
                "«{value}» er ikke et mulig organisasjonsnummer: ni siffer, der det siste er kontrollsiffer",
                value=value,
            )
        ) from error


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https://[^\s/]+\.[^\s/]+(/\S*)?", value):
        raise reject(Message("«{value}» er ikke en nettadresse som begynner med https://", value=value))
    return value


#: So many letters has the longest id. Names of files are made of two, and have at most 255.
LONGEST = 100


def is_identifier(value: str) -> bool:
    """Whether a text can stand in an address as it is, and in the name of a file together with another."""
    return len(value) <= LONGEST and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) is not None


def _identifier(value: str) -> str:
    if len(value) > LONGEST:
        raise reject(Message("id-en er lengre enn {limit} tegn, og blir for lang til en nettadresse", limit=LONGEST))
    if not is_identifier(value):
        raise reject(
            Message(
                "«{value}» kan bare ha små bokstaver a–z, tall og bindestrek, fordi det blir en nettadresse",
                value=value,
            )
        )
    return value


_Words = StringConstraints(strip_whitespace=True, min_length=1)
Text = Annotated[str, _Words, _written_as(formats.TEXT), formats.TEXT]
Verbatim = Annotated[str, _Words, _written_as(formats.VERBATIM), formats.VERBATIM]
#: Something that is called this: several are told apart by commas only, for a name may hold «og» itself.
Name = Annotated[str, _Words, _written_as(formats.NAME), formats.NAME]
Prose = Annotated[str, _Words, _written_as(formats.PROSE), HoldsMarkdown(), formats.PROSE]
Identifier = Annotated[str, _written_as(formats.IDENTIFIER), AfterValidator(_identifier), formats.IDENTIFIER]
Flag = Annotated[bool, BeforeValidator(_strict_bool), formats.FLAG]
Date = Annotated[dt.date, BeforeValidator(_strict_date), formats.DATE]
Time = Annotated[dt.time, BeforeValidator(_strict_time), formats.TIME]
RecordName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), NamesRecord(), formats.VERBATIM]
Phone = Annotated[str, AfterValidator(_phone), formats.PHONE]
Email = Annotated[str, _written_as(formats.EMAIL), AfterValidator(_email), formats.EMAIL]
OrganisationNumber = Annotated[str, AfterValidator(_organisation_number), formats.ORGANISATION_NUMBER]
WebAddress = Annotated[str, _written_as(formats.WEB_ADDRESS), AfterValidator(_web_address), formats.WEB_ADDRESS]
Citation = Annotated[str, _Words, _written_as(formats.CITATION), CitesLaw(), formats.CITATION]

ServiceRef = Annotated[str, RefTo(("services",))]
ForumRef = Annotated[str, RefTo(("forums",))]
RuleRef = Annotated[str, RefTo(("rules",))]
PathwayRef = Annotated[str, RefTo(("pathways",))]
FormRef = Annotated[str, RefTo(("forms",))]
TermRef = Annotated[str, RefTo(("glossary",))]
NeedRef = Annotated[str, RefTo(("needs",))]
PlanRef = Annotated[str, RefTo(("plans",))]
#: What something may be a part of, and what something may be merged with.
WholeRef = Annotated[str, RefTo(("plans", "forums"))]
MergeRef = Annotated[str, RefTo(("forums", "plans", "offers", "services"))]
PlaceRef = Annotated[str, RefTo(("places",))]
#: A part of the municipality, as its own record has them.
DistrictRef = Annotated[str, RefTo(("districts",))]
TrainingRef = Annotated[str, RefTo(("training",))]
#: Exactly one function that can be held to account: a role, or a contact written `service.contact`.
RoleRef = Annotated[Actor, RefTo(("roles", "contacts"))]
#: Whoever may take part: as above, or a whole service.
ActorRef = Annotated[Actor, RefTo(("roles", "contacts", "services"))]
