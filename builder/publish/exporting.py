"""A handbook as plain Markdown in a folder of its own: whole or not at all, and never over what is somebody's own.

Beside what it writes lies a list of it with checksums. A folder that holds anything else is not touched.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass
from pathlib import Path

from builder.check.municipalities import check_each
from builder.edition.edition import Edition
from builder.export.project import files
from builder.facts.audience import for_audience
from builder.i18n import N_
from builder.model.audience import Audience
from builder.problem import Message, Problem
from builder.publish.failures import PublishError, written_to
from builder.publish.staging import Staging

#: The list of what an export has written.
LIST = ".handbok-export.json"
#: What MkDocs, ProperDocs and Zensical make in the folder, from what lies there. It goes when that is written anew.
_BUILT = ("site", ".cache")
_NOT_OURS = N_(
    "{there} er ikke slik en eksport skrev det, og ville gått tapt. Velg en ny eller tom mappe, "
    "eller flytt det som er ditt"
)
_OTHER_EDITION = N_(
    "{folder} har en annen utgave enn den du ber om. Velg en annen mappe, så ingen deler den interne utgaven "
    "som om den var åpen"
)


@dataclass(frozen=True, slots=True)
class Export:
    """One municipality to write as Markdown, in a folder of its own below `output`."""

    slug: str
    handbook: Path
    output: Path
    internal: bool = False

    @property
    def folder(self) -> Path:
        return self.output / self.slug

    @property
    def audience(self) -> Audience:
        return Audience.INTERNAL if self.internal else Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of it. Nothing is written where there are errors among the problems."""

    export: Export
    name: str
    written: bool
    problems: tuple[Problem, ...]
    pages: int = 0


def export_all(exports: Iterable[Export], workers: Executor) -> Iterator[Exported]:
    """Writes them side by side, and gives each as it is done. Raises as `export`, and BrokenExecutor."""
    for future in as_completed([workers.submit(export, one) for one in exports]):
        yield future.result()


def export(wanted: Export) -> Exported:
    """Writes one. Raises HandbookNotFound, PublishError, and OSError where files cannot be read."""
    refuse_over_others(wanted)
    (checked,) = check_each(wanted.handbook, [wanted.slug])
    name = checked.handbook.municipality.name
    if not checked.ok:
        return Exported(wanted, name, False, checked.problems)
    made = files(Edition(for_audience(checked.handbook, wanted.audience)))
    with written_to(wanted.output), Staging.opened(wanted.output, wanted.slug) as place:
        place.write({**made, LIST: _listed(made, wanted.audience)})
        refuse_over_others(wanted)  # somebody may have written there meanwhile
        place.swap()
    return Exported(wanted, name, True, checked.problems, sum(path.endswith(".md") for path in made))


def _listed(made: Mapping[str, bytes], audience: Audience) -> bytes:
    sums = {path: _sum(content) for path, content in sorted(made.items())}
    return (json.dumps({"edition": audience.value, "files": sums}, indent=1) + "\n").encode()


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def refuse_over_others(wanted: Export) -> None:
    """Raises PublishError where the folder holds what no export wrote, or another edition; OSError if unreadable."""
    folder = wanted.folder
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir() or folder.is_symlink():
        raise PublishError(Message(_NOT_OURS, there=folder))
    edition, sums = _written_before(folder)
    for path in sorted(folder.rglob("*")):
        if not _is_ours(path, path.relative_to(folder).as_posix(), sums):
            raise PublishError(Message(_NOT_OURS, there=path))
    if edition not in ("", wanted.audience.value):
        raise PublishError(Message(_OTHER_EDITION, folder=folder))


def _is_ours(path: Path, name: str, sums: Mapping[str, str]) -> bool:
    """Whether an export wrote it so, or it was made of what an export wrote."""
    if name.partition("/")[0] in _BUILT:
        return bool(sums)
    if path.is_symlink():
        return False
    return path.is_dir() or name == LIST or (name in sums and _sum(path.read_bytes()) == sums[name])


def _written_before(folder: Path) -> tuple[str, dict[str, str]]:
    """The edition that was written here, and what; nothing where the list is not one of ours."""
    try:
        data = json.loads((folder / LIST).read_bytes())
        return str(data["edition"]), {str(path): str(of) for path, of in data["files"].items()}
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError, AttributeError):
        return "", {}
