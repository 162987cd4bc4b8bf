"""A text in another language than the handbook: a text in every other way, that knows which language it is in."""

from __future__ import annotations


class Foreign(str):
    """A text in another language than the rest. What is put together with other texts no longer knows it."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Foreign:
        """`language` is its code, as in `builder.i18n`."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __str__(self) -> str:
        """Itself: what only asks for a text keeps the language."""
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return Foreign, (self[:], self.language)
