"""The self-check in the terminal: tables for people, JSON for tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from builder.check.checker import Checked
from builder.cli.formats.json_text import json_text
from builder.facts.staff_says import Tally, latest
from builder.facts.upkeep import is_demonstration
from builder.i18n import N_
from builder.model.actor import Actor
from builder.model.handbook import Handbook
from builder.selfcheck.criteria import SelfCheck, self_check
from builder.selfcheck.editions import Since, since_approved
from builder.selfcheck.staff import staff_say
from builder.selfcheck.statement import Evidence, Statement, Status

Translate = Callable[[str], str]

_WORDS = {Status.COVERED: N_("Dekket"), Status.MISSING: N_("Mangler"), Status.STALE: N_("Utdatert")}
_STYLES = {Status.COVERED: "green", Status.MISSING: "yellow", Status.STALE: "magenta"}
#: How many records are named in the terminal; the page and the JSON have all.
NAMED = 6


def as_text(checked: Checked, console: Console, translate: Translate) -> None:
    """One table for each criterion, and what a leader should look at first."""
    found = self_check(checked.handbook)
    console.print(Text(checked.handbook.municipality.title, style="bold"))
    for criterion in found.criteria:
        table = _table(translate(criterion.title), (N_("Status"), N_("Hva"), N_("Se")), translate)
        for statement in criterion.statements:
            word = Text(translate(_WORDS[statement.status]), style=_STYLES[statement.status])
            table.add_row(word, Text(statement.message.text(translate)), Text(_named(statement, translate)))
        console.print(table)
    if since := since_approved(checked.handbook, found):
        console.print(_since(since, translate))
    for table in (_staff(checked.handbook, found, translate), *_overview(checked.handbook, found, translate)):
        console.print(table)


def _named(statement: Statement, translate: Translate) -> str:
    """The first records behind a statement, and how many more there are."""
    texts = [evidence.text for evidence in statement.evidence]
    rest = len(texts) - NAMED
    more = translate(N_(" … og {count} til")).format(count=rest) if rest > 0 else ""
    return ", ".join(texts[:NAMED]) + more


def _table(title: str, columns: Iterable[str], translate: Translate) -> Table:
    table = Table(title=Text(title, style="bold"), title_justify="left", show_lines=False, expand=True)
    for column in columns:
        table.add_column(translate(column), overflow="fold")
    return table


def _since(since: Since, translate: Translate) -> Table:
    """What is better and worse than when the last edition was approved."""
    title = translate(N_("Siden utgave {edition} ble godkjent")).format(edition=since.edition.version)
    table = _table(title, (N_("Status"), N_("Hva"), N_("Da"), N_("Nå")), translate)
    for one in since.moved:
        word, style = (N_("bedre"), "green") if one.better else (N_("dårligere"), "yellow")
        then, now = (f"{figure.held}/{figure.total}" for figure in (one.before, one.now))
        table.add_row(Text(translate(word), style=style), Text(one.statement.message.text(translate)), then, now)
    return table


def _staff(handbook: Handbook, found: SelfCheck, translate: Translate) -> Table:
    """What the handbook says of each criterion beside what staff say."""
    columns = (N_("Hva det gjelder"), N_("Håndboka sier"), N_("De ansatte sier"))
    table = _table(translate(N_("Håndboka sier, de ansatte sier")), columns, translate)
    for criterion in found.criteria:
        counts = ((status, len(criterion.of(status))) for status in Status)
        handbook_says = ", ".join(f"{translate(_WORDS[status])}: {count}" for status, count in counts if count)
        staff = staff_say(handbook, criterion.id).text(translate)
        table.add_row(Text(translate(criterion.title)), Text(handbook_says), Text(staff))
    return table


def _overview(handbook: Handbook, found: SelfCheck, translate: Translate) -> Iterable[Table]:
    loads = _table(translate(N_("Møtetid per rolle")), (N_("Rolle"), N_("Timer i måneden"), N_("Møter")), translate)
    for load in found.overview.loads:
        forums = ", ".join(forum.name for forum, _ in load.forums)
        loads.add_row(Text(handbook.called(load.actor)), f"{load.hours:.1f}", Text(forums))
    yield loads
    plans = _table(translate(N_("Planer og avtaler")), (N_("Gjelder til og med"), N_("Plan eller avtale")), translate)
    for plan in found.overview.plans:
        plans.add_row(str(plan.valid_to or "–"), Text(plan.title))
    yield plans
    accepted = _table(translate(N_("Funn som er godtatt")), (N_("Til og med"), N_("Hva"), N_("Begrunnelse")), translate)
    for acceptance in handbook.accepted:
        what = f"{acceptance.rule}: {acceptance.target}"
        accepted.add_row(str(acceptance.until), Text(what), Text(acceptance.reason))
    yield accepted


def as_json(results: Iterable[Checked], translate: Translate) -> str:
    """A list of self-checks, one for each municipality, with all evidence."""
    return json_text([_as_dict(checked, translate) for checked in results])


def _as_dict(checked: Checked, translate: Translate) -> dict[str, object]:
    found = self_check(checked.handbook)
    return {
        "municipality": checked.slug,
        "date": checked.handbook.today.isoformat(),
        "criteria": [
            {
                "id": criterion.id,
                "title": translate(criterion.title),
                "statements": [_statement(statement, translate) for statement in criterion.statements],
            }
            for criterion in found.criteria
        ],
        "staff": _staff_as_dict(checked.handbook, found),
        "overview": _tables(found, checked),
    }


def _staff_as_dict(handbook: Handbook, found: SelfCheck) -> dict[str, object] | None:
    """What staff said the last time: only what may be told; None where nobody has been asked."""
    result = latest(handbook)
    if result is None:
        return None
    numbers = {"asked": result.asked, "answered": result.answered} if result.told else {}
    return {
        "closed": result.survey.closed.isoformat(),
        "edition": result.edition or None,
        "example": is_demonstration(handbook),
        **numbers,
        "criteria": {one.id: _tally(result.together(one.id)) for one in found.criteria},
        "questions": {one.question.value: _tally(one.everybody) for one in result.said},
    }


def _tally(tally: Tally | None) -> dict[str, int] | None:
    return {"percent": tally.percent, "n": tally.n} if tally else None


def _statement(statement: Statement, translate: Translate) -> dict[str, object]:
    return {
        "status": statement.status.value,
        "text": statement.message.text(translate),
        "rules": list(statement.expectations),
        "evidence": [_evidence(evidence) for evidence in statement.evidence],
        **({"figure": statement.figure.model_dump()} if statement.figure else {}),
    }


def _evidence(evidence: Evidence) -> dict[str, str]:
    step = {"step": evidence.step} if evidence.step else {}
    return {"record": f"{evidence.kind}:{evidence.id}", "text": evidence.text, **step}


def _tables(found: SelfCheck, checked: Checked) -> dict[str, object]:
    overview, example = found.overview, is_demonstration(checked.handbook)
    return {
        "contacts": [
            {"contact": Actor.of(s.id, c.id), "verified": c.verified.date.isoformat() if c.verified else None}
            for s, c in overview.contacts
        ],
        "vacancies": [Actor.of(one.record.id, one.value.id) for one in overview.vacancies],
        "forums": [
            {"forum": f.id, "example": example, **(f.standing.model_dump(mode="json") if f.standing else {})}
            for f in overview.forums
        ],
        "pulse": [
            {
                "forum": one.forum.id,
                "example": example,
                "meetings": one.pulse.noted,
                "cancelled": one.pulse.cancelled,
                "cancelled_in_a_row": one.in_a_row,
                "decisions_followed": one.pulse.followed,
                "decisions_done": one.pulse.done,
                "services": {row.service: {"came": row.came, "of": row.expected} for row in one.pulse.turnout},
            }
            for one in overview.pulses
        ],
        "hours_a_month": [
            {"actor": load.actor, "hours": round(load.hours, 2), "forums": {f.id: round(h, 2) for f, h in load.forums}}
            for load in overview.loads
        ],
        "partners": [
            {"services": one.pair, "encounter": one.encounter.value, "forums": [f.id for f in one.forums]}
            for one in overview.partners
        ],
        "plans": [{"plan": p.id, "valid_to": p.valid_to.isoformat() if p.valid_to else None} for p in overview.plans],
        "accepted": [
            {"id": a.id, "rule": a.rule, "target": a.target, "reason": a.reason, "until": a.until.isoformat()}
            for a in overview.accepted
        ],
        "accepted_findings": [
            {"place": str(one.problem.mark), "rule": one.problem.rule, "acceptance": one.acceptance.id}
            for one in checked.accepted
        ],
    }
