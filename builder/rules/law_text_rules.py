"""What is expected of law in running text: the right names of acts, and provisions that are in force."""

from __future__ import annotations

from builder.facts.citing import act_names, citations_in, today_of
from builder.facts.record_texts import any_of, is_about_the_past, lowered, telling, vocabulary, written
from builder.memoize import memoize
from builder.model.base import Record
from builder.model.law import Act
from builder.model.register import LawRegister
from builder.model.vocabulary import ActStatus
from builder.problem import Message
from builder.rules.expectation import Finding, Findings, Lack, Scope, itself, warning
from builder.rules.law_rules import fault


@warning("law-misnomer", of=itself, scope=Scope.RECORD)
def misnomer(record: Record, law: LawRegister) -> Findings:
    """Løpende tekst bruker lovens riktige navn.

    «Barnevernloven» er den opphevede loven fra 1992; den som gjelder, heter barnevernsloven. Én bokstav
    skiller, og den som leter i feil lov, finner feil paragraf.

    Kilde: lovregisteret i common/laws, bygd på Lovdatas åpne data.

    Riktig::

        services:
          - id: ppt
            note: Meldeplikten står i barnevernsloven.

    Feil::

        services:
          - id: ppt
            note: Meldeplikten står i barneverntjenesteloven.

    Riktig::

        services:
          - id: ppt
            note: Før het den barneverntjenesteloven.
            aliases: [barneverntjenesteloven]

    Feil::

        pathways:
          - id: uenighet
            steps: [{id: mote, todo: [Les BARNEVERNLOVEN først.]}]

    Feil::

        laws:
          - {id: gammel, title: Gammel lov, name: gammelloven, status: repealed}
        services:
          - id: ppt
            note: Det står i gammelloven.
    """
    wrong = wrong_names(law)
    if vocabulary(record).isdisjoint(_words(law)):
        return
    for path, text in written(record):
        cited = [(start, end) for start, end, _ in citations_in(act_names(law), text)]
        for found in any_of(tuple(wrong)).finditer(text):
            inside = any(start <= found.start() < end for start, end in cited)  # with a section, the next is asked
            if not inside and not is_about_the_past(text, found.start()):
                message = _message(found.group(), wrong[found.group().casefold()])
                yield Finding(record.at(*path), message, Lack.WRONG)


@memoize
def wrong_names(register: LawRegister) -> dict[str, Act | None]:
    """Name in small letters -> the act to name instead. No name that an act in force goes by is wrong."""
    right = {name.casefold() for act in register.acts if act.status is not ActStatus.REPEALED for name in _names(act)}
    found: dict[str, Act | None] = {}
    for act in register.acts:
        is_repealed = act.status is ActStatus.REPEALED
        for name in (*act.misnomers, *(_names(act) if is_repealed else ())):
            plain = name.partition(" (")[0].casefold()
            if plain not in right and any(letter.isalpha() for letter in plain):
                found.setdefault(plain, today_of(register, act))
    return found


@memoize
def _words(law: LawRegister) -> frozenset[str]:
    return telling(wrong_names(law))


def _names(act: Act) -> tuple[str, ...]:
    return (act.name, act.name_nn or act.name, *act.aliases)


def _message(name: str, act: Act | None) -> Message:
    if act is None:
        return Message("«{name}» er opphevet", name=name)
    return Message("«{name}» er ikke navnet på loven som gjelder; skriv {act}", name=name, act=act.name)


@warning("law-in-text", of=itself, scope=Scope.RECORD)
def in_force(record: Record, law: LawRegister) -> Findings:
    """Lovhenvisninger i løpende tekst gjelder bestemmelser som er i kraft.

    En opphevet paragraf er like feil midt i en setning som i feltet for lovgrunnlag, men der er det lettere å
    overse den.

    Kilde: lovregisteret i common/laws, bygd på Lovdatas åpne data.

    Riktig::

        services:
          - id: ppt
            note: Se barnevernsloven § 13-2.

    Feil::

        services:
          - id: ppt
            note: Se barneverntjenesteloven § 6-4.

    Riktig::

        services:
          - id: ppt
            note: Tidligere sto det i barneverntjenesteloven § 6-4.

    Feil::

        services:
          - id: ppt
            does: [Melder fra etter bvl § 99-1.]

    Feil::

        rules:
          - id: meldeplikt
            can_say: ["Etter barnevernsloven § 13-2 og barnevernloven § 6-4 må jeg melde fra."]
    """
    if "§" not in lowered(record):
        return
    for path, text in written(record):
        for start, _, citation in citations_in(act_names(law), text):
            message = fault(law, citation, law.find(citation))
            if message is not None and not is_about_the_past(text, start):
                yield Finding(record.at(*path), message, Lack.WRONG)


EXPECTATIONS = (misnomer, in_force)
