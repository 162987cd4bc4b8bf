"""What is remembered of the checks of a data folder: what was found, and the work on the shared records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from builder.cache.findings import Findings, Problems
from builder.cache.inputs import Inputs
from builder.cache.store import store_of

WORK = "shared-work"


class Checks:
    """The checks of some municipalities, as things stand when this is made."""

    def __init__(self, folder: Path, slugs: Iterable[str]) -> None:
        self._folder = folder
        self._store = store_of(folder)
        self._inputs = Inputs(folder, str(folder), self._store)
        self._findings = Findings(self._store)
        self._digests = {slug: self._inputs.of(slug) for slug in slugs}
        self._inputs.save()

    @property
    def failure(self) -> OSError | None:
        """Why what is to be remembered was not kept."""
        return self._store.failure

    def recall(self) -> dict[str, Problems]:
        """What was found in each municipality of which nothing has changed since."""
        found = ((slug, self._findings.recall(slug, digest)) for slug, digest in self._digests.items())
        return {slug: problems for slug, problems in found if problems is not None}

    def recall_work(self) -> bytes | None:
        """The work on the shared records, where nothing that it follows from has changed since."""
        return self._store.read_objects(WORK, self._inputs.of_shared_work())

    def learn(self, found: Mapping[str, Problems], work: bytes | None) -> None:
        """Remembers what was found, and the work where there is more of it; but not what was changed meanwhile."""
        after = Inputs(self._folder, str(self._folder), self._store, self._inputs)
        for slug, problems in found.items():
            if after.of(slug) == self._digests[slug]:
                self._findings.learn(slug, self._digests[slug], problems)
        self._findings.save()
        if work and after.of_shared_work() == self._inputs.of_shared_work():
            self._store.write_objects(WORK, after.of_shared_work(), work)
