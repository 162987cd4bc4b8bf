"""«For barn, unge og foreldre»: an index by the family's own questions, and a page for each record that answers one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from builder.facts.answering import Answering
from builder.facts.for_families import ForFamilies, easily_read, related, to_ring, written
from builder.i18n import N_, Key
from builder.model.base import Record
from builder.model.confidentiality import RULES
from builder.model.families import Families, FamilyRight, said_to_families
from builder.model.form import FORMS
from builder.model.handbook import Handbook
from builder.model.kinds import kind_of
from builder.model.pathway import PATHWAYS
from builder.model.service import SERVICES
from builder.views import routes, urls
from builder.views.page import Chapter, Context, Link, Page, Place
from builder.views.routes import Names

TITLE = N_("For barn, unge og foreldre")
#: What a family asks about, by the kind of record that answers.
_ASKED = {
    PATHWAYS.name: N_("Hva skjer nå?"),
    RULES.name: N_("Hvem får vite om oss, og hva bestemmer vi?"),
    SERVICES.name: N_("Hvem kan hjelpe oss?"),
    FORMS.name: N_("Papirer dere kan få"),
}


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question, and the page that answers it."""

    text: Families
    link: Link


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions about the same."""

    title: Key
    rows: Sequence[QuestionRow]


@dataclass(frozen=True, slots=True)
class RightRow:
    """A right, and the provisions it rests on."""

    right: FamilyRight
    law: Sequence[Link]


@dataclass(frozen=True, slots=True)
class FamiliesPage(Context):
    """The questions."""

    template: ClassVar = "families"

    groups: Sequence[QuestionGroup]


@dataclass(frozen=True, slots=True)
class FamilyPage(Context):
    """The answer to one question, whom to ring, and where staff read the same."""

    template: ClassVar = "family"

    text: Families
    rights: Sequence[RightRow]
    name: str
    answers: Answering | None
    related: Sequence[Link]
    staff: Link
    index: Place


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The index and the answers; empty where nothing is written for families."""
    found = written(handbook)
    index = Page(routes.FAMILIES, TITLE, FamiliesPage(groups(handbook)))
    return Chapter(TITLE, (index, *(_page(handbook, names, one) for one in found)) if found else ())


def groups(handbook: Handbook, *, easy: bool = False) -> list[QuestionGroup]:
    """The questions by what they are about; with `easy` only those answered in easy language."""
    found = easily_read(handbook) if easy else written(handbook)
    return [
        QuestionGroup(_ASKED[kind], [QuestionRow(one.text, link(one)) for one in rows])
        for kind, rows in groupby(found, key=lambda one: one.kind.name)
    ]


def link(one: ForFamilies) -> Link:
    """A link to a page for families, by the question it answers."""
    return Link(one.text.question, place(one))


def place(one: ForFamilies) -> Place:
    """Where a record speaks to families."""
    return Place(routes.family_page(one.kind, one.record.id))


def given_by(record: Record) -> Link | None:
    """From a record: the page staff give the family, with the file of its sheet as a note. None where there is none."""
    text = said_to_families(record)
    if text is None:
        return None
    page = routes.family_page(kind_of(record), record.id)
    return Link(text.question, Place(page), urls.family_print(page))


def rights(names: Names, text: Families) -> list[RightRow]:
    """The rights of a family, each with its provisions."""
    return [RightRow(right, [names.law(citation) for citation in right.legal_basis]) for right in text.rights]


def _page(handbook: Handbook, names: Names, one: ForFamilies) -> Page:
    return Page(
        place(one).page,
        one.text.question,
        FamilyPage(
            text=one.text,
            rights=rights(names, one.text),
            name=one.record.label,
            answers=to_ring(handbook, one),
            related=[link(other) for other in related(handbook, one)],
            staff=names.to(one.record),
            index=Place(routes.FAMILIES),
        ),
        description=one.text.answer,
    )
