"""When something began, as far as anybody knows."""

from __future__ import annotations

import datetime as dt

import pytest
from builder.model.since import Since, Start
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

READ = TypeAdapter[Since](Start)


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.sampled_from((4, 7, 10)))
def test_it_is_kept_as_it_is_written_and_begins_on_its_first_day(day: dt.date, length: int) -> None:
    written = day.isoformat()[:length]
    since = READ.validate_python(written)
    assert since == written
    assert (since.has_month, since.has_day) == (length > 4, length > 7)
    assert since.first <= day
    assert since.first.isoformat()[:length] == written
    assert READ.dump_python(since, mode="json") == written


@pytest.mark.parametrize("written", ["19", "2019-13", "2019-02-30", "2019-8", "august 2019", "20.08.2019", "0000"])
def test_anything_else_is_refused_with_what_is_right(written: str) -> None:
    with pytest.raises(ValidationError, match=r"2019-08-20, ikke «"):
        READ.validate_python(written)
