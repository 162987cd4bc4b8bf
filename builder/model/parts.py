"""Every class of which records are made, and what their fields are called."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType

from builder.model.base import Part
from builder.model.description import described, parts_of
from builder.model.kinds import KINDS


@functools.cache
def parts() -> Mapping[str, type[Part]]:
    """The name of each class -> the class: records and what is within them."""
    return MappingProxyType({part.__name__: part for kind in KINDS.values() for part in parts_of(kind.record)})


def titles() -> frozenset[str]:
    """What all fields are called (bokmål): what the catalogues of fields translate."""
    return frozenset(field.title for part in parts().values() for field in described(part))
