"""Questions to whoever sits at the terminal: each with what is proposed, and asked again until the answer will do."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from builder.cli.errors import WrongUse
from builder.cli.terminal import Terminal
from builder.i18n import N_
from builder.problem import Message

_STOPPED = N_("Avbrutt. Ingenting er skrevet.")
_MISSING = N_("Skriv {option}; her er ingen som kan svare")
_EMPTY = N_("Skriv noe her.")
_OUT_OF_RANGE = N_("Skriv ett eller flere tall mellom 1 og {last}, eller 0 for ingen.")
_ONE_OUT_OF_RANGE = N_("Skriv et tall mellom 0 og {last}.")

#: What is wrong with an answer; None when it will do.
Verdict = Callable[[str], Message | None]


def anything(_answer: str) -> Message | None:
    """Any answer will do."""
    return None


@dataclass(frozen=True, slots=True)
class Questions:
    """Asks when somebody is there; else takes what is proposed. `ask` is False when nothing is to be asked."""

    terminal: Terminal
    ask: bool

    @classmethod
    def at(cls, terminal: Terminal, silent: bool) -> Questions:
        """Questions at this terminal, unless `silent`."""
        return cls(terminal, not silent and sys.stdin.isatty())

    def text(self, question: str, given: str | None, proposed: str | None, option: str, verdict: Verdict) -> str:
        """A line of text: what an option has `given`, else the answer. Raises WrongUse where there is neither."""
        if given is not None:
            return self._approved(" ".join(given.split()), option, verdict)
        if not self.ask:
            if proposed is None:
                raise WrongUse(Message(_MISSING, option=option))
            return proposed
        while True:
            answer = self._line(f"{self.terminal.translate(question)}{f' [{proposed}]' if proposed else ''}: ")
            answer = answer or proposed or ""
            fault = verdict(answer) if answer else Message(_EMPTY)
            if fault is None:
                return answer
            self._tell(fault)

    def choice(self, question: str, choices: Sequence[str], proposed: int) -> int:
        """The number of one of the choices, from 1; 0 for none."""
        if not self.ask:
            return proposed
        self._list(question, choices)
        while True:
            answer = self._line(f"[{proposed}]: ") or str(proposed)
            if answer.isdecimal() and int(answer) <= len(choices):
                return int(answer)
            self._tell(Message(_ONE_OUT_OF_RANGE, last=len(choices)))

    def several(self, question: str, choices: Sequence[str], proposed: Sequence[int]) -> list[int]:
        """The numbers of some of the choices, from 1."""
        if not self.ask:
            return list(proposed)
        self._list(question, choices)
        usual = " ".join(map(str, proposed))
        while True:
            answer = self._line(f"[{usual}]: ") or usual
            numbers = list(dict.fromkeys(map(int, re.findall(r"\d+", answer))))
            if numbers == [0]:
                return []
            if numbers and all(1 <= number <= len(choices) for number in numbers):
                return numbers
            self._tell(Message(_OUT_OF_RANGE, last=len(choices)))

    def _list(self, question: str, choices: Sequence[str]) -> None:
        self.terminal.say(question)
        for number, choice in enumerate(choices, start=1):
            self.terminal.say("  {number}. {choice}", number=number, choice=choice)

    def _line(self, prompt: str) -> str:
        try:
            return " ".join(self.terminal.out.input(prompt, markup=False).split())
        except (EOFError, KeyboardInterrupt):
            self.terminal.out.print()
            raise WrongUse(Message(_STOPPED)) from None

    def _tell(self, fault: Message) -> None:
        self.terminal.say("{fault}", fault=fault.text(self.terminal.translate))

    def _approved(self, answer: str, option: str, verdict: Verdict) -> str:
        fault = verdict(answer) if answer else Message(_EMPTY)
        if fault:
            raise WrongUse(Message("{option}: {fault}", option=option, fault=fault))
        return answer
