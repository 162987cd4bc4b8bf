"""`handbook.json`: the whole handbook as data, with the schema it follows beside it."""

from __future__ import annotations

import json
from functools import cache

from builder.model.handbook import Handbook
from builder.model.public import public_records
from builder.schema.exported import FILE, VERSION, exported_schema
from builder.views import files

Json = dict[str, object]


def data(handbook: Handbook) -> dict[str, bytes]:
    """Path -> content of the data and its schema."""
    exported: Json = {
        "$schema": FILE,
        "version": VERSION,
        "date": handbook.today.isoformat(),
        "records": public_records(handbook),
    }
    return {files.DATA: as_json(exported), files.DATA_SCHEMA: _schema()}


@cache
def _schema() -> bytes:
    return as_json(exported_schema())


def as_json(value: object) -> bytes:
    """JSON that people can read and compare: a line for each value, Norwegian letters as they are."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
