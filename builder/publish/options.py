"""What a build is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from builder import resources
from builder.publish.shards import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to build from, where to put it, and how."""

    handbook: Path
    """The data folder."""

    output: Path
    """Where the handbooks are published, each in a folder of its own."""

    shown: str = ""
    """The data folder as findings name it; as it is written in `handbook` when left out."""

    previous: Path | None = None
    """Where the handbooks lie that these continue; `output` when left out."""

    config_file: Path = resources.CONFIG_FILE
    """The `mkdocs.yml` to use."""

    pdf: bool = True
    """Whether the book and the other prints are made."""

    archive: bool = False
    """Whether PDFs keep to the standard for archives too."""

    compress: bool = False
    """Whether there is a compressed file beside each file of text, for web servers that send such."""

    easy: bool = False
    """Whether only what is said to families in easy language is made."""

    internal: bool = False
    """Whether it is made for those who work there, with what is marked internal."""

    fresh: bool = False
    """Whether all is made anew, also where what is published was made from the same."""

    prune: bool = False
    """Whether what is no longer in the data is taken away, and not only told of."""

    processes: int = 1
    """How many processes may work side by side."""

    scheduler: str | None = None
    """The address of the scheduler whose workers build; None where this machine does."""

    part: Part | None = None
    """The part of all municipalities that this is; None where it is them all, with the page that leads to each."""

    def resolved(self) -> Options:
        """The same with whole paths, for a process that runs in another folder."""
        return replace(
            self,
            handbook=self.handbook.resolve(),
            output=self.output.resolve(),
            shown=self.shown or str(self.handbook),
            previous=self.previous.resolve() if self.previous else None,
        )
