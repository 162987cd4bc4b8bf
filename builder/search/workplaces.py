"""Documents from the pages for those who work somewhere: whom they may tell what, and what concerns them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass

from builder.edition.phrases import Translate
from builder.model.handbook import Handbook
from builder.model.result_group import ResultGroup
from builder.model.vocabulary import Category
from builder.search.document import Document
from builder.views import routes
from builder.views.may_i_share import TITLE, main_verdicts
from builder.views.page import Chapter, Link, Page, Place
from builder.views.sharing import WORDS, Answer, answers, kinds_of_service
from builder.views.workplaces import SAID

#: What a page for a workplace gathers that is worth finding it by.
_GATHERED = ("pathways", "forums", "forms")


def sharing(handbook: Handbook, translate: Translate) -> Iterator[Document]:
    """For each kind of service that may want to tell something: a line for each it may tell, at its answer."""
    for sender in kinds_of_service(handbook) if handbook.rules else ():
        told = [
            (routes.receiver_anchor(receiver), _told(handbook, receiver, answer, translate))
            for answer in answers(handbook, sender)
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
    for category in kinds_of_service(handbook):
        page = pages.get(routes.workplace_page(category))
        if page:
            yield Document(
                ResultGroup.MORE, page.place, page.said(translate), lines=tuple(dict.fromkeys(_gathered(page)))
            )


def _names(handbook: Handbook, category: Category) -> Iterator[str]:
    for service in handbook.services:
        if service.category is category:
            yield from (service.label, *service.aliases)


def _told(handbook: Handbook, receiver: Category, answer: Answer, translate: Translate) -> str:
    words = ", ".join(translate(WORDS[verdict][0]) for verdict in main_verdicts(answer))
    return f"{translate('Til')} {_called(handbook, receiver, translate)}: {words}"


def _called(handbook: Handbook, category: Category, translate: Translate) -> str:
    """A kind of service, and what the handbook calls those it has."""
    services = (service.label for service in handbook.services if service.category is category)
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
