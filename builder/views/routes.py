"""The paths of the pages, where each record is shown, and what a link to it says.

The files beside the pages have their paths in `builder.views.urls`.
"""

from __future__ import annotations

import re
import unicodedata

from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.municipality import Role
from builder.model.register import Cited
from builder.model.service import Service, contact_name
from builder.model.vocabulary import Category
from builder.views.page import Link, Place

FRONT = "index"
SITUATIONS = "situasjoner/index"
SERVICES = "tjenester/index"
CONTACTS = "kontakter"
FORUMS = "moteplasser/index"
YEAR = "moteplasser/motearet"
RULES = "taushetsplikt/index"
FORMS = "skjemaer/index"
WHO = "hvem-gjor-hva"
GLOSSARY = "ordliste"
LAW = "lover"
ABOUT = "om/index"
SHARE = "kan-jeg-dele/index"
WORKPLACES = "jobber/index"
PLANS = "planer"
TRAINING = "ovelser/index"
ONBOARDING = "ny-her/index"
CHANGES = "hva-er-nytt"
SELF_CHECK = "egenkontroll"
KEYWORDS = "stikkord"
PRINTS = "utskrift/index"
OPEN_DATA = "apne-data"

#: Kinds with a page for each record: the folder of the pages.
_FOLDERS = {
    "pathways": "situasjoner",
    "services": "tjenester",
    "forums": "moteplasser",
    "rules": "taushetsplikt",
    "forms": "skjemaer",
    "training": "ovelser",
    "onboarding": "ny-her",
    "pages": "om",
}
OWN_PAGES = frozenset(_FOLDERS)
#: Kinds whose records share a page.
_SHARED = {"glossary": GLOSSARY, "roles": WHO, "plans": PLANS, "changes": CHANGES}
#: Kinds that are not shown one by one, but on a page as a whole.
_TOGETHER = {"emergency": FRONT, "municipality": ABOUT, "accepted": SELF_CHECK, "register": LAW}


def page_of(kind: str, record_id: str) -> str:
    """The path of a record's own page. Raises KeyError for kinds that share one."""
    return f"{_FOLDERS[kind]}/{record_id}"


def share_page(sender: Category) -> str:
    """The path of the answers to «may I share?» for those who work in a kind of service."""
    return f"kan-jeg-dele/{slug(sender.label)}"


def workplace_page(category: Category) -> str:
    """The path of the page for those who work in a kind of service."""
    return f"jobber/{slug(category.label)}"


def receiver_anchor(receiver: Category) -> str:
    """The anchor of the answer about a receiver."""
    return f"til-{slug(receiver.label)}"


def place_of(kind: str, record_id: str) -> Place:
    """Where a record is shown."""
    if kind == "contacts":
        service_id, _, contact_id = record_id.partition(".")
        return Place(page_of("services", service_id), contact_anchor(contact_id))
    if kind in _FOLDERS:
        return Place(page_of(kind, record_id))
    return Place(_SHARED[kind], record_id) if kind in _SHARED else Place(_TOGETHER[kind])


def contact_anchor(contact_id: str) -> str:
    """The anchor of a contact on the page of its service."""
    return f"kontakt-{contact_id}"


def step_anchor(step_id: str) -> str:
    """The anchor of a step on the page of its pathway."""
    return f"steg-{step_id}"


def provision_anchor(cited: Cited) -> str:
    """The anchor of a provision on the page of laws."""
    return slug(cited.id)


def slug(text: str) -> str:
    """Lower-case a–z, digits and hyphens, readable from Norwegian: «§ 7-2 a» gives «7-2-a»."""
    folded = text.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


class Names:
    """Links to records, with the words a reader knows them by."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self._laws: dict[str, Link] = {}

    def record(self, kind: str, record_id: str) -> Link:
        """A link to a record by its label."""
        if kind == "contacts":
            return self.actor(record_id)
        found = self.handbook.find(kind, record_id)
        return Link(found.label if found else record_id, place_of(kind, record_id) if found else None)

    def to(self, record: Record) -> Link:
        """A link to a record one already has."""
        return Link(record.label, self.place(record))

    def place(self, record: Record) -> Place:
        """Where a record one already has is shown."""
        return place_of(self.handbook.kind_of(record), record.id)

    def service(self, record_id: str) -> Link:
        """A link to a service by its full name."""
        found = self.handbook.find("services", record_id)
        text = found.name if isinstance(found, Service) else record_id
        return Link(text, place_of("services", record_id))

    def actor(self, reference: str) -> Link:
        """A role, a contact written `service.contact`, or a service."""
        contact = self.handbook.contact(reference)
        if contact:
            return Link(contact_name(*contact), place_of("contacts", reference))
        role = self.handbook.find("roles", reference)
        if isinstance(role, Role):
            return Link(role.name, place_of("roles", reference))
        return self.service(reference)

    def held_by(self, reference: str) -> tuple[str, ...]:
        """The contacts behind a name: itself, or those a role lies with; none for a service."""
        role = self.handbook.find("roles", reference)
        if isinstance(role, Role):
            return tuple(holder for holder in role.held_by if self.handbook.contact(holder))
        return (reference,) if self.handbook.contact(reference) else ()

    def law(self, citation: str) -> Link:
        """A citation as it should be written, leading to the page of laws. Worked out once for each citation."""
        if citation not in self._laws:
            self._laws[citation] = self._law(citation)
        return self._laws[citation]

    def _law(self, citation: str) -> Link:
        cited = self.handbook.law.find(citation)
        if cited is None or cited.provision is None:
            return Link(citation)
        return Link(
            f"{cited.act.name} {cited.section}", Place(LAW, provision_anchor(cited)), cited.provision.heading or ""
        )

    def resolve(self, address: str) -> Place | None:
        """The place of an address as written in running text, «services:ppt»."""
        kind, _, record_id = address.partition(":")
        return place_of(kind, record_id) if self.handbook.find(kind, record_id) else None
