"""Words: what they mean, what else they are called, and what they used to be called."""

from __future__ import annotations

from pydantic import Field

from builder.model.base import Record
from builder.model.fields import Prose, TermRef, Text


class Term(Record):
    """A word in the glossary. The other names are also what search understands."""

    term: Text = Field(title="Ord")
    meaning: Prose = Field(title="Betydning")
    synonyms: tuple[Text, ...] = Field((), title="Andre ord for det samme")
    abbreviations: tuple[Text, ...] = Field((), title="Forkortelser")
    old_names: tuple[Text, ...] = Field((), title="Tidligere navn")
    see: tuple[TermRef, ...] = Field((), title="Se også")

    @property
    def label(self) -> str:
        return self.term
