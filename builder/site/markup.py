"""What Material writes that HTML does not allow, mended in the finished page."""

from __future__ import annotations

import re

#: A check box has nothing to complete.
_CHECK_BOX = re.compile(r'(<input [^>]*type="checkbox"[^>]*?) autocomplete="off"')
#: The title of the contents leads back in the drawer; beside the page there is no box for it to close.
_CONTENTS_TITLE = re.compile(r'<label (class="md-nav__title") for="__toc">(.*?)</label>', re.DOTALL)


def valid(html: str) -> str:
    """The page as valid HTML."""
    mended = _CHECK_BOX.sub(r"\1", html)
    return mended if 'id="__toc"' in mended else _CONTENTS_TITLE.sub(r"<span \1>\2</span>", mended)
