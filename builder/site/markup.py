"""What Material writes that HTML does not allow, or whose language it does not say, and what it leaves out, mended."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Where the text of a page begins.
_CONTENT = "hb-content"
_SKIP = re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL)
_ARTICLE = re.compile(r'(<article class="md-content__inner md-typeset")>')
#: A picture in the theme's style sheet.
_PICTURE = re.compile(r"""url\((["'])data:image/svg\+xml;.*?\1\)""")
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


def with_skip_link(html: str, label: str) -> str:
    """The page with a way past the menu, which Material gives only some pages, and to a place before their text."""
    html = _SKIP.sub(f'<div data-md-component="skip"><a href="#{_CONTENT}" class="md-skip">{label}</a></div>', html)
    return _ARTICLE.sub(rf'\1 id="{_CONTENT}" tabindex="-1">', html)


def without_pictures(style: str) -> str:
    """The theme's style sheet without the pictures in it, which are `data:` addresses.

    A server that says `default-src 'self'`, as many do for all their sites, lets no page load such; and from a folder
    browsers load no mask from a file. So the signs of the menu are shapes in our own sheet, and nobody sees the others.
    """
    return _PICTURE.sub("none", style)


def valid(html: str) -> str:
    """The page as valid HTML."""
    mended = _NOTE.sub(r"\1", _CHECK_BOX.sub(r"\1", html))
    return mended if 'id="__toc"' in mended else _CONTENTS_TITLE.sub(r"<span \1>\2</span>", mended)
