"""What is expected of wording: that headings are short and without riddles, and that names are those of today."""

from __future__ import annotations

import re

from builder.facts.record_texts import HeadingIn, contains_any, headings, is_about_the_past, lowered, written
from builder.memoize import memoize
from builder.model.base import Record
from builder.model.glossary import GLOSSARY
from builder.model.handbook import Handbook
from builder.model.register import LawRegister
from builder.model.service import SERVICES
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, Scope, advice, itself, warning
from builder.rules.findings import is_whole

#: Two to five capitals that stand alone, or before a hyphen and a compound («PPT-kontakt»).
_ABBREVIATION = re.compile(r"\b[A-ZÆØÅ]{2,5}\b(?=\W|$)")

#: What the old name begins with, in small letters -> what it is called now. Both written standards.
_TODAY = {
    "helsesøster": "helsesykepleier",
    "helsesyster": "helsesykepleier",
    "rådmann": "kommunedirektør",
    "rådmenn": "kommunedirektør",
    "fylkesmann": "statsforvalter",
    "fylkesmenn": "statsforvalter",
    "barneverntjenest": "barnevernstjeneste",
    "barnevernteneste": "barnevernstjeneste",
    "barnevernvakt": "barnevernsvakt",
    "fylkesnemnd": "barneverns- og helsenemnda",
    "sosialkontor": "NAV",
    "trygdekontor": "NAV",
    "arbeidskontor": "NAV",
    "aetat": "NAV",
    "foreldremyndighet": "foreldreansvar",
    "foreldremynde": "foreldreansvar",
    "hjelpeverge": "verge",
}
#: Names of acts («barneverntjenesteloven») have a rule of their own.
_OLD = re.compile(rf"\b({'|'.join(_TODAY)})(?!\w*lov)\w*", re.IGNORECASE)

LONGEST_HEADING = 70


def headings_in_letters(handbook: Handbook) -> tuple[HeadingIn, ...]:
    """The headings that are not all in capitals, where every word and service that may explain them could be read."""
    if not is_whole(handbook, GLOSSARY, SERVICES):
        return ()
    return tuple(one for one in headings(handbook) if one.value != one.value.upper())


@warning("title-abbreviation", of=headings_in_letters)
def abbreviations(heading: HeadingIn, handbook: Handbook) -> Findings:
    """En forkortelse i en overskrift er forklart i ordlista eller er navnet på en tjeneste.

    Nyansatte, foreldre og folk fra andre tjenester kjenner ikke forkortelsene. Overskriften er det første de
    ser.

    Kilde: krav om klart språk (språklova § 9); NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

    Riktig::

        pathways:
          - id: uenighet
            title: Vi er uenige med PPT

    Feil::

        pathways:
          - id: uenighet
            title: Vi er uenige med BVT

    Riktig::

        pathways:
          - id: uenighet
            title: Uenige med PPT-kontakten

    Riktig::

        pathways:
          - id: uenighet
            title: VI ER UENIGE MED BVT

    Riktig::

        glossary:
          - {id: bvt, term: barnevernstjenesten, meaning: Hjelper barn., synonyms: [BVT-en]}
        pathways:
          - id: uenighet
            title: Vi er uenige med BVT

    Feil::

        pathways:
          - id: uenighet
            steps: [{id: mote, title: Ta et møte med BVT}]

    Feil::

        pathways:
          - id: uenighet
            title: Uenige med BVT-kontakten i DPS
    """
    for abbreviation in dict.fromkeys(_ABBREVIATION.findall(heading.value)):
        if abbreviation not in _known(handbook):
            message = Message(
                "«{abbreviation}» i «{heading}» er ikke forklart i ordlista",
                abbreviation=abbreviation,
                heading=heading.value,
            )
            yield Finding(heading.at(), message)


@memoize
def _known(handbook: Handbook) -> frozenset[str]:
    """Every abbreviation among the words of the glossary and the names of services."""
    words = [word for term in handbook.terms for word in (term.term, *term.synonyms, *term.abbreviations)]
    names = [name for s in handbook.services for name in (s.short_name or "", s.name, *s.aliases)]
    return frozenset(found for text in (*words, *names) for found in _ABBREVIATION.findall(text))


