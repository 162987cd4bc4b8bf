"""«My book»: what those who work somewhere take along on paper, and the parts of it one may choose among.

It is made of the pages of the handbook: whom to ring, the situations, the answers to «may I share?», the meetings with
their days, and the forms. The book of a place by name is that of its kind of workplace, after what is the place's own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from builder.facts.held import coming, held_of
from builder.facts.participation import situations_of
from builder.facts.parts import of_category
from builder.facts.sharing import sharing_of
from builder.i18n import N_, Key
from builder.model.form import FORMS, Form
from builder.model.handbook import Handbook
from builder.model.pathway import PATHWAYS, Pathway
from builder.model.place import PLACES
from builder.model.service import SERVICES
from builder.model.vocabulary import Category
from builder.slug import slug
from builder.views import may_i_share, routes, urls
from builder.views.by_workplace import WorkplacePage
from builder.views.page import Context, Page, Place
from builder.views.places import MeetingAt, meeting_at
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy
from builder.views.workplaces import SAID

KIND = N_("Min bok")
_OF_THE_KIND = N_("Heftet for arbeidsstedet")
A4, A5 = "A4", "A5"


class Part(StrEnum):
    """A part of the book that one may have alone; the value is its address on the command line, in bokmål."""

    CONTACTS = "kontakter"
    SITUATIONS = "situasjoner"
    SHARE = "kan jeg dele"
    MEETINGS = "møter"
    FORMS = "skjemaer"


TITLES: Mapping[Part, Key] = {
    Part.CONTACTS: N_("Hvem ringer jeg?"),
    Part.SITUATIONS: PATHWAYS.plural,
    Part.SHARE: may_i_share.TITLE,
    Part.MEETINGS: N_("Møtene våre"),
    Part.FORMS: FORMS.plural,
}
#: What each part is called where one chooses.
NAMES: Mapping[Part, Key] = {
    Part.CONTACTS: N_("kontakter"),
    Part.SITUATIONS: N_("situasjoner"),
    Part.SHARE: N_("kan jeg dele"),
    Part.MEETINGS: N_("møter"),
    Part.FORMS: N_("skjemaer"),
}


@dataclass(frozen=True, slots=True)
class MyMeetings(Context):
    """The meetings a workplace is in: those to come by day, and each with what it is for."""

    template: ClassVar = "my-meetings"

    coming: Sequence[MeetingAt]
    forums: Sequence[ForumRow]


@dataclass(frozen=True, slots=True)
class ForumRow:
    """A forum a workplace is in, wherever it is held, and whether the workplace leads it."""

    held: Sequence[MeetingAt]
    leads: bool


@dataclass(frozen=True, slots=True)
class MyForms(Context):
    """The forms a workplace uses, and where all of them are on the web."""

    template: ClassVar = "my-forms"

    forms: Sequence[Form]
    address: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of the book that belong together. What is a place's own is no part that one may leave out."""

    title: str
    pages: tuple[Page, ...]
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class MyBook:
    """A book for a kind of workplace or a place: its name, how its readers are called, and where it is on the site.

    `copies` are the files made of it, or that go with it.
    """

    id: str
    name: str
    title: str
    of: Place
    sections: tuple[Section, ...]
    copies: tuple[Copy, ...]
    kind: Key = KIND
    language: str = ""

    def file(self, paper: str) -> str:
        """The path of it on a paper."""
        return _file(self.id, paper)

    def is_made_for(self, paper: str) -> bool:
        """Whether it is published on a paper."""
        return self.file(paper) in {copy.file for copy in self.copies}

    def with_parts(self, wanted: Collection[Part]) -> MyBook:
        """The book with only some of its parts."""
        return replace(self, sections=tuple(one for one in self.sections if one.part is None or one.part in wanted))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts there are."""
        return tuple(one.part for one in self.sections if one.part)


def books(handbook: Handbook, names: Names, pages: Iterable[Page]) -> Iterator[MyBook]:
    """A book for each kind of workplace, and one for each place. `pages` are all those of the handbook."""
    known = {page.path: page for page in pages}
    senders = sharing_of(handbook).senders
    made = {category: _of_workplace(handbook, names, known, category) for category in senders}
    yield from made.values()
    for place in handbook.places:
        service = handbook.find(SERVICES, place.service)
        if service and service.category in made:
            yield _of_place(known[routes.page_of(PLACES, place.id)], place.id, made[service.category])


def _file(name: str, paper: str) -> str:
    return urls.print_file(f"min-bok-{name}" if paper == A4 else f"min-bok-{name}-{slug(paper)}")


def _of_workplace(handbook: Handbook, names: Names, known: Mapping[str, Page], category: Category) -> MyBook:
    name = slug(category.label)
    return MyBook(
        name,
        Key(category.label),
        SAID[category],
        Place(routes.workplace_page(category)),
        tuple(_sections(handbook, names, known, category)),
        tuple(Copy(_file(name, paper), paper) for paper in (A4, A5)),
    )


def _of_place(page: Page, place: str, kind: MyBook) -> MyBook:
    """What is the place's own first. It is bound in A4; to fold, there is the book of its kind."""
    own, shared = Copy(_file(place, A4), A4), Copy(kind.file(A5), A5, name=_OF_THE_KIND)
    sections = (Section(page.title, (page,)), *kind.sections)
    return MyBook(place, page.title, page.title, page.place, sections, (own, shared))


