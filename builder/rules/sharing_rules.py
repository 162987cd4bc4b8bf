"""What is expected of the rules as answers to «may I share?»: short, bound by the right law, and one answer to all."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.parts import Within, services, sharing_rules
from builder.facts.sharing import DUTIES, Verdict, answer_words, sharing_of
from builder.i18n import N_
from builder.model.confidentiality import RULES, ConfidentialityRule, Precedence
from builder.model.handbook import Handbook
from builder.model.service import Service
from builder.model.vocabulary import Category, Matter, RuleKind
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, error, warning
from builder.rules.findings import is_whole, lacking

#: What fits in half a minute, together with what the page says around it.
_WORDS = 110
_CONDITIONS = 3

_NO_ANSWER = N_("regelen «{name}» svarer ikke leseren; skriv svaret i én setning under answer")
_NOT_BOUND = N_(
    "«{name}» er offentlig, men er ikke med i noen regel om meldeplikt; skriv {category} under sender i regelen, "
    "eller public: true for alle offentlige"
)
_ASKS = N_("«{name}» spør om samtykke før den sier noe til {receiver}, men regelen «{rule}» lar den dele uten")
_TELLS = N_("«{name}» sier noe til {receiver} uten samtykke, men etter regelen «{rule}» må den spørre først")
_OPEN = (Verdict.MAY, Verdict.NARROW)
_CALLED = {category: category.label for category in Category}


@warning("rule-answer", of=sharing_rules)
def answer(rule: ConfidentialityRule, _handbook: Handbook) -> Findings:
    """En regel om taushetsplikt eller deling sier svaret i én setning.

    Den som lurer på om hun kan dele, har et halvt minutt. Setningen står først i svaret på «Kan jeg dele?»,
    på skjermen, på utskriften og i søket.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet).

    Riktig::

        rules:
          - id: samtykke
            answer: Spør foreldrene først.

    Feil::

        rules:
          - id: samtykke
            answer:

    Riktig::

        rules:
          - id: meldeplikt
            answer: Du skal melde til barnevernet.

    Feil::

        rules:
          - {id: ny, title: Ny, kind: confidentiality, summary: S, sender: {everyone: true}, receiver: {everyone: true}}
    """
    return lacking(rule, rule.answer, _NO_ANSWER)


@warning("rule-short", of=sharing_rules)
def short(rule: ConfidentialityRule, _handbook: Handbook) -> Findings:
    """Et svar har høyst tre vilkår, og kan leses på et halvt minutt.

    Svaret viser setningen, vilkårene, det første steget og det første eksempelet på hva du kan og ikke kan si.
    Står det mye mer der, blir det ikke lest. Det som ikke er et vilkår, skrives under notes, og står på siden for
    regelen.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Verktøy).

    Riktig::

        rules:
          - id: samtykke
            conditions: [Det er frivillig., De vet hva som deles., Det gjelder ennå.]

    Feil::

        rules:
          - id: samtykke
            conditions: [Det er frivillig., De vet hva som deles., Det gjelder ennå., Det er skrevet ned.]

    Riktig::

        rules:
          - id: meldeplikt
            notes: [Ett., To., Tre., Fire.]

    Feil::

        rules:
          - id: meldeplikt
            conditions:
              - "en to tre fire fem seks sju åtte ni ti en to tre fire fem seks sju åtte ni ti en to tre fire fem seks"
              - "en to tre fire fem seks sju åtte ni ti en to tre fire fem seks sju åtte ni ti en to tre fire fem seks"
              - "en to tre fire fem seks sju åtte ni ti en to tre fire fem seks sju åtte ni ti en to tre fire fem seks"
              - "en to tre fire fem seks sju åtte ni ti en to tre fire fem seks sju åtte ni ti en to tre fire fem seks"
    """
    if len(rule.conditions) > _CONDITIONS:
        said = Message("regelen «{name}» har {count} vilkår; svaret har plass til tre, skriv resten under notes",
                       name=rule.title, count=len(rule.conditions))  # fmt: skip
        yield Finding(rule.at("conditions", _CONDITIONS), said, Lack.WRONG)
    elif (words := answer_words(rule)) > _WORDS:
        said = Message("svaret i regelen «{name}» er på {words} ord; mer enn {limit} blir ikke lest",
                       name=rule.title, words=words, limit=_WORDS)  # fmt: skip
        yield Finding(rule.at("answer"), said, Lack.WRONG)


Before = Within[ConfidentialityRule, Precedence]


def precedences(handbook: Handbook) -> Iterator[Before]:
    """What each rule goes before."""
    for rule in handbook.rules:
        for number, before in enumerate(rule.precedence):
            yield Within(rule, ("precedence", number), before)


@error("duty-set-aside", of=precedences)
def duty_set_aside(before: Before, handbook: Handbook) -> Findings:
    """Ingen regel går foran meldeplikten eller avvergingsplikten.

    De to pliktene gjelder uten hinder av taushetsplikt, uansett hvilken lov taushetsplikten står i. En regel som
    setter dem til side, gir et svar som kan skade et barn.

    Kilde: barnevernsloven § 13-2; straffeloven § 196.

    Riktig::

        rules:
          - id: samtykke
            precedence:
              - {effect: bars, over: [apning], says: Spør., legal_basis: ["barnevernsloven § 13-1"]}
          - {id: apning, title: Å, kind: right-to-share, summary: S, sender: {everyone: true},
             receiver: {everyone: true}}

    Feil::

        rules:
          - id: samtykke
            precedence:
              - {effect: bars, over: [meldeplikt], says: Spør., legal_basis: ["barnevernsloven § 13-1"]}

    Riktig::

        rules:
          - id: meldeplikt
            precedence:
              - {effect: narrows, over: [samtykke], says: Meld., legal_basis: ["barnevernsloven § 13-2"]}

    Feil::

        rules:
          - id: samtykke
            precedence:
              - {effect: narrows, over: [avvergingsplikt], says: Spør., legal_basis: ["barnevernsloven § 13-1"]}
    """
    for number, name in enumerate(before.value.over):
        other = handbook.find(RULES, name)
        if other and other.kind in DUTIES:
            said = Message("«{duty}» går foran all taushetsplikt, og kan ikke settes til side", duty=other.title)
            yield Finding(before.at("over", number), said, Lack.WRONG)


def public_services(handbook: Handbook) -> Iterator[Service]:
    """The public services, where it is known whom the duty to report binds; not those that are told."""
    duties = [rule for rule in handbook.rules if rule.kind is RuleKind.DUTY_TO_REPORT]
    if duties and is_whole(handbook, RULES):
        for service in handbook.services:
            told = any(handbook.binds(rule.receiver, service) for rule in duties)
            if service.government.public and not told:
                yield service


@warning("duty-to-report-binds", of=public_services)
def bound_to_report(service: Service, handbook: Handbook) -> Findings:
    """Meldeplikten gjelder alle offentlige tjenester.

    Enhver som utfører tjeneste eller arbeid for et forvaltningsorgan, har meldeplikt til barnevernet, også i
    tjenester som sjelden møter barn. En tjeneste som ikke er med i regelen, får feil svar på «Kan jeg dele?».

    Kilde: barnevernsloven § 13-2.

    Riktig::

        rules:
          - id: meldeplikt
            sender: {public: true}

    Feil::

        rules:
          - id: meldeplikt
            sender: {categories: [ppt]}
        services:
          - {id: skole, category: school}

    Riktig::

        rules:
          - id: meldeplikt
            sender: {categories: [school, ppt]}

    Feil::

        services:
          - {id: slt, name: SLT, category: other, government: municipality, summary: S}
    """
    rules = (rule for rule in handbook.rules if rule.kind is RuleKind.DUTY_TO_REPORT)
    if not any(handbook.binds(rule.sender, service) for rule in rules):
        said = Message(_NOT_BOUND, name=service.label, category=service.category.value)
        yield Finding(service.at("category"), said)


Stance = Within[Service, Category]


def said_of_sharing(handbook: Handbook) -> Iterator[Stance]:
    """What each service says of sharing with each kind of service."""
    if is_whole(handbook, RULES):
        for service in services(handbook):
            for field in ("asks_first", "may_tell"):
                for number, receiver in enumerate(getattr(service, field)):
                    yield Within(service, (field, number), receiver)


@error("service-and-rules-agree", of=said_of_sharing)
def agree(stance: Stance, handbook: Handbook) -> Findings:
    """En tjeneste og reglene sier det samme om samtykke.

    Sier tjenesten at den spør om samtykke først, kan ikke svaret på «Kan jeg dele?» være at den kan dele uten.
    To svar på samme spørsmål er verre enn ingen: da velger hver det som passer.

    Kilde: NOVA-rapport 18/2011, kapittel 10 (Åpenhet).

    Riktig::

        services:
          - id: ppt
            asks_first: [school]

    Feil::

        services:
          - id: ppt
            asks_first: [school]
        rules:
          - {id: apen, title: Å, kind: right-to-share, summary: S, sender: {categories: [ppt]},
             receiver: {everyone: true}}

    Riktig::

        services:
          - id: ppt
            may_tell: [school]
        rules:
          - {id: apen, title: Å, kind: right-to-share, summary: S, sender: {categories: [ppt]},
             receiver: {everyone: true}}

    Feil::

        services:
          - id: ppt
            may_tell: [school]
    """
    service, receiver = stance.record, stance.value
    answered = sharing_of(handbook).between(service.category, receiver, Matter.COOPERATION)
    asks = stance.path[0] == "asks_first"
    if asks is (answered.verdict in _OPEN):
        wrong = _ASKS if asks else _TELLS
        rule = answered.lead.title if answered.lead else "–"
        said = Message(wrong, name=service.label, receiver=Message(_CALLED[receiver]), rule=rule)
        yield Finding(stance.at(), said, Lack.WRONG)


EXPECTATIONS = (answer, short, duty_set_aside, bound_to_report, agree)
