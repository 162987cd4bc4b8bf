"""«May I share?»: choose where you work and whom you want to tell, and get an answer with an address of its own."""

from __future__ import annotations

from collections.abc import Iterable

from builder.i18n import N_
from builder.model.confidentiality import ConfidentialityRule
from builder.model.handbook import Handbook
from builder.model.vocabulary import Category, ConsentNeed, RuleKind
from builder.views import routes
from builder.views.page import Audience, Chapter, Link, Page, Place
from builder.views.routes import Names
from builder.views.sharing import (
    WORDS,
    Answer,
    Verdict,
    answers,
    kinds_of_service,
    receivers,
    to_others,
    verdict_of,
    within,
)
from builder.views.workplaces import SAID

TITLE = N_("Kan jeg dele?")
#: The rules a reader is never far from, whatever she asks.
ALWAYS = (RuleKind.DUTY_TO_REPORT, RuleKind.DUTY_TO_AVERT)
#: What a reader may choose between once she has said whom she wants to tell.
_CHOICES: tuple[tuple[Verdict, str], ...] = (
    (Verdict.MUST, N_("Når du skal si fra")),
    (Verdict.MAY, N_("Uten samtykke")),
    (Verdict.CONSENT, N_("Med samtykke")),
    (Verdict.ANONYMOUS, N_("Uten navn")),
)


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The choice of workplace with the table of all pairs, and a page of answers for each workplace."""
    senders = kinds_of_service(handbook)
    if not handbook.rules:
        return Chapter(TITLE, ())
    found = {sender: answers(handbook, sender) for sender in senders}
    index = Page(routes.SHARE, TITLE, "share-index", _index(handbook, names, found), audience=Audience.SITE)
    return Chapter(TITLE, (index, *(_page(handbook, names, sender, found[sender]) for sender in senders)))


def always(handbook: Handbook, names: Names) -> list[dict[str, object]]:
    """The duties to report and to avert, with what they say."""
    return [{"rule": r, "link": names.to(r)} for kind in ALWAYS for r in handbook.rules if r.kind is kind]


def answer_place(sender: Category, receiver: Category) -> Place:
    """The address of the answer for a pair."""
    return Place(routes.share_page(sender), routes.receiver_anchor(receiver))


def _index(handbook: Handbook, names: Names, found: dict[Category, tuple[Answer, ...]]) -> dict[str, object]:
    return {
        "duties": always(handbook, names),
        "senders": [_choice(sender) for sender in found],
        "receivers": receivers(handbook),
        "rows": [{**_choice(sender), "cells": _cells(handbook, sender, made)} for sender, made in found.items()],
        "words": [{"word": word, "meaning": meaning} for word, meaning in WORDS.values()],
        "rules": [_rule(names, rule) for rule in handbook.rules],
    }


def _choice(sender: Category) -> dict[str, object]:
    return {"category": sender, "said": SAID[sender], "place": Place(routes.share_page(sender))}


def _cells(handbook: Handbook, sender: Category, made: Iterable[Answer]) -> list[dict[str, object]]:
    """One cell for each receiver, in the order of the columns."""
    by_receiver = {receiver: answer for answer in made for receiver in answer.receivers}
    return [
        {
            "receiver": receiver,
            "verdict": by_receiver[receiver].verdict,
            "words": [WORDS[verdict][0] for verdict in shown(by_receiver[receiver])],
            "place": answer_place(sender, receiver),
        }
        for receiver in receivers(handbook)
    ]


def shown(answer: Answer) -> list[Verdict]:
    """What an answer is in a word or two: duty and right where there are any, otherwise the strongest that is left."""
    return [v for v in (Verdict.MUST, Verdict.MAY) if answer.of(v)] or [answer.verdict]


def _page(handbook: Handbook, names: Names, sender: Category, made: tuple[Answer, ...]) -> Page:
    used = {rule.id for answer in made for rule in answer.rules} | {r.id for r in within(handbook, sender)}
    used |= {rule.id for rule in to_others(handbook, sender)}
    rules = [rule for rule in handbook.rules if rule.id in used and rule.kind is not RuleKind.CONFIDENTIALITY]
    return Page(
        routes.share_page(sender),
        SAID[sender],
        "share",
        {
            "index": Place(routes.SHARE),
            "workplace": Place(routes.workplace_page(sender)),
            "said": SAID[sender],
            "duties": always(handbook, names),
            "answers": [_answer(handbook, names, answer) for answer in made],
            "others": [_rule(names, rule) for rule in to_others(handbook, sender)],
            "within": [_rule(names, rule) for rule in within(handbook, sender)],
            "silence": [_rule(names, rule) for rule in _silence(made)],
            "rules": [_rule(names, rule) for rule in rules],
        },
        audience=Audience.SITE,
        lead_in=TITLE,
        listed=False,
    )


def _silence(made: Iterable[Answer]) -> list[ConfidentialityRule]:
    """The duty of confidentiality itself, the sender's own first."""
    found = {rule.id: rule for answer in made for rule in answer.of(Verdict.SILENT)}
    return sorted(found.values(), key=lambda rule: rule.sender.everyone)


def _answer(handbook: Handbook, names: Names, answer: Answer) -> dict[str, object]:
    first = routes.receiver_anchor(answer.receivers[0])
    return {
        "receivers": [
            {
                "category": receiver,
                "anchor": routes.receiver_anchor(receiver),
                "services": _services(handbook, names, receiver),
            }
            for receiver in answer.receivers
        ],
        "words": [WORDS[verdict][0] for verdict in shown(answer)],
        "verdict": answer.verdict,
        "choices": [
            {
                "verdict": verdict,
                "title": title,
                "anchor": f"{first}-{verdict.value}",
                "rules": [_rule(names, rule) for rule in answer.of(verdict)],
                "ask": any(_should_ask(rule) for rule in answer.of(verdict)),
                "strongest": verdict is answer.verdict,
            }
            for verdict, title in _CHOICES
            if answer.of(verdict) or verdict is Verdict.MAY
        ],
    }


def _should_ask(rule: ConfidentialityRule) -> bool:
    return rule.consent is not None and rule.consent.need is ConsentNeed.SHOULD_BE_ASKED


def _services(handbook: Handbook, names: Names, receiver: Category) -> list[Link]:
    """Where the receiver's contacts are."""
    return [names.service(service.id) for service in handbook.services if service.category is receiver]


def _rule(names: Names, rule: ConfidentialityRule) -> dict[str, object]:
    verdict = verdict_of(rule)
    return {
        "rule": rule,
        "link": names.to(rule),
        "anchor": f"regel-{rule.id}",
        "verdict": verdict,
        "word": WORDS[verdict][0],
        "law": [names.law(citation) for citation in rule.legal_basis],
    }
