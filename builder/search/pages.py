"""Documents from pages: the provisions of law, and the pages that are not about one record."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from builder.edition.words import Translate
from builder.i18n import N_
from builder.model.agreement import AGREEMENTS
from builder.model.change import CHANGES
from builder.model.handbook import Handbook
from builder.model.law import Act
from builder.model.register import Cited
from builder.model.result_group import ResultGroup
from builder.prose import plain
from builder.search.document import Document
from builder.slug import slug
from builder.views import routes
from builder.views.moved import MovedPage
from builder.views.page import Chapter, Place

#: Where readers begin, and where they end up when there is no network.
_NOT_LOOKED_FOR = frozenset({routes.FRONT, routes.OFFLINE})
#: What else a page is called, and what it is found among.
_ALSO = {
    routes.YEAR: (
        ResultGroup.FORUM,
        N_("møter, møtedatoer, møtedager, møtetider, møtekalender, møteplan, møteoversikt, årshjul, årsplan, kalender"),
    ),
    routes.list_of(AGREEMENTS): (
        ResultGroup.MORE,
        N_("samarbeidsavtaler, forventninger, hva kan vi vente av hverandre, hvem lover hva"),
    ),
    routes.SELF_CHECK: (
        ResultGroup.MORE,
        N_(
            "møtepuls, avlyste møter, møter som blir avlyst, oppmøte, hvem kommer på møtene, vedtak som er gjort, "
            "spørreundersøkelse, spørreskjema til de ansatte, hva de ansatte sier"
        ),
    ),
    routes.INTRODUCED: (
        ResultGroup.MORE,
        N_("innføring, innført, opplæring i håndboka, kurs i håndboka, hvem har fått opplæring, ikke innført ennå"),
    ),
    routes.PORTFOLIO: (
        ResultGroup.MORE,
        N_(
            "alle nettverk, prosjekter, prosjektpenger, finansiering, slå sammen møter, avvikle møter, "
            "hva kan vi slutte med"
        ),
    ),
    routes.list_of(CHANGES): (
        ResultGroup.MORE,
        N_("nytt, nyheter, hva er endret, endringer, endret siden sist, siste endringer, endringslogg, oppdateringer"),
    ),
}


def law(handbook: Handbook) -> Iterator[Document]:
    """Each provision the handbook cites, and each act they stand in."""
    acts: dict[str, Act] = {}
    cited: dict[str, Cited] = {}
    for citation in handbook.citations:
        found = handbook.law.find(citation.citation)
        if found and found.provision:
            acts.setdefault(found.act.id, found.act)
            cited.setdefault(found.id, found)
    old = _moved(handbook)
    yield from (_act(handbook, act) for _, act in sorted(acts.items()))
    yield from (_provision(one, old.get(key, ())) for key, one in sorted(cited.items()))


def others(chapters: Collection[Chapter], known: Collection[str], translate: Translate) -> Iterator[Document]:
    """The pages that no document is about yet; `known` are the paths of those that have one."""
    for chapter in chapters:
        for page in chapter.pages:
            if page.path in _NOT_LOOKED_FOR or page.path in known or isinstance(page.context, MovedPage):
                continue
            about = (plain(page.description),) if page.description else ()
            group, names = _ALSO.get(page.path, (ResultGroup.MORE, ""))
            also = tuple(translate(names).split(", ")) if names else ()
            yield Document(group, Place(page.path), page.said(translate), names=also, lines=about)


def _act(handbook: Handbook, act: Act) -> Document:
    replaced = (older.name for older in handbook.law.acts if older.replaced_by == act.id)
    names = (*_called(act), *act.misnomers, *replaced)
    return Document(ResultGroup.LAW, Place(routes.LAW, slug(act.name)), act.name, names=names, lines=(act.title,))


def _provision(cited: Cited, old: Collection[str]) -> Document:
    provision = cited.provision
    assert provision is not None
    place = Place(routes.LAW, routes.provision_anchor(cited))
    names = (*(f"{name} {provision.section}" for name in _called(cited.act)), *old)
    told = tuple(text for text in (provision.heading, provision.description, provision.note) if text)
    return Document(ResultGroup.LAW, place, cited.id, names=names, lines=told)


def _called(act: Act) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (act.name_nn, *act.aliases) if name and name != act.name))


def _moved(handbook: Handbook) -> dict[str, list[str]]:
    """Canonical citation -> the sections of older acts that it replaced."""
    found: dict[str, list[str]] = {}
    for act in handbook.law.acts:
        for moved in act.moved:
            now = handbook.law.find(moved.to) if moved.to else None
            if now:
                found.setdefault(now.id, []).append(f"{act.name} {moved.section}")
    return found
