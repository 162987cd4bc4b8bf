"""Shows one handbook while it is being written."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.commands.serve import serve

#: Read by `mkdocs.yml`, which MkDocs loads anew at every change.
FOLDER_VARIABLE = "HANDBOK_FOLDER"
MUNICIPALITY_VARIABLE = "HANDBOK_MUNICIPALITY"


def serve_site(config_file: Path, handbook: Path, slug: str, port: int) -> None:
    """Serves until interrupted, on this machine only, and builds again when a file changes."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ |= {FOLDER_VARIABLE: str(handbook), MUNICIPALITY_VARIABLE: slug}
    serve(str(config_file), dev_addr=f"127.0.0.1:{port}")
