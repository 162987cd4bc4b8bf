"""What a PDF may read while it is being made: the project's own files in one folder, and nothing else."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


class OwnFilesOnly(URLFetcher):  # type: ignore[misc]
    """Reads files below one folder; any other address stops the rendering."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols={"file"}, allow_redirects=False, fail_on_errors=True)
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The file at a `file:` address below the folder. Raises FatalURLFetchingError for any other."""
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        if parts.scheme != "file" or not path.is_relative_to(self._folder):
            raise FatalURLFetchingError(f"not one of the project's own files: {url}")
        return super().fetch(url, headers)
