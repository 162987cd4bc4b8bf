"""What a build has to do: the municipalities whose published handbook was made from something else than lies there.

To plan is quick. It reads what earlier runs remembered, and loads neither the model nor MkDocs nor WeasyPrint: that is
for `builder.publish.run`, when there is something to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from builder.cache.editions import Editions
from builder.cache.fingerprints import digest_of
from builder.cache.inputs import Inputs
from builder.cache.store import store_of
from builder.publish.options import Options

#: How the folders begin that builds work in, in the output folder. Hidden, so that the portal does not lead there.
WORKSHOP = ".handbok-"


@dataclass(frozen=True, slots=True)
class Job:
    """One municipality to build and publish."""

    slug: str
    options: Options
    #: How many processes may print side by side.
    processes: int = 1
    #: What its files of services have held before, the newest first; None where git tells it beside the data.
    older: tuple[bytes, ...] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs of a build. `ground` stands for what every handbook is made with: the program, and the day."""

    options: Options
    jobs: tuple[Job, ...]
    unchanged: int
    ground: str
    #: Why nothing could be remembered; None where it was.
    not_kept: OSError | None = None

    def stands(self) -> bool:
        """Whether all is published as it should be, and nothing lies there that a killed build left."""
        return not self.jobs and self.portal_stands() and not any(self.options.output.glob(f"{WORKSHOP}*"))

    def portal_stands(self) -> bool:
        """Whether the portal is there already, made of the handbooks that are published now. A part has none."""
        return self.options.part is None and Editions(self.options.output).has_portal(self.ground)


def plan(slugs: Sequence[str], options: Options) -> Plan:
    """What has changed since it was published, or all of it when `options` say so.

    Raises HandbookNotFound, and OSError where files cannot be read.
    """
    options = options.resolved()
    store = store_of(options.handbook)
    inputs = Inputs(options.handbook, options.shown, store)
    # Asked also where all is made anew: what is remembered of the shared files serves every job.
    stands = {slug: _stands(slug, inputs, options) for slug in slugs}
    changed = [slug for slug in slugs if options.fresh or not stands[slug]]
    inputs.save()
    jobs = tuple(map(Job, changed, repeat(options), _helping(len(changed), options.processes)))
    return Plan(options, jobs, len(slugs) - len(jobs), inputs.ground, store.failure)


def planned_again(work: Plan) -> Plan:
    """The plan as it is once nobody else builds: what stood when it was looked at stands, and is not looked at twice.

    At 357 municipalities that would be half of the time it takes to see that one of them has changed.
    """
    again = plan([job.slug for job in work.jobs], work.options)
    return replace(again, unchanged=work.unchanged + again.unchanged)


def _helping(jobs: int, processes: int) -> list[int]:
    """How many processes print for each job: those that would have no municipality of their own help with the last."""
    last = jobs % processes
    return [1] * (jobs - last) + [processes // last] * last if last else [1] * jobs


def made_from(job: Job) -> str:
    """What stands for all that the handbook of a job is made from, as it lies there now. Raises OSError."""
    options = job.options
    return _made_from(job.slug, Inputs(options.handbook, options.shown, store_of(options.handbook)), options)


def _made_from(slug: str, inputs: Inputs, options: Options) -> str:
    ways = map(str, (options.pdf, options.archive, options.easy, options.internal, options.compress))
    return digest_of([inputs.serving(slug), *ways])


def _stands(slug: str, inputs: Inputs, options: Options) -> bool:
    return Editions(options.output).is_current(slug, _made_from(slug, inputs, options))
