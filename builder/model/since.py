"""When something began, as far as anybody knows: a year, a month or a day."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from builder.model.fields import one_value, reject
from builder.model.formats import SINCE
from builder.problem import Message

_WRITTEN = re.compile(r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")


class Since(str):
    """«2019», «2019-08» or «2019-08-20», as it is written; still text, so it is published as it stands."""

    first: dt.date
    """The first day it can have been."""
    has_month: bool
    has_day: bool

    def __new__(cls, written: str) -> Since:
        """Raises ValueError for what is no such time, or is not in the calendar."""
        match = _WRITTEN.fullmatch(written)
        if match is None:
            raise ValueError(written)
        since = super().__new__(cls, written)
        since.has_month, since.has_day = match["month"] is not None, match["day"] is not None
        since.first = dt.date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
        return since

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """A field of this type is read as text."""
        return core_schema.no_info_plain_validator_function(_read)


def _read(value: Any) -> Since:
    if isinstance(value, Since):
        return value
    text = one_value(value)
    try:
        return Since(text)
    except ValueError as error:
        message = Message(
            "skal være et år, en måned eller en dato, som 2019, 2019-08 eller 2019-08-20, ikke «{value}»", value=text
        )
        raise reject(message) from error


Start = Annotated[Since, SINCE]
