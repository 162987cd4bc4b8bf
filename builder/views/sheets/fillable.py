"""Forms as PDF that can be filled in on screen or by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from builder.i18n import N_
from builder.model.form import FORMS, Form, FormField, FormSection
from builder.model.handbook import Handbook
from builder.model.vocabulary import FieldKind, FormKind
from builder.views import routes
from builder.views.forms import DeliveryRow, delivered
from builder.views.page import Context, Link
from builder.views.routes import Names
from builder.views.sheets.sheet import Copy, Sheet, valid_until
from builder.views.urls import print_file

#: The longest label that fits over a field of half the width.
_SHORT = 48
#: The longest question that leaves room for an answer in the same line.
_IN_LINE = {FieldKind.LINE: 60, FieldKind.DATE: 90}
#: The most lines of an area to write in that can stand beside another.
_LOW = 3
#: The most sides: one sheet of paper for what a family signs or writes, one side for what is held in the hand.
_SIDES = {FormKind.CONSENT: 2, FormKind.SELF_REFERRAL: 2, FormKind.MEETING_GUIDE: 1}
#: How many columns a page has, and how many a short field needs.
_PAGE, _HALF, _THIRD = 12, 6, 4


class Look(StrEnum):
    """How the fields of a row stand."""

    BESIDE = "beside"
    AREAS = "areas"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class NumberedField:
    """A field with its number in its part of the form, and how many of twelve columns it needs."""

    number: int
    field: FormField
    columns: int

    @property
    def in_line(self) -> bool:
        """Whether the answer has room after the question, where the field has a row of its own."""
        return len(self.field.label + (self.field.help or "")) <= _IN_LINE.get(self.field.kind, 0)


@dataclass(frozen=True, slots=True)
class FieldRow:
    """Fields that share the width of a page, or signatures below one another."""

    look: Look
    fields: Sequence[NumberedField]

    @property
    def lines(self) -> int:
        """How many lines there are to write on, so that what stands side by side is of one height."""
        return max(one.field.rows for one in self.fields)


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A part of a form, its fields in rows."""

    section: FormSection
    rows: Sequence[FieldRow]


@dataclass(frozen=True, slots=True)
class FillableForm(Context):
    """A form, who receives it and answers for it, and the law it rests on.

    `rings` where whoever fills it in may have to ring first.
    """

    template: ClassVar = "form"

    form: Form
    delivery: DeliveryRow | None
    owner: Link | None
    law: Sequence[Link]
    sections: Sequence[SectionRow]
    rings: bool


def sheets(handbook: Handbook, names: Names) -> Iterator[Sheet]:
    """One for each form, and for each other language it stands in."""
    for form in handbook.forms:
        yield _sheet(handbook, names, form)
        for language, other in handbook.in_other_languages(form):
            yield _sheet(handbook, names, other, language)


def path(name: str) -> str:
    """What identifies the sheet of a form."""
    return f"skjema/{name}"


def _sheet(handbook: Handbook, names: Names, form: Form, language: str = "") -> Sheet:
    name = f"{form.id}-{language}" if language else form.id
    return Sheet(
        path(name),
        form.title,
        FillableForm(
            form=form,
            delivery=delivered(names, form),
            owner=names.actor(form.owner) if form.owner else None,
            law=[names.law(citation) for citation in form.legal_basis],
            sections=[SectionRow(section, field_rows(section.fields)) for section in form.sections],
            rings=form.kind is FormKind.REPORT,
        ),
        description=form.purpose,
        kind=N_("Skjema"),
        copies=(Copy(print_file(f"skjema-{name}"), "A4"),),
        of=routes.place_of(FORMS, form.id),
        until=valid_until(handbook, form.next_review),
        fewest=True,
        sides=_SIDES.get(form.kind),
        language=language,
    )


def field_rows(fields: Sequence[FormField]) -> list[FieldRow]:
    """The fields with their numbers; those that are short share a row, and low areas and signatures stand together."""
    rows: list[FieldRow] = []
    for number, field in enumerate(fields, start=1):
        one, look = NumberedField(number, field, _columns(field)), _look(field)
        if rows and rows[-1].look is look and _has_room(rows[-1], one):
            rows[-1] = FieldRow(look, (*rows[-1].fields, one))
        else:
            rows.append(FieldRow(look, (one,)))
    return rows


def _look(field: FormField) -> Look:
    if field.kind is FieldKind.SIGNATURE:
        return Look.SIGNATURES
    return Look.AREAS if field.kind is FieldKind.TEXT else Look.BESIDE


def _has_room(row: FieldRow, one: NumberedField) -> bool:
    return row.look is Look.SIGNATURES or sum(each.columns for each in (*row.fields, one)) <= _PAGE


def _columns(field: FormField) -> int:
    if field.kind is FieldKind.DATE:
        return _THIRD
    is_short = field.kind is FieldKind.LINE and len(field.label) <= _SHORT
    is_low = field.kind is FieldKind.TEXT and field.rows <= _LOW
    return _HALF if is_short or is_low else _PAGE
