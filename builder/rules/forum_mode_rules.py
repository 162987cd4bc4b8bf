"""What is expected of how a forum speaks of cases: by name or not, and by which rule."""

from __future__ import annotations

from builder.facts.parts import forums
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.vocabulary import DiscussionMode, Purpose, RuleKind
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, advice, error, warning
from builder.rules.findings import lacking

#: Purposes that no single child has to be named for.
_WITHOUT_NAMES = frozenset({Purpose.SYSTEM, Purpose.TRUST})
#: The kinds of rule that let recognisable cases be discussed between services.
OPENING = frozenset(
    {RuleKind.CONSENT, RuleKind.RIGHT_TO_SHARE, RuleKind.DUTY_TO_INFORM, RuleKind.DUTY_TO_REPORT, RuleKind.INTERNAL}
)

_NO_MODE = N_("«{name}» sier ikke hvordan dere får snakke om saker; velg under modes")
_NAMES_FOR_SYSTEM = N_("«{forum}» er for systemarbeid, men drøfter navngitte barn; endre modes eller purposes")
_SYSTEM_FOR_CASES = N_("«{forum}» er for enkeltsaker, men modes åpner bare for systemsaker; endre modes eller purposes")


@warning("forum-mode", of=forums)
def mode(forum: Forum, _handbook: Handbook) -> Findings:
    """En møteplass sier hvordan deltakerne får snakke om saker.

    Anonymt, med samtykke, med familien til stede eller bare om system: det avgjør hva hver deltaker har lov
    til å si. Står det ikke, må hver enkelt gjette på taushetsplikten sin.

    Kilde: forvaltningsloven § 13; NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

    Riktig::

        forums:
          - id: team
            modes: [anonymised]

    Feil::

        forums:
          - id: team
            modes: []

    Riktig::

        forums:
          - id: team
            modes: [system]

    Feil::

        forums:
          - {id: nytt, name: Nytt møte, kind: informal, purpose: Bli kjent.}
    """
    return lacking(forum, forum.modes, _NO_MODE)


@warning("forum-mode-clash", of=forums)
def clash(forum: Forum, _handbook: Handbook) -> Findings:
    """En møteplass for systemarbeid drøfter ikke navngitte barn.

    Et ledermøte om system har ikke bruk for å vite hvem barnet er. Da er det heller ikke nødvendig å dele
    navnet, og taushetsplikten står i veien.

    Kilde: forvaltningsloven § 13 og § 13 b; NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

    Riktig::

        forums:
          - id: team
            purposes: [system]
            modes: [system]

    Feil::

        forums:
          - id: team
            purposes: [system]
            modes: [consent]
            rules: [samtykke]

    Riktig::

        forums:
          - id: team
            purposes: [system, cases]
            modes: [consent]
            rules: [samtykke]

    Feil::

        forums:
          - id: team
            purposes: [cases]
            modes: [system]
    """
    names_persons = any(mode.names_persons for mode in forum.modes)
    if names_persons and Purpose.SYSTEM in forum.purposes and _WITHOUT_NAMES.issuperset(forum.purposes):
        yield Finding(forum.at("modes"), Message(_NAMES_FOR_SYSTEM, forum=forum.name), Lack.WRONG)
    elif Purpose.CASES in forum.purposes and {mode.mode for mode in forum.modes} == {DiscussionMode.SYSTEM}:
        yield Finding(forum.at("modes"), Message(_SYSTEM_FOR_CASES, forum=forum.name), Lack.WRONG)


def forums_with_both(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums that speak of cases both by name and without."""
    return tuple(
        forum
        for forum in handbook.forums
        if any(mode.names_persons for mode in forum.modes)
        and any(mode.mode is DiscussionMode.ANONYMISED for mode in forum.modes)
    )


@advice("forum-two-modes", of=forums_with_both)
def two_modes(forum: Forum, _handbook: Handbook) -> Findings:
    """Et møte som både drøfter anonymt og med navn, sier når det er det ene og når det er det andre.

    Går møtet over fra anonym drøfting til navn uten at noen sier fra, er det delt opplysninger ingen hadde
    samtykket til.

    Kilde: forvaltningsloven § 13 a; barnevernsloven § 13-1.

    Riktig::

        forums:
          - id: team
            modes:
              - {mode: anonymised, when: til samtykket er skrevet under}
              - {mode: consent, when: samtykket er skrevet under}
            rules: [samtykke]

    Feil::

        forums:
          - id: team
            modes: [anonymised, consent]
            rules: [samtykke]

    Riktig::

        forums:
          - id: team
            modes: [anonymised, system]

    Feil::

        forums:
          - id: team
            modes:
              - anonymised
              - {mode: consent, when: samtykket er skrevet under}
            rules: [samtykke]
    """
    if not all(mode.when for mode in forum.modes):
        message = Message(
            "«{forum}» drøfter både anonymt og med navn; skriv når dere gjør hva (when)", forum=forum.name
        )
        yield Finding(forum.at("modes"), message)


def naming_forums(handbook: Handbook) -> tuple[Forum, ...]:
    """The forums where persons can be recognised."""
    return tuple(forum for forum in handbook.forums if any(mode.names_persons for mode in forum.modes))


@error("case-forum-consent", of=naming_forums)
def consent(forum: Forum, handbook: Handbook) -> Findings:
    """En møteplass der navngitte barn drøftes, viser til regelen som åpner for det.

    Uten samtykke eller et klart lovgrunnlag kan ikke tjenester utveksle taushetsbelagte opplysninger i
    et møte. Deltakerne må kunne slå opp regelen før de snakker.

    Kilde: barnevernsloven § 13-1 og forvaltningsloven § 13; NOVA-rapport 18/2011, kapittel 10.

    Riktig::

        forums:
          - id: team
            modes: [consent]
            rules: [samtykke]

    Feil::

        forums:
          - id: team
            modes: [consent]

    Riktig::

        forums:
          - id: team
            modes: [consent]
            legal_basis: ["barnevernsloven § 13-1"]

    Feil::

        rules:
          - id: taus
            title: Taushetsplikt
            kind: confidentiality
            summary: Alle har taushetsplikt.
            sender: {everyone: true}
            receiver: {everyone: true}
        forums:
          - id: team
            modes: [family-present]
            rules: [taus]
    """
    opening = any(rule.kind in OPENING for rule in handbook.rules if rule.id in forum.rules)
    if not forum.legal_basis and not opening:
        first = next(number for number, mode in enumerate(forum.modes) if mode.names_persons)
        message = Message(
            "«{forum}» drøfter navngitte barn, men viser verken til en regel om samtykke eller deling (rules) "
            "eller et lovgrunnlag (legal_basis)",
            forum=forum.name,
        )
        yield Finding(forum.at("modes", first), message)


EXPECTATIONS = (mode, clash, two_modes, consent)
