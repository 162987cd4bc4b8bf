"""What checks, shows and publishes proposals on GitHub or GitLab, as files for the repository of a municipality.

`proposal_files(host, language)` gives each file by its path from the top of the repository; `handbok proposals` writes
those that are not there, and whoever begins a handbook may write them with the rest. They are in `github` and `gitlab`
beside this module as they will stand. `<<…>>` is a sentence in bokmål, or one of `language` and `packages`.

They install what `requirements.txt` says, so that the program is named in one place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any

from builder import __version__
from builder.i18n import N_, translations
from builder.proposals.host import Host
from builder.resources import PDF_PACKAGES

#: What is installed, where proposals are checked: for pip.
REQUIREMENTS = "requirements.txt"
#: A container to write in, in the browser or in VS Code, with nothing to set up.
DESK = ".devcontainer/devcontainer.json"
_PACKAGE = "handbok"
_FOLDER = Path(__file__).parent
_MARK = re.compile(r"<<(.+?)>>")
_ABOUT = N_(
    "Det pip installerer der forslag blir sjekket: navn og utgave, eller adressen til en pakke eller et git-lager."
)
#: The sentences in the files, so that they are translated.
SENTENCES = (
    N_("Sjekker hvert forslag, viser funnene på de endrede linjene, og legger ved oppsummering og forhåndsvisning."),
    N_("Forslag"),
    N_("Installer"),
    N_("GitHub slår forslaget sammen med det som gjelder; HEAD^1 er det som gjelder."),
    N_("Sjekk"),
    N_("Oppsummer for leserne"),
    N_("Bygg forhåndsvisningen"),
    N_("Publiserer når et forslag er godkjent: på GitHub Pages, eller på egen server når HANDBOK_RSYNC er satt."),
    N_("Publiser"),
    N_("Endringsloggen fortsetter fra det som er publisert. Sett HANDBOK_ADDRESS når det ligger et annet sted."),
    N_("Bygg"),
    N_("Send til egen server"),
    N_("Sjekker, viser fram og publiserer håndboka på GitLab. Kan også hentes inn i en annen fil med include."),
    N_("HANDBOK_TOKEN (maskert) lar den skrive merknader og saker. HANDBOK_RSYNC sender håndboka til egen server."),
    N_("Merknaden på forslaget skrives om når forslaget endres, så det bare er én."),
    N_("HANDBOK_SSH_KEY og HANDBOK_KNOWN_HOSTS er variabler av typen fil."),
    N_("Holder en sak oppe med det som må gås gjennom, hvem som eier det og hvem du spør. Skrives om hver måned."),
    N_("Månedlig gjennomgang"),
    N_("Skriv saken"),
    N_("Dette må gås gjennom i håndboka"),
    N_("Lag en tidsplan under Build → Pipeline schedules, for eksempel den første i hver måned."),
)


_PLACES = {Host.GITHUB: ".github/workflows/{name}", Host.GITLAB: ".{name}"}


def proposal_files(host: Host, language: str) -> dict[str, str]:
    """Each file by its path, in a language."""
    translate = translations(language).gettext
    found = {
        _PLACES[host].format(name=path.name): _filled(path.read_text(encoding="utf-8"), language, translate)
        for path in sorted((_FOLDER / host).glob("*.yml"))
    }
    desk = (_FOLDER / PurePosixPath(DESK).name).read_text(encoding="utf-8")
    found[DESK] = _filled(desk, language, translate)
    found[REQUIREMENTS] = f"# {translate(_ABOUT)}\n{requirement()}\n"
    return found


def _filled(text: str, language: str, translate: Callable[[str], str]) -> str:
    values = {"language": language, "packages": " ".join(PDF_PACKAGES)}
    return _MARK.sub(lambda found: values.get(found[1]) or translate(found[1]), text)


def requirement() -> str:
    """What pip is to install to get this very program: by its address where it came from one, else by its version."""
    try:
        told = metadata.distribution(_PACKAGE).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        told = None
    address = _address(json.loads(told)) if told else None
    return f"{_PACKAGE} @ {address}" if address else f"{_PACKAGE}=={__version__}"


def _address(origin: dict[str, Any]) -> str | None:
    """Where a package was fetched from, where others can fetch it too."""
    url = str(origin.get("url", ""))
    if not url.startswith("https://"):
        return None
    git = origin.get("vcs_info")
    return f"git+{url}@{git['commit_id']}" if git else url
