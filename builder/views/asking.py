"""A message that is ready to be sent to whoever knows, about one thing that is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.tasks import Duty, Task
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.kinds import kind_of
from builder.model.municipality import MUNICIPALITY
from builder.model.service import CONTACTS, Contact
from builder.problem import Message
from builder.views import urls
from builder.views.page import Place
from builder.views.routes import place_of

_QUESTIONS = {
    Duty.VERIFY: N_("Stemmer dette fortsatt om {name}?"),
    Duty.DATE_MOVED: N_("Datoen for {name} er flyttet, men det står ikke hva som ble gjort. Stemmer dette?"),
    Duty.VACANT: N_("{name} står som ubesatt. Er det fortsatt slik, og hvem svarer?"),
    Duty.REVIEW: N_("Stemmer «{name}» fortsatt, og er noe nytt siden sist?"),
    Duty.APPROVE: N_("«{name}» er ikke godkjent slik den står nå. Kan den godkjennes?"),
    Duty.RENEW: N_("«{name}» gjelder til og med {date}. Skal den fornyes?"),
    Duty.ACCEPTED: N_("Funnet «{name}» er godtatt til og med {date}. Er det rettet?"),
}
_SUBJECT = N_("{handbook}: {name}")
_HELLO = N_("Hei!")
_BY = N_("Svar gjerne innen {date}.")
_SOON = N_("Svar gjerne så snart du kan.")
_REGARDS = N_("Hilsen {role}, {email}")


def question(task: Task) -> Message:
    """What is asked, in a sentence."""
    return Message(_QUESTIONS[task.duty], name=task.name, date=task.due)


def subject(handbook: Handbook, task: Task) -> Message:
    """The heading of a message about it."""
    return Message(_SUBJECT, handbook=handbook.municipality.title, name=task.name)


def detail(handbook: Handbook, task: Task) -> tuple[Message, ...]:
    """What is known now, line by line, and where it stands."""
    found = list(_known(task.contact)) if task.contact else []
    municipality = handbook.municipality
    address = urls.page(municipality.website, page_of(task).page, str(municipality.written_standard))
    return (*found, Message("{address}", address=address)) if address else tuple(found)


def letter(handbook: Handbook, task: Task) -> tuple[Message, ...]:
    """The whole message, line by line; an empty one parts what belongs together."""
    editors, blank = handbook.municipality.editors, Message("{nothing}", nothing="")
    by = Message(_SOON) if task.late(handbook.today) else Message(_BY, date=task.due)
    regards = Message(_REGARDS, role=editors.role, email=editors.email)
    known = detail(handbook, task)
    return (Message(_HELLO), blank, question(task), *known, blank, by, blank, regards)


def page_of(task: Task) -> Place:
    """Where it stands on the site."""
    return place_of(CONTACTS if task.contact else kind_of(task.record), task.reference)


def answer(handbook: Handbook, task: Task) -> str:
    """The command that writes the answer, with what is to be filled in; empty where a file is edited instead."""
    municipality = handbook.municipality.id
    if task.duty in {Duty.VERIFY, Duty.DATE_MOVED}:
        return f'handbok verify {task.reference} --municipality {municipality} --by "" --how ""'
    if task.duty is Duty.APPROVE and kind_of(task.record) is MUNICIPALITY:
        return f'handbok approve {municipality} --by "" --version ""'
    return ""


def _known(contact: Contact) -> Iterator[Message]:
    yield Message(N_("Rolle: {role}"), role=contact.role)
    if contact.phone:
        yield Message(N_("Telefon: {phone}"), phone=contact.phone)
    if contact.email:
        yield Message(N_("E-post: {email}"), email=contact.email)
    if contact.deputy:
        yield Message(N_("Ved fravær: {role}"), role=contact.deputy.role)
    if contact.verified:
        yield Message(N_("Sist kontrollert: {date}, {how}"), date=contact.verified.date, how=contact.verified.how)
