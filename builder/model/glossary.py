"""Words: what they mean, what else they are called, and what they used to be called."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Record
from builder.model.fields import Prose, TermRef, Text


class Term(Record):
    """A word in the glossary. The other names are also what search understands."""

    term: Text = Field(title="Ord", description="Ordet slik det brukes i dag, for eksempel «helsesykepleier».")
    meaning: Prose = Field(title="Betydning", description="Hva det betyr, i vanlige ord. Én eller to setninger.")
    synonyms: tuple[Text, ...] = Field(
        (), title="Andre ord for det samme", description="Det folk sier i stedet. Søket finner fram på disse også."
    )
    abbreviations: tuple[Text, ...] = Field((), title="Forkortelser", description="For eksempel PPT eller IP.")
    old_names: tuple[Text, ...] = Field(
        (), title="Tidligere navn", description="Det som ble sagt før, for eksempel «helsesøster»."
    )
    see: tuple[TermRef, ...] = Field((), title="Se også", description="Andre ord leseren bør kjenne. Bruk id-ene.")

    @property
    def label(self) -> str:
        return self.term
