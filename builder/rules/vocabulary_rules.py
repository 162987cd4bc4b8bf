"""What is expected of common words: the levels, the standard terms, and the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.demands import Demand, asked_for
from builder.facts.parts import LevelIn, Within, forums, levels, pathways, steps, terms
from builder.i18n import N_
from builder.load.shared import is_shared
from builder.memoize import memoize
from builder.model.base import Record
from builder.model.forum import Forum
from builder.model.glossary import Term
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, advice, error, warning
from builder.rules.findings import described, lacking

_FORUM = N_("«{name}» sier ikke hvilken møtetype det er (type)")
_PATHWAY = N_("«{name}» sier ikke hvilken situasjon det gjelder (situation)")
_LEVEL = N_("nivå {number} sier ikke hva det betyr med et felles ord (means)")


def levels_in_use(handbook: Handbook) -> Iterator[Within[Record, int]]:
    """The levels that forums, pathways and steps are at, where the municipality's own record could be read."""
    if described(handbook) is None:
        return
    records: tuple[Forum | Pathway, ...] = (*forums(handbook), *pathways(handbook))
    for record in records:
        if record.level is not None:
            yield Within(record, ("level",), record.level)
    for step in steps(handbook):
        if step.value.level is not None:
            yield Within(step.record, (*step.path, "level"), step.value.level)


@error("level-declared", of=levels_in_use)
def declared(level: Within[Record, int], handbook: Handbook) -> Findings:
    """Nivåene som brukes i møter og forløp, er forklart i kommunebeskrivelsen.

    Et nivåtall uten forklaring sier ingenting til den som leser. Tallet må finnes under levels i
    municipality.yml.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        forums:
          - id: team
            level: 1

    Feil::

        forums:
          - id: team
            level: 7

    Riktig::

        pathways:
          - id: akutt
            level: 0
            steps: [{id: ring, level: 1}]

    Riktig::

        municipality:
          - id: lillevik
            levels: [{number: 0, name: Start}, {number: 7, name: Sju}]
        forums:
          - id: team
            level: 7

    Feil::

        pathways:
          - id: akutt
            level: 7

    Feil::

        pathways:
          - id: akutt
            steps: [{id: ring, level: 2}]
    """
    if all(one.number != level.value for one in handbook.municipality.levels):
        message = Message("nivå {level} er ikke forklart under levels i municipality.yml", level=level.value)
        yield Finding(level.at(), message)


@error("level-number", of=levels)
def number(level: LevelIn, handbook: Handbook) -> Findings:
    """Hvert nivå har sitt eget tall.

    To nivåer med samme tall gjør at ingen vet hvilket av dem et møte eller et steg hører til.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        municipality:
          - id: lillevik
            levels:
              - {number: 0, name: Første bekymring}
              - {number: 1, name: Egen tjeneste}

    Feil::

        municipality:
          - id: lillevik
            levels:
              - {number: 0, name: Første bekymring}
              - {number: 1, name: Egen tjeneste}
              - {number: 1, name: To tjenester}

    Riktig::

        municipality:
          - id: lillevik
            levels:
              - {number: 1, name: Bekymring}
              - {number: 0, name: Bekymring}

    Feil::

        municipality:
          - id: lillevik
            levels:
              - {number: 1, name: Bekymring}
              - {number: 0, name: Undring}
              - {number: 1, name: Bekymring}
    """
    first = next(one for one in handbook.municipality.levels if one.number == level.value.number)
    if first is not level.value:
        message = Message(
            "nivå {number} er både «{first}» og «{second}»; gi dem hvert sitt tall",
            number=first.number,
            first=first.name,
            second=level.value.name,
        )
        yield Finding(level.at("number"), message, Lack.WRONG)


def named_locally(handbook: Handbook) -> Iterator[Forum | Pathway | LevelIn]:
    """What has a name of the municipality's own for something that others have too."""
    yield from asked_for(Demand.COMMON_WORD)(handbook)
    yield from pathways(handbook)
    yield from levels(handbook)


