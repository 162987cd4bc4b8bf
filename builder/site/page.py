"""A page of a handbook as MkDocs holds it: made without an engine for Markdown, and told what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from builder.site.finished import finished


class SitePage(Page):
    """A page whose text is the content of its file. `known` is what others write as front matter."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, known: Mapping[str, Any]) -> None:
        super().__init__(title, file, config)
        self._known = known

    def __eq__(self, other: object) -> bool:
        """There is one page for each file. The theme compares each page with all others."""
        return self is other

    def __hash__(self) -> int:
        """As it is equal to nothing else."""
        return id(self)

    def read_source(self, config: MkDocsConfig) -> None:
        """Reads no file: all is there."""
        self.markdown, self.meta = self.file.content_string, dict(self._known)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Makes the text HTML. Links in it are right already, and not looked into."""
        assert self.markdown is not None
        made = finished(self.markdown)
        self.content, self.toc, self.present_anchor_ids = made.html, made.contents, set(made.anchors)
