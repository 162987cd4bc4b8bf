"""Words: what they mean, what else they are called, and what they used to be called."""

from __future__ import annotations

from pydantic import Field

from builder.i18n import N_
from builder.model.base import Record
from builder.model.fields import Name, Prose, TermRef, Text
from builder.model.kind import Kind, SharedPage
from builder.model.result_group import ResultGroup


class Term(Record):
    """A word in the glossary. The other names are also what search understands."""

    TITLE = "term"

    term: Text = Field(title="Ord", description="Ordet slik det brukes i dag, for eksempel «helsesykepleier».")
    meaning: Prose = Field(title="Betydning", description="Hva det betyr, i vanlige ord. Én eller to setninger.")
    synonyms: tuple[Name, ...] = Field(
        (), title="Også kalt", description="Det folk sier i stedet. Søket finner fram på disse også."
    )
    abbreviations: tuple[Name, ...] = Field((), title="Forkortelser", description="For eksempel PPT eller IP.")
    old_names: tuple[Name, ...] = Field(
        (), title="Tidligere navn", description="Det som ble sagt før, for eksempel «helsesøster»."
    )
    see: tuple[TermRef, ...] = Field((), title="Se også", description="Andre ord leseren bør kjenne. Bruk id-ene.")


GLOSSARY = Kind(
    name="glossary",
    record=Term,
    label=N_("ord"),
    plural=N_("Ordliste"),
    description="Et ord med forklaring, andre ord for det samme og tidligere navn. Søket forstår alle.",
    address=SharedPage("ordliste"),
    group=ResultGroup.TERM,
    other_names=("abbreviations", "synonyms", "old_names"),
    news=N_("Nytt ord: {name}"),
)
