"""What has changed in a meeting: when, where, who."""

from __future__ import annotations

from collections.abc import Iterator

from builder.changes.difference import by_id, mapping, text
from builder.changes.naming import Naming, label
from builder.i18n import N_
from builder.model.export import Data
from builder.model.vocabulary import Weekday

Sentences = Iterator[tuple[str, str]]
#: The fields these sentences speak of.
TOLD = frozenset({"recurrence", "starts", "place", "members", "convener", "chair", "minutes_by"})
_LEADING = {
    "convener": N_("{actor} kaller nå inn til {forum}"),
    "chair": N_("{actor} leder nå {forum}"),
    "minutes_by": N_("{actor} skriver nå referat fra {forum}"),
}


def forums(before: Data, after: Data, names: Naming) -> Sentences:
    """Field and sentence for each change in when, where and who."""
    yield from _when(label(after), before, after, names)
    yield from _where(label(after), before, after, names)
    yield from _who(label(after), before, after, names)


def _when(forum: str, before: Data, after: Data, names: Naming) -> Sentences:
    _ = names._
    old, new = mapping(before, "recurrence"), mapping(after, "recurrence")
    yield from _exceptions(forum, old, new, names)
    if _rule(old) != _rule(new):
        if _rule(old, "weekday") == _rule(new, "weekday") and "weekday" in old and "weekday" in new:
            yield (
                "recurrence",
                _("{forum} er flyttet fra {before} til {after}").format(
                    forum=forum, before=_day(old, names), after=_day(new, names)
                ),
            )
        elif new:
            yield (
                "recurrence",
                _("{forum} møtes nå {how_often}").format(forum=forum, how_often=names.recurrence(new) or "–"),
            )
        else:
            yield "recurrence", _("Det står ikke lenger hvor ofte {forum} møtes").format(forum=forum)
    if before.get("starts") != after.get("starts") and after.get("starts"):
        yield "starts", _("{forum} begynner nå klokka {time}").format(forum=forum, time=text(after.get("starts")))
    elif before.get("starts") != after.get("starts"):
        yield "starts", _("Det står ikke lenger når {forum} begynner").format(forum=forum)


def _rule(recurrence: Data, *but: str) -> Data:
    """What recurs: nothing about single meetings, and nothing that is left as it is when not written."""
    return {key: value for key, value in recurrence.items() if value is not False and key not in ("exceptions", *but)}


def _exceptions(forum: str, old: Data, new: Data, names: Naming) -> Sentences:
    before, after = by_id(old, "exceptions", "date"), by_id(new, "exceptions", "date")
    for date, exception in after.items():
        if exception != before.get(date):
            yield "recurrence", f"{forum}: {names.exception(exception)}"
    for date in (date for date in before if new and date not in after):
        yield (
            "recurrence",
            names._("{forum}: møtet {date} er ikke lenger flyttet eller avlyst").format(
                forum=forum, date=names.date(date)
            ),
        )


def _day(recurrence: Data, names: Naming) -> str:
    return names._(next(day.label for day in Weekday if day.value == recurrence["weekday"]))


def _where(forum: str, before: Data, after: Data, names: Naming) -> Sentences:
    if before.get("place") == after.get("place"):
        return
    if after.get("place"):
        yield (
            "place",
            names._("Nytt sted for {forum}: {place}").format(forum=forum, place=text(after.get("place"))),
        )
    else:
        yield "place", names._("Det står ikke lenger hvor {forum} møtes").format(forum=forum)


def _who(forum: str, before: Data, after: Data, names: Naming) -> Sentences:
    _ = names._
    for field, sentence in _LEADING.items():
        if before.get(field) != after.get(field) and after.get(field):
            yield field, _(sentence).format(actor=names.actor(after.get(field)), forum=forum)
    old, new = by_id(before, "members", "actor"), by_id(after, "members", "actor")
    for actor, member in new.items():
        if actor not in old:
            yield "members", _("{actor} er nå med i {forum}").format(actor=names.actor(actor), forum=forum)
        elif member != old[actor]:
            yield (
                "members",
                _("Mandat, vara eller oppmøte for {actor} i {forum} er endret").format(
                    actor=names.actor(actor), forum=forum
                ),
            )
    for actor in (actor for actor in old if actor not in new):
        yield "members", _("{actor} er ikke lenger med i {forum}").format(actor=names.actor(actor), forum=forum)