@advice("old-title", of=itself, scope=Scope.RECORD)
def old_title(record: Record, _law: LawRegister) -> Findings:
    """Teksten bruker titlene og navnene som gjelder nå.

    Gamle titler gjør at håndboka ser gammel ut, og at nyansatte leter etter stillinger som ikke finnes. I
    aliases, synonyms og old_names hører de hjemme: der finner søket dem.

    Kilde: barnevernsloven, helsepersonelloven og kommuneloven slik de lyder nå; håndbokas egen ordliste.

    Riktig::

        services:
          - id: ppt
            note: Spør helsesykepleieren (tidligere helsesøster).

    Feil::

        services:
          - id: ppt
            note: Spør helsesøsteren.

    Riktig::

        services:
          - id: ppt
            aliases: [helsesøster]
            note: Barneverntjenesteloven gjaldt før.

    Feil::

        pathways:
          - id: uenighet
            summary: RÅDMANNEN avgjør.

    Feil::

        services:
          - id: ppt
            contacts: [{id: leder, role: Fylkesmannens kontakt}]
    """
    if not contains_any(lowered(record), _TODAY):
        return
    for path, text in written(record):
        for found in _OLD.finditer(text):
            if not is_about_the_past(text, found.start()):
                message = Message("«{old}» heter nå {new}", old=found.group(), new=_TODAY[found[1].casefold()])
                yield Finding(record.at(*path), message, Lack.STALE)


@advice("long-heading", of=headings)
def heading_length(heading: HeadingIn, _handbook: Handbook) -> Findings:
    """Overskrifter er på høyst 70 tegn.

    Lange overskrifter brekker på telefonen, i innholdslista og på lommekortet, og de er vanskelige å finne
    igjen. Resten av setningen hører hjemme i sammendraget.

    Kilde: krav om klart språk (språklova § 9); grensa på 70 tegn er et forslag.

    Riktig::

        pathways:
          - id: uenighet
            title: Vi er uenige om ansvaret

    Feil::

        pathways:
          - id: uenighet
            title: Vi er uenige om hvem av oss som egentlig skal ha ansvaret for å følge opp barnet videre

    Riktig::

        pathways:
          - id: uenighet
            title: Vi er uenige om hvem som skal følge opp barnet etter møtet i juni 2027

    Feil::

        pathways:
          - id: uenighet
            title: Vi er uenige om hvem som skal følge opp barnet etter møtet i april 2027

    Feil::

        pathways:
          - id: uenighet
            steps:
              - id: mote
                title: Ta et møte der alle som kjenner barnet, også den som varslet, får si sitt om ansvaret
    """
    length = len(heading.value)
    if length > LONGEST_HEADING:
        message = Message(
            "overskriften er på {length} tegn; kort den ned til {longest}", length=length, longest=LONGEST_HEADING
        )
        yield Finding(heading.at(), message, Lack.WRONG)


#: «Se tabellen.», «se nedenfor», «sjå lista over». What comes after must not be what is pointed at: «Se over planen».
_POINTER = re.compile(
    r"\b(?:se|sjå) (?:(?:lista|listen|tabellen|figuren|boksen)(?: (?:over|under|nedenfor|nedanfor|ovenfor|ovanfor))?"
    r"|nedenfor|nedanfor|ovenfor|ovanfor|over|under)(?=[.,;:)!?»]|\s*$)",
    re.IGNORECASE,
)
#: The same in many texts at once, each on a line or more of its own.
_POINTER_IN_LINES = re.compile(_POINTER.pattern, re.IGNORECASE | re.MULTILINE)
_POINTS = ("se ", "sjå ")


@advice("dangling-pointer", of=itself, scope=Scope.RECORD)
def pointer(record: Record, _law: LawRegister) -> Findings:
    """Teksten viser ikke til «lista», «tabellen» eller «nedenfor».

    En tekst står flere steder enn der den er skrevet: i lister, på ark, i søket og i kalenderen. Der er tabellen ikke
    med. Si det som står der, eller lenk til posten.

    Kilde: krav om klart språk (språklova § 9); prøving av håndbøkene med lesere.

    Riktig::

        services:
          - id: ppt
            note: Se [samtykke](forms:samtykke).

    Feil::

        services:
          - id: ppt
            note: Aldersgrensene er ulike. Se tabellen.

    Riktig::

        services:
          - id: ppt
            note: Se over planen sammen, og se under bordet.

    Feil::

        services:
          - id: ppt
            note: Delvis – se nedenfor
    """
    if not contains_any(lowered(record), _POINTS) or not _POINTER_IN_LINES.search(lowered(record)):
        return
    for path, text in written(record):
        found = _POINTER.search(text)
        if found:
            message = Message(
                "«{words}» viser til noe leseren kanskje ikke har foran seg; si hva det er", words=found[0]
            )
            yield Finding(record.at(*path), message, Lack.WRONG)


EXPECTATIONS = (abbreviations, old_title, heading_length, pointer)
