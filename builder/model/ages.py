"""Ranges of ages, as services, meetings and rules give them."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from builder.model.base import Part
from builder.model.fields import reject
from builder.problem import Message


class Ages(Part):
    """A range of ages in whole years; either end may be open."""

    from_: int | None = Field(
        None,
        alias="from",
        title="Fra og med år",
        ge=0,
        le=120,
        description="Yngste alder. Utelates når det ikke er noen nedre grense.",
    )
    to: int | None = Field(
        None,
        title="Til og med år",
        ge=0,
        le=120,
        description=(
            "Eldste alder, medregnet: 17 betyr til dagen den unge fyller 18. Utelates når det ikke er noen øvre grense."
        ),
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ is not None and self.to is not None and self.to < self.from_:
            raise reject(
                Message("slutter på {to} år, før aldersgruppa begynner på {start} år", to=self.to, start=self.from_)
            )
        return self
