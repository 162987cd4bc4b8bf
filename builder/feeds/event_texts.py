"""What an event in a calendar says, in the municipality's own language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from builder.edition.edition import Edition
from builder.model.forum import FORUMS, Forum, Mode
from builder.model.schedule import Meeting
from builder.model.vocabulary import Attendance
from builder.prose import clause, plain
from builder.views.routes import page_of
from builder.views.urls import page


class EventTexts:
    """The texts of one edition's events."""

    def __init__(self, edition: Edition) -> None:
        self.municipality = edition.handbook.municipality
        self.names = edition.names
        self._ = edition.language.translate
        self.phrases = edition.language.phrases

    def address(self, forum: Forum) -> str | None:
        """Where the forum's page is, when it is known where the handbook is published."""
        return page(self.municipality.website, page_of(FORUMS, forum.id), str(self.municipality.written_standard))

    def arrange(self, forum: Forum) -> str:
        """The title of a reminder."""
        return self._("Avtal neste møte: {forum}").format(forum=forum.name)

    def window(self, forum: Forum, first: dt.date, latest: dt.date) -> str:
        """What a reminder says: that the day is not set, and when the meeting should be."""
        _, when = self._, self.phrases.date
        assert forum.recurrence is not None
        text = _("Dette er en påminnelse, ikke et møte. Dagen er ikke fastsatt: {forum} møtes {how_often}.").format(
            forum=forum.name, how_often=self.phrases.recurrence(forum.recurrence)
        )
        due = (
            _("Etter forrige møte bør neste være mellom {first} og {latest}.").format(
                first=when(first), latest=when(latest)
            )
            if latest > first
            else _("Etter forrige møte bør neste være omkring {first}.").format(first=when(first))
        )
        return "\n\n".join((f"{text} {due}", self.description(forum)))

    def description(self, forum: Forum, meeting: Meeting | None = None) -> str:
        """What is different this time, purpose, what may be said, who comes, what to prepare, who may cancel."""
        different = (f"{clause(self.phrases.change(meeting))}.",) if meeting and meeting.changed else ()
        return "\n\n".join((*different, *self._paragraphs(forum)))

    def _paragraphs(self, forum: Forum) -> Iterator[str]:
        _ = self._
        yield plain(forum.purpose)
        if forum.modes:
            yield _("Slik snakker vi om saker: {modes}.").format(
                modes=self.phrases.listed([self._mode(mode) for mode in forum.modes])
            )
        yield from self._people(forum)
        if forum.sign_up:
            yield _("Meld saker: {deadline}").format(deadline=forum.sign_up)
        if forum.preparation:
            yield "\n".join([_("Før møtet:"), *(f"– {plain(item)}" for item in forum.preparation)])
        if forum.agenda:
            yield "\n".join([_("Saksliste:"), *(f"{n}. {plain(i)}" for n, i in enumerate(forum.agenda, 1))])
        if forum.cancelling:
            yield _("Hvis møtet må avlyses: {what}").format(what=plain(forum.cancelling))
        if self.municipality.demonstration:
            yield _("Demonstrasjonsdata, ikke kommunens egen håndbok. Datoene er eksempler.")

    def _mode(self, mode: Mode) -> str:
        """«Anonymt», «Med samtykke (etter at samtykket er skrevet under)»."""
        word = self._(mode.label)
        return f"{word} ({mode.when})" if mode.when else word

    def _people(self, forum: Forum) -> Iterator[str]:
        _ = self._
        roles: tuple[tuple[str, tuple[str | None, ...]], ...] = (
            (_("Innkaller: {who}"), (forum.convener, *forum.co_conveners)),
            (_("Møteleder: {who}"), (forum.chair,)),
            (_("Skriver referat: {who}"), (forum.minutes_by,)),
            (_("Faste deltakere: {who}"), _members(forum, Attendance.REQUIRED)),
            (_("Ved behov: {who}"), _members(forum, Attendance.BY_NEED)),
            (_("Inviteres: {who}"), _members(forum, Attendance.INVITED)),
        )
        told = [(sentence, [self.names.actor(actor).text for actor in actors if actor]) for sentence, actors in roles]
        lines = [sentence.format(who="; ".join(who)) for sentence, who in told if who]
        if lines:
            yield "\n".join(lines)


def _members(forum: Forum, attendance: Attendance) -> tuple[str, ...]:
    return tuple(member.actor for member in forum.members if member.attendance is attendance)
