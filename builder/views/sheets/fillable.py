"""Forms as PDF that can be filled in on screen or by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.i18n import N_
from builder.model.form import FORMS, Form, FormField, FormSection
from builder.model.handbook import Handbook
from builder.model.vocabulary import FieldKind
from builder.views import routes
from builder.views.page import Context, Link
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

#: The longest label that fits over a field of half the width.
SHORT = 48


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A part of a form, its fields with their numbers in rows of one or two."""

    section: FormSection
    rows: Sequence[Sequence[tuple[int, FormField]]]


@dataclass(frozen=True, slots=True)
class FillableForm(Context):
    """A form, who answers for it, and the law it rests on."""

    template: ClassVar = "form"

    form: Form
    owner: Link | None
    law: Sequence[Link]
    sections: Sequence[SectionRow]


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One for each form, and for each other language it stands in."""
    for form in handbook.forms:
        yield _sheet(handbook, names, form)
        for language, other in handbook.in_other_languages(form):
            yield _sheet(handbook, names, other, language)


def _sheet(handbook: Handbook, names: Names, form: Form, language: str = "") -> Sheet:
    name = f"{form.id}-{language}" if language else form.id
    return Sheet(
        f"skjema/{name}",
        form.title,
        FillableForm(
            form=form,
            owner=names.actor(form.owner) if form.owner else None,
            law=[names.law(citation) for citation in form.legal_basis],
            sections=[SectionRow(section, _rows(section.fields)) for section in form.sections],
        ),
        description=form.purpose,
        kind=N_("Skjema"),
        copies=(Copy(print_file(f"skjema-{name}"), "A4"),),
        of=routes.place_of(FORMS, form.id),
        until=valid_until(handbook, form.next_review),
        language=language,
    )


def _rows(fields: Sequence[FormField]) -> list[list[tuple[int, FormField]]]:
    """The fields with their numbers; two short ones after one another share a row."""
    rows: list[list[tuple[int, FormField]]] = []
    for number, field in enumerate(fields, start=1):
        if rows and len(rows[-1]) == 1 and _is_short(field) and _is_short(rows[-1][0][1]):
            rows[-1].append((number, field))
        else:
            rows.append([(number, field)])
    return rows


def _is_short(field: FormField) -> bool:
    """Whether half the width of a page is enough."""
    return field.kind is FieldKind.DATE or (field.kind is FieldKind.LINE and len(field.label) <= SHORT)
