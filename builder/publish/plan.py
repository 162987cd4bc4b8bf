"""What a build has to do: the municipalities whose published handbook was made from something else than lies there.

To plan is quick. It reads what earlier runs remembered, and loads neither the model nor MkDocs nor WeasyPrint: that is
for `builder.publish.run`, when there is something to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.cache.editions import Editions, book_name
from builder.cache.fingerprints import digest_of
from builder.cache.inputs import Inputs, store_of
from builder.publish.options import Options


@dataclass(frozen=True, slots=True)
class Job:
    """One municipality to build and publish."""

    slug: str
    options: Options
    #: Stands for all that the handbook is made from, so that it is not built again from the same.
    inputs: str = ""
    #: How many processes may print side by side.
    processes: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs of a build. `ground` stands for what every handbook is made with: the program, and the day."""

    options: Options
    jobs: tuple[Job, ...]
    unchanged: int
    ground: str

    def portal_stands(self) -> bool:
        """Whether the portal is there already, made of the handbooks that are published now."""
        return Editions(self.options.output).has_portal(self.ground)


def plan(slugs: Sequence[str], options: Options) -> Plan:
    """What has changed since it was published, or all of it when `options` say so.

    Raises HandbookNotFound, and OSError where files cannot be read.
    """
    options = options.resolved()
    inputs = Inputs(options.handbook, options.shown, store_of(options.handbook))
    ways = [str(options.pdf), str(options.archive), str(options.easy), str(options.internal)]
    made_from = {slug: digest_of([inputs.serving(slug), *ways]) for slug in slugs}
    inputs.save()
    changed = {slug: made for slug, made in made_from.items() if not _stands(slug, made, options)}
    # Processes that would have no municipality of their own help with the prints of the others.
    helping = max(1, options.processes // max(1, len(changed)))
    jobs = tuple(Job(slug, options, made, helping) for slug, made in changed.items())
    return Plan(options, jobs, len(slugs) - len(jobs), inputs.ground)


def _stands(slug: str, made_from: str, options: Options) -> bool:
    files = [book_name(slug)] if options.pdf and not options.easy else []
    return not options.fresh and Editions(options.output).is_current(slug, made_from, files)
