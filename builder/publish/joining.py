"""Parts that were built by themselves become one publication: all of them, or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.cache.editions import Editions
from builder.i18n import N_
from builder.problem import Message
from builder.publish.failures import PublishError, written_to
from builder.publish.manifests import Manifest, folder_digest, manifest_of
from builder.publish.program import differences, program_for
from builder.publish.staging import Staging
from builder.publish.workshop import workshop

_OTHER_DAY = N_("{one} er bygd {day}, og {other} er bygd {other_day}. Bygg alle delene på samme dag")
_OTHER_PROGRAM = N_("{one} er bygd med et annet program enn {other} ({differences}). Bygg alle delene med det samme")
_OTHER_HERE = N_("{one} er bygd med et annet program enn det her ({differences}). Bruk det samme til å sette sammen")
_OTHER_KIND = N_("{one} og {other} er ikke bygd med de samme valgene ({names}). Bygg alle delene likt")
_OTHER_DATA = N_("{one} og {other} er ikke deler av de samme kommunene. Bygg alle delene av de samme dataene")
_TWICE = N_("{one} og {other} er begge del {number} av {of}. Ta med hver del én gang")
_SAME = N_("{slug} er både i {one} og i {other}. Ta med hver kommune én gang")
_MISSING = N_("Det mangler del {numbers} av {of}. Ta med mappene til alle delene")
_DAMAGED = N_("{folder} er ikke som den ble bygd; noe er endret eller borte. Hent delen på nytt, eller bygg den igjen")
#: What must be the same in all parts besides the day, the program and the municipalities, and what decides it.
_ALIKE = {
    "of": "--shard",
    "internal": "--edition",
    "easy": "--edition",
    "pdf": "--no-pdf",
    "archive": "--pdf-a",
    "compress": "--compress",
}

Parts = Mapping[Path, Manifest]


@dataclass(frozen=True, slots=True)
class Joined:
    """What came of it: whom the publication now has, and whose handbook could not be built."""

    published: tuple[str, ...]
    not_built: tuple[str, ...]


def parts_in(folders: Sequence[Path]) -> Parts:
    """The parts in folders, that belong together and are all there are. Raises PublishError where they do not."""
    parts = {folder: manifest_of(folder) for folder in folders}
    (first, told), *others = parts.items()
    for folder, manifest in others:
        _refuse_unlike(first, told, folder, manifest)
    if found := differences(program_for(told.pdf), told.program):
        raise PublishError(Message(_OTHER_HERE, one=first, differences=found))
    _refuse_twice(parts)
    if missing := sorted(set(range(1, told.of + 1)) - {manifest.number for manifest in parts.values()}):
        raise PublishError(Message(_MISSING, numbers=", ".join(map(str, missing)), of=told.of))
    for folder, slug, digest in _municipalities(parts):
        if digest is not None and folder_digest(folder / slug) != digest:
            raise PublishError(Message(_DAMAGED, folder=folder / slug))
    return parts


def _refuse_unlike(one: Path, told: Manifest, other: Path, manifest: Manifest) -> None:
    if told.day != manifest.day:
        raise PublishError(Message(_OTHER_DAY, one=one, day=told.day, other=other, other_day=manifest.day))
    if found := differences(told.program, manifest.program):
        raise PublishError(Message(_OTHER_PROGRAM, one=other, other=one, differences=found))
    if names := [option for name, option in _ALIKE.items() if getattr(told, name) != getattr(manifest, name)]:
        raise PublishError(Message(_OTHER_KIND, one=one, other=other, names=", ".join(names)))
    if list(told.everyone) != list(manifest.everyone):
        raise PublishError(Message(_OTHER_DATA, one=one, other=other))


def _refuse_twice(parts: Parts) -> None:
    numbers, slugs = dict[int, Path](), dict[str, Path]()
    for folder, manifest in parts.items():
        if (other := numbers.setdefault(manifest.number, folder)) != folder:
            raise PublishError(Message(_TWICE, one=other, other=folder, number=manifest.number, of=manifest.of))
        for slug in manifest.published:
            if (other := slugs.setdefault(slug, folder)) != folder:
                raise PublishError(Message(_SAME, slug=slug, one=other, other=folder))


def _municipalities(parts: Parts) -> Iterator[tuple[Path, str, str | None]]:
    for folder, manifest in parts.items():
        yield from ((folder, slug, digest) for slug, digest in manifest.published.items())


def join(parts: Parts, output: Path) -> Joined:
    """Puts the municipalities of all parts where they are published.

    All lie beside what is published before the first of them changes place with it. Raises PublishError.
    """
    built = [(folder, slug) for folder, slug, digest in _municipalities(parts) if digest is not None]
    with written_to(output), workshop(output) as folder:
        places = {slug: Staging(folder, output, slug) for _, slug in built}
        for part, slug in built:
            shutil.copytree(part / slug, places[slug].folder)
        for slug, place in places.items():
            Editions(output).replacing(slug)
            place.swap()
    not_built = tuple(sorted(slug for _, slug, digest in _municipalities(parts) if digest is None))
    return Joined(tuple(sorted(places)), not_built)
