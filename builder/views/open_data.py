"""What others can take: calendars, contact cards and open data, with what each is for."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.views import routes, urls
from builder.views.page import Audience, Page
from builder.views.routes import Names

TITLE = N_("Kalendere, kontaktkort og åpne data")


def page(handbook: Handbook, names: Names) -> Page:
    """The page; a template links only to the files that are written."""
    return Page(
        routes.OPEN_DATA,
        TITLE,
        "open-data",
        {
            "all_calendars": urls.CALENDARS,
            "calendars": [(names.to(forum), urls.calendar(forum.id)) for forum in handbook.forums],
            "cards": urls.CONTACTS,
            "cards_3": urls.CONTACTS_3,
            "formats": [
                {"file": path, "name": name, "about": about}
                for path, name, about in (
                    (urls.DATA, "JSON", N_("Hele håndboka: alle poster med alle felter, unntatt det som er internt.")),
                    (
                        urls.DATA_SCHEMA,
                        "JSON Schema",
                        N_("Hva feltene i handbook.json heter, og hva de kan inneholde."),
                    ),
                    (urls.SERVICES, "Open Referral HSDS 3.1", N_("Tjenestene med kontakter, åpningstid og område.")),
                    (
                        urls.PUBLIC_SERVICES,
                        "CPSV-AP-NO 1.1, JSON-LD",
                        N_("De offentlige tjenestene som lenkede data."),
                    ),
                    (urls.FEED, "Atom", N_("Endringene i håndboka, til en nyhetsleser.")),
                    (urls.HISTORY, "JSON", N_("De samme endringene som data, post for post.")),
                    (urls.HISTORY_SCHEMA, "JSON Schema", N_("Hva feltene i endringer.json heter.")),
                )
            ],
        },
        audience=Audience.SITE,
    )
