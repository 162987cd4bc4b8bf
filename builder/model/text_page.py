"""A page for what does not fit in any other kind of record."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Part, Record
from builder.model.fields import Prose, Text


class TextSection(Part):
    """A part of a page. The heading is data, so that the text itself needs none."""

    title: Text = Field(title="Overskrift", description="Overskriften over delen.")
    text: Prose = Field(title="Tekst", description="Teksten, med avsnitt, lister og lenker.")


class TextPage(Record):
    """A page of running text, shown under «Om håndboka»."""

    title: Text = Field(title="Tittel", description="Overskriften på siden.")
    order: int = Field(50, title="Rekkefølge", ge=-999, le=999, description="Lavest tall står først.")
    text: Prose | None = Field(None, title="Innledning", description="Teksten øverst på siden, før delene.")
    sections: tuple[TextSection, ...] = Field((), title="Deler", description="Siden, del for del.")

    @property
    def label(self) -> str:
        return self.title
