"""What is expected of what two services promise each other: that it answers what is needed, and says when."""

from __future__ import annotations

from builder.facts.agreed import NeedIn, PromiseIn, across, is_promised, needed_by, needs, promises
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.problem import Message
from builder.prose import plain
from builder.rules.expectation import Finding, Findings, Lack, advice, error, warning
from builder.shown import shortened
from builder.suggest import did_you_mean

_NOT_PROMISED = N_(
    "«{other}» har ikke lovet det «{service}» trenger: «{what}»; bli enige, og skriv det under gives hos «{other}» med "
    "answers: [{need}]"
)
_NO_SUCH_NEED = N_("«{service}» har ikke noe behov med id «{need}»{suggestion}")
_NO_DEADLINE = N_("løftet «{promise}» sier ikke når; skriv within, eller recurrence når det kommer igjen")
_SHORT = 60


@warning("agreement-need", of=needs)
def need(one: NeedIn, handbook: Handbook) -> Findings:
    """Det den ene tjenesten trenger, har den andre lovet.

    Det er de uuttalte og urealistiske forventningene som gjør at den ene vurderer den andre som dårlig. Et behov ingen
    har svart på, bør lederne for de to se, og enten love noe eller si nei, så den andre kan finne en annen vei.

    Kilde: NOVA-rapport 18/2011, kapittel 4.3 (mange opplevde urealistiske eller uklare forventninger til egne
    oppgaver) og kapittel 9 (samarbeidsavtalen i Bærum).

    Riktig::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one:
              service: ppt
              gives: [{what: Svarer på henvisningen., answers: [svar]}]
            other:
              service: skole
              needs: [{id: svar, what: Vite når PPT tar kontakt.}]

    Feil::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one:
              service: ppt
              gives: [{what: Svarer på henvisningen.}]
            other:
              service: skole
              needs: [{id: svar, what: Vite når PPT tar kontakt.}]
    """
    if not is_promised(one):
        service, other = map(handbook.called, needed_by(one))
        what = shortened(plain(one.value.what), _SHORT)
        message = Message(_NOT_PROMISED, other=other, service=service, what=what, need=one.value.id)
        yield Finding(one.at("id"), message)


@error("agreement-answer", of=promises)
def answers(one: PromiseIn, handbook: Handbook) -> Findings:
    """Det et løfte svarer på, er et behov den andre tjenesten har skrevet.

    Er id-en feil, ser det ut som om ingen har lovet det den andre trenger.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt, gives: [{what: Svarer., answers: [svar]}]}
            other: {service: skole, needs: [{id: svar, what: Et svar.}]}

    Feil::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt, gives: [{what: Svarer., answers: [svaret]}]}
            other: {service: skole, needs: [{id: svar, what: Et svar.}]}
    """
    receiver = across(one.record, str(one.path[0]))
    known = [need.id for need in receiver.needs]
    for number, name in enumerate(one.value.answers):
        if name not in known:
            called, suggestion = handbook.called(receiver.service), did_you_mean(name, known)
            message = Message(_NO_SUCH_NEED, service=called, need=name, suggestion=suggestion)
            yield Finding(one.at("answers", number), message, Lack.WRONG)


@advice("agreement-deadline", of=promises)
def deadline(one: PromiseIn, _handbook: Handbook) -> Findings:
    """Et løfte sier når: en frist, eller hvor ofte det kommer igjen.

    «Vi gir beskjed» kan bety i dag eller om et halvt år. Den andre trenger å vite når den kan begynne å etterlyse det.

    Kilde: NOVA-rapport 18/2011, kapittel 4 (flest ventet på tilbakemelding mens tiltaket pågikk, og flest var
    misfornøyde da).

    Riktig::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one:
              service: ppt
              gives: [{what: Svarer., within: {amount: 5, unit: working-days}}]
            other: {service: skole}

    Feil::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one: {service: ppt, gives: [{what: Svarer.}]}
            other: {service: skole}

    Riktig::

        agreements:
          - id: ppt-skole
            title: PPT og skolen
            one:
              service: ppt
              gives: [{what: Kommer til skolen., recurrence: {every: 1, unit: month}}]
            other: {service: skole}
    """
    promise = one.value
    if promise.within is None and promise.recurrence is None:
        yield Finding(one.at("what"), Message(_NO_DEADLINE, promise=shortened(plain(promise.what), _SHORT)))


EXPECTATIONS = (need, answers, deadline)
