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
"""

from __future__ import annotations

from builder.i18n import N_
from builder.model.confidentiality import RULES, Parties
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.model.vocabulary import Category
from builder.problem import Severity
from builder.rules.findings import is_whole, without
from builder.rules.subject import Findings, Subject

ID = "service-in-rule"
SEVERITY = Severity.WARNING

_SENTENCE = N_("ingen regel sier hva {name} kan dele; nevn tjenesten eller typen under sender i en regel")


def check(subject: Subject) -> Findings:
    """Each service, or its kind, is the sender in some rule, not only as one of «everyone»."""
    handbook = subject.handbook
    if not is_whole(handbook, RULES):
        return
    senders = [rule.sender for rule in handbook.rules if not rule.sender.everyone]
    bound = (service for service in handbook.services if service.category is not Category.EDUCATION)
    yield from without(bound, lambda service: _is_named(handbook, senders, service), _SENTENCE, "category")


def _is_named(handbook: Handbook, senders: list[Parties], service: Service) -> bool:
    return any(handbook.binds(parties, service) for parties in senders)
