"""`handbok serve`: a handbook in the browser while it is written, and what is wrong with it in a panel on the page."""

from __future__ import annotations

import errno
import socket
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup, escape

from builder import clock, resources
from builder.check.cascades import folded
from builder.check.checker import check
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.formats.excerpt import Excerpts
from builder.cli.formats.text import as_text, label
from builder.cli.terminal import Terminal
from builder.edition.edition import Edition
from builder.facts.audience import for_audience
from builder.i18n import N_
from builder.load.folder import Folder
from builder.model.audience import Audience
from builder.model.kinds import KINDS
from builder.problem import Message, Problem, Severity, has_errors
from builder.site.serve import HOST, serve_site

_TITLE = N_("Håndboka har feil, og kan ikke vises slik den er nå")
_BELOW = N_("Rett dem, så blir siden fornyet av seg selv. Under står den siste utgaven uten feil.")
_ALONE = N_("Rett dem, så blir håndboka vist her av seg selv.")
_NOT_BUILT = N_("Håndboka har ingen feil, men kunne ikke bygges: {reason}")
_HERE = N_(
    "{name} vises på {address}, slik ansatte ser den, med det som er internt. Endringer i filene "
    "vises av seg selv. Avslutt med Ctrl+C."
)
_AGAIN = N_("Fornyet.")
_ENDED = N_("Avsluttet.")
_TAKEN = N_("Port {port} er i bruk av noe annet på maskinen. Velg en annen, for eksempel --port {other}.")
#: As many findings as are shown in the panel; the terminal has them all.
_SHOWN = 20
_MORE = N_("… og {count} til; kjør handbok check")

_STYLE = Markup("""<style>
.hb-findings{max-height:60vh;overflow:auto;position:relative;z-index:9;padding:1rem 1.5rem;background:#fff4f2;
color:#222;border-bottom:4px solid #b3261e;font:16px/1.5 system-ui,sans-serif}
.hb-findings h1{margin:0;font-size:1.25rem;color:#8c1d18}.hb-findings ol{margin:.75rem 0 0;padding-left:1.5rem}
.hb-findings li{margin-bottom:.75rem}.hb-findings code{font-weight:600;overflow-wrap:anywhere}
.hb-findings pre{margin:.25rem 0 0;padding:.5rem;background:#fff;border:1px solid #e0b4b0;overflow:auto;color:#222}
</style>""")


class Draft:
    """The handbook as its files are now, and what is wrong with it."""

    def __init__(self, folder: Path, shown: str, slug: str, terminal: Terminal | None) -> None:
        """`terminal` is in the language asked for; where none is asked for, the handbook's own is spoken."""
        self._folder, self._shown, self._slug = folder, shown, slug
        self._asked = terminal
        self.terminal = terminal or Terminal()
        self.panel = ""
        self._good = self._times = 0

    def edition(self) -> Edition | None:
        """What there is to show; None where it has errors."""
        self._times += 1
        checked = check(Folder(self._folder, KINDS, self._shown).load(self._slug), clock.today())
        if self._asked is None:
            self.terminal = Terminal(checked.handbook.municipality.written_standard.value)
        if has_errors(checked.problems):
            self._tell(checked.problems)
            return None
        self.panel = ""
        self._good += 1
        if self._times > 1:
            self.terminal.say(_AGAIN)
        return Edition(for_audience(checked.handbook, Audience.INTERNAL))

    def failed(self, error: Exception) -> None:
        """Tells of what is no finding: a file that is gone in the middle of it, or a fault in a template."""
        reason = Message(_NOT_BUILT, reason=f"{type(error).__name__}: {error}").text(self.terminal.translate)
        self.terminal.complain("{reason}", reason=reason)
        self.panel = self._framed(Markup("<p>{}</p>").format(reason))

    def _tell(self, problems: Sequence[Problem]) -> None:
        errors = [told.alone for told in folded([one for one in problems if one.severity is Severity.ERROR])]
        as_text(errors, self.terminal.err, self.terminal.translate, Excerpts())
        self.panel = self._framed(self._listed(errors))

    def _listed(self, errors: Sequence[Problem]) -> Markup:
        excerpts = Excerpts()
        items = Markup("").join(self._item(problem, excerpts) for problem in errors[:_SHOWN])
        rest = len(errors) - _SHOWN
        more = Markup("<p>{}</p>").format(self.terminal.translate(_MORE).format(count=rest)) if rest > 0 else ""
        return Markup("<ol>{}</ol>{}").format(items, more)

    def _item(self, problem: Problem, excerpts: Excerpts) -> Markup:
        translate = self.terminal.translate
        found = excerpts.at(problem.mark)
        lines = Markup("<pre>{}\n{}</pre>").format(*found) if found else Markup("")
        place, text = f"{problem.mark.path}:{problem.mark.line}", problem.text(translate)
        return Markup("<li><code>{}</code> {}: {} [{}]{}</li>").format(
            place, label(problem.severity, translate), text, problem.rule, lines
        )

    def _framed(self, inner: Markup) -> str:
        translate = self.terminal.translate
        start = Markup('<section class="hb-findings" role="alert" lang="{}"><h1>{}</h1><p>{}</p>').format(
            self.terminal.language, translate(_TITLE), translate(_BELOW if self._good else _ALONE)
        )
        return str(_STYLE + start + escape(inner) + Markup("</section>"))


def serve(config_file: Path, handbook: Path, slug: str, port: int, terminal: Terminal | None) -> None:
    """Serves until interrupted. Raises WrongUse where the port is taken."""
    draft = Draft(handbook.resolve(), handbook.as_posix(), slug, terminal)
    taken = WrongUse(Message(_TAKEN, port=port, other=port + 1 if port < 65535 else port - 1))
    if _is_taken(port):
        raise taken
    try:
        with plain_errors():
            watched = (handbook.resolve(), resources.TEMPLATES)
            serve_site(config_file, watched, port, draft, lambda url: _ready(draft, slug, url))
    finally:
        draft.terminal.say(_ENDED)


def _ready(draft: Draft, slug: str, address: str) -> None:
    draft.terminal.say(_HERE, name=slug, address=address)


def _is_taken(port: int) -> bool:
    """Asked first, so that nobody waits for a build that cannot be shown."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            return error.errno in (errno.EADDRINUSE, errno.EACCES)
    return False