def _sections(handbook: Handbook, names: Names, known: Mapping[str, Page], category: Category) -> Iterator[Section]:
    workplace = known[routes.workplace_page(category)]
    share = known.get(routes.share_page(category))
    services = of_category(handbook, category)
    pathways = situations_of(handbook, services)
    context = workplace.context
    assert isinstance(context, WorkplacePage)
    pages: dict[Part, tuple[Page, ...]] = {
        Part.CONTACTS: (replace(workplace, title=TITLES[Part.CONTACTS]),),
        Part.SITUATIONS: tuple(known[routes.page_of(PATHWAYS, one.id)] for one in pathways),
        Part.SHARE: (replace(share, title=TITLES[Part.SHARE], lead_in=Key()),) if share else (),
        Part.MEETINGS: _meetings(handbook, names, category, context),
        Part.FORMS: _forms(handbook, category, context, pathways),
    }
    yield from (Section(TITLES[part], found, part) for part, found in pages.items() if found)


def _meetings(handbook: Handbook, names: Names, category: Category, context: WorkplacePage) -> tuple[Page, ...]:
    held = [one for row in context.forums for one in held_of(handbook, row.forum)]
    made = MyMeetings(
        coming=[meeting_at(names, one, meeting) for one, meeting in coming(handbook, held)],
        forums=[
            ForumRow([meeting_at(names, one) for one in held_of(handbook, row.forum)], row.leads)
            for row in context.forums
        ],
    )
    return (Page(f"min-bok/moter-{slug(category.label)}", TITLES[Part.MEETINGS], made),) if held else ()


def _forms(
    handbook: Handbook, category: Category, context: WorkplacePage, pathways: Iterable[Pathway]
) -> tuple[Page, ...]:
    """The forms the workplace uses, and those of every step that is in the book, whoever takes it."""
    used = {link.place for link in context.forms}
    used |= {routes.place_of(FORMS, form) for pathway in pathways for step in pathway.steps for form in step.forms}
    listed = [form for form in handbook.forms if routes.place_of(FORMS, form.id) in used]
    municipality = handbook.municipality
    address = urls.page(municipality.website, routes.list_of(FORMS), str(municipality.written_standard))
    made = MyForms(listed, address)
    return (Page(f"min-bok/skjemaer-{slug(category.label)}", TITLES[Part.FORMS], made),) if listed else ()
