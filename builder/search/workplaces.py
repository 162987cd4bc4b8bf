"""Documents from the pages for those who work somewhere: whom they may tell what, and what concerns them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass

from builder.edition.words import Translate
from builder.facts.parts import of_category
from builder.facts.sharing import WORDS, Answer, Verdict, sharing_of
from builder.i18n import N_
from builder.model.handbook import Handbook
from builder.model.result_group import ResultGroup
from builder.model.vocabulary import Category, Matter
from builder.search.document import Document
from builder.views import routes
from builder.views.may_i_share import TITLE
from builder.views.page import Chapter, Link, Page, Place
from builder.views.workplaces import SAID

_TO = N_("Til {receiver}")
_WORRIED = N_("Er du bekymret for et barn: {answer}")
_ELSE = N_("Ellers: {answer}")
#: What a page for a workplace gathers that is worth finding it by.
_GATHERED = ("pathways", "forums", "forms")


def sharing(handbook: Handbook, translate: Translate) -> Iterator[Document]:
    """The choice of who asks; for each kind of service a line for each it may tell, at its answer."""
    if handbook.rules:
        yield Document(ResultGroup.RULE, Place(routes.SHARE), translate(TITLE))
    for sender in sharing_of(handbook).senders if handbook.rules else ():
        told = [
            (routes.receiver_anchor(receiver, answer.matter), _told(handbook, receiver, answer, translate))
            for answer in sharing_of(handbook).answers(sender)
            for receiver in answer.receivers
        ]
        title = f"{translate(TITLE)} {translate(SAID[sender])}"
        names = (translate(sender.label), *_names(handbook, sender))
        anchors, lines = tuple(anchor for anchor, _ in told), tuple(line for _, line in told)
        place = Place(routes.share_page(sender))
        yield Document(ResultGroup.RULE, place, title, names=tuple(dict.fromkeys(names)), lines=lines, anchors=anchors)


def work(handbook: Handbook, chapters: Collection[Chapter], translate: Translate) -> Iterator[Document]:
    """For each kind of workplace: the situations, meetings and forms its page gathers."""
    pages = {page.path: page for chapter in chapters for page in chapter.pages}
    for category in sharing_of(handbook).senders:
        page = pages.get(routes.workplace_page(category))
        if page:
            yield Document(
                ResultGroup.MORE, page.place, page.said(translate), lines=tuple(dict.fromkeys(_gathered(page)))
            )


def _names(handbook: Handbook, category: Category) -> Iterator[str]:
    for service in of_category(handbook, category):
        yield from (service.label, *service.aliases)


def _told(handbook: Handbook, receiver: Category, answer: Answer, translate: Translate) -> str:
    """The answer itself: to whom, about what where it is not ordinary cooperation, and what to do."""
    matter = "" if answer.matter is Matter.COOPERATION else f" ({translate(answer.matter.label)})"
    says = _says(answer, translate)
    told = translate(_TO).format(receiver=_called(handbook, receiver, translate))
    duty = _duty(handbook, receiver, answer)
    if duty:
        worried = translate(_WORRIED).format(answer=_says(duty, translate))
        says = f"{worried} {translate(_ELSE).format(answer=says)}"
    return f"{told}{matter}: {says}"


def _duty(handbook: Handbook, receiver: Category, answer: Answer) -> Answer | None:
    """The duty that goes before an ordinary answer: who is told to ask first must have read when she may not wait."""
    worried = sharing_of(handbook).between(answer.sender, receiver, Matter.WORRY)
    is_duty = worried.verdict is Verdict.MUST and worried.lead is not answer.lead
    return worried if is_duty and answer.matter is Matter.COOPERATION else None


def _says(answer: Answer, translate: Translate) -> str:
    return answer.lead.answer if answer.lead and answer.lead.answer else translate(WORDS[answer.verdict][0])


def _called(handbook: Handbook, category: Category, translate: Translate) -> str:
    """A kind of service, and what the handbook calls those it has."""
    services = (service.label for service in of_category(handbook, category))
    return " · ".join(dict.fromkeys((translate(category.label), *services)))


def _gathered(page: Page) -> Iterator[str]:
    for name in _GATHERED:
        yield from _linked(getattr(page.context, name))


def _linked(value: object) -> Iterator[str]:
    """The words of the links in what a page shows, however deep they lie."""
    if isinstance(value, Link):
        yield value.text
    elif is_dataclass(value):
        yield from _linked([getattr(value, declared.name) for declared in fields(value)])
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for item in value:
            yield from _linked(item)
