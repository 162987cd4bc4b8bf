"""The page with the forms, and all it loads: nothing is asked of any other place."""

from __future__ import annotations

import json
from pathlib import Path

from builder import resources
from builder.cms.config import Settings

VENDOR = Path(__file__).parent / "vendor"
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="cms-config-url" type="application/json" href="config.json">
</head>
<body>
<script src="sveltia-cms.js"></script>
</body>
</html>
"""
#: Nothing is asked of others but the service that keeps the files, when somebody logs in there.
_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self' data: blob: https://api.github.com https://github.com https://gitlab.com"
)
_TEXT = "lib/fonts/source-sans-3:vf@5.3.0/latin-wght-normal.woff2"
_ICONS = "lib/fonts/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2"


def forms_files(settings: Settings, language: str, title: str) -> dict[str, bytes]:
    """Path -> content, of the folder the page is served from."""
    version = (VENDOR / "VERSION").read_text(encoding="utf-8").strip()
    page = _PAGE.format(language=language, title=title, policy=_POLICY)
    config = json.dumps(settings.all(), ensure_ascii=False, indent=1)
    locales = {f"lib/cms@{version}/locales/{path.name}": path.read_bytes() for path in (VENDOR / "locales").iterdir()}
    return {
        "index.html": page.encode(),
        "config.json": config.encode(),
        "sveltia-cms.js": (VENDOR / "sveltia-cms.js").read_bytes(),
        "LICENSE.txt": (VENDOR / "LICENSE.txt").read_bytes(),
        "lib/cms/package.json": json.dumps({"version": version}).encode(),
        _ICONS: (VENDOR / "icons.woff2").read_bytes(),
        _TEXT: (resources.TEMPLATES / "static/assets/fonts/source-sans-3-400-normal.woff2").read_bytes(),
        **locales,
    }
