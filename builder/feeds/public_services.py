"""The public services as linked data in Norway's profile of the EU's core vocabulary, CPSV-AP-NO 1.1 (JSON-LD).

A catalogue with services, their authorities, contact points, possible outcomes and legal resources. Private and
voluntary services are not public services, and are left out. Source: https://data.norge.no/specification/cpsv-ap-no
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.edition.edition import Edition
from builder.facts.units import organisation
from builder.feeds.data import Json, as_json
from builder.feeds.identity import identity
from builder.i18n import LANGUAGES
from builder.model.actor import Actor
from builder.model.fields import phone_uri
from builder.model.service import SERVICES, Contact, Service, contact_name
from builder.model.vocabulary import Government
from builder.prose import plain
from builder.views import urls
from builder.views.routes import page_of

_CONTEXT: Json = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cpsvno": "https://data.norge.no/vocabulary/cpsvno#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatno": "https://data.norge.no/vocabulary/dcatno#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority/language/"
_NOT_PUBLIC = (Government.PRIVATE, Government.VOLUNTARY)


def public_services(edition: Edition) -> dict[str, bytes]:
    """Path -> content. Nothing where there are no public services."""
    services = [service for service in edition.handbook.services if service.government not in _NOT_PUBLIC]
    if not services:
        return {}
    catalogue = _Catalogue(edition)
    nodes = {str(node["@id"]): node for node in catalogue.nodes(services)}
    return {urls.PUBLIC_SERVICES: as_json({"@context": _CONTEXT, "@graph": list(nodes.values())})}


class _Catalogue:
    def __init__(self, edition: Edition) -> None:
        self.handbook = edition.handbook
        self.municipality = edition.handbook.municipality
        self.language = edition.language.code
        self.names = edition.names

    def nodes(self, services: list[Service]) -> Iterator[Json]:
        """Everything the catalogue holds. The same node may come more than once."""
        yield self._catalogue(services)
        yield self._area()
        yield self._authority("municipality", f"{self.municipality.name} kommune")
        yield self._point("editors", self.municipality.editors.role, self.municipality.editors.email, None)
        for service in services:
            yield self._service(service)
            if service.government is not Government.MUNICIPALITY:
                yield self._authority(*self._authority_of(service))
            for contact in self._contacts(service):
                number = phone_uri(contact.phone) if contact.phone else None
                yield self._point(
                    Actor.of(service.id, contact.id), contact_name(service, contact), contact.email, number
                )
            yield from self._outcomes(service)
            yield from (self._law(citation) for citation in service.legal_basis)

    def _catalogue(self, services: list[Service]) -> Json:
        return {
            **self._node("dcat:Catalog", "catalogue"),
            "dct:title": self._text(self.municipality.title),
            "dct:description": self._text(
                plain(self.municipality.introduction or self.municipality.motto or self.municipality.title)
            ),
            "dct:publisher": self._ref("organisations", "municipality"),
            "cv:contactPoint": [self._ref("points", "editors")],
            "dct:language": {"@id": _AUTHORITY + LANGUAGES[self.language].authority},
            "dct:spatial": [self._ref("area")],
            "dcatno:containsService": [self._ref(SERVICES.name, service.id) for service in services],
            **self._page("foaf:homepage", ""),
        }

    def _service(self, service: Service) -> Json:
        authority, _ = self._authority_of(service)
        found = {
            **self._node("cpsv:PublicService", SERVICES.name, service.id),
            "dct:title": self._text(service.name),
            "dct:description": self._text(plain(service.summary)),
            "cv:hasCompetentAuthority": [self._ref("organisations", authority)],
            "cv:contactPoint": [self._ref("points", Actor.of(service.id, c.id)) for c in self._contacts(service)]
            or [self._ref("points", "editors")],
            "cpsvno:hasPossibleOutput": [{"@id": node["@id"]} for node in self._outcomes(service)],
            "dct:spatial": [self._ref("area")],
            "dct:language": {"@id": _AUTHORITY + LANGUAGES[self.language].authority},
            **self._page("foaf:homepage", urls.page_file(page_of(SERVICES, service.id), self.language)),
        }
        if service.aliases:
            found["dcat:keyword"] = [self._text(alias) for alias in service.aliases]
        if service.legal_basis:
            found["cv:hasLegalResource"] = [self._ref("law", citation) for citation in service.legal_basis]
        return found

    def _contacts(self, service: Service) -> list[Contact]:
        """Those that can be reached: a contact point without an address or a number is none."""
        return [c for c in service.contacts if c.email or (c.phone and phone_uri(c.phone))]

    def _authority_of(self, service: Service) -> tuple[str, str]:
        """Id and name of whoever answers for a service."""
        if service.government is Government.MUNICIPALITY:
            return "municipality", f"{self.municipality.name} kommune"
        name = organisation(self.handbook, service) or service.name
        return name, name

    def _authority(self, organisation: str, name: str) -> Json:
        return {
            **self._node("cv:PublicOrganisation", "organisations", organisation),
            "skos:prefLabel": self._text(name),
            "dct:spatial": [self._ref("area")],
        }

    def _area(self) -> Json:
        return {
            "@id": self._urn("area"),
            "@type": "dct:Location",
            "dct:identifier": self.municipality.number,
            "rdfs:label": self._text(f"{self.municipality.name} kommune"),
        }

    def _point(self, name: str, role: str, email: str | None, number: str | None) -> Json:
        return {
            "@id": self._urn("points", name),
            "@type": "cv:ContactPoint",
            "vcard:category": self._text(role),
            **({"cv:email": urls.in_ascii(email)} if email else {}),
            **({"cv:telephone": number.removeprefix("tel:")} if number else {}),
        }

    def _outcomes(self, service: Service) -> Iterator[Json]:
        """What one may come away with: what the service does, or else what it is."""
        for number, text in enumerate(service.does or (service.summary,)):
            said = plain(text)
            yield {
                **self._node("cpsvno:PossibleOutput", "outcomes", service.id, str(number)),
                "dct:title": self._text(said.partition(".")[0]),
                "dct:description": self._text(said),
            }

    def _law(self, citation: str) -> Json:
        cited = self.handbook.law.find(citation)
        see = {"rdfs:seeAlso": {"@id": cited.act.url}} if cited and cited.act.url else {}
        return {
            **self._node("eli:LegalResource", "law", citation),
            "dct:title": self._text(self.names.law(citation).text),
            **see,
        }

    def _node(self, kind: str, *path: str) -> Json:
        urn = self._urn(*path)
        return {"@id": urn, "@type": kind, "dct:identifier": urn}

    def _page(self, name: str, path: str) -> Json:
        address = urls.address(self.municipality.website, path)
        return {name: [{"@id": address}]} if address else {}

    def _text(self, text: str) -> Json:
        return {"@value": text, "@language": self.language}

    def _ref(self, *path: str) -> Json:
        return {"@id": self._urn(*path)}

    def _urn(self, *path: str) -> str:
        return identity(self.municipality.id, *path).urn
