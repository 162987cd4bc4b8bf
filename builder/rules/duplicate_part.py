"""To kontakter i en tjeneste, eller to steg i et forløp, kan ikke ha samme id.

Andre poster viser til kontakten eller steget med id-en. Er to like, er det tilfeldig hvem leseren
kommer til.

Kilde: håndbokas egen sammenheng.

Riktig::

    services:
      - id: ppt
        contacts:
          - {id: leder, role: Leder}
          - {id: radgiver, role: Rådgiver}

Feil::

    services:
      - id: ppt2
        name: Den andre PP-tjenesten
        category: ppt
        government: municipality
        summary: Har to kontakter med samme id.
        contacts:
          - {id: leder, role: Leder}
          - {id: leder, role: Rådgiver}
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.base import Part, Record
from builder.model.register import LawRegister
from builder.problem import Message, Severity
from builder.rules.subject import Findings

ID = "duplicate-part"
SEVERITY = Severity.ERROR


def check_record(record: Record, _law: LawRegister) -> Findings:
    """Ids are unique within each list of parts."""
    for field, parts in _lists(record):
        seen: set[str] = set()
        for index, part in enumerate(parts):
            part_id = getattr(part, "id", None)
            if part_id in seen:
                yield record.at(field, index, "id"), Message("id-en «{id}» er brukt før i denne lista", id=part_id)
            elif part_id is not None:
                seen.add(part_id)


def _lists(record: Record) -> Iterator[tuple[str, tuple[Part, ...]]]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple) and value and isinstance(value[0], Part):
            yield name, value
