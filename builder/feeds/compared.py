"""`sammenligning.json`: what a municipality lets others hold against their own, where it says that it is compared."""

from __future__ import annotations

from builder.edition.edition import Edition
from builder.facts.handovers import agreed, handovers
from builder.facts.membership import actors_on, required, services_in
from builder.feeds.data import as_json
from builder.model.compared import ComparedForum, ComparedLevel, ComparedPathway, Comparison
from builder.model.forum import FORUMS, Forum
from builder.model.municipality import Level
from builder.model.pathway import PATHWAYS, Pathway
from builder.model.standard_terms import ForumType, LevelMeaning, Situation
from builder.model.vocabulary import Mandate
from builder.prose import plain
from builder.schema.exported import comparison_schema
from builder.views import routes, urls
from builder.views.routes import page_of

#: Where the page about the handbook lists the levels.
_LEVELS = "nivaer"


def comparison(edition: Edition) -> dict[str, bytes]:
    """Path -> the file and its schema. Empty where the municipality is not compared."""
    municipality = edition.handbook.municipality
    if not municipality.compared:
        return {}
    made = Comparison(
        date=edition.handbook.today,
        name=municipality.name,
        number=municipality.number,
        language=municipality.written_standard,
        demonstration=municipality.demonstration is not None,
        pathways=tuple(_pathway(edition, one, one.situation) for one in edition.handbook.pathways if one.situation),
        forums=tuple(_forum(edition, one, one.type) for one in edition.handbook.forums if one.type),
        levels=tuple(_level(edition, one, one.means) for one in municipality.levels if one.means),
    )
    return {
        urls.COMPARISON: as_json(made.model_dump(mode="json")),
        urls.COMPARISON_SCHEMA: as_json(comparison_schema()),
    }


def _pathway(edition: Edition, pathway: Pathway, situation: Situation) -> ComparedPathway:
    handbook, names = edition.handbook, edition.names
    changing = [step.value for step in handovers(handbook) if step.record is pathway]
    forums = dict.fromkeys(step.forum for step in pathway.steps if step.forum)
    first = next(iter(actors_on(pathway.steps[0])), None)
    return ComparedPathway(
        situation=situation,
        title=pathway.title,
        page=_page(edition, page_of(PATHWAYS, pathway.id)),
        begins=names.actor(first).text if first else "",
        steps=len(pathway.steps),
        with_deadline=sum(step.deadline is not None for step in pathway.steps),
        handovers=len(changing),
        agreed=sum(agreed(handbook, step) for step in changing),
        forums=tuple(found.name for one in forums if (found := handbook.find(FORUMS, one))),
    )


def _forum(edition: Edition, forum: Forum, kind: ForumType) -> ComparedForum:
    fixed = required(forum)
    return ComparedForum(
        type=kind,
        name=forum.name,
        page=_page(edition, page_of(FORUMS, forum.id)),
        how_often=edition.language.phrases.recurrence(forum.recurrence) if forum.recurrence else "",
        minutes=forum.minutes,
        convener=edition.names.actor(forum.convener).text if forum.convener else "",
        members=len(fixed),
        deciders=sum(one.mandate is Mandate.DECIDE for one in fixed),
        deputies=sum(one.deputy is not None for one in fixed),
        services=len(services_in(edition.handbook, forum)),
        modes=tuple(dict.fromkeys(edition.language.translate(one.label) for one in forum.modes)),
    )


def _level(edition: Edition, level: Level, meaning: LevelMeaning) -> ComparedLevel:
    return ComparedLevel(
        means=meaning,
        number=level.number,
        name=level.name,
        page=f"{_page(edition, routes.ABOUT)}#{_LEVELS}",
        description=plain(level.description or ""),
    )


def _page(edition: Edition, path: str) -> str:
    return urls.page_file(path, edition.language.code)