@advice("standard-term", of=named_locally)
def standard_term(asked: Forum | Pathway | LevelIn, _handbook: Handbook) -> Findings:
    """Møteplasser, forløp og nivåer sier hva de er med et felles ord, ved siden av det lokale navnet.

    «Teammøtet» og «bydelsteamet» sier noe bare til dem som kjenner kommunen. Med det felles ordet finner
    nyansatte og samarbeidspartnere fram, og egenkontrollen kan se hva som mangler.

    Kilde: NOVA-rapport 18/2011, kapittel 10, der like møter har ulike navn i kommunene; håndbokas egen
    sammenheng.

    Riktig::

        forums:
          - id: team
            type: consultation-team

    Feil::

        forums:
          - id: team
            type: null

    Riktig::

        municipality:
          - id: lillevik
            levels: [{number: 0, name: Start, means: worry}]

    Feil::

        pathways:
          - id: akutt
            situation: null

    Feil::

        municipality:
          - id: lillevik
            levels: [{number: 0, name: Start, means: worry}, {number: 1, name: En}]
    """
    if isinstance(asked, Forum):
        yield from lacking(asked, asked.type, _FORUM)
    elif isinstance(asked, Pathway):
        yield from lacking(asked, asked.situation, _PATHWAY)
    elif asked.value.means is None:
        yield Finding(asked.at(), Message(_LEVEL, number=asked.value.number))


@advice("glossary-duplicate", of=terms)
def once(term: Term, handbook: Handbook) -> Findings:
    """Et ord står én gang i ordlista.

    Er et ord både et eget oppslag og et annet ord for noe annet, får leseren to svar, og søket vet ikke hvilket
    det skal gi først.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        glossary:
          - {id: pp, term: pedagogisk rådgivning, meaning: Råd om læring., synonyms: [læringsråd]}

    Feil::

        glossary:
          - {id: pp, term: PPT, meaning: Råd om læring.}

    Riktig::

        glossary:
          - {id: pp, term: pedagogisk rådgivning, meaning: Råd om læring., synonyms: [PPT, skolehelsetjenesten]}

    Riktig::

        glossary:
          - {id: pp, term: pp-rådgiver, meaning: Råd om læring., synonyms: [PP-rådgiver]}

    Feil::

        glossary:
          - {id: zz, term: pp-tjenesten, meaning: Råd om læring.}

    Feil::

        glossary:
          - {id: sk, term: Skolehelsetjenesten, meaning: Sykepleier på skolen.}
    """
    other = _written_first(handbook)[term.term.casefold()]
    if other is term:
        other = _told_by(handbook).get(term.term.casefold(), term)
    if other is not term:
        message = Message(
            "«{term}» er også et ord for «{other}»; slå dem sammen eller skill dem", term=term.term, other=other.term
        )
        yield Finding(term.at("term"), message, Lack.WRONG)


@memoize
def _written_first(handbook: Handbook) -> dict[str, Term]:
    """Word in small letters -> the first term that is it: the shared one, whichever stands first by its letters."""
    first: dict[str, Term] = {}
    for term in sorted(terms(handbook), key=_is_own):
        first.setdefault(term.term.casefold(), term)
    return first


def _is_own(term: Term) -> bool:
    return not is_shared(term.at().path)


@memoize
def _told_by(handbook: Handbook) -> dict[str, Term]:
    """Word in small letters -> the first term that has it as a synonym or an abbreviation."""
    return {
        name.casefold(): term for term in reversed(terms(handbook)) for name in (*term.synonyms, *term.abbreviations)
    }


def words_to_see(handbook: Handbook) -> Iterator[Within[Term, str]]:
    """Each word that a term says to see also."""
    for term in terms(handbook):
        for number, other in enumerate(term.see):
            yield Within(term, ("see", number), other)


@warning("glossary-self", of=words_to_see)
def leads_on(other: Within[Term, str], _handbook: Handbook) -> Findings:
    """Et ord i ordlista viser ikke til seg selv.

    «Se også» skal føre leseren videre. En lenke til siden en allerede er på, gjør at en mister tråden.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        glossary:
          - {id: ppt, see: [helsesykepleier]}

    Feil::

        glossary:
          - {id: ppt, see: [ppt]}

    Riktig::

        glossary:
          - {id: ppt, see: []}

    Feil::

        glossary:
          - {id: helsesykepleier, see: [ppt, helsesykepleier]}
    """
    if other.value == other.record.id:
        yield Finding(other.at(), Message("«{term}» viser til seg selv", term=other.record.term), Lack.WRONG)


EXPECTATIONS = (declared, number, standard_term, once, leads_on)
