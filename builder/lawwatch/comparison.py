"""The register of law beside a collection: what has changed, moved, or is gone since it was read.

When a provision changed is what Lovdata's own notes below it say. The text itself is not compared: each collection sets
it in its own way, so that a comparison would tell of every section whenever one is set anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.i18n import N_
from builder.lawwatch.collection import REGULATION, Collection, reference
from builder.lawwatch.law_text import LawText, Section, key, same
from builder.lawwatch.observation import Observation, Seen
from builder.lawwatch.section_numbers import numbers
from builder.model.law import Act, Provision
from builder.model.vocabulary import ActKind, ActStatus
from builder.problem import NOTHING, Message

_SINCE = N_("endret {date}, lest {read}")
_FROM = N_("fra {date}")
_NOW_AT = N_("«{heading}» er nå {number}")
_REGISTER_SAYS = N_("i registeret «{ours}», i loven «{theirs}»")
_EMPTY = N_("står uten tekst")
_REMOVED = N_("tatt ut av samlingen")
_WITHHELD = N_("tatt ut av samlingen: {reason}")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was laid beside the collection, and what was seen."""

    acts: int
    provisions: int
    observations: tuple[Observation, ...]
    without_regulations: int = 0
    """Regulations that were not looked for, because the collection has none."""


def compared(acts: Iterable[Act], collection: Collection, today: dt.date) -> Comparison:
    """The acts of the register laid beside a collection. Acts that only amend others are in none."""
    within = [act for act in acts if act.kind is not ActKind.AMENDING_ACT]
    looked_for = [act for act in within if act.kind is not ActKind.REGULATION or REGULATION in collection.kinds]
    seen = dict.fromkeys(one for act in looked_for for one in _of_act(act, collection, today))
    ordered = sorted(seen, key=lambda one: (list(Seen).index(one.seen), one.mark))
    number = sum(len(act.provisions) for act in looked_for)
    return Comparison(len(looked_for), number, tuple(ordered), len(within) - len(looked_for))


def _of_act(act: Act, collection: Collection, today: dt.date) -> Iterator[Observation]:
    name = reference(act.reference, act.url, act.source)
    text = collection.text(name) if name else None
    if act.status is ActStatus.REPEALED:
        if text is not None and not text.removed and name not in collection.removed:
            yield Observation(Seen.STILL_THERE, act.name, NOTHING, act.at("status"))
    elif text is None or text.removed or name in collection.removed:
        yield _gone(act, name, collection)
    else:
        yield from _of_text(act, text, today)


def _gone(act: Act, name: str | None, collection: Collection) -> Observation:
    """Taken out because it is no longer law, unless the collection says another reason."""
    removed = collection.removed.get(name or "")
    if removed and removed.reason:
        return Observation(Seen.ACT_NOT_FOUND, act.name, Message(_WITHHELD, reason=removed.reason), act.at("name"))
    if removed or (name and collection.text(name)):
        return Observation(Seen.ACT_REPEALED, act.name, Message(_REMOVED), act.at("name"))
    return Observation(Seen.ACT_NOT_FOUND, act.name, NOTHING, act.at("name"))


def _of_text(act: Act, text: LawText, today: dt.date) -> Iterator[Observation]:
    if act.kind is not ActKind.EU_REGULATION and text.title and not same(text.title, act.title):
        differs = Message(_REGISTER_SAYS, ours=act.title, theirs=text.title)
        yield Observation(Seen.TITLE, act.name, differs, act.at("title"))
    if act.status is ActStatus.ADOPTED and text.in_force and text.in_force <= today:
        yield Observation(Seen.IN_FORCE, act.name, Message(_FROM, date=text.in_force), act.at("status"))
    found = [one for number in range(len(act.provisions)) for one in _of_provision(act, number, text, today)]
    yield from found
    if not any(one.seen is Seen.CHANGED for one in found):
        yield from _of_whole(act, text, today)


def _of_whole(act: Act, text: LawText, today: dt.date) -> Iterator[Observation]:
    """Whether the act has changed, where no provision in the register has. An annex has no date of its own."""
    read = act.source_as_of
    if act.kind is ActKind.EU_REGULATION or act.status is ActStatus.ADOPTED:
        return
    if read is None:
        yield Observation(Seen.UNDATED, act.name, NOTHING, act.at("name"))
    elif text.changed and read < text.changed <= today:
        changed = Message(_SINCE, date=text.changed, read=read)
        yield Observation(Seen.ACT_CHANGED, act.name, changed, act.at("source_as_of"))


def _of_provision(act: Act, number: int, text: LawText, today: dt.date) -> Iterator[Observation]:
    provision = act.provisions[number]
    mark, what = act.at("provisions", number, "section"), f"{act.name} {provision.section}"
    read = provision.source_as_of or act.source_as_of
    if read and text.is_before(read):
        yield Observation(Seen.OLDER, act.name, NOTHING, act.at("name"))
        return
    for name in numbers(provision.section):
        found = list(_of_section(name, provision, text))
        section = text.found(name, provision.heading)
        if section and read and act.status is ActStatus.IN_FORCE:
            found += _changes(section, read, today)
        yield from (Observation(seen, what, detail, mark) for seen, detail in found)


def _of_section(number: str, provision: Provision, text: LawText) -> Iterator[tuple[Seen, Message]]:
    """Where a section is. One that the register says does not apply need not be there."""
    section, heading = text.found(number, provision.heading), provision.heading
    if section and heading and same(section.heading, heading):
        if provision.in_force and not section.has_text:
            yield (Seen.REPEALED, NOTHING) if section.repealed else (Seen.NOT_FOUND, Message(_EMPTY))
        return
    elsewhere = _elsewhere(number, heading, text) if heading else None
    if elsewhere:
        yield Seen.RENUMBERED, Message(_NOW_AT, heading=heading, number=elsewhere.number)
    elif provision.in_force:
        yield from _not_as_it_was(section, heading)


def _not_as_it_was(section: Section | None, heading: str | None) -> Iterator[tuple[Seen, Message]]:
    if section is None:
        yield Seen.NOT_FOUND, NOTHING
    elif section.repealed:
        yield Seen.REPEALED, NOTHING
    elif not section.has_text:
        yield Seen.NOT_FOUND, Message(_EMPTY)
    elif heading:
        yield Seen.HEADING, Message(_REGISTER_SAYS, ours=heading, theirs=section.heading)


def _elsewhere(number: str, heading: str, text: LawText) -> Section | None:
    """The only other section with a heading; where several have it, none can be told to be the one."""
    found = [one for one in text.headed(heading) if key(one.number) != key(number) and one.has_text]
    return found[0] if len(found) == 1 else None


def _changes(section: Section, read: dt.date, today: dt.date) -> Iterator[tuple[Seen, Message]]:
    """The last change since it was read, and the first of those to come."""
    seen_from = [one.seen_from for one in section.amendments if one.seen_from]
    since = [day for day in seen_from if read < day <= today]
    coming = [day for day in seen_from if day > today]
    if since:
        yield Seen.CHANGED, Message(_SINCE, date=max(since), read=read)
    if coming:
        yield Seen.COMING, Message(_FROM, date=min(coming))
