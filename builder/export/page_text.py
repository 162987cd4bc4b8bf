"""One page as a Markdown file: what is known of it as front matter, what to know before it, its text, and its foot."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from urllib.parse import quote

from builder.edition.edition import Edition
from builder.export.as_markdown import markdown, written
from builder.export.as_yaml import as_yaml
from builder.export.tidy import tidied
from builder.i18n import N_
from builder.prose import plain
from builder.render.renderer import BLOCK, Renderer
from builder.site.foot import Foot
from builder.site.navigation import escaped
from builder.views.page import Page
from builder.views.succession import successors

#: An address within a page, in HTML.
_FRAGMENT = re.compile(r'href="[^"#]*#([^"]+)"')


def named_in(text: str) -> set[str]:
    """The names of places that a page's text leads to."""
    return set(_FRAGMENT.findall(text))


def body(text: str, named: Collection[str]) -> str:
    """The text of a page, headings and blocks of HTML (see `builder.render`), as Markdown.

    `named` are the names of places that something leads to. What folds is open: Markdown has headings.
    """
    parts = (_part(part, named) for part in text.split("\n\n"))
    return "\n\n".join(filter(None, parts))


def _part(part: str, named: Collection[str]) -> str:
    if part.startswith(BLOCK):
        return markdown(tidied(part, named))
    return part.strip() if part.startswith("#") else ""


def front_matter(page: Page, renderer: Renderer) -> str:
    """What those who build a site of it are told of a page, as YAML. They take the title as HTML."""
    data = {"title": escaped(renderer.title(page))}
    if page.description:
        data["description"] = escaped(plain(page.description))
    return f"---\n{as_yaml(data)}---"


def notices(edition: Edition) -> str:
    """What stands first on every page: whom the edition is for, and that a demonstration is one."""
    said = [_strong(edition.notice)] if edition.notice else []
    municipality, translate = edition.handbook.municipality, edition.language.translate
    said += [
        _strong(edition.language.phrases.said(one.said)) for one in successors(municipality, edition.handbook.today)
    ]
    if municipality.draft:
        said.append(f"{_strong(translate(N_('Ikke tatt i bruk')))} – {written(plain(municipality.draft))}")
    if municipality.demonstration:
        said.append(f"{_strong(translate(N_('Demonstrasjonsdata')))} – {translate(N_('ikke kommunens egen håndbok.'))}")
    return "\n>\n".join(f"> {one}" for one in said)


def foot(edition: Edition, title: str, of: Foot) -> str:
    """Whose the page is, from when, where its facts lie, and whom to tell of a mistake."""
    said = [" ".join(_whose(edition, of))]
    if of.verified:
        said.append(" ".join(written(one) for one in of.verified))
    said.append(" ".join(_mistakes(edition, title, of)))
    return "\n\n".join(["---", *said])


def _whose(edition: Edition, of: Foot) -> Iterator[str]:
    municipality, translate = edition.handbook.municipality, edition.language.translate
    name = translate(N_("{name} kommune")).format(name=municipality.name)
    version = translate(N_("Utgave {version}")).format(version=municipality.version)
    yield f"{written(name)} · {written(municipality.title)} · {written(version)} ·"
    yield translate(N_("Bygd {date}.")).format(date=edition.language.phrases.bare_date(edition.handbook.today))
    if of.until and of.address:
        yield f"{translate(N_('Sjekk nettsiden etter {date}:')).format(date=of.until)} <{of.address}>"
    elif of.until:
        yield translate(N_("Sjekk nettsiden etter {date}.")).format(date=of.until)


def _mistakes(edition: Edition, title: str, of: Foot) -> Iterator[str]:
    editors, translate = edition.handbook.municipality.editors, edition.language.translate
    subject = f"{translate(N_('Rettelse i håndboka'))}: {title}" + (f" [{of.record}]" if of.record else "")
    yield _strong(translate(N_("Feil på denne siden?")))
    yield f"[{translate(N_('Meld fra til redaksjonen'))}](mailto:{editors.email}?subject={quote(subject)})"
    yield f"({written(str(editors.role))})."
    if of.record:
        where = translate(N_("Posten heter {record} og står i {file}."))
        yield where.format(record=f"`{of.record}`", file=f"`{of.file}`")


def _strong(text: str) -> str:
    return f"**{written(text)}**"
