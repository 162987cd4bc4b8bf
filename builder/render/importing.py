"""What a page's template takes from others is made once a page, however many of them take it.

`{% from "parts.j2" import link with context %}` runs all of `parts.j2`, for it may use what is given to the page; and
most templates a page is made by begin so. What they are given is the same, so what they take is too: templates set
nothing of their own before they import.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

from jinja2 import Template
from jinja2.environment import TemplateModule

_made: ContextVar[dict[Template, TemplateModule] | None] = ContextVar("made", default=None)


class ImportingTemplate(Template):
    """A template that others import."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page, or the part of one."""
        before = _made.set({})
        try:
            return super().render(*args, **kwargs)
        finally:
            _made.reset(before)

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - Jinja's names
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> TemplateModule:
        """What can be imported; `shared` when it is imported with the context of a template."""
        made = _made.get()
        if made is None or not shared:
            return super().make_module(vars, shared, locals)
        if self not in made:
            made[self] = super().make_module(vars, shared, locals)
        return made[self]
