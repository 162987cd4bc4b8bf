"""The settings of the forms, from the kinds of record and the files of one municipality."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.cms.widgets import Json, Widgets
from builder.i18n import FIELDS, INTERFACE, N_, translations
from builder.load.addition import ADD
from builder.load.declaration import Declaration
from builder.load.listing import SUFFIXES
from builder.load.local import REPLACES
from builder.load.merge import EXTENDS
from builder.load.opener import read
from builder.model.approved_edition import EDITIONS
from builder.model.collation import alphabetical
from builder.model.description import Description, Many, described
from builder.model.handbook import Handbook
from builder.model.kind import UPKEEP, Kind, Named
from builder.model.kinds import KINDS, NAMED
from builder.model.law import LAWS
from builder.model.library import LIBRARY
from builder.model.municipality import DISTRICTS, MUNICIPALITY
from builder.model.register_date import REGISTER
from builder.model.service import CONTACTS

#: What those who keep the shared library edit, and no municipality.
_OF_THE_LIBRARY = (LAWS, REGISTER, EDITIONS, LIBRARY)
_MUNICIPALITY = N_("Kommunen")
_SHARED = N_("Felles: {kind}")
_ADD_TITLE = N_("Kommer i tillegg")
_ADD_HINT = N_("Det som skal stå etter det som alt står i den felles posten.")
_EXTENDS_TITLE = N_("Bygger på den felles")
_EXTENDS_HINT = N_("Den felles posten som får lokale opplysninger. Fyll bare ut det som er annerledes hos dere.")


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the files are kept: the service, the name there («owner/name») and the branch that is published."""

    service: str = "github"
    name: str = "eier/handbok"
    branch: str = "main"


@dataclass(frozen=True, slots=True)
class Place:
    """The data folder, how it is written from the top of the repository, and the repository."""

    folder: Path
    data: str = "handbook"
    repository: Repository = Repository()


