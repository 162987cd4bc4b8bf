"""Forms and templates: the list, and one printable page each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.model.deadline import Deadline
from builder.model.form import FORMS, Form
from builder.model.handbook import Handbook
from builder.views import routes
from builder.views.page import Chapter, Context, Link, Page
from builder.views.pathways import CallRow, calls
from builder.views.related import Told, told_in, users_of
from builder.views.routes import Names


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form in the list."""

    form: Form
    link: Link


@dataclass(frozen=True, slots=True)
class FormsPage(Context):
    """The list."""

    template: ClassVar = "forms"

    forms: Sequence[FormRow]


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """Who receives a form, whom to ring there, and how soon the answer comes where that is agreed."""

    to: Link
    calls: Sequence[CallRow]
    answer: Deadline | None


@dataclass(frozen=True, slots=True)
class FormPage(Context):
    """A form, who receives it where somebody does, the records that use it, and those that concern it."""

    template: ClassVar = "form"

    form: Form
    delivery: DeliveryRow | None
    used_by: Sequence[Link]
    told_in: Sequence[Told]


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list and the forms."""
    title = FORMS.plural
    index = Page(routes.list_of(FORMS), title, FormsPage([FormRow(form, names.to(form)) for form in handbook.forms]))
    pages = [
        Page(
            routes.page_of(FORMS, form.id),
            form.title,
            FormPage(
                form=form,
                delivery=delivered(names, form),
                used_by=users_of(names, handbook.naming(FORMS, form.id)),
                told_in=told_in(handbook, names, FORMS, form.id),
            ),
            description=form.purpose,
        )
        for form in handbook.forms
    ]
    return Chapter(title, (index, *pages))


def delivered(names: Names, form: Form) -> DeliveryRow | None:
    """Where a form goes; None where it goes nowhere."""
    said = form.delivery
    return DeliveryRow(names.actor(said.to), calls(names, said.to), said.answer) if said else None
