"""Support as hours a week: one number, or from one to another."""

from __future__ import annotations

import pytest
from builder.edition.localization import localization
from builder.model.handover import Handover, Support
from pydantic import ValidationError

PHRASES = localization("nb").phrases


@pytest.mark.parametrize(
    ("written", "most", "said"),
    [
        ({"hours": 1}, 1, "1 time i uka"),
        ({"hours": 0}, 0, "0 timer i uka"),
        ({"hours": 1, "up_to": 2}, 2, "1–2 timer i uka"),
        ({"hours": 168, "lasts": {"amount": 1, "unit": "months"}}, 168, "168 timer i uka i 1 måned"),
        ({"lasts": {"amount": 2, "unit": "weeks"}}, None, "i 2 uker"),
        ({"by": "ppt"}, None, ""),
    ],
)
def test_hours_are_said_as_they_are_written(written: dict[str, object], most: int | None, said: str) -> None:
    support = Support.model_validate(written)
    assert support.most == most
    assert PHRASES.support(support) == said


@pytest.mark.parametrize("written", [{"up_to": 2}, {"hours": 3, "up_to": 2}, {"hours": 169}, {"hours": -1}])
def test_hours_that_cannot_be_are_refused(written: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Handover.model_validate({"before": written})
