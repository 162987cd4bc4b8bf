"""What is expected of citations in fields: that each is of a provision in force."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.parts import Within
from builder.model.base import Record
from builder.model.fields import CitesLaw
from builder.model.references import marked
from builder.model.register import Cited, LawRegister, split
from builder.model.vocabulary import ActStatus
from builder.problem import NOTHING, Message
from builder.rules.expectation import Finding, Findings, Lack, Scope, error
from builder.suggest import did_you_mean

_ADD_PROVISION = Message(
    "; står den i loven, kan dere legge den til i deres egen mappe laws/, med source og source_as_of"
    " (docs/lovregisteret.nb.md)"
)
_ADD_ACT = Message(
    "; gjelder den, kan dere legge den til i deres egen mappe laws/, med source og source_as_of"
    " (docs/lovregisteret.nb.md)"
)


def citations(record: Record) -> Iterator[Within[Record, str]]:
    """Each citation in the fields of a record."""
    return (Within(record, one.path, one.value) for one in marked(record) if isinstance(one.marker, CitesLaw))


@error("law-citation", of=citations, scope=Scope.RECORD)
def citation(citation: Within[Record, str], law: LawRegister) -> Findings:
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

    Riktig::

        services:
          - id: ppt
            legal_basis: ["bvl § 13-2 første ledd"]

    Feil::

        services:
          - id: ppt
            legal_basis: ["barnevernsloven"]

    Feil::

        services:
          - id: ppt
            legal_basis: ["barnevernsloven § 13-3"]

    Feil::

        services:
          - id: ppt
            legal_basis: ["barnehageloven § 2"]

    Feil::

        laws:
          - id: nyloven
            title: Ny lov
            name: nyloven
            status: adopted
            provisions: [{section: § 1, description: D}]
        services:
          - id: ppt
            legal_basis: ["nyloven § 1"]

    Feil::

        laws:
          - id: barnevernsloven
            provisions: [{section: § 13-2, description: D, in_force: false}, {section: § 13-1, description: D}]
        services:
          - id: ppt
            legal_basis: ["barnevernsloven § 13-2"]
          - id: skole
            legal_basis: ["barnevernsloven § 13-1"]
        rules:
          - {id: meldeplikt, legal_basis: ["barnevernsloven § 13-1"]}
          - {id: avvergingsplikt, legal_basis: ["barnevernsloven § 13-1"]}
        pathways:
          - id: bekymret-barn
            steps: [{id: meld, legal_basis: ["barnevernsloven § 13-1"]}]
        needs:
          - {id: reise, decides: {legal_basis: ["barnevernsloven § 13-1"]}}
    """
    message = fault(law, citation.value, law.find(citation.value))
    if message is not None:
        yield Finding(citation.at(), message, Lack.WRONG)


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
    hint = did_you_mean(name, register.names)
    return Message(
        "loven «{name}» er ikke i lovregisteret{hint}", name=name, hint=_ADD_ACT if hint is NOTHING else hint
    )


def _unknown_section(cited: Cited) -> Message | None:
    if cited.provision is None:
        return Message(
            "{act} {section} er ikke i lovregisteret{hint}",
            act=cited.act.name,
            section=cited.section,
            hint=_now(cited) if cited.moved else _ADD_PROVISION,
        )
    if not cited.provision.in_force:
        return Message("{act} {section} er ikke i kraft", act=cited.act.name, section=cited.provision.section)
    return None


def _repealed(register: LawRegister, citation: str, cited: Cited) -> Message:
    successor = register.successor(cited.act)
    if cited.moved or successor is None:
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
    """Where the law itself has moved it. A number that looks alike is no hint: it is another rule."""
    places = list(dict.fromkeys(moved.to for moved in cited.moved))
    return Message("; nå står dette i {place}", place="; ".join(map(str, places))) if places else NOTHING


EXPECTATIONS = (citation,)
