"""What the builder has found changed from one publication to the next: the change log that writes itself."""

from __future__ import annotations

import datetime as dt

from pydantic import ConfigDict, Field

from builder.model.base import Part


class News(Part):
    """One thing that is changed, said in a sentence, with the record it is about; `gone` when it is taken out."""

    model_config = ConfigDict(title="Endring", json_schema_extra={"description": "En endring, sagt i en setning."})

    kind: str = Field(title="Type", description="Typen post, for eksempel forums.")
    id: str = Field(title="Id", description="Posten endringen gjelder.")
    text: str = Field(title="Setning", description="Det som er endret, på håndbokens språk.")
    gone: bool = Field(False, title="Tatt ut", description="Om posten ikke lenger finnes i håndboka.")
    pruned: bool = Field(False, title="Ryddet bort", description="Om også siden som sa fra om det, er tatt bort.")


class Edition(Part):
    """What was changed when the handbook was published a day."""

    model_config = ConfigDict(title="Utgave", json_schema_extra={"description": "Det som var nytt en dag."})

    date: dt.date = Field(title="Dato", description="Dagen håndboka ble publisert.")
    news: tuple[News, ...] = Field(title="Endringer", description="Det som var endret siden utgaven før.")


class History(Part):
    """The editions, newest first."""

    editions: tuple[Edition, ...] = Field((), title="Utgaver", description="Nyeste først, i to år.")


#: Of a handbook that has not been published before.
NO_HISTORY = History()
