"""`handbok build`: what has changed since it was published, is built; the rest stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from builder.cache.editions import Editions, book_name
from builder.cache.fingerprints import digest_of
from builder.cache.inputs import Inputs, store_of
from builder.cli.options import plain_errors
from builder.cli.screen import err, out
from builder.i18n import N_

Translate = Callable[[str], str]
#: Builds municipalities, given with what each is made from; returns the names of those that were not built.
Build = Callable[[Mapping[str, str]], list[str]]


def publish(
    slugs: Sequence[str],
    handbook: Path,
    output: Path,
    pdf: bool,
    fresh: bool,
    build: Build,
    write_portal: Callable[[], object],
    translate: Translate,
    archive: bool = False,
) -> bool:
    """Builds what has changed, or all when fresh; returns whether everything is published."""
    editions = Editions(output.resolve())
    with plain_errors():
        inputs = Inputs(handbook, str(handbook), store_of(handbook))
        made_from = {slug: digest_of([inputs.serving(slug), str(pdf), str(archive)]) for slug in slugs}
        inputs.save()
    files = {slug: [book_name(slug)] if pdf else [] for slug in slugs}
    changed = {
        slug: made for slug, made in made_from.items() if fresh or not editions.is_current(slug, made, files[slug])
    }
    if len(changed) < len(slugs):
        out.print(translate(N_("Uendret siden sist: {count}.")).format(count=len(slugs) - len(changed)))
    failed = build(changed) if changed else []
    with plain_errors():
        if not editions.has_portal(inputs.ground):
            write_portal()
            editions.portal_written(inputs.ground)
    if failed:
        names = ", ".join(failed)
        err.print(translate(N_("Ikke bygd på grunn av feil i data: {names}.")).format(names=names), style="red")
        return False
    out.print(translate(N_("Ferdig: {path}")).format(path=output / "index.html"), style="bold")
    return True
