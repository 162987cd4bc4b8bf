"""What others can take: calendars, contact cards and open data, with what each is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.i18n import N_, Key
from builder.model.handbook import Handbook
from builder.views import routes, urls
from builder.views.page import Context, Link, Medium, Page
from builder.views.routes import Names

TITLE = N_("Kalendere, kontaktkort og åpne data")


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A file of open data, and what it is."""

    file: str
    name: str
    about: Key


@dataclass(frozen=True, slots=True)
class OpenDataPage(Context):
    """Paths of files, which a template links to where they are written; `calendars` are the forums' own."""

    template: ClassVar = "open-data"

    all_calendars: str
    calendars: Sequence[tuple[Link, str]]
    cards: str
    cards_3: str
    formats: Sequence[FileFormat]


_FORMATS = (
    FileFormat(urls.DATA, "JSON", N_("Hele håndboka: alle poster med alle felter i denne utgaven.")),
    FileFormat(urls.DATA_SCHEMA, "JSON Schema", N_("Hva feltene i handbook.json heter, og hva de kan inneholde.")),
    FileFormat(urls.SERVICES, "Open Referral HSDS 3.1", N_("Tjenestene med kontakter, åpningstid og område.")),
    FileFormat(urls.PUBLIC_SERVICES, "CPSV-AP-NO 1.1, JSON-LD", N_("De offentlige tjenestene som lenkede data.")),
    FileFormat(urls.FEED, "Atom", N_("Endringene i håndboka, til en nyhetsleser.")),
    FileFormat(urls.HISTORY, "JSON", N_("De samme endringene som data, post for post.")),
    FileFormat(urls.HISTORY_SCHEMA, "JSON Schema", N_("Hva feltene i endringer.json heter.")),
    FileFormat(
        urls.COMPARISON, "JSON", N_("Forløp, møter og nivåer med felles ord, til å holde opp mot andre kommuner.")
    ),
    FileFormat(urls.COMPARISON_SCHEMA, "JSON Schema", N_("Hva feltene i sammenligning.json heter.")),
)


def page(handbook: Handbook, names: Names) -> Page:
    """The page; a template links only to the files that are written."""
    return Page(
        routes.OPEN_DATA,
        TITLE,
        OpenDataPage(
            all_calendars=urls.CALENDARS,
            calendars=[(names.to(forum), urls.calendar(forum.id)) for forum in handbook.forums],
            cards=urls.CONTACTS,
            cards_3=urls.CONTACTS_3,
            formats=_FORMATS,
        ),
        medium=Medium.SITE,
    )
