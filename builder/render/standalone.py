"""What a page holds itself that is shown at any address, however deep, and so finds no file beside it."""

from __future__ import annotations

from builder.render.csp import policy
from builder.resources import TEMPLATES

#: Also published, for servers that let no page hold a style itself.
STYLE = "assets/lost.css"
SCRIPT = "assets/lost.js"


def within() -> dict[str, str]:
    """The style and the script of such a page, and the policy that lets exactly these."""
    style, script = ((TEMPLATES / "static" / path).read_text(encoding="utf-8") for path in (STYLE, SCRIPT))
    return {"style": style, "script": script, "policy": policy(script, style)}
