"""What is expected of a form that somebody hands in."""

from __future__ import annotations

from builder.i18n import N_
from builder.model.form import Form
from builder.model.handbook import Handbook
from builder.model.vocabulary import FormKind
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, warning

_NO_ANSWER = N_(
    "«{form}» sier ikke hvem som tar imot og hvor fort familien får svar; skriv to og answer under delivery"
)


def self_referrals(handbook: Handbook) -> tuple[Form, ...]:
    """The forms a family writes itself to ask for help."""
    return tuple(form for form in handbook.forms if form.kind is FormKind.SELF_REFERRAL)


@warning("self-referral-answer", of=self_referrals)
def answered(form: Form, _handbook: Handbook) -> Findings:
    """Familiens egen henvisning sier hvem som tar imot, og hvor fort familien får svar.

    En familie som har skrevet hva den strever med, må vite hvem som leser det, og når noen ringer. Uten mottaker og
    frist blir skjemaet liggende, og familien spør ikke en gang til.

    Kilde: Nord universitet, arbeidsnotat 5/2019.

    Riktig::

        forms:
          - id: egen-henvisning
            title: Vi ber om hjelp
            kind: self-referral
            purpose: For deg som trenger hjelp.
            delivery: {to: ppt.leder, answer: {amount: 2, unit: working-days}}

    Feil::

        forms:
          - {id: egen-henvisning, title: Vi ber om hjelp, kind: self-referral, purpose: For deg som trenger hjelp.}

    Feil::

        forms:
          - id: egen-henvisning
            title: Vi ber om hjelp
            kind: self-referral
            purpose: For deg som trenger hjelp.
            delivery: {to: ppt.leder}
    """
    if form.delivery is None or form.delivery.answer is None:
        yield Finding(form.at("delivery") if form.delivery else form.at("id"), Message(_NO_ANSWER, form=form.title))


EXPECTATIONS = (answered,)
