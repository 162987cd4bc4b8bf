"""A page of the handbook to take along, on one sheet: a situation, a rule, a service, the answers of a workplace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from builder.i18n import N_, Key
from builder.model.handbook import Handbook
from builder.views import confidentiality, may_i_share, pathways, services
from builder.views.page import Chapter, Context, Page
from builder.views.paper import page_until
from builder.views.routes import Names
from builder.views.share_answers import SharePage
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

#: Letters seen to fit on one side, and on both sides of a sheet, at each setting.
_ONE_SIDE = (2350, 3350, 3850, 4470, 4950)
_BOTH_SIDES = (5500, 9250, 10300, 11300, 12400, 15500)


@dataclass(frozen=True, slots=True)
class OnePage(Context):
    """A page, as it stands in the book."""

    template: ClassVar = "one-page"

    printed: Page


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of page: what its prints are called, for readers and as files, and the chapter the pages are in."""

    kind: Key
    file: str
    chapter: Callable[[Handbook, Names], Chapter]


_SITUATION = "situasjon"
_SORTS = (
    _Sort(N_("Situasjonen på papir"), _SITUATION, pathways.chapter),
    _Sort(N_("Kan jeg dele? på papir"), "kan-jeg-dele", may_i_share.chapter),
    _Sort(N_("Regelen på papir"), "regel", confidentiality.chapter),
    _Sort(N_("Tjenesten på papir"), "tjeneste", services.chapter),
)


def situation_path(pathway: str) -> str:
    """What identifies the sheet of a pathway."""
    return _path(f"{_SITUATION}-{pathway}")


def _path(name: str) -> str:
    return f"ark/{name}"


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One for each page of these sorts; the first of a chapter is its list."""
    dues = page_until(handbook)
    for sort in _SORTS:
        for page in sort.chapter(handbook, names).pages[1:]:
            yield _sheet(sort, page, dues.get(page.path) or valid_until(handbook, *_dues(page, dues)))


def _sheet(sort: _Sort, page: Page, until: dt.date | None) -> Sheet:
    name = f"{sort.file}-{page.path.rpartition('/')[2]}"
    return Sheet(
        _path(name),
        page.title,
        OnePage(page),
        description=page.description,
        kind=sort.kind,
        copies=(Copy(print_file(name), "A4"),),
        of=page.place,
        until=until,
        one_side=_ONE_SIDE,
        sides=2,
        fitting=_BOTH_SIDES,
    )


def _dues(page: Page, dues: Mapping[str, dt.date | None]) -> Iterator[dt.date | None]:
    """When the rules must be looked at again that the answers of a workplace are of."""
    if isinstance(page.context, SharePage):
        cards = (*page.context.cards, *page.context.others)
        yield from (dues.get(card.whole.place.page) for card in cards if card.whole and card.whole.place)
