"""Resolves the names of records in one state of a handbook, and formats its values as text."""

from __future__ import annotations

from builder.edition.localization import localization
from builder.i18n import FIELDS, translations
from builder.model.fields import is_placeholder_phone
from builder.model.handbook import Handbook


def number(value: str | None) -> str:
    """A number that can be rung, or nothing."""
    return "" if value is None or is_placeholder_phone(value) else value


class Naming:
    """The names of one state."""

    def __init__(self, handbook: Handbook, code: str) -> None:
        self.handbook = handbook
        self._ = localization(code).translate
        self.phrases = localization(code).phrases
        self.field = translations(code, FIELDS).gettext

    def actor(self, named: str | tuple[str, ...]) -> str:
        """A role, a contact written `service.contact`, a service, or several of them."""
        if isinstance(named, tuple):
            return self.phrases.listed([self.handbook.called(one) for one in named])
        return self.handbook.called(named)
