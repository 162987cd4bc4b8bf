"""Forms and templates: the list, and one printable page each."""

from __future__ import annotations

from builder.model.form import FORMS
from builder.model.handbook import Handbook
from builder.views import routes
from builder.views.page import Chapter, Page
from builder.views.related import told_in, users_of
from builder.views.routes import Names


def chapter(handbook: Handbook, names: Names) -> Chapter:
    """The list and the forms."""
    title = FORMS.plural
    index = Page(
        routes.list_of(FORMS), title, "forms", {"forms": [{"form": f, "link": names.to(f)} for f in handbook.forms]}
    )
    pages = [
        Page(
            routes.page_of(FORMS, form.id),
            form.title,
            "form",
            {
                "form": form,
                "law": [names.law(citation) for citation in form.legal_basis],
                "used_by": users_of(names, handbook.naming(FORMS, form.id)),
                "told_in": told_in(handbook, names, FORMS, form.id),
            },
            description=form.purpose,
        )
        for form in handbook.forms
    ]
    return Chapter(title, (index, *pages))
