"""The services as a directory in Open Referral's Human Services Data Specification (HSDS) 3.1.

One page of its API, with all services, each with organisation, contacts, telephones, hours and area. What
the handbook has and HSDS has no field for (what a service does not do, confidentiality, meetings) is in
`handbook.json`. Source: https://docs.openreferral.org/en/v3.1.0/hsds/schema_reference.html
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.edition.edition import Edition
from builder.facts.units import organisation
from builder.feeds.data import Json, as_json
from builder.feeds.identity import identity
from builder.model.fields import is_placeholder_phone
from builder.model.service import CONTACTS, SERVICES, Contact, Hours, Service
from builder.model.vocabulary import Government, Weekday
from builder.prose import plain
from builder.views import urls
from builder.views.routes import page_of

#: Fields that hold a web or e-mail address.
_ADDRESSES = frozenset({"url", "website", "email", "assurer_email"})
_DAYS = dict(zip(Weekday, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))


def service_directory(edition: Edition) -> dict[str, bytes]:
    """Path -> content. Nothing where there are no services."""
    handbook = edition.handbook
    if not handbook.services:
        return {}
    directory = _Directory(edition)
    services = [directory.service(service) for service in handbook.services]
    page: Json = {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": False,
        "contents": services,
    }
    return {urls.SERVICES: as_json(page)}


class _Directory:
    def __init__(self, edition: Edition) -> None:
        self.handbook = edition.handbook
        self.municipality = edition.handbook.municipality
        self.phrases = edition.language.phrases

    def service(self, service: Service) -> Json:
        access = service.access
        routes = [self.phrases.label(route) for route in access.routes] if access else []
        how = [plain(access.how)] if access and access.how else []
        return _filled(
            id=self._id(SERVICES.name, service.id),
            name=service.name,
            alternate_name=service.short_name or next(iter(service.aliases), None),
            description=plain(service.summary),
            url=service.website
            or urls.page(
                self.municipality.website,
                page_of(SERVICES, service.id),
                str(self.municipality.written_standard),
            ),
            email=next((contact.email for contact in service.contacts if contact.email), None),
            status="active",
            application_process=". ".join([*routes, *how]),
            eligibility_description=plain(service.target_group) if service.target_group else None,
            minimum_age=service.ages.from_ if service.ages else None,
            maximum_age=service.ages.to if service.ages else None,
            assured_date=service.reviewed.isoformat() if service.reviewed else None,
            assurer_email=self.municipality.editors.email,
            organization=self._organisation(service),
            schedules=[self._schedule(service, *found) for found in enumerate(service.opening_hours)],
            service_areas=[
                {"id": self._id("areas", service.id), "name": service.area or f"{self.municipality.name} kommune"}
            ],
            contacts=[self._contact(service, contact) for contact in service.contacts],
        )

    def _id(self, *path: str) -> str:
        return str(identity(self.municipality.id, *path))

    def _organisation(self, service: Service) -> Json:
        """The municipality, or whoever else runs the service."""
        if service.government is Government.MUNICIPALITY:
            name, described = f"{self.municipality.name} kommune", self.municipality.title
            return _filled(
                id=self._id("municipality"), name=name, description=described, website=self.municipality.website
            )
        name = organisation(self.handbook, service) or service.name
        return _filled(
            id=self._id("organisations", name), name=name, description=self.phrases.label(service.government)
        )

    def _schedule(self, service: Service, number: int, hours: Hours) -> Json:
        """Times of day are Norwegian; HSDS has only a fixed distance to UTC, which Norway does not keep all year."""
        return _filled(
            id=self._id("schedules", service.id, str(number)),
            freq="WEEKLY",
            byday=",".join(_DAYS[day] for day in hours.days),
            opens_at=f"{hours.opens:%H:%M}",
            closes_at=f"{hours.closes:%H:%M}",
            description=f"{self.phrases.hours(hours)} (Europe/Oslo)",
        )

    def _contact(self, service: Service, contact: Contact) -> Json:
        path = (service.id, contact.id)
        phones = [contact.phone] if contact.phone and not is_placeholder_phone(contact.phone) else []
        return _filled(
            id=self._id(CONTACTS.name, *path),
            name=contact.person,
            title=contact.role,
            department=service.name,
            email=contact.email,
            phones=[{"id": self._id("phones", *path), "number": number, "type": "voice"} for number in phones],
        )


def _filled(**fields: object) -> Json:
    """Only the fields that hold something: HSDS has no empty values."""
    return {name: _in_ascii(name, value) for name, value in fields.items() if not _empty(value)}


def _in_ascii(name: str, value: object) -> object:
    return urls.in_ascii(value) if name in _ADDRESSES and isinstance(value, str) else value


def _empty(value: object) -> bool:
    return value is None or value == "" or (isinstance(value, Iterable) and not value)
