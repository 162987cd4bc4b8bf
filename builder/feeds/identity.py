"""Names that never change for what is exported: the same record has the same one in every edition and format."""

from __future__ import annotations

import uuid

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:handbok:record")


def identity(municipality: str, *path: str) -> uuid.UUID:
    """The identity of a record in a municipality's handbook, by the path of ids that leads to it."""
    return uuid.uuid5(_NAMESPACE, "/".join((municipality, *path)))
