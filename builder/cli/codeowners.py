"""`handbok codeowners`: who must approve which file, from the owners in the handbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builder.changes.git import RevisionError, place_in_repository
from builder.check.municipalities import check_each
from builder.cli.errors import WrongUse, plain_errors
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.problem import Message
from builder.proposals.accounts import AccountsError, read_accounts
from builder.proposals.owners import Owners, owners

_HEADING = N_("Hvem som svarer for hva. Laget av «handbok codeowners» fra eierne i håndboka; rett der, ikke her.")


def codeowners(folder: Path, slugs: Sequence[str], accounts: Path, terminal: Terminal) -> str:
    """The text of `CODEOWNERS`; owners without an account are told. Raises WrongUse."""
    found = _owners(folder, slugs, accounts)
    if found.unknown:
        terminal.complain(
            N_("Uten konto i {file}, så de som har «rest», svarer for dem: {owners}."),
            style="yellow",
            file=accounts,
            owners=", ".join(found.unknown),
        )
    return "\n".join((f"# {terminal.translate(_HEADING)}", *found.lines)) + "\n"


def _owners(folder: Path, slugs: Sequence[str], accounts: Path) -> Owners:
    if not accounts.exists():
        raise WrongUse(
            Message(
                "Fant ikke {file}. Skriv den slik, med de kontoene dere har: «rest: redaksjonen» på første linje, "
                "og så én linje for hver eier, for eksempel «barnevern.leder: kari»",
                file=accounts,
            )
        )
    with plain_errors():
        try:
            handbooks = [checked.handbook for checked in check_each(folder, slugs)]
            return owners(handbooks, read_accounts(accounts), _place(folder))
        except (AccountsError, RevisionError) as error:
            raise WrongUse(error.message) from error


def _place(folder: Path) -> str:
    """Where the data folder lies in the repository; as it is named where there is none."""
    found = place_in_repository(folder)
    return f"{folder.as_posix()}/" if found is None else found


def write(text: str, path: Path, terminal: Terminal) -> None:
    """Writes the file where it is read. Raises WrongUse."""
    with plain_errors():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    terminal.say(N_("Skrev {path}"), path=path)


def stands(text: str, path: Path, terminal: Terminal) -> bool:
    """Whether the file says just this; otherwise how to mend it is told."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return True
    terminal.complain(
        N_("{file} er ikke slik eierne i håndboka tilsier. Rett med: handbok codeowners --output {file}"), file=path
    )
    return False
