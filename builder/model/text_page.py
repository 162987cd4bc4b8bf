"""A page for what does not fit in any other kind of record."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.base import Part, Record
from builder.model.fields import Prose, Text
from builder.model.kind import Kind, OwnPages
from builder.model.result_group import ResultGroup


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


PAGES = Kind(
    name="pages",
    record=TextPage,
    label=N_("side"),
    plural=N_("Om håndboka"),
    description="En fri side for det som ikke passer andre steder.",
    address=OwnPages("om"),
    group=ResultGroup.MORE,
    news=N_("Ny side: {name}"),
)
