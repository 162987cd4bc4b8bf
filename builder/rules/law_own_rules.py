"""What is expected of law that a municipality has added itself: that it can be traced, and clashes with nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.facts.own_law import ProvisionIn, own_acts, own_provisions
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.law import LAWS, Act
from builder.model.references import Path
from builder.model.register import covers
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error

_NO_SOURCE = N_("{what} har dere lagt til selv, så den må ha {field}: {why}")
_WHERE, _WHEN = N_("hvor teksten er lest"), N_("datoen teksten gjaldt")
_SAME_NAME = N_("«{name}» er alt et navn på {act} i lovregisteret; bruk extends og add, eller et annet navn")
_SAME_ACT = N_("{reference} står alt i lovregisteret, som {act}; bruk extends: {id} og add")
_SAME_SECTION = N_("{act} {section} står alt i lovregisteret, som {shared}; fjern den her")

Added = Act | ProvisionIn


def added(handbook: Handbook) -> tuple[Added, ...]:
    """The acts a municipality has added, and its additions to those all share."""
    return (*own_acts(handbook), *own_provisions(handbook))


@error("law-own-source", of=added)
def sourced(one: Added, _handbook: Handbook) -> Findings:
    """Det kommunen selv legger til i lovregisteret, har kilde og dato.

    En paragraf uten kilde kan ingen etterprøve. Uten dato kan ingen se om loven er endret siden, og handbok law
    kan ikke si fra.

    Kilde: lovregisteret i common/laws, der hver bestemmelse har kilde og dato.

    Riktig::

        laws:
          - id: arkivforskrifta
            title: Forskrift om offentlege arkiv
            name: arkivforskrifta
            kind: regulation
            status: in-force
            source: Lovdata, lest av arkivleder
            source_as_of: 2026-11-20
            provisions: [{section: § 1, description: Hvem forskriften gjelder for.}]

    Feil::

        laws:
          - id: arkivforskrifta
            title: Forskrift om offentlege arkiv
            name: arkivforskrifta
            kind: regulation
            status: in-force
            provisions: [{section: § 1, description: Hvem forskriften gjelder for.}]

    Riktig::

        laws:
          - id: barnevernsloven
            provisions:
              - {section: § 1-3, description: D, source: Lovdata, source_as_of: 2026-11-20}

    Feil::

        laws:
          - id: barnevernsloven
            provisions: [{section: § 1-3, description: D, source: Lovdata}]
    """
    value = one if isinstance(one, Act) else one.value
    what = one.name if isinstance(one, Act) else f"{one.record.name} {one.value.section}"
    for field, why, written in (("source", _WHERE, value.source), ("source_as_of", _WHEN, value.source_as_of)):
        if not written:
            yield Finding(one.at("name" if isinstance(one, Act) else "section"), _missing(what, field, why))


def _missing(what: str, field: str, why: str) -> Message:
    return Message(_NO_SOURCE, what=what, field=field, why=Message(why))


@error("law-own-clash", of=added)
def unique(one: Added, handbook: Handbook) -> Findings:
    """Det kommunen selv legger til i lovregisteret, står der ikke fra før.

    Loven er lik for alle. Sto den to ganger, ville navnet ført noen til det felles og andre til kommunens eget, uten
    at de så det.

    Kilde: lovregisteret i common/laws, som alle kommunene deler.

    Riktig::

        laws:
          - id: arkivforskrifta
            title: Forskrift om offentlege arkiv
            name: arkivforskrifta
            status: in-force
            source: Lovdata
            source_as_of: 2026-11-20

    Feil::

        laws:
          - id: barnevernsloven-hos-oss
            title: Lov om barnevern
            name: Barnevernsloven
            status: in-force
            source: Lovdata
            source_as_of: 2026-11-20

    Riktig::

        laws:
          - id: barnevernsloven
            provisions: [{section: § 1-3, description: D, source: Lovdata, source_as_of: 2026-11-20}]

    Feil::

        laws:
          - id: arkivforskrifta
            title: Forskrift om offentlege arkiv
            name: arkivforskrifta
            aliases: [bvl]
            status: in-force
            source: Lovdata
            source_as_of: 2026-11-20
    """
    if isinstance(one, Act):
        yield from _acts_that_clash(one, (other for other in handbook.of(LAWS) if other is not one))
    else:
        yield from _sections_that_clash(one)


def _acts_that_clash(act: Act, others: Iterable[Act]) -> Findings:
    for other in others:
        taken = {name.casefold() for _, name in (*_names(other), *_misnomers(other))}
        for path, name in _names(act):
            if name.casefold() in taken:
                yield Finding(act.at(*path), Message(_SAME_NAME, name=name, act=other.name), Lack.WRONG)
        if act.reference and other.reference and act.reference.casefold() == other.reference.casefold():
            same = Message(_SAME_ACT, reference=act.reference, act=other.name, id=other.id)
            yield Finding(act.at("reference"), same, Lack.WRONG)


def _names(act: Act) -> Iterator[tuple[Path, str]]:
    """What an act is called, and where that stands."""
    yield ("name",), act.name
    if act.name_nn:
        yield ("name_nn",), act.name_nn
    yield from ((("aliases", number), alias) for number, alias in enumerate(act.aliases))


def _misnomers(act: Act) -> Iterator[tuple[Path, str]]:
    return ((("misnomers", number), name) for number, name in enumerate(act.misnomers))


def _sections_that_clash(added: ProvisionIn) -> Findings:
    """What the municipality adds comes last, so what is there before it is shared, or its own already."""
    section = added.value.section
    for there in (one.section for one in added.record.provisions[: added.number]):
        if covers(there, section) or covers(section, there):
            same = Message(_SAME_SECTION, act=added.record.name, section=section, shared=there)
            yield Finding(added.at("section"), same, Lack.WRONG)


EXPECTATIONS = (sourced, unique)
