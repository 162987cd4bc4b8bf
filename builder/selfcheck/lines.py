"""A line of the self-check: how many of those an expectation is asked of are as expected, and which are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.facts.parts import Within
from builder.model.approved_edition import Figure
from builder.model.base import Record
from builder.model.handbook import Handbook
from builder.model.pathway import Pathway, Step
from builder.model.service import Contact, Service
from builder.problem import Message
from builder.rules.answers import answers
from builder.rules.expectation import Answer, AnyExpectation, Lack
from builder.rules.registry import is_rule
from builder.selfcheck.statement import Evidence, Statement, Status, of_contacts, of_records, of_steps

_STATUSES = {None: Status.COVERED, Lack.MISSING: Status.MISSING, Lack.STALE: Status.STALE, Lack.WRONG: Status.MISSING}


def _everything(_handbook: Handbook, _asked: object) -> bool:
    return True


def _nothing_more(_handbook: Handbook) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Line:
    """What is told of one or more expectations: a sentence for those that hold, and for each sort of lack.

    The sentences may use {count}, {total} and `values`. With several expectations, a record is as expected when all of
    them hold for it and its parts.
    """

    expectations: tuple[AnyExpectation, ...]
    covered: str = ""
    missing: str = ""
    stale: str = ""
    wrong: str = ""
    among: Callable[[Handbook, object], bool] = _everything
    values: Callable[[Handbook], Mapping[str, object]] = _nothing_more

    def statements(self, handbook: Handbook) -> Iterator[Statement]:
        """A statement for each sort of answer there are any of."""
        given = self._answers(handbook)
        figure = Figure(line=self.name, held=sum(one.holds for one in given), total=len(given)) if given else None
        rules = tuple(expectation.id for expectation in self.expectations if is_rule(expectation))
        for lack, sentence in self._sentences():
            found = [one for one in given if one.lack is lack]
            if found and sentence:
                message = Message(sentence, count=len(found), total=len(given), **self.values(handbook))
                yield Statement(_STATUSES[lack], message, _evidence(handbook, found, given), rules, figure)

    @property
    def name(self) -> str:
        """What it measures, the same from edition to edition: its expectations, and whom it asks where not all."""
        among = () if self.among is _everything else (self.among.__name__.strip("_"),)
        return " ".join((*(expectation.id for expectation in self.expectations), *among))

    def _sentences(self) -> tuple[tuple[Lack | None, str], ...]:
        return (
            (None, self.covered), (Lack.MISSING, self.missing), (Lack.STALE, self.stale), (Lack.WRONG, self.wrong),
        )  # fmt: skip

    def _answers(self, handbook: Handbook) -> list[Answer[object]]:
        given = [
            answer
            for expectation in self.expectations
            for answer in answers(handbook, expectation)
            if self.among(handbook, answer.asked)
        ]
        return given if len(self.expectations) == 1 else list(_by_record(given))


def all_of(handbook: Handbook, lines: Iterable[Line]) -> tuple[Statement, ...]:
    """What some lines tell of a handbook."""
    return tuple(statement for line in lines for statement in line.statements(handbook))


def _by_record(given: Iterable[Answer[object]]) -> Iterator[Answer[object]]:
    together: dict[Record, list[Answer[object]]] = {}
    for answer in given:
        together.setdefault(_record(answer.asked), []).append(answer)
    for record, found in together.items():
        yield Answer(record, tuple(finding for answer in found for finding in answer.findings))


def _record(asked: object) -> Record:
    record = asked.record if isinstance(asked, Within) else asked
    assert isinstance(record, Record)
    return record


def _evidence(handbook: Handbook, found: list[Answer[object]], given: list[Answer[object]]) -> tuple[Evidence, ...]:
    """What shows it: contacts, and what falls short, one by one; of the rest the whole records first."""
    asked = [answer.asked for answer in found]
    if found[0].holds and not isinstance(getattr(asked[0], "value", None), Contact):
        broken = {_record(answer.asked) for answer in given if not answer.holds}
        records = dict.fromkeys(map(_record, asked))
        return tuple(of_records(handbook, [one for one in records if one not in broken] or records))
    return tuple(dict.fromkeys(evidence for one in asked for evidence in evidence_of(handbook, one)))


def evidence_of(handbook: Handbook, asked: object) -> Iterable[Evidence]:
    """One thing that is asked, as evidence: a contact, a step, or the record it stands in."""
    value = asked.value if isinstance(asked, Within) else None
    record = _record(asked)
    if isinstance(value, Contact) and isinstance(record, Service):
        return of_contacts([(record, value)])
    if isinstance(value, Step) and isinstance(record, Pathway):
        return of_steps([(record, value)])
    return of_records(handbook, [record])
