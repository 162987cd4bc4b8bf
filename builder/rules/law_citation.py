"""Hver lovhenvisning gjelder en bestemmelse som finnes i registeret og er i kraft.

Rutiner lever lenger enn lover. Den som handler etter en opphevet paragraf, kan dele for mye eller la
være å melde.

Kilde: lovregisteret i common/laws, bygd på Lovdatas åpne data.

Riktig::

    services:
      - id: ppt
        legal_basis: ["barnevernsloven § 13-2"]

Feil::

    services:
      - id: ppt
        legal_basis: ["barneverntjenesteloven § 6-4"]
"""

from __future__ import annotations

from builder.model.base import Record
from builder.model.fields import CitesLaw
from builder.model.references import marked
from builder.model.register import Cited, LawRegister, split
from builder.model.vocabulary import ActStatus
from builder.problem import NOTHING, Message, Severity
from builder.rules.subject import Findings
from builder.suggest import did_you_mean

ID = "law-citation"
SEVERITY = Severity.ERROR


def check_record(record: Record, law: LawRegister) -> Findings:
    """Each citation resolves to a provision in force."""
    for value in marked(record):
        if isinstance(value.marker, CitesLaw):
            message = fault(law, value.value, law.find(value.value))
            if message is not None:
                yield record.at(*value.path), message


def fault(register: LawRegister, citation: str, cited: Cited | None) -> Message | None:
    """What is wrong with a citation, given what it was found to mean; None when nothing is."""
    if cited is None:
        return _unknown_act(register, citation)
    if cited.act.status is ActStatus.REPEALED:
        return _repealed(register, citation, cited)
    if cited.act.status is ActStatus.ADOPTED:
        return Message("«{citation}» er vedtatt, men ikke i kraft; vis til loven som gjelder nå", citation=citation)
    if not cited.section:
        return _no_section(citation)
    return _unknown_section(cited)


def _no_section(citation: str) -> Message:
    return Message(
        "«{citation}» mangler paragraf; skriv lov og paragraf, som «barnevernsloven § 13-2»", citation=citation
    )


def _unknown_act(register: LawRegister, citation: str) -> Message:
    name, section = split(citation)
    if not section:
        return _no_section(citation)
    return Message("loven «{name}» er ikke i lovregisteret{hint}", name=name, hint=did_you_mean(name, register.names))


def _unknown_section(cited: Cited) -> Message | None:
    if cited.provision is None:
        sections = [provision.section for provision in cited.act.provisions]
        return Message(
            "{act} {section} er ikke i lovregisteret{moved}{hint}",
            act=cited.act.name,
            section=cited.section,
            moved=_now(cited),
            hint=did_you_mean(cited.section, sections) if cited.moved is None else NOTHING,
        )
    if not cited.provision.in_force:
        return Message("{act} {section} er ikke i kraft", act=cited.act.name, section=cited.provision.section)
    return None


def _repealed(register: LawRegister, citation: str, cited: Cited) -> Message:
    successor = register.successor(cited.act)
    if cited.moved is not None or successor is None:
        return Message(
            "«{citation}» viser til en lov som er opphevet{when}{moved}",
            citation=citation,
            when=_when(cited),
            moved=_now(cited),
        )
    return Message(
        "«{citation}» viser til en lov som er opphevet{when}; den er erstattet av {successor}",
        citation=citation,
        when=_when(cited),
        successor=successor.name,
    )


def _when(cited: Cited) -> Message:
    return Message(" {date}", date=cited.act.repealed_on) if cited.act.repealed_on else NOTHING


def _now(cited: Cited) -> Message:
    return Message("; nå står dette i {place}", place=cited.moved.to) if cited.moved else NOTHING
