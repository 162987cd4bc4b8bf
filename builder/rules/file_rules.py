"""What is expected of files: text that is as it was written, and names that every machine can store, once each."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from builder.i18n import N_
from builder.model.base import Record
from builder.model.kind import Kind, OwnPages, SharedPage
from builder.model.kinds import KINDS, kind_of
from builder.model.references import Path
from builder.model.register import LawRegister
from builder.model.removed import Removed
from builder.problem import Message
from builder.rules.expectation import File, Finding, Findings, Lack, Scope, error, itself, warning

_GARBLED = N_(
    "teksten er lagret feil: «{seen}» skulle vært «{meant}»; rett det her og i resten av fila, eller hent teksten på "
    "nytt og lagre den som UTF-8"
)
_LOST = N_("her er en bokstav gått tapt («{seen}»), fordi teksten er lagret feil; skriv den på nytt")
_RESERVED = N_("Windows kan ikke ha filer som heter «{name}»; gi posten og fila et annet navn, som «{other}»")

_REPLACED = "\N{REPLACEMENT CHARACTER}"
#: What begins a letter that is saved twice: «Ã¥», «â€“». Where it may be a letter of its own, what follows may not be
#: a sign that ends a word or a quotation.
_AFTER = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_ENDS = "\u00bb\u2013\u2014\u2019\u201d\u2026\u203a\u00a0"
_FIRST = re.compile("[ÂÃÄÅâð]")
_TWICE = re.compile(f"(?:(?:[ÂÃ]|[ÄÅ](?![{_ENDS}])|â(?=[€„‚†]))[{_AFTER}]{{1,2}}|ð[Ÿ][{_AFTER}]{{2}})+")


@warning("garbled-text", of=itself, scope=Scope.FILE)
def whole_letters(file: File, _same: File) -> Findings:
    """Bokstavene i teksten er hele.

    Tekst som er hentet fra et annet program, kan være lagret med feil tegnsett. Da står det «Ã¥» der det skulle stått
    «å», og leseren må gjette.

    Kilde: håndbokas egen sammenheng; Unicode, kapittel 3.9 (UTF-8).

    Riktig::

        services:
          - id: ppt
            summary: Tilbud på alle nivåer.

    Feil::

        services:
          - id: ppt
            summary: Tilbud pÃ¥ alle nivÃ¥er.

    Riktig::

        services:
          - id: ppt
            summary: «BLÅ» – blå… og Årø, «Ä», Élan, Sámi čohkkejupmi.

    Feil::

        services:
          - id: ppt
            summary: Åpent 9 â€“ 15.

    Feil::

        services:
          - id: ppt
            summary: Sp�r oss.
    """
    told: set[int] = set()
    for found in _garbled(file.text):
        mark = file.at(found[0])
        if mark.line not in told:
            told.add(mark.line)
            yield Finding(mark, found[1], Lack.WRONG)


def _garbled(text: str) -> Iterator[tuple[int, Message]]:
    """Where letters are wrong, and what they were."""
    if text.isascii():
        return
    for found in _twice(text):
        meant = _once(found.group())
        if meant is not None:
            yield found.start(), Message(_GARBLED, seen=found.group(), meant=meant)
    for lost in re.finditer(_REPLACED, text):
        seen = re.search(rf"\w*{_REPLACED}$", text[max(0, lost.start() - 12) : lost.end()])
        yield lost.start(), Message(_LOST, seen=seen.group() if seen else _REPLACED)


def _twice(text: str) -> Iterator[re.Match[str]]:
    """As `_TWICE.finditer`, many times faster: the pattern is only asked where it may begin."""
    end = 0
    for first in _FIRST.finditer(text):
        if first.start() >= end and (found := _TWICE.match(text, first.start())):
            end = found.end()
            yield found


def _once(seen: str) -> str | None:
    """What was written before it was saved twice; None where it was not."""
    try:
        return b"".join(map(_byte, seen)).decode("utf-8")
    except UnicodeError:
        return None


def _byte(letter: str) -> bytes:
    """The byte that Windows shows as a letter; five have none, and stand for themselves."""
    return letter.encode("latin-1") if "\u0080" <= letter <= "\u009f" else letter.encode("cp1252")


#: microsoft.com, «Naming Files, Paths, and Namespaces».
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)})


@warning("windows-name", of=itself, scope=Scope.RECORD)
def storable(record: Record, _law: LawRegister) -> Findings:
    """Ingen post eller fil har et navn som Windows bruker selv.

    Id-en blir navnet på en fil i nettstedet. Windows kan ikke lage filer som heter con, prn, aux, nul, com1 til com9
    eller lpt1 til lpt9, og da kan ikke håndboka lages, hentes eller lastes ned der.

    Kilde: Microsoft, «Naming Files, Paths, and Namespaces».

    Riktig::

        services:
          - id: ppt

    Feil::

        roles:
          - {id: con, name: Kontakt}

    Feil::

        forms:
          - {id: com1, title: Skjema, kind: minutes, purpose: Etter hvert møte.}
    """
    mark = record.at("id")
    stem, _ = posixpath.splitext(posixpath.basename(mark.path))
    for name in dict.fromkeys((record.id, stem)):
        if name.lower() in _DEVICES:
            yield Finding(mark, Message(_RESERVED, name=name, other=f"{name}-1"), Lack.WRONG)
            return


_TAKEN = N_("«{id}» er adressen til en annen side i håndboka ({address}); gi posten en annen id, som «{other}»")


@error("address-taken", of=itself, scope=Scope.RECORD)
def free_address(record: Record, _law: LawRegister) -> Findings:
    """Ingen post har en id som er adressen til en av håndbokas egne sider.

    Id-en blir adressen til posten. Har en annen side den fra før, som lista over alle tjenester, legger den ene seg
    over den andre, og leseren finner bare den ene. Det samme gjelder id-er en post har hatt, og poster som er tatt ut.

    Kilde: håndbokas egen sammenheng.

    Riktig::

        forms:
          - {id: referat, title: Skjema, kind: minutes, purpose: Etter hvert møte.}

    Feil::

        forms:
          - {id: index, title: Skjema, kind: minutes, purpose: Etter hvert møte.}

    Riktig::

        roles:
          - {id: matrisen, name: Matrise}

    Feil::

        roles:
          - {id: matrise, name: Matrise}

    Feil::

        services:
          - {id: ppt, formerly: [index]}

    Feil::

        removed:
          - {id: aret, name: Året, was: "forums:motearet", date: 2026-11-01}

    Riktig::

        removed:
          - {id: aret, name: Året, was: "forums:ar", date: 2026-11-01}
    """
    for path, kind, name in _addresses(record):
        if isinstance(kind.address, OwnPages | SharedPage) and name in kind.address.taken:
            address = kind.address.at(name)
            yield Finding(record.at(*path), Message(_TAKEN, id=name, address=address, other=f"{name}-1"), Lack.WRONG)


def _addresses(record: Record) -> Iterator[tuple[Path, Kind[Any], str]]:
    """Where a record, or one that is no more, is or has been found: the kind it is of and its id."""
    yield ("id",), kind_of(record), record.id
    for number, former in enumerate(record.formerly):
        yield ("formerly", number), kind_of(record), former
    if isinstance(record, Removed) and record.kind in KINDS:
        yield ("was",), KINDS[record.kind], record.former_id


EXPECTATIONS = (whole_letters, storable, free_address)
