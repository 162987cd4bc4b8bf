"""The paths of the files that other exits write beside the pages, and the addresses of both on the web.

Paths are below the site's root. A template asks `file(path)` and gets no address where an exit was not run.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

import idna

from builder.cache.editions import COMPARED
from builder.schema import exported
from builder.views.localized import localized

CALENDARS = "kalender/alle.ics"
CONTACTS = "kontakter/alle.vcf"
DATA = "handbook.json"
#: What the front page reads of places; a script, for it must load in a page opened from a folder.
PLACES = "assets/places.js"
DATA_SCHEMA = exported.FILE
FEED = "endringer.atom"
HISTORY = "endringer.json"
HISTORY_SCHEMA = exported.HISTORY_FILE
COMPARISON = COMPARED
COMPARISON_SCHEMA = exported.COMPARISON_FILE
SERVICES = "hsds/services.json"
PUBLIC_SERVICES = "cpsv-ap-no.jsonld"
CONTACTS_3 = "kontakter/vcard3/alle.vcf"


def calendar(key: str) -> str:
    """The calendar of one forum, or of one forum as it is held in a place."""
    return f"kalender/{key}.ics"


def calendar_of_place(place_id: str) -> str:
    """The calendar of all that is held in a place."""
    return f"kalender/steder/{place_id}.ics"


def contact(reference: str) -> str:
    """The card of one contact, written `service.contact`."""
    return f"kontakter/{reference}.vcf"


def contact_3(reference: str) -> str:
    """The same card for programs that read nothing newer than vCard 3.0."""
    return f"kontakter/vcard3/{reference}.vcf"


def contact_code(reference: str) -> str:
    """A drawing that a phone's camera reads the contact from."""
    return f"kontakter/{reference}.svg"


_PRINTS = "utskrift/"


def print_file(name: str) -> str:
    """A printed file; each sort of print names its own."""
    return f"{_PRINTS}{name}.pdf"


def is_print(path: str) -> bool:
    """Whether a file is one of those."""
    return path.startswith(_PRINTS)


def family_print(page: str, language: str = "") -> str:
    """The sheet of a page for families, in a language where that is not the handbook's."""
    name = page.replace("/", "-")
    return print_file(f"{name}.{language}" if language else name)


def address(published_at: str | None, path: str) -> str | None:
    """The whole address of a file, or None where it is not known where the handbook is published."""
    return f"{in_ascii(published_at).rstrip('/')}/{quote(path)}" if published_at else None


#: What an address writes in codes: all that RFC 3986 does not let stand in one.
_NOT_IN_URI = re.compile(r"[^A-Za-z0-9%._~:/?#\[\]@!$&'()*+,;=-]+")


def in_ascii(address: str) -> str:
    """A web or e-mail address as programs want it, with its host written in ASCII («risør.no» is «xn--risr-ira.no»)."""
    if "://" in address:
        parts = urlsplit(address)
        host = parts.netloc if parts.netloc.isascii() else _ascii_host(parts.netloc)
        path, query, fragment = (_NOT_IN_URI.sub(lambda found: quote(found.group()), part) for part in parts[2:])
        return parts._replace(netloc=host, path=path, query=query, fragment=fragment).geturl()
    name, at, host = address.rpartition("@")
    return f"{name}{at}{_ascii_host(host)}"


def _ascii_host(host: str) -> str:
    """The host, which may have a port; as it is where no such host is possible."""
    name, colon, port = host.partition(":")
    try:
        return host if host.isascii() else f"{idna.encode(name, uts46=True).decode()}{colon}{port}"
    except idna.IDNAError:
        return host


def page_file(path: str, language: str) -> str:
    """The file of a page, whose path has no suffix, in the language of the handbook."""
    return f"{localized(path, language)}.html"


def page(published_at: str | None, path: str, language: str) -> str | None:
    """The whole address of a page."""
    return address(published_at, page_file(path, language))


def subscription(published_at: str | None, path: str) -> str | None:
    """The address a calendar program subscribes to."""
    found = address(published_at, path)
    return found.replace("https://", "webcal://", 1) if found else None
