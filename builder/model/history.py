"""What the builder has found changed from one publication to the next: the change log that writes itself."""

from __future__ import annotations

import datetime as dt

from builder.model.base import Part


class News(Part):
    """One thing that is changed, said in a sentence, with the record it is about; `gone` when it is taken out."""

    kind: str
    id: str
    text: str
    gone: bool = False


class Edition(Part):
    """What was changed when the handbook was published a day."""

    date: dt.date
    news: tuple[News, ...]


class History(Part):
    """The editions, newest first."""

    editions: tuple[Edition, ...] = ()


#: Of a handbook that has not been published before.
NO_HISTORY = History()
