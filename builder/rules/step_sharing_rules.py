"""What is expected where a named child is spoken of: that steps name the rule for it, and that services are in one."""

from __future__ import annotations

from builder.facts.membership import actors_on, services_of
from builder.facts.parts import StepIn, steps
from builder.i18n import N_
from builder.model.confidentiality import RULES
from builder.model.form import FORMS
from builder.model.forum import FORUMS
from builder.model.handbook import Handbook
from builder.model.pathway import Step
from builder.model.service import Service
from builder.model.vocabulary import Category, FormKind
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, warning
from builder.rules.findings import is_whole, lacking

#: Forms that carry a named child from one service to another.
_NAMING_FORMS = frozenset({FormKind.REPORT, FormKind.REFERRAL, FormKind.HANDOVER})

_FORUM = N_("steget «{step}» bruker «{what}», der navngitte barn drøftes, men viser ikke til noen regel (rules)")
_FORM = N_("steget «{step}» bruker skjemaet «{what}», som sendes med navn, men viser ikke til noen regel (rules)")
_SHARES = N_("steget «{step}» deler opplysninger mellom tjenester, men viser ikke til noen regel (rules)")
_NO_RULE = N_("ingen regel sier hva {name} kan dele; nevn tjenesten eller typen under sender i en regel")


def naming_steps(handbook: Handbook) -> tuple[StepIn, ...]:
    """The steps that use a forum or a form where a child is named."""
    return tuple(step for step in steps(handbook) if _named_in(handbook, step.value))


@warning("step-forum-rules", of=naming_steps)
def naming(step: StepIn, handbook: Handbook) -> Findings:
    """Et steg der navngitte barn drøftes, viser til regelen som åpner for det.

    Møtet eller skjemaet som brukes på steget, gjelder et barn med navn. Den som står i steget, må kunne slå
    opp hva som kan sies, før det blir sagt.

    Kilde: forvaltningsloven § 13; barnevernsloven § 13-1; NOVA-rapport 18/2011, kapittel 10 (Formelle
    strukturer).

    Riktig::

        forums:
          - id: team
            modes: [consent]
            rules: [samtykke]
        pathways:
          - id: uenighet
            steps: [{id: mote, forum: team, rules: [samtykke]}]

    Feil::

        forums:
          - id: team
            modes: [consent]
            rules: [samtykke]
        pathways:
          - id: uenighet
            steps: [{id: mote, forum: team, rules: []}]

    Riktig::

        forums:
          - id: team
            modes: [consent]
            rules: [samtykke]
        pathways:
          - id: uenighet
            steps: [{id: mote, forum: team, rules: [], legal_basis: ["barnevernsloven § 13-1"]}]

    Riktig::

        forums:
          - id: team
            modes: [system, anonymised]
        pathways:
          - id: uenighet
            steps: [{id: mote, forum: team, rules: []}]

    Riktig::

        pathways:
          - id: uenighet
            steps: [{id: mote, forms: [samtykke], rules: []}]

    Feil::

        forms:
          - {id: henvisning, title: Henvisning, kind: referral, purpose: Når PPT skal utrede.}
        pathways:
          - id: uenighet
            steps: [{id: mote, forms: [samtykke, henvisning]}]

    Feil::

        forums:
          - id: team
            modes: [system, consent]
        pathways:
          - id: bekymret-barn
            steps: [{id: snakk, forum: team, rules: []}]
    """
    if not _has_leave(step.value) and (used := _named_in(handbook, step.value)):
        field, sentence, what = used
        yield Finding(step.at(field), Message(sentence, step=step.value.title, what=what))


def _has_leave(step: Step) -> bool:
    return bool(step.rules or step.legal_basis)


def _named_in(handbook: Handbook, step: Step) -> tuple[str, str, str] | None:
    """The field where a step uses what names a child, what to say of it, and what it is called."""
    forum = handbook.find(FORUMS, step.forum or "")
    if forum and any(mode.names_persons for mode in forum.modes):
        return "forum", _FORUM, forum.name
    forms = (handbook.find(FORMS, name) for name in step.forms)
    return next((("forms", _FORM, form.title) for form in forms if form and form.kind in _NAMING_FORMS), None)


def sharing_steps(handbook: Handbook) -> tuple[StepIn, ...]:
    """The steps that tell who learns what, among several services."""
    telling = (step for step in steps(handbook) if step.value.information)
    return tuple(step for step in telling if len(services_of(handbook, actors_on(step.value))) > 1)


@warning("step-sharing-rules", of=sharing_steps)
def sharing(step: StepIn, _handbook: Handbook) -> Findings:
    """Et steg der flere tjenester får opplysninger, viser til en regel om deling.

    Når steget sier hvem som får vite hva, og flere tjenester er med, må det også stå hva som gir lov til det.
    Ellers deler noen for mye, og andre ingenting.

    Kilde: forvaltningsloven § 13 a og § 13 b; NOVA-rapport 18/2011, kapittel 10 (Åpenhet).

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, participants: [skole], information: Skolen får vite hva vi ble enige om., rules: [samtykke]}

    Feil::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, participants: [skole], information: Skolen får vite hva vi ble enige om., rules: []}

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - id: mote
                participants: [skole]
                information: Skolen får vite det.
                legal_basis: ["barnevernsloven § 13-1"]

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, participants: [ppt], information: Alle på PPT får vite det.}

    Riktig::

        pathways:
          - id: uenighet
            steps:
              - {id: mote, participants: [skole], information: null}

    Feil::

        roles:
          - {id: koordinator, name: Koordinatoren, held_by: [ppt.leder, skole.rektor]}
        pathways:
          - id: uenighet
            steps:
              - {id: mote, responsible: koordinator, information: Begge får vite hva vi ble enige om.}
    """
    if not _has_leave(step.value):
        yield Finding(step.at("information"), Message(_SHARES, step=step.value.title))


def bound_services(handbook: Handbook) -> tuple[Service, ...]:
    """The services that have cases, where every rule could be read."""
    if not is_whole(handbook, RULES):
        return ()
    return tuple(service for service in handbook.services if service.category is not Category.EDUCATION)


@warning("service-in-rule", of=bound_services)
def named_sender(service: Service, handbook: Handbook) -> Findings:
    """Hver tjeneste er nevnt i minst én regel om taushetsplikt eller deling.

    Taushetsplikten praktiseres for strengt, for løst eller usikkert når den ansatte ikke finner sin egen
    tjeneste i reglene. At en regel gjelder «alle», er ikke nok. Høgskoler og universiteter har ikke saker, og
    trenger ingen.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Formelle strukturer).

    Riktig::

        services:
          - id: ppt
            category: ppt

    Feil::

        services:
          - id: nav
            name: NAV Lillevik
            category: nav
            government: state
            summary: Arbeid og økonomi.

    Riktig::

        services:
          - {id: hogskole, name: Høgskolen, category: education, government: state, summary: Utdanner lærere.}

    Riktig::

        services:
          - {id: nav, name: NAV Lillevik, category: nav, government: state, summary: Arbeid og økonomi.}
        rules:
          - id: meldeplikt
            sender: {services: [nav]}

    Feil::

        services:
          - {id: nav, name: NAV Lillevik, category: nav, government: state, summary: Arbeid og økonomi.}
        rules:
          - id: meldeplikt
            receiver: {services: [nav]}
    """
    # to be one of «everyone» is not to be named
    named = any(handbook.binds(rule.sender, service) for rule in handbook.rules if not rule.sender.everyone)
    return lacking(service, named, _NO_RULE, "category")


EXPECTATIONS = (naming, sharing, named_sender)
