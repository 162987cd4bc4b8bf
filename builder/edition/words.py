"""Words and days as they are written in one language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache

from babel.dates import format_date, format_skeleton, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal

from builder.i18n import LANGUAGES, translate_key
from builder.model.since import Since
from builder.problem import Message

Translate = Callable[[str], str]
#: Handbooks say the same few hundred days again and again: as they are written is worked out once.
_format_date = lru_cache(maxsize=10_000)(format_date)
_format_skeleton = lru_cache(maxsize=10_000)(format_skeleton)


def lowered(text: str) -> str:
    """A word inside a sentence: «skole», and still «NAV» and «PP-tjeneste»."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


class Words:
    """Words and days in one language."""

    def __init__(self, language: str, translate: Translate) -> None:
        self.locale = LANGUAGES[language].locale
        self._ = translate

    def date(self, value: dt.date) -> str:
        """«tirsdag 31. mars 2026»: how a day is written, for people plan by the days of the week."""
        return f"{_format_date(value, format='EEEE', locale=self.locale)} {self.bare_date(value)}"

    def short_date(self, value: dt.date) -> str:
        """«tir. 8. des. 2026»: in tables where many days stand below each other."""
        return _format_skeleton("yMMMEd", value, locale=self.locale)

    def bare_date(self, value: dt.date) -> str:
        """«31. mars 2026»: only for what identifies a text, as the day an act, an edition or a print is from."""
        return _format_date(value, format="long", locale=self.locale)

    def short_weekday(self, number: int) -> str:
        """«man», counted from 0: where many days stand below each other."""
        names = get_day_names("abbreviated", "stand-alone", locale=self.locale)
        return str(names[number]).rstrip(".")

    def month(self, value: dt.date) -> str:
        """«mars 2026»."""
        return _format_skeleton("yMMMM", value, locale=self.locale)

    def since(self, value: Since) -> str:
        """«2019», «august 2019», «20. august 2019»."""
        if value.has_day:
            return self.bare_date(value.first)
        return self.month(value.first) if value.has_month else str(value)

    def month_name(self, value: dt.date) -> str:
        """«mars», or «sep.» where the name is long."""
        return _format_date(value, format="LLL", locale=self.locale)

    def day(self, value: dt.date) -> str:
        """«tir. 8. des.»: where the year is told."""
        return _format_skeleton("MMMMEEEEd", value, locale=self.locale)

    def number(self, value: float) -> str:
        """«4,1»: one decimal, as numbers are written in the language."""
        return format_decimal(value, format="0.0", locale=self.locale)

    def said(self, value: Message) -> str:
        """A sentence about the data, with its dates in words."""
        return value.showing(self._in_words).text(self._)

    def _in_words(self, value: object) -> object:
        if isinstance(value, Message):
            return value.showing(self._in_words)
        return self.date(value) if isinstance(value, dt.date) else value

    def shown(self, text: str) -> str:
        """A `Key` in the language, and data as it is."""
        return translate_key(text, self._)

    def listed(self, words: Sequence[str]) -> str:
        """«mandag, tirsdag og fredag»."""
        return format_list(list(words), locale=self.locale)

    def label(self, value: object) -> str:
        """The label of a controlled word."""
        return self._(value.label) if hasattr(value, "label") else str(value)

    def inside(self, value: object) -> str:
        """The label of a controlled word inside a sentence: «skole», and still «NAV» and «PP-tjeneste»."""
        return lowered(self.label(value))
