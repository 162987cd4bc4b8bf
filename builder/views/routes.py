"""The paths of the pages, where each record is shown, and what a link to it says.

The files beside the pages have their paths in `builder.views.urls`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builder.model.acceptance import ACCEPTED
from builder.model.actor import Actor
from builder.model.base import Record
from builder.model.confidentiality import RULES
from builder.model.form import FORMS
from builder.model.handbook import Handbook
from builder.model.introduction import INTRODUCTIONS
from builder.model.kind import Kind, Named, OwnPages, SharedPage, Together
from builder.model.kinds import kind_of
from builder.model.law import LAWS
from builder.model.municipality import DISTRICTS, MUNICIPALITY, ROLES
from builder.model.pathway import PATHWAYS, Pathway, Step
from builder.model.place import PLACES
from builder.model.register import Cited
from builder.model.service import CONTACTS, SERVICES, contact_name
from builder.model.vocabulary import Category, Matter
from builder.slug import slug
from builder.views.page import Link, Place

FRONT = "index"
SITUATIONS = PATHWAYS.address.index
CONTACT_LIST = "kontakter"
YEAR = "moteplasser/motearet"
WHO = ROLES.address.index
LAW = LAWS.address.index
ABOUT = MUNICIPALITY.address.index
SHARE = "kan-jeg-dele/index"
WORKPLACES = "jobber/index"
SELF_CHECK = ACCEPTED.address.index
ROUND = "kontrollrunde"
PORTFOLIO = "hva-vi-driver-med"
INTRODUCED = INTRODUCTIONS.address.index
KEYWORDS = "stikkord"
PRINTS = "utskrift/index"
PLACE_LIST = PLACES.address.index
OPEN_DATA = "apne-data"
FAMILIES = "for-familier/index"
OFFLINE = "uten-nett"


def list_of(kind: Kind[Any]) -> str:
    """The path of the page where the records of a kind are listed, or shown."""
    return kind.address.index


def page_of(kind: Kind[Any], record_id: str) -> str:
    """The path of a record's own page. Raises TypeError for a kind whose records have none."""
    if not isinstance(kind.address, OwnPages):
        raise TypeError(f"{kind.name} have no pages of their own")
    return f"{kind.address.folder}/{record_id}"


#: What pages for families are called after, by the kind of record: words that are the same in both written standards.
_FOR_FAMILIES = {PATHWAYS.name: "situasjon", RULES.name: "regel", SERVICES.name: "hjelp", FORMS.name: "skjema"}


def family_page(kind: Kind[Any], record_id: str) -> str:
    """The path of the page where a record speaks to families."""
    return f"for-familier/{_FOR_FAMILIES[kind.name]}-{record_id}"


def share_page(sender: Category) -> str:
    """The path of the answers to «may I share?» for those who work in a kind of service."""
    return f"kan-jeg-dele/{slug(sender.label)}"


def workplace_page(category: Category) -> str:
    """The path of the page for those who work in a kind of service."""
    return f"jobber/{slug(category.label)}"


#: What a matter is called in addresses. Ordinary cooperation is what is meant where nothing is said.
_MATTERS = {
    Matter.WORRY: "bekymring",
    Matter.COOPERATION: "samarbeid",
    Matter.REQUEST: "foresporsel",
    Matter.TRANSITION: "overgang",
    Matter.POLICE: "lovbrudd",
    Matter.RELATIVES: "parorende",
    Matter.PREGNANCY: "gravid",
    Matter.AFTER_MEETING: "etter-mote",
}


def print_anchor(kind: str) -> str:
    """The anchor of the prints of a kind."""
    return f"utskrift-{slug(kind)}"


def matter_anchor(matter: Matter) -> str:
    """The anchor of those one may want to tell in a matter."""
    return f"gjelder-{_MATTERS[matter]}"


def receiver_anchor(receiver: Category, matter: Matter = Matter.COOPERATION) -> str:
    """The anchor of the answer about a receiver in a matter."""
    told = f"til-{slug(receiver.label)}"
    return told if matter is Matter.COOPERATION else f"{told}-{_MATTERS[matter]}"


def place_of(kind: Named, record_id: str) -> Place:
    """Where a record, or a contact, is shown."""
    if kind is DISTRICTS:
        return Place(PLACE_LIST, district_anchor(record_id))
    match kind:
        case Kind(address=OwnPages()):
            return Place(page_of(kind, record_id))
        case Kind(address=SharedPage(page)):
            return Place(page, record_id)
        case Kind(address=Together(page, anchor)):
            return Place(page, anchor)
    actor = Actor(record_id)
    return Place(page_of(SERVICES, actor.service), contact_anchor(actor.contact))


def contact_anchor(contact_id: str) -> str:
    """The anchor of a contact on the page of its service."""
    return f"kontakt-{contact_id}"


def district_anchor(district_id: str) -> str:
    """The anchor of a district in the list of places."""
    return f"omrade-{district_id}"


def step_anchor(step_id: str) -> str:
    """The anchor of a step on the page of its pathway."""
    return f"steg-{step_id}"


def provision_anchor(cited: Cited) -> str:
    """The anchor of a provision on the page of laws."""
    return slug(cited.id)


class Names:
    """Links to records, with the words a reader knows them by."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self._laws: dict[str, Link] = {}

    def record(self, kind: Kind[Any], record_id: str) -> Link:
        """A link to a record by its label."""
        found = self.handbook.find(kind, record_id)
        return Link(found.label if found else record_id, place_of(kind, record_id) if found else None)

    def among(self, kinds: Sequence[Kind[Any]], record_id: str) -> Link:
        """A link to a record that is of one of some kinds: the first of them that has it."""
        found = (kind for kind in kinds if self.handbook.find(kind, record_id))
        return self.record(next(found, kinds[0]), record_id)

    def to(self, record: Record) -> Link:
        """A link to a record one already has."""
        return Link(record.label, self.place(record))

    def step(self, pathway: Pathway, step: Step) -> Link:
        """A link to a step on the page of its pathway."""
        return Link(step.title, Place(page_of(PATHWAYS, pathway.id), step_anchor(step.id)))

    def place(self, record: Record) -> Place:
        """Where a record one already has is shown."""
        return place_of(kind_of(record), record.id)

    def service(self, record_id: str) -> Link:
        """A link to a service by its full name."""
        found = self.handbook.find(SERVICES, record_id)
        return Link(found.name if found else record_id, place_of(SERVICES, record_id))

    def actor(self, reference: str) -> Link:
        """A role, a contact written `service.contact`, or a service."""
        contact = self.handbook.contact(reference)
        if contact:
            return Link(contact_name(*contact), place_of(CONTACTS, reference))
        role = self.handbook.find(ROLES, reference)
        return Link(role.label, place_of(ROLES, reference)) if role else self.service(reference)

    def district(self, record_id: str) -> Link:
        """A part of the municipality, leading to the places in it where there are any."""
        found = self.handbook.district(record_id)
        used = any(place.district == record_id for place in self.handbook.places)
        return Link(found.name if found else record_id, place_of(DISTRICTS, record_id) if used else None)

    def held_by(self, reference: str) -> tuple[str, ...]:
        """The contacts behind a name: itself, or those a role lies with; none for a service."""
        role = self.handbook.find(ROLES, reference)
        if role:
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
        act = cited.act.called(self.handbook.municipality.written_standard)
        return Link(f"{act} {cited.section}", Place(LAW, provision_anchor(cited)), cited.provision.heading or "")

    def resolve(self, address: str) -> Place | None:
        """The place of an address as written in running text, «services:ppt»."""
        found = self.handbook.find_named(address)
        return self.place(found) if found else None
