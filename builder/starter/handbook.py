"""The files of a new municipality: what stands in each, from the answers and the shared library."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.starter.answers import Answers
from builder.starter.filling import filled, starter_text
from builder.starter.models import FORUMS, LEVELS, level_answers, models
from builder.starter.shared import SharedLibrary, SharedService

_OWN_SERVICE = "kommuneledelse"
_MEMBER = re.compile(r"  - \{actor: (?P<service>[a-z-]+)")
_MOST_SITUATIONS = 6


def handbook_files(answers: Answers, library: SharedLibrary) -> dict[str, str]:
    """Each file of the municipality's folder by its path there."""
    standard = answers.standard
    values = answers.values() | level_answers(answers.levels) | _pieces(answers, library)
    own_service = f"services/{_OWN_SERVICE}.yml"
    files = {
        "municipality.yml": filled(starter_text(standard, "municipality.yml"), values),
        "roles.yml": filled(starter_text(standard, "roles.yml"), values),
        own_service: filled(starter_text(standard, own_service), values),
    }
    for service in library.services:
        files[f"services/{service.id}.yml"] = _service(service, standard, values)
    known = models(standard, FORUMS)
    for key in answers.forums:
        text = starter_text(standard, f"{FORUMS}/{key}.yml")
        files[f"forums/{known[key].id}.yml"] = "".join(_who_are_there(filled(text, values), library))
    return files


def _who_are_there(forum: str, library: SharedLibrary) -> Iterator[str]:
    """The lines of a meeting place without members the library does not know, such as services an older one lacks."""
    for line in forum.splitlines(keepends=True):
        member = _MEMBER.match(line)
        if member is None or member["service"] in {*library.actors, _OWN_SERVICE}:
            yield line


def _pieces(answers: Answers, library: SharedLibrary) -> dict[str, str]:
    """The blocks of `municipality.yml` that are put together."""
    levels = starter_text(answers.standard, f"{LEVELS}/{answers.levels}.yml") if answers.levels else ""
    route = library.disagreement
    return {
        "levels": levels,
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
