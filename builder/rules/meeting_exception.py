"""Et unntak gjelder et møte som ellers ville vært holdt.

Er datoen i unntaket feil, står møtet fortsatt i kalenderen på dagen det ikke skal være.

Kilde: håndbokas egen sammenheng.

Riktig::

    forums:
      - id: team
        recurrence:
          every: 1
          to: null
          unit: week
          weekday: tuesday
          exceptions:
            - {date: 2026-12-01, moved_to: 2026-12-03}

Feil::

    forums:
      - id: team
        recurrence:
          every: 1
          to: null
          unit: week
          weekday: tuesday
          exceptions:
            - {date: 2026-12-02, moved_to: 2026-12-03}
"""

from __future__ import annotations

from builder.model.forum import Forum
from builder.model.handbook import Handbook
from builder.model.recurrence import MeetingException
from builder.model.schedule import end_of_school_year
from builder.problem import Message, Severity
from builder.rules.subject import Findings, Subject

ID = "meeting-exception"
#: Not an error: what is planned also follows from when the forum last met, which is written down afterwards.
SEVERITY = Severity.WARNING


def check(subject: Subject) -> Findings:
    """Every exception still to come this school year is for a day with a meeting."""
    handbook = subject.handbook
    last = end_of_school_year(handbook.today)
    for forum in handbook.forums:
        for index, exception in enumerate(forum.recurrence.exceptions if forum.recurrence else ()):
            if handbook.today <= exception.date <= last and exception.date not in handbook.schedule(forum).held:
                yield forum.at("recurrence", "exceptions", index, "date"), _message(handbook, forum, exception)


def _message(handbook: Handbook, forum: Forum, exception: MeetingException) -> Message:
    coming = [day for day in handbook.schedule(forum).held if day >= handbook.today]
    if not coming:
        return Message(
            "«{forum}» har ingen møter med dato, så unntaket {date} virker ikke; skriv recurrence med dag eller dates",
            forum=forum.name,
            date=exception.date,
        )
    nearest = min(coming, key=lambda day: abs(day - exception.date))
    return Message(
        "«{forum}» har ikke noe møte {date} å gjøre unntak for; det nærmeste er {nearest}",
        forum=forum.name,
        date=exception.date,
        nearest=nearest,
    )
