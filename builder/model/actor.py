"""Who does something: a role, a service, or a contact of a service written `service.contact`."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

_DOT = "."


class Actor(str):
    """A name as it is written, taken apart once. It is still text: written out and compared as it stands."""

    service: str
    """The id before the dot: of the service, or of the role or service that is named alone."""
    contact: str
    """The id of the contact within the service; empty where a role or a whole service is named."""

    def __new__(cls, written: str) -> Actor:
        if isinstance(written, cls):
            return written
        actor = super().__new__(cls, written)
        actor.service, _, actor.contact = written.partition(_DOT)
        return actor

    @classmethod
    def of(cls, service: str, contact: str) -> Actor:
        """The contact of a service, by their ids."""
        return cls(f"{service}{_DOT}{contact}")

    def is_in(self, other: str) -> bool:
        """Whether it is the other one, or a contact in the service the other one is."""
        return other in (self, self.service)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """A field of this type is read as text."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())