class Settings:
    """The settings for one municipality."""

    def __init__(self, handbook: Handbook, shared: Iterable[Declaration], place: Place) -> None:
        """`shared` are the records of the shared library."""
        self._handbook, self._place = handbook, place
        self._own = place.folder / handbook.municipality.id
        self._shared: dict[str, dict[str, str]] = {}
        for one in shared:
            if one.id is not None:
                label = one.tree.text(KINDS[one.kind].title) or one.id
                self._shared.setdefault(one.kind, {})[one.id] = label
        language = str(handbook.municipality.written_standard)
        self._ = translations(language, INTERFACE).gettext
        title = translations(language, FIELDS).gettext
        self._widgets = Widgets(self._known, self._, lambda text: title(text) if text else text)

    def all(self) -> Json:
        """What the page of the forms reads."""
        repository = self._place.repository
        kinds = (kind for kind in KINDS.values() if kind not in _OF_THE_LIBRARY)
        return {
            "backend": {"name": repository.service, "repo": repository.name, "branch": repository.branch},
            "app_title": self._handbook.municipality.title,
            "media_folder": f"{self._place.data}/.media",
            "output": {"omit_empty_optional_fields": True, "yaml": {"indent_size": 2, "indent_sequences": True}},
            "editor": {"preview": False},
            "slug": {"encoding": "ascii", "clean_accents": True},
            "collections": [one for kind in kinds for one in self._collections(kind)],
        }

    def _collections(self, kind: Kind[Any]) -> Iterator[Json]:
        file = self._file_of_all(kind)
        if kind is MUNICIPALITY or file is not None:
            yield self._files(kind, file or f"{kind.name}.yml")
            return
        yield self._folder(kind, shared=False)
        if kind.name in self._shared:
            yield self._folder(kind, shared=True)

    def _file_of_all(self, kind: Kind[Any]) -> str | None:
        """The file that holds all records of a kind, where there is one."""
        return next((f"{kind.name}{s}" for s in SUFFIXES if (self._own / f"{kind.name}{s}").is_file()), None)

    def _path(self, name: str) -> str:
        return f"{self._place.data}/{self._handbook.municipality.id}/{name}"

    def _files(self, kind: Kind[Any], file: str) -> Json:
        """One file: the municipality's own record, or a list of all the records of a kind."""
        fields = self._fields(kind, over=EXTENDS in _text(self._own / file))
        if kind is not MUNICIPALITY:
            items = {"name": "records", "widget": "list", "root": True, "collapsed": True, "required": False}
            words = {"label": self._(kind.plural), "label_singular": self._(kind.label)}
            fields = [{**items, **words, "summary": f"{{{{fields.{kind.title}}}}}", "fields": fields}]
        label = self._(_MUNICIPALITY if kind is MUNICIPALITY else kind.plural)
        one = {"name": kind.name, "label": label, "file": self._path(file), "fields": fields}
        return {"name": kind.name, "label": label, "format": "yml", "files": [one]}

    def _folder(self, kind: Kind[Any], *, shared: bool) -> Json:
        """A file for each record: those of the municipality's own, or those that build on shared ones."""
        label = self._(_SHARED).format(kind=self._(kind.plural)) if shared else self._(kind.plural)
        return {
            "name": f"{kind.name}-felles" if shared else kind.name,
            "label": label,
            "label_singular": self._(kind.label),
            "folder": self._path(kind.name),
            "create": True,
            "extension": "yml",
            "format": "yml",
            "slug": "{{fields.id}}",
            "identifier_field": "id",
            "summary": "{{id}}" if shared else f"{{{{{kind.title}}}}}",
            "filter": {"field": EXTENDS, **({"pattern": ".+"} if shared else {"value": None})},
            "fields": self._fields(kind, over=shared),
        }

    def _fields(self, kind: Kind[Any], *, over: bool) -> list[Json]:
        """The fields of a record, and what a local one says of the shared one it builds on or stands in place of."""
        described_fields = _in_order(kind)
        if not over:
            own = [self._widgets.field(one) for one in described_fields]
            return own if kind is MUNICIPALITY else [own[0], *map(_hidden, (EXTENDS, REPLACES)), *own[1:]]
        widgets = self._widgets.over()
        fields = [widgets.field(one) for one in described_fields]
        return [fields[0], self._extends(kind), _hidden(REPLACES), *fields[1:], *self._added(kind, widgets)]

    def _added(self, kind: Kind[Any], widgets: Widgets) -> Iterator[Json]:
        """What comes last in the lists of the shared record, where it has any."""
        lists = [widgets.field(one) for one in _in_order(kind) if isinstance(one.value, Many)]
        words = {"label": self._(_ADD_TITLE), "hint": self._(_ADD_HINT)}
        if lists:
            yield {"name": ADD, "widget": "object", "collapsed": True, "required": False, "fields": lists, **words}

    def _extends(self, kind: Kind[Any]) -> Json:
        known = self._shared.get(kind.name, {})
        return {
            "name": EXTENDS,
            "label": self._(_EXTENDS_TITLE),
            "hint": self._(_EXTENDS_HINT),
            "widget": "select",
            "required": False,
            "options": [{"value": name, "label": f"{label} ({name})"} for name, label in known.items()],
        }

    def _known(self, kinds: tuple[str, ...]) -> Mapping[str, str]:
        """The ids of the records, or contacts, of some kinds, with what a reader calls each."""
        found: dict[str, str] = {}
        for name in kinds:
            kind = NAMED[name]
            for one in sorted(self._handbook.ids(kind)):
                found[one] = self._called(kind, one)
        return dict(sorted(found.items(), key=lambda item: alphabetical(item[1])))

    def _called(self, kind: Named, record_id: str) -> str:
        if kind is CONTACTS:
            return self._handbook.called(record_id)
        if kind is DISTRICTS:
            district = self._handbook.district(record_id)
            return district.name if district else record_id
        record = self._handbook.find(KINDS[kind.name], record_id)
        return record.label if record else record_id


def _hidden(name: str) -> Json:
    """A field that is kept as it is."""
    return {"name": name, "widget": "hidden"}


def _text(file: Path) -> str:
    return read(file).decode("utf-8", "replace") if file.is_file() else ""


def _in_order(kind: Kind[Any]) -> list[Description]:
    """The fields of a record as they are filled in: what it is called, what it says, and who stands behind it."""
    fields = described(kind.record)
    first = [one for one in fields if one.key in ("id", kind.title)]
    last = [one for one in fields if one.key in UPKEEP and one not in first]
    return [*first, *(one for one in fields if one not in first and one not in last), *last]
