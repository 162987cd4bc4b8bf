"""`handbok explain`: the rules, in the terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from builder.check.catalogue import catalogue
from builder.cli.errors import WrongUse
from builder.cli.formats.text import STYLES, label
from builder.cli.terminal import Terminal, Translate
from builder.i18n import N_, RULES
from builder.problem import Message
from builder.rules.documentation import Documentation
from builder.suggest import did_you_mean

_INDENT = (0, 0, 0, 2)


def list_all(terminal: Terminal) -> None:
    """All rules with their severity."""
    translate, texts = terminal.translate, terminal.translator(RULES)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (N_("Id"), N_("Alvor"), N_("Regel")):
        table.add_column(translate(heading), overflow="fold")
    for rule in catalogue().values():
        severity = Text(label(rule.severity, translate), style=STYLES[rule.severity])
        table.add_row(Text(rule.id), severity, Text(texts(rule.title)))
    terminal.out.print(table)


def explain(rule_id: str, terminal: Terminal) -> None:
    """One rule in full. Raises WrongUse for an id there is no rule with."""
    rules = catalogue()
    if rule_id not in rules:
        raise WrongUse(
            Message(
                "Det finnes ingen regel med id «{id}»{hint} (handbok explain viser alle)",
                id=rule_id,
                hint=did_you_mean(rule_id, rules),
            )
        )
    terminal.out.print(_explanation(rules[rule_id].told(terminal.translator(RULES)), terminal.translate))


def _explanation(rule: Documentation, translate: Translate) -> Group:
    heading = Text.assemble((rule.id, "bold"), " – ", (label(rule.severity, translate), STYLES[rule.severity]))
    source = Text.assemble((translate(N_("Kilde")) + ": ", "bold"), rule.source)
    parts: list[RenderableType] = [heading, Text(rule.title), "", Text(rule.reason), "", source]
    for name, example, style in ((N_("Riktig"), rule.good, "bold green"), (N_("Feil"), rule.bad, "bold red")):
        # Colours of the terminal's own, so that they can be read on light and dark.
        code = Syntax(example.rstrip(), "yaml", theme="ansi_light", background_color="default", word_wrap=True)
        parts += ["", Text(f"{translate(name)}:", style=style), Padding(code, _INDENT)]
    return Group(*parts)
