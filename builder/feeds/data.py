"""`handbook.json`: the whole handbook as data, with the schema it follows beside it."""

from __future__ import annotations

import json
from functools import cache

from builder.edition.edition import Edition
from builder.model.export import records_as_data
from builder.schema.exported import FILE, VERSION, exported_schema
from builder.views import urls

Json = dict[str, object]


def data(edition: Edition) -> dict[str, bytes]:
    """Path -> content of the data and its schema."""
    exported: Json = {
        "$schema": FILE,
        "version": VERSION,
        "date": edition.handbook.today.isoformat(),
        "records": records_as_data(edition.handbook),
    }
    return {urls.DATA: as_json(exported), urls.DATA_SCHEMA: _schema()}


@cache
def _schema() -> bytes:
    return as_json(exported_schema())


def as_json(value: object) -> bytes:
    """JSON that people can read and compare: a line for each value, Norwegian letters as they are."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
