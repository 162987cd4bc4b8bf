"""Marks what is in another language than the page, so that it is read aloud and hyphenated as what it is.

What a template writes is marked with signs that no text can hold, for a template does not know where on the page it is.
When the page is whole they become elements, and nothing where there can be none: in attributes, titles and choices.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import Template
from markupsafe import Markup, escape

from builder.model.foreign import Foreign

_BEGINS, _SAID, _ENDS = "\x02", "\x03", "\x04"
_MARK = re.compile(f"{_BEGINS}([a-z]+){_SAID}|{_ENDS}")
#: A tag, or a whole element that can have no other in it.
_NO_ELEMENTS = re.compile(r"(<(title|option|textarea)\b.*?</\2>|<[^>]*>)", re.DOTALL)
_BLOCK = re.compile(r"<(p|ul|ol)>")


class MarkedTemplate(Template):
    """A template whose result says which language each text is in."""

    def render(self, *args: object, **kwargs: object) -> str:
        """The page, or the part of one."""
        return with_elements(super().render(*args, **kwargs))


def marking(language: str) -> Callable[[object], object]:
    """What each value goes through that is written on a page in a language."""

    def marked(value: object) -> object:
        if isinstance(value, Foreign) and value.language != language:
            return Markup(f"{_BEGINS}{value.language}{_SAID}{escape(value[:])}{_ENDS}")  # noqa: S704 - it is escaped
        return value

    return marked


def in_blocks(html: str, language: str) -> str:
    """Running text in a language: each paragraph and list of it says so."""
    return _BLOCK.sub(rf'<\1 lang="{language}">', html)


def in_line(html: str, language: str) -> str:
    """Text without blocks, or with them, in a language."""
    return f'<span lang="{language}">{html}</span>' if not _BLOCK.search(html) else in_blocks(html, language)


def with_elements(text: str) -> str:
    """A page with elements where the language is another."""
    if _BEGINS not in text:
        return text
    parts = _NO_ELEMENTS.split(text)
    # Text, then what can have no elements, then the name of it where it is a whole element.
    return "".join(
        _element(part) if number % 3 == 0 else _MARK.sub("", part)
        for number, part in enumerate(parts)
        if number % 3 != 2
    )


def _element(text: str) -> str:
    return _MARK.sub(lambda found: f'<span lang="{found[1]}">' if found[1] else "</span>", text)
