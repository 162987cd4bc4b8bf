"""`handbok build`: what has changed since it was published is built; the rest stands."""

from __future__ import annotations

from collections.abc import Sequence

from builder.cli.errors import plain_errors
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.publish.options import Options
from builder.publish.plan import Plan, plan


def build(slugs: Sequence[str], options: Options, terminal: Terminal) -> bool:
    """Builds what has changed, and tells of it; returns whether everything is published."""
    with plain_errors():
        work = plan(slugs, options)
    if work.unchanged:
        terminal.say(N_("Uendret siden sist: {count}."), count=work.unchanged)
    not_published = _run(work, terminal) if work.jobs else []
    if not work.portal_stands():
        _renew_portal(work)
    if not_published:
        terminal.complain(N_("Ikke bygd på grunn av feil i data: {names}."), names=", ".join(not_published))
        return False
    terminal.say(N_("Ferdig: {path}"), style="bold", path=options.output / "index.html")
    return True


# To build loads the model, MkDocs and WeasyPrint: a second that one who has nothing to build should not wait for.


def _run(work: Plan, terminal: Terminal) -> list[str]:
    """The names of those that were not published."""
    from builder.cli.progress import run_jobs

    return [outcome.name for outcome in run_jobs(work.jobs, terminal) if not outcome.published]


def _renew_portal(work: Plan) -> None:
    from builder.publish.run import renew_portal

    with plain_errors():
        renew_portal(work)
