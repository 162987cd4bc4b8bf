"""What has changed in a meeting: when, where, who."""

from __future__ import annotations

from builder.changes.comparison import compare, differ
from builder.changes.difference import Sentence, Sentences
from builder.changes.naming import Naming
from builder.i18n import N_
from builder.model.forum import Forum
from builder.model.recurrence import Recurrence

#: The fields these sentences speak of.
TOLD = frozenset({"recurrence", "starts", "place", "members", "convener", "chair", "minutes_by"})
_LEADING = {
    "convener": N_("{actor} kaller nå inn til {forum}"),
    "chair": N_("{actor} leder nå {forum}"),
    "minutes_by": N_("{actor} skriver nå referat fra {forum}"),
}
#: What is said where it is now, and where it is no longer said.
_PLACED = {
    "starts": (N_("{forum} begynner nå klokka {time}"), N_("Det står ikke lenger når {forum} begynner")),
    "place": (N_("Nytt sted for {forum}: {place}"), N_("Det står ikke lenger hvor {forum} møtes")),
}


def forums(before: Forum, after: Forum, names: Naming) -> Sentences:
    """A sentence for each change in when, where and who."""
    yield from _exceptions(before, after, names)
    yield from _recurrence(before, after, names)
    yield from _when_and_where(before, after, names)
    yield from _leading(before, after, names)
    yield from _members(before, after, names)


def _exceptions(before: Forum, after: Forum, names: Naming) -> Sentences:
    if after.recurrence is None:
        return
    old, new = ({one.date: one for one in _of(forum).exceptions} for forum in (before, after))
    for date, exception in new.items():
        if differ(old.get(date), exception):
            yield Sentence("recurrence", f"{after.label}: {names.phrases.exception(exception)}")
    for date in (date for date in old if date not in new):
        said = names._("{forum}: møtet {date} er ikke lenger flyttet eller avlyst")
        yield Sentence("recurrence", said.format(forum=after.label, date=names.phrases.date(date)))


def _of(forum: Forum) -> Recurrence:
    return forum.recurrence or Recurrence.model_construct()


def _recurrence(before: Forum, after: Forum, names: Naming) -> Sentences:
    """Describes changes in recurrence; exceptions for single meetings are described separately."""
    _, old, new = names._, _of(before), _of(after)
    fields = {change.field for change in compare(old, new)} - {"exceptions"}
    if fields == {"weekday"} and old.weekday and new.weekday:
        said = _("{forum} er flyttet fra {before} til {after}").format(
            forum=after.label, before=_(old.weekday.label), after=_(new.weekday.label)
        )
    elif fields and after.recurrence:
        how_often = names.phrases.recurrence(after.recurrence) or "–"
        said = _("{forum} møtes nå {how_often}").format(forum=after.label, how_often=how_often)
    elif before.recurrence and not after.recurrence:
        said = _("Det står ikke lenger hvor ofte {forum} møtes").format(forum=after.label)
    else:
        return
    yield Sentence("recurrence", said)


def _when_and_where(before: Forum, after: Forum, names: Naming) -> Sentences:
    starts = f"{after.starts:%H:%M}" if after.starts else None
    for field, value in (("starts", starts), ("place", after.place)):
        if getattr(before, field) != getattr(after, field):
            said, gone = _PLACED[field]
            sentence = names._(said if value else gone)
            yield Sentence(field, sentence.format(forum=after.label, time=value, place=value))


def _leading(before: Forum, after: Forum, names: Naming) -> Sentences:
    for field, sentence in _LEADING.items():
        old, new = getattr(before, field), getattr(after, field)
        if new and new != old:
            yield Sentence(field, names._(sentence).format(actor=names.actor(new), forum=after.label))


def _members(before: Forum, after: Forum, names: Naming) -> Sentences:
    _ = names._
    old, new = ({member.actor: member for member in forum.members} for forum in (before, after))
    for actor, member in new.items():
        if actor not in old:
            said = _("{actor} er nå med i {forum}")
        elif differ(old[actor], member):
            said = _("Mandat, vara eller oppmøte for {actor} i {forum} er endret")
        else:
            continue
        yield Sentence("members", said.format(actor=names.actor(actor), forum=after.label))
    for actor in (actor for actor in old if actor not in new):
        said = _("{actor} er ikke lenger med i {forum}").format(actor=names.actor(actor), forum=after.label)
        yield Sentence("members", said)
