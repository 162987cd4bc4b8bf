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
"""

from __future__ import annotations

from builder.facts.citing import act_names, citations_in, today_of
from builder.facts.record_texts import any_of, is_about_the_past, telling, vocabulary, written
from builder.memoize import memoize
from builder.model.base import Record
from builder.model.law import Act
from builder.model.register import LawRegister
from builder.model.vocabulary import ActStatus
from builder.problem import Message, Severity
from builder.rules.subject import Findings

ID = "law-misnomer"
SEVERITY = Severity.WARNING


def check_record(record: Record, law: LawRegister) -> Findings:
    """No text calls an act by a wrong name, or by that of a repealed one. With a section it is another rule's."""
    wrong = wrong_names(law)
    if vocabulary(record).isdisjoint(_words(law)):
        return
    for path, text in written(record):
        cited = [(start, end) for start, end, _ in citations_in(act_names(law), text)]
        for found in any_of(tuple(wrong)).finditer(text):
            inside = any(start <= found.start() < end for start, end in cited)
            if not inside and not is_about_the_past(text, found.start()):
                yield record.at(*path), _message(found.group(), wrong[found.group().casefold()])


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
