"""What records are called in one state of a handbook, and how its values are said."""

from __future__ import annotations

import datetime as dt

from pydantic import ValidationError

from builder.changes.difference import by_id, text
from builder.edition.phrases import Phrases
from builder.i18n import FIELDS, translations
from builder.model.deadline import Deadline
from builder.model.export import Data, Plain, Records
from builder.model.fields import is_placeholder_phone
from builder.model.recurrence import MeetingException, Recurrence

_LABELS = ("short_name", "name", "title", "term")


def label(data: Data) -> str:
    """What a reader calls a record."""
    return next((text(data[key]) for key in _LABELS if key in data), text(data.get("id")))


def number(value: Plain | None) -> str:
    """A number that can be rung, or nothing."""
    return "" if value is None or is_placeholder_phone(text(value)) else text(value)


class Naming:
    """The names of one state."""

    def __init__(self, records: Records, language: str) -> None:
        self.records = records
        self.language = language
        self._ = translations(language).gettext
        self.field = translations(language, FIELDS).gettext
        self.phrases = Phrases(language, self._)

    def actor(self, reference: Plain | None) -> str:
        """A role, a contact written `service.contact`, or a service."""
        if isinstance(reference, list):
            return self.phrases.listed([self.actor(one) for one in reference])
        service_id, dot, contact_id = text(reference).partition(".")
        service = self.records.get("services", {}).get(service_id, {})
        contact = by_id(service, "contacts").get(contact_id)
        if dot and contact:
            return self.contact(service, contact)
        role = self.records.get("roles", {}).get(service_id)
        return label(role) if role else label(service) if service else text(reference)

    def contact(self, service: Data, contact: Data) -> str:
        """The role, and the service where the role alone does not say it."""
        role, named = text(contact.get("role")), (label(service), text(service.get("name")))
        return role if any(name.casefold() in role.casefold() for name in named) else f"{role}, {label(service)}"

    def recurrence(self, data: Data) -> str:
        """«hver 14. dag, tirsdag»; nothing where an older form of the data cannot be said."""
        try:
            return self.phrases.recurrence(Recurrence.model_validate(data))
        except ValidationError:
            return ""

    def exception(self, data: Data) -> str:
        """«Møtet 5. januar 2027 er avlyst»."""
        try:
            return self.phrases.exception(MeetingException.model_validate(data))
        except ValidationError:
            return ""

    def deadline(self, data: Data) -> str:
        """«innen 7 dager»."""
        try:
            return self.phrases.deadline(Deadline.model_validate(data))
        except ValidationError:
            return ""

    def date(self, value: Plain | None) -> str:
        """«31. mars 2026»."""
        return self.phrases.date(dt.date.fromisoformat(text(value)))
