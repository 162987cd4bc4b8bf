"""For whom an edition of the handbook is made: everybody, or only those who work in the municipality."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.vocabulary import Labelled


class Audience(Labelled):
    """Who may read something."""

    PUBLIC = "public", N_("Alle")
    INTERNAL = "internal", N_("Bare ansatte")


#: The field by which a record, or a part of one, says who may read it.
WHO_MAY_READ = Field(
    Audience.PUBLIC,
    title="Hvem kan lese",
    description="internal når bare ansatte skal lese det. Da står det i den interne utgaven, og ikke i den åpne.",
)
