"""The pulse of a forum: what became of its meetings, one by one, without a word about any case.

It is a record of its own, and not a list in the forum: what is noted after each meeting is nothing anybody approves,
and would make a draft of the forum each time. A forum may have several, such as one for each year.
"""

from __future__ import annotations

from collections import Counter
from typing import Self

from pydantic import Field, model_validator

from builder.i18n import N_
from builder.model.audience import Audience
from builder.model.base import Part, Record
from builder.model.fields import Date, Flag, ForumRef, PlaceRef, ServiceRef, reject
from builder.model.kind import Kind, Together
from builder.model.standard_terms import DecisionTopic
from builder.problem import Message

_MOST = 99
_NOT_HELD = N_("er avlyst, så ingen kom og ingenting ble bestemt; ta ut came, decided, about og done, eller cancelled")
_MORE_DONE = N_("har flere gjort (done: {done}) enn bestemt (decided: {decided})")
_TWICE = N_("har møtet {date} to ganger; la ett stå igjen")


class MeetingNote(Part):
    """One meeting, held or cancelled. There are only dates, ids, words from lists and numbers: no room for a case."""

    KEY = "date"

    date: Date = Field(title="Møtedag", description="Dagen møtet ble holdt, eller skulle vært holdt.")
    place: PlaceRef | None = Field(
        None, title="Sted", description="Id-en til stedet, når møteplassen holdes på flere steder (places)."
    )
    cancelled: Flag = Field(False, title="Avlyst", description="true når møtet ikke ble holdt. Da står det ikke mer.")
    came: tuple[ServiceRef, ...] = Field(
        (), title="Kom", description="Id-ene til tjenestene som var der. Aldri navn på personer."
    )
    decided: int | None = Field(
        None, title="Vedtak", ge=0, le=_MOST, description="Hvor mange ting dere bestemte at noen skulle gjøre."
    )
    about: tuple[DecisionTopic, ...] = Field(
        (), title="Bestemt om", description="Hva det gjaldt, med ord fra lista. Ikke noe om enkeltsaker."
    )
    done: int | None = Field(
        None,
        title="Gjort til neste møte",
        ge=0,
        le=_MOST,
        description="Hvor mange av vedtakene som var gjort da dere møttes igjen. Skrives etter neste møte.",
    )

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.cancelled and (self.came or self.about or self.decided is not None or self.done is not None):
            raise reject(Message(_NOT_HELD))
        if self.done is not None and self.done > (self.decided or 0):
            raise reject(Message(_MORE_DONE, done=self.done, decided=self.decided or 0))
        return self


class MeetingLog(Record):
    """What became of the meetings of a forum."""

    TITLE = "id"  # it has no name of its own: those of forums are for everybody

    forum: ForumRef = Field(title="Møteplass", description="Id-en til møteplassen. Ikke for møter rundt ett barn.")
    meetings: tuple[MeetingNote, ...] = Field(
        (), title="Møter", description="Ett punkt for hvert møte, også dem som ble avlyst. Rekkefølgen er likegyldig."
    )

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        counted = Counter((note.date, note.place) for note in self.meetings)
        twice = next((date for (date, _), count in counted.items() if count > 1), None)
        if twice:
            raise reject(Message(_TWICE, date=twice.isoformat()))
        return self


MEETINGS = Kind(
    name="meetings",
    record=MeetingLog,
    label=N_("møtepuls"),
    plural=N_("Møtepuls"),
    description="Møtepulsen til en møteplass: hvilke møter som ble holdt, hvem som kom, og hva som ble gjort.",
    address=Together("egenkontroll", "motepuls"),
    linkable=False,
    minor=True,
    told=False,
    audience=Audience.INTERNAL,
)
