"""What a page may load and run: what lies beside it, and nothing else.

A `<meta>` in each page carries it, so it holds wherever the site is put, also in a folder. Styles are held
as strictly as scripts; pictures may stand in the style sheets (`data:`), as the theme's icons do.
"""

from __future__ import annotations

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
