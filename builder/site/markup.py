"""What Material writes that HTML does not allow, or does not say the language of, mended in the finished page."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: A check box has nothing to complete.
_CHECK_BOX = re.compile(r'(<input [^>]*type="checkbox"[^>]*?) autocomplete="off"')
#: The title of the contents leads back in the drawer; beside the page there is no box for it to close.
_CONTENTS_TITLE = re.compile(r'<label (class="md-nav__title") for="__toc">(.*?)</label>', re.DOTALL)
#: A heading in another language than the page, up to the link that Material puts after it.
_FOREIGN_HEADING = re.compile(
    r'<h[1-6]\b[^>]* lang="([a-z]+)"[^>]*>(.*?)(?=<a class="headerlink"|</h[1-6]>)', re.DOTALL
)
#: What is told of a section that folds, in the box that keeps it out of the Markdown: a <summary> has no boxes.
_NOTE = re.compile(r'<div class="hb">\s*(<span class="hb-fold__note">.*?</span>)\s*</div>(?=\s*</summary>)')
#: A title in the navigation, in the contents or at the top.
_TITLE = re.compile(r'(<span class="md-ellipsis")(>\s*)([^<]+?)(\s*</span>)')


def in_languages(html: str, titles: Mapping[str, str]) -> str:
    """The page where titles in another language say so. `titles`: escaped title of a page -> its language."""
    known = {**titles, **{text.strip(): language for language, text in _FOREIGN_HEADING.findall(html)}}
    return _TITLE.sub(lambda found: _said(found, known.get(found[3])), html) if known else html


def _said(title: re.Match[str], language: str | None) -> str:
    return f'{title[1]} lang="{language}"{"".join(title.groups()[1:])}' if language else title[0]


def valid(html: str) -> str:
    """The page as valid HTML."""
    mended = _NOTE.sub(r"\1", _CHECK_BOX.sub(r"\1", html))
    return mended if 'id="__toc"' in mended else _CONTENTS_TITLE.sub(r"<span \1>\2</span>", mended)
