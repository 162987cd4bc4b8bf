"""What is expected of running text: links that lead somewhere, and no markup but the simple."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder import prose
from builder.facts.parts import Within
from builder.facts.record_texts import links_of
from builder.i18n import N_
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS, LINKABLE
from builder.model.references import prose_of
from builder.model.register import LawRegister
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, Scope, error
from builder.suggest import did_you_mean

TextIn = Within[Record, str]

_NOT_ALLOWED = N_("lenken «{address}» er ikke tillatt; bruk https:, mailto:, tel: eller en post som services:ppt")
#: What no address holds: a space, or the title Markdown has room for and nobody would see.
_NO_ADDRESS = re.compile(r"[\s\"]")
_MARKUP = re.compile(r"</?[a-zA-Z!][^<>]*>|!\[|^ {0,3}#{1,6} ", re.MULTILINE)


def links(handbook: Handbook) -> Iterator[TextIn]:
    """The address of each link in running text, once for each text; not of those that lead to a record."""
    there = {f"{kind}:{name}" for kind in LINKABLE for name in handbook.ids(KINDS[kind])}
    for record in handbook.speaking():
        for path, address in dict.fromkeys(links_of(record)):
            if address not in there:
                yield Within(record, path, address)


@error("prose-link", of=links)
def link(link: TextIn, handbook: Handbook) -> Findings:
    """Lenker i teksten fører til noe som finnes, eller til en trygg adresse.

    En lenke skrives [samtykkeskjemaet](forms:samtykke) for noe i håndboka, eller med https://, mailto:
    eller tel: for noe utenfor. Andre adresser er ikke tillatt.

    Kilde: håndbokas egen sammenheng og sikkerhet.

    Riktig::

        services:
          - id: ppt
            note: Se [skolen](services:skole).

    Feil::

        services:
          - id: ppt
            note: Se [skolen](services:skule).

    Riktig::

        services:
          - id: ppt
            note: Se [a](https://a.no), [b](mailto:post@b.no), [c](tel:112) og [d](rules:samtykke).

    Feil::

        services:
          - id: ppt
            note: Se [lenken](http://a.no).

    Feil::

        services:
          - id: ppt
            note: Se [lenken](https://a.no "Skjema 5").

    Feil::

        services:
          - id: ppt
            note: Se [skolen](skole).

    Feil::

        rules:
          - id: samtykke
            practice: ["Spør. Se [loven](laws:barnevernsloven)."]
    """
    kind, colon, name = link.value.partition(":")
    if colon and kind in LINKABLE:
        known = handbook.ids(KINDS[kind])
        if name not in known:
            hint = did_you_mean(name, known)
            message = Message("lenken «{address}» fører ikke til noe i håndboka{hint}", address=link.value, hint=hint)
            yield Finding(link.at(), message, Lack.WRONG, follows=(link.value,))
    elif kind not in prose.OUTSIDE_SCHEMES or not colon or _NO_ADDRESS.search(link.value):
        yield Finding(link.at(), Message(_NOT_ALLOWED, address=link.value), Lack.WRONG)


def with_markup(record: Record) -> Iterator[TextIn]:
    """Each text in a record that may hold links and emphasis, where one of them may hold more."""
    together = "\n".join(text for _, text in prose_of(record))
    if _MARKUP.search(together) or prose.is_too_deep(together):
        yield from (Within(record, path, text) for path, text in prose_of(record))


@error("prose-markup", of=with_markup, scope=Scope.RECORD)
def markup(text: TextIn, _law: LawRegister) -> Findings:
    """Teksten bruker bare enkel utheving: **fet**, *kursiv*, lister og lenker.

    HTML, bilder og overskrifter i teksten ville brutt sidene, utskriften og skjermleseren.

    Kilde: krav om universell utforming (likestillings- og diskrimineringsloven § 18) og sikkerhet.

    Riktig::

        services:
          - id: ppt
            note: Dette er **viktig**.

    Feil::

        services:
          - id: ppt
            note: Dette er <b>viktig</b>.

    Riktig::

        services:
          - id: ppt
            note: "Er 3 < 4, og 5 > 4? Vi er #1. *Ja*, se [skolen](services:skole)."

    Feil::

        services:
          - id: ppt
            does: ["![Bilde](https://a.no/b.png)"]

    Feil::

        pathways:
          - id: akutt
            summary: "## Ring med en gang"

    Feil::

        services:
          - id: ppt
            note: "- - - - - - - Sju"
    """
    found = _MARKUP.search(text.value)
    if prose.is_too_deep(text.value):
        yield Finding(text.at(), Message("lista har for mange nivåer; bruk høyst seks"), Lack.WRONG)
    if found:
        message = Message(
            "«{markup}» kan ikke brukes her; bare **fet**, *kursiv*, lister og lenker", markup=found.group().strip()
        )
        yield Finding(text.at(), message, Lack.WRONG)


EXPECTATIONS = (link, markup)
