"""Where what is no code lies: templates, the settings of the site, and the shared library.

An installed package carries it inside itself, in `builder/shipped` (the wheel is packed so in `pyproject.toml`).
In a copy of the repository it lies beside the package, and is used from there.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_SHIPPED = PACKAGE / "shipped"
_REPOSITORY = PACKAGE.parent
_SHARED_PART = "common"

#: Whether this is a package somebody installed, and not a copy of the repository.
INSTALLED = _SHIPPED.is_dir()

_ROOT = _SHIPPED if INSTALLED else _REPOSITORY

#: Pages, prints, portal, theme, styles and scripts.
TEMPLATES = _ROOT / "templates"
#: The settings of the site engine; their paths are relative to the file, and hold in both places.
CONFIG_FILE = _ROOT / "mkdocs.yml"
#: The shared library: the records a data folder follows that has none of its own.
SHARED = _SHIPPED / _SHARED_PART if INSTALLED else _REPOSITORY / "handbook" / _SHARED_PART

#: What Debian calls the libraries that PDFs are made with; the Makefile and the Containerfile name them too.
PDF_PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
