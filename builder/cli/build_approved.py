"""`handbok build --tag` and `--approved`: what somebody stands behind, and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from builder import clock
from builder.changes.git import RevisionError
from builder.check.checker import check
from builder.cli.build import build, every
from builder.cli.confirm import plain_edits
from builder.cli.errors import WrongUse
from builder.cli.terminal import Terminal
from builder.facts.approvals import approved_edition, drafts, gone
from builder.i18n import N_
from builder.load.folder import Folder, HandbookNotFound
from builder.model.approved_edition import HandbookEdition
from builder.model.handbook import Handbook
from builder.model.kinds import KINDS
from builder.problem import Message
from builder.publish.approved import data_of, edition_in, first_moment, reached_as_now
from builder.publish.options import Options

_NONE_APPROVED = N_("{name} har ingen godkjent utgave. Godkjenn med handbok approve, eller bygg uten --approved")
_NONE_IN_TAG = N_("{slug} har ingen godkjent utgave i {tag}")
_NOT_THERE = N_("{slug} fantes ikke i {folder} i {tag}")
_TAGGED = N_("{slug}: utgave {version}, godkjent {date}")
_NO_TAG = N_(
    "{name} har tekster som er endret etter utgave {version}, og det som er godkjent, bygges da av {tag} i git. "
    "{reason}. Merk utgaven med «git tag {tag}» i den innsjekkingen den ble godkjent i, eller godkjenn på nytt"
)


def build_tag(slugs: Sequence[str], tag: str, options: Options, terminal: Terminal) -> bool:
    """Builds an approved edition again as it was, each municipality on the day it was approved. Raises WrongUse."""
    with plain_edits(), _data_of(options.handbook, tag) as data, tempfile.TemporaryDirectory() as nothing:
        # What was published since is no part of it: a build from a tag continues nothing, unless it is told what.
        tagged = _from(data, options, previous=options.previous or Path(nothing), fresh=True)
        editions = {slug: _edition_in(data, slug, tag) for slug in slugs}
        return every(partial(_as_it_was, slug, edition, tagged, terminal) for slug, edition in editions.items())


def _as_it_was(slug: str, edition: HandbookEdition, tagged: Options, terminal: Terminal) -> bool:
    terminal.say(_TAGGED, slug=slug, version=edition.version, date=edition.date)
    assert edition.date is not None
    with clock.stopped_at(first_moment(edition.date)):
        return build([slug], tagged, terminal)


def build_approved(slugs: Sequence[str], options: Options, terminal: Terminal) -> bool:
    """Builds only what is approved. Raises WrongUse where that cannot be known."""
    return every(partial(_approved, slug, options, terminal) for slug in slugs)


def _approved(slug: str, options: Options, terminal: Terminal) -> bool:
    with plain_edits():
        handbook = check(Folder(options.handbook, KINDS).load(slug), clock.today()).handbook
        name, edition = handbook.municipality.name, approved_edition(handbook)
        if edition is None:
            raise WrongUse(Message(_NONE_APPROVED, name=name))
        changed = len(drafts(handbook)) + len(gone(handbook))
        if not changed:
            return build([slug], options, terminal)
        with _tagged(options.handbook, handbook, edition) as data:
            reached_as_now(data, slug, options.handbook)
            terminal.one_or_more(
                "{name}: {count} tekst er utkast. Den står slik den ble godkjent i utgave {version}, eller er utelatt; "
                "numre og adresser er de som gjelder i dag",
                "{name}: {count} tekster er utkast. De står slik de ble godkjent i utgave {version}, eller er utelatt; "
                "numre og adresser er de som gjelder i dag",
                changed,
                name=name,
                version=edition.version,
            )
            return build([slug], _from(data, options, previous=options.previous, fresh=options.fresh), terminal)


@contextmanager
def _tagged(folder: Path, handbook: Handbook, edition: HandbookEdition) -> Iterator[Path]:
    try:
        with data_of(folder, edition.tag) as data:
            yield data
    except RevisionError as error:
        name = handbook.municipality.name
        raise WrongUse(
            Message(_NO_TAG, name=name, version=edition.version, tag=edition.tag, reason=error.message)
        ) from error


@contextmanager
def _data_of(folder: Path, tag: str) -> Iterator[Path]:
    try:
        with data_of(folder, tag) as data:
            yield data
    except RevisionError as error:
        raise WrongUse(error.message) from error


def _edition_in(data: Path, slug: str, tag: str) -> HandbookEdition:
    try:
        edition = edition_in(data, slug, tag)
    except HandbookNotFound as error:
        raise WrongUse(Message(_NOT_THERE, slug=slug, folder=data.name, tag=tag)) from error
    if edition is None:
        raise WrongUse(Message(_NONE_IN_TAG, slug=slug, tag=tag))
    return edition


def _from(data: Path, options: Options, previous: Path | None, fresh: bool) -> Options:
    """The same build from other data, which findings name as those they stand for."""
    return replace(options, handbook=data, shown=str(options.handbook), previous=previous, fresh=fresh)
