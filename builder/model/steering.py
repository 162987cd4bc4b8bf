"""What leaders steer by: who set something going, what it is part of, who pays until when, and whether it goes on.

Source: Nord University, working paper 5/2019: networks grow from below, are seldom seen together, and those who sit in
them ask for leaders who say what comes first and what is to end.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.model.base import Part, Record
from builder.model.fields import Date, InternalOnly, MergeRef, Text, WholeRef
from builder.model.vocabulary import Priority, Proposed


class Proposal(Part):
    """What is proposed to become of something. What makes it complete is told by rules, so that it can be drafted."""

    what: Proposed = Field(
        title="Hva", description="keep (beholde), merge (slå sammen med noe annet) eller stop (avvikle)."
    )
    into: MergeRef | None = Field(
        None, title="Sammen med", description="Id-en til det som blir igjen. Trengs når what er merge."
    )
    reason: Text | None = Field(
        None, title="Begrunnelse", description="Hvorfor, og hvem som tar over det som fortsatt må gjøres."
    )
    by: Date | None = Field(
        None,
        title="Innen",
        description="Dagen det skal være gjort. Etter den varsler sjekken så lenge posten står her.",
    )
    decided: Date | None = Field(
        None, title="Vedtatt", description="Dagen ledelsen vedtok det. Uten dato er det et forslag."
    )


class Steered(Record):
    """Something that takes people's time, and that leaders keep, merge or stop."""

    started_by: Text | None = Field(
        None,
        title="Satt i gang av",
        description="Hvem som tok initiativet: en rolle, en tjeneste eller et prosjekt. Ikke personnavn.",
    )
    funding_until: Date | None = Field(
        None,
        title="Finansiert til",
        description="Når prosjektpenger tar slutt. Sjekken varsler fra et år før, til det står hva som skal skje.",
    )
    hours_a_year: int | None = Field(
        None,
        title="Timeverk i året utenom møter",
        ge=1,
        le=999_999,
        description="Arbeidet det tar i timer i året, for alle til sammen. Møtetida regner håndboka ut selv.",
    )
    priority: Annotated[Priority | None, InternalOnly()] = Field(
        None, title="Prioritet", description="Hvor viktig det er når det blir for mye: high, medium eller low."
    )
    proposal: Annotated[Proposal | None, InternalOnly()] = Field(
        None, title="Forslag", description="Det ledelsen skal ta stilling til: beholde, slå sammen eller avvikle."
    )


class Undertaking(Steered):
    """Something of that sort that may be a part of something larger."""

    part_of: WholeRef | None = Field(
        None,
        title="Del av",
        description=(
            "Id-en til planen, prosjektet eller den større møteplassen det hører til. Det en plan selv regner opp "
            "under forums, trenger ikke stå her."
        ),
    )
