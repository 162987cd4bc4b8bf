"""Who stands behind a text: its owner, its approval, its next review, and who has read it against the law."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.model.base import Record, Verified
from builder.model.fields import Date, InternalOnly, RoleRef, Text


class Maintained(Record):
    """A record that readers act on, and that somebody therefore answers for."""

    owner: RoleRef | None = Field(
        None, title="Eier", description="Rollen som holder teksten ved like, og som svarer når noen er i tvil om den."
    )
    made_with: tuple[Text, ...] = Field(
        (),
        title="Laget sammen med",
        description="Roller og grupper som var med på å lage teksten, for eksempel «ungdomsrådet» eller "
        "«helsesykepleierne». Ikke navn på personer.",
    )
    approved_by: Annotated[Text | None, InternalOnly()] = Field(
        None, title="Godkjent av", description="Rollen som godkjente teksten, ikke personnavn. Sammen med approved."
    )
    approved: Annotated[Date | None, InternalOnly()] = Field(
        None, title="Godkjent", description="Dagen teksten ble godkjent slik den står."
    )
    next_review: Annotated[Date | None, InternalOnly()] = Field(
        None,
        title="Neste gjennomgang",
        description="Dagen eieren skal ha sett på om teksten fortsatt stemmer. Etter den står det et varsel på siden.",
    )
    legal_review: Annotated[Verified | None, InternalOnly()] = Field(
        None,
        title="Juridisk gjennomgang",
        description="Når noen sist holdt teksten opp mot loven, hvem det var, og hvordan. Si fra når det ikke var en "
        "jurist.",
    )
