"""What is told of a part of all municipalities that was built by itself, to whoever joins the parts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from builder import clock
from builder.i18n import N_
from builder.problem import Message
from builder.publish.failures import PublishError, written_to
from builder.publish.options import Options
from builder.publish.program import Program, program_for
from builder.publish.shards import Part, Shard

#: What lies in the output folder of a part. It is not hidden: what keeps files between jobs often leaves those out.
MANIFEST = "shard.json"
_GONE = N_("{name} mangler")
_UNREADABLE = N_("{name} kan ikke leses")
_OTHER = N_("{name} er skrevet av en annen utgave av programmet")
_NO_MANIFEST = N_("{folder} er ingen ferdig del ({reason}). Bygg den med: handbok build --shard {example}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a part is, and what it was made from and with: parts that differ in this do not belong together."""

    number: int
    of: int
    day: str
    program: Program
    internal: bool
    easy: bool
    pdf: bool
    archive: bool
    compress: bool
    #: The municipalities of all parts.
    everyone: Sequence[str]
    #: Those of this part, with a digest of what is published; None where it could not be built.
    published: Mapping[str, str | None]


def begin_part(output: Path) -> None:
    """What was told of a part that is about to be built again does not hold any more. Raises PublishError."""
    with written_to(output):
        (output / MANIFEST).unlink(missing_ok=True)


def tell_part(part: Part, options: Options, not_built: Collection[str]) -> None:
    """Tells what was built as a part, beside it. Raises PublishError."""
    output = options.output
    made = Manifest(
        number=part.shard.number,
        of=part.shard.of,
        day=clock.today().isoformat(),
        program=program_for(options.pdf),
        internal=options.internal,
        easy=options.easy,
        pdf=options.pdf,
        archive=options.archive,
        compress=options.compress,
        everyone=part.everyone,
        published={slug: None if slug in not_built else folder_digest(output / slug) for slug in part.slugs},
    )
    with written_to(output):
        output.mkdir(parents=True, exist_ok=True)
        (output / MANIFEST).write_text(json.dumps(asdict(made), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def manifest_of(folder: Path) -> Manifest:
    """What is told of the part in a folder. Raises PublishError where nothing is."""
    try:
        return Manifest(**json.loads((folder / MANIFEST).read_bytes()))
    except FileNotFoundError:
        reason = _GONE
    except (OSError, ValueError, RecursionError):
        reason = _UNREADABLE
    except TypeError:
        reason = _OTHER
    raise PublishError(Message(_NO_MANIFEST, folder=folder, reason=Message(reason, name=MANIFEST), example=Shard(1, 8)))


def folder_digest(folder: Path) -> str:
    """What stands for the names and contents of all files in a folder."""
    found = hashlib.blake2b(digest_size=16)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()
