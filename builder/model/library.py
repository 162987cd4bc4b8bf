"""Which version of the shared library the shared records are."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.audience import Audience
from builder.model.base import Record
from builder.model.fields import Date, Prose, Text
from builder.model.kind import Kind, Together


class Library(Record):
    """The one place that says the version of the shared records. Lives in `common/library.yml`."""

    TITLE = "version"

    version: Text = Field(title="Versjon", description="År og måned den kom, for eksempel 2026.11.")
    date: Date = Field(title="Dato", description="Dagen versjonen kom.")
    changes: Prose = Field(
        title="Endringer", description="Hva som er nytt siden forrige versjon, i én eller to setninger."
    )


LIBRARY = Kind(
    name="library",
    record=Library,
    label=N_("felles bibliotek"),
    plural=N_("Felles bibliotek"),
    description="Hvilken versjon av det felles biblioteket de felles postene er. Bare i common.",
    address=Together("om/index"),
    sorted=False,
    linkable=False,
    told=False,
    minor=True,
    audience=Audience.PUBLIC,
)
