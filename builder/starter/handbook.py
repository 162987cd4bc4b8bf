"""The files of a new municipality: what stands in each, from the answers and the shared library."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model.service import SERVICES
from builder.starter.answers import Answers
from builder.starter.filling import filled, starter_text
from builder.starter.models import FORUMS, LEVELS, level_answers, models
from builder.starter.shared import SharedLibrary, SharedService

#: The leaders of the municipality, whom every start names: laid over the shared service, or the municipality's own.
_LEADERS = "kommuneledelse"
#: What names a service: a member of a meeting place on a line, a role and its holder on three.
_NAMES_SERVICE = re.compile(
    r"  - \{actor: (?P<actor>[a-z-]+).*\n|- id: .*\n  extends: .*\n  held_by: \[(?P<holder>[a-z-]+).*\n"
)
_MOST_SITUATIONS = 6


def handbook_files(answers: Answers, library: SharedLibrary) -> dict[str, str]:
    """Each file of the municipality's folder by its path there."""
    standard = answers.standard
    values = answers.values() | level_answers(answers.levels) | _pieces(answers, library)
    there = library.actors | {_LEADERS}
    files = {
        "municipality.yml": filled(starter_text(standard, "municipality.yml"), values),
        "roles.yml": _of_those(there, starter_text(standard, "roles.yml")),
    }
    for service in library.services:
        files[f"services/{service.id}.yml"] = _service(service, standard, values)
    leaders = SERVICES.name if _LEADERS in library.actors else "own"
    files[f"{SERVICES.name}/{_LEADERS}.yml"] = filled(starter_text(standard, f"{leaders}/{_LEADERS}.yml"), values)
    known = models(standard, FORUMS)
    for key in answers.forums:
        text = starter_text(standard, f"{FORUMS}/{key}.yml")
        files[f"forums/{known[key].id}.yml"] = _of_those(there, filled(text, values))
    return files


def _of_those(there: frozenset[str], text: str) -> str:
    """A file without members and roles of services the shared library has not, as an older one has not."""
    return _NAMES_SERVICE.sub(lambda one: one[0] if (one["actor"] or one["holder"]) in there else "", text)


def _pieces(answers: Answers, library: SharedLibrary) -> dict[str, str]:
    """The blocks of `municipality.yml` that are put together."""
    levels = starter_text(answers.standard, f"{LEVELS}/{answers.levels}.yml") if answers.levels else ""
    route = library.disagreement
    return {
        "levels": levels,
        "library": library.version,
        "disagreement": f"disagreement: {route.id}" if route else "",
        "situations": _situations(answers.standard, library),
    }


def _situations(standard: str, library: SharedLibrary) -> str:
    links = "\n".join(f"- [{one.title}](pathways:{one.id})" for one in library.pathways[:_MOST_SITUATIONS])
    return filled(starter_text(standard, "situations.md"), {"links": links}) if links else ""


def _service(service: SharedService, standard: str, values: dict[str, str]) -> str:
    contacts = "".join(_contacts(service, standard, values))
    own = values | {"id": service.id, "shared": service.id, "service": service.name, "contacts": contacts}
    return filled(starter_text(standard, "service.yml"), own)


def _contacts(service: SharedService, standard: str, values: dict[str, str]) -> Iterator[str]:
    for contact, role in service.contacts:
        yield filled(starter_text(standard, "contact.yml"), values | {"id": contact, "role": role})
