"""What a page may load and run: what lies beside it, and nothing else.

A `<meta>` in each page carries it, so it holds wherever the site is put, also in a folder. Styles are held
as strictly as scripts, and no picture stands in a style sheet (`data:`), so that pages look the same where a server
says `default-src 'self'` of all it serves.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

_DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def policy(script: str = "", style: str = "") -> str:
    """The policy of a page, which may hold one script and one style sheet itself: these exact texts, by their hash."""
    within = {"script-src": script, "style-src": style}
    return "; ".join(
        f"{name} {allowed}{_hash(within[name]) if within.get(name) else ''}" for name, allowed in _DIRECTIVES.items()
    )


def _hash(text: str) -> str:
    return f" 'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


POLICY = policy()
