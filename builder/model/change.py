"""Notes about what has changed in the handbook, for those who read it last year."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.base import Record
from builder.model.fields import Date, Prose, Text
from builder.model.kind import Kind, SharedPage
from builder.model.related import Related
from builder.model.result_group import ResultGroup


class Change(Record):
    """What changed, when, and where it can be read."""

    date: Date = Field(title="Dato", description="Dagen endringen gjelder fra.")
    title: Text = Field(
        title="Tittel", description="Hva som er nytt, i få ord, for eksempel «Ny innkaller til tverrfaglig møte»."
    )
    text: Prose = Field(title="Hva som er endret", description="Hva som er annerledes, og hva leseren skal gjøre nå.")
    touched: Related = Field(
        default_factory=Related,
        title="Gjelder",
        description="Postene som er endret. Da står endringen også på sidene deres.",
    )


CHANGES = Kind(
    name="changes",
    record=Change,
    label=N_("endring"),
    plural=N_("Hva er nytt"),
    description="Noe som er endret: dato, hva det gjelder, og hvilke poster.",
    address=SharedPage("hva-er-nytt"),
    order=lambda change: (change.date, change.id),
    newest_first=True,
    telling=N_("Nytt her"),
    group=ResultGroup.MORE,
    told=False,
)
