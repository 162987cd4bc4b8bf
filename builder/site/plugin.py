"""The MkDocs plugin: gives MkDocs the pages of one municipality, as if they were files.

    plugins:
      - handbok:
          handbook: handbook
          municipality: risor

With it plain `mkdocs build` and `mkdocs serve` work, and serving picks up a changed YAML file.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from builder import clock
from builder.check.checker import check
from builder.edition.edition import Edition
from builder.edition.for_staff import NOBODY, ROBOTS
from builder.edition.place_data import places_script
from builder.facts.audience import for_audience
from builder.i18n import N_
from builder.load.folder import Folder, HandbookNotFound, municipalities
from builder.model.audience import Audience
from builder.model.foreign import Foreign
from builder.model.kinds import KINDS
from builder.prose import plain
from builder.render.compiled import THEME, compiled
from builder.render.csp import POLICY
from builder.render.renderer import Renderer
from builder.resources import TEMPLATES
from builder.search import FILE as SEARCH_INDEX
from builder.search import search_index
from builder.site.foot import Feet
from builder.site.links import SiteLinks
from builder.site.lost import LOST_FILE, lost_page
from builder.site.markup import in_languages, valid, with_skip_link, without_pictures
from builder.site.menu import Menu
from builder.site.navigation import entry, escaped, source, titles
from builder.site.offline import keep_offline
from builder.site.once import Once
from builder.site.page import SitePage
from builder.site.publication import HEADER_COLOUR, MANIFEST, SITEMAP, published_at, web_manifest
from builder.site.scripts import LIBRARIES, published, search_scripts
from builder.site.theme import SiteTheme
from builder.views import routes, urls
from builder.views.moved import MovedPage
from builder.views.page import Medium, Page
from builder.views.succession import successors
from builder.views.urls import FEED, page_file

#: Pages that need the whole width: their places in the menu are few.
_WIDE = frozenset({"front", "share-index"})
_SKIP = N_("Hopp til innholdet")
#: Pages that search engines are asked to leave out.
_NOT_FOUND_BY_SEARCHING = frozenset({"offline"})
#: What the theme ships for its own search, an icon we have one for, and what developer tools read its scripts with.
_LEFT_OUT = re.compile(r"assets/javascripts/(lunr|workers)/|assets/images/favicon\.png$|\.map$")

log = logging.getLogger("mkdocs.plugins.handbok")


class HandbokConfig(Config):
    """The options of the plugin in `mkdocs.yml`."""

    handbook = option.Type(str, default="handbook")
    """The data folder, relative to `mkdocs.yml`."""

    municipality = option.Optional(option.Type(str))
    """The slug of the municipality; the first one when left out."""

    edition = option.Optional(option.Type(Edition))
    """The edition to show, where the builder has made it already; otherwise the plugin reads the folder itself."""

    internal = option.Type(bool, default=False)
    """Whether the plugin reads the edition for those who work there, and not the one for everybody."""

    book = option.Optional(option.Type(str))
    """The file name of the PDF to link to, when there is one."""

    files = option.Type((tuple, list), default=())
    """What other exits write beside the pages, as paths below the site's root; pages link only to these."""


class HandbokPlugin(BasePlugin[HandbokConfig]):
    """Renders one edition of a handbook into MkDocs."""

    def __init__(self) -> None:
        self.pages: tuple[Page, ...] = ()
        self._renderer: Renderer | None = None
        self._search_index = ""
        self._places = ""
        self._titles: Mapping[str, str] = {}
        self._edition: Edition | None = None
        self._policy = POLICY
        self._foreign: Mapping[str, str] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """While serving, MkDocs puts its own script into each page, which the policy would stop."""
        self._policy = "" if command == "serve" else POLICY

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the data and sets everything in the configuration that follows from it."""
        edition = self.config.edition or self._read(config)
        handbook, language = edition.handbook, edition.language
        chapters = edition.chapters(Medium.SITE, self.config.files)
        self.pages = tuple(page for chapter in chapters for page in chapter.pages)
        self._foreign = {
            escaped(page.title): page.title.language
            for page in self.pages
            if isinstance(page.title, Foreign) and page.title.language != language.code
        }
        self._renderer = Renderer(edition, SiteLinks(self.config.files, language.code))
        self._search_index = search_index(edition, chapters, self.config.book)
        self._places = places_script(edition)
        self._edition = edition
        translate = language.translate
        municipality = handbook.municipality
        config.site_name = escaped(municipality.title)
        config.site_description = escaped(translate("Praksishåndbok for {name} kommune").format(name=municipality.name))
        config.nav = [entry(chapter, language) for chapter in chapters]
        self._titles = dict(titles(config.nav))
        config.theme = SiteTheme(config.theme)
        config.theme["language"] = language.code
        config.site_url = published_at(municipality) or config.site_url
        config.theme.static_templates -= self._unmade(config)
        config.mdx_configs["toc"]["title"] = translate(N_("På denne siden"))
        config.extra |= {
            "handbok": {
                "municipality": municipality,
                "notice": edition.notice,
                "demonstration": municipality.demonstration is not None,
                "draft": plain(municipality.draft or ""),
                "editors": municipality.editors,
                "successors": [
                    {"said": language.phrases.said(one.said), "name": one.name, "address": one.address}
                    for one in successors(municipality, handbook.today)
                ],
                "built_on": handbook.today.isoformat(),
                "built": language.phrases.bare_date(handbook.today),
                "review": language.phrases.date(municipality.next_review) if municipality.next_review else "",
                "book": self.config.book,
                "feed": FEED if FEED in self.config.files else "",
                "manifest": MANIFEST,
                "colour": HEADER_COLOUR,
                "policy": self._policy,
                "search": search_scripts(),
                "about": page_file(routes.ABOUT, language.code) if edition.whole else "",
                "_": translate,
            }
        }
        return config

    def _read(self, config: MkDocsConfig) -> Edition:
        """The edition of what lies in the data folder now."""
        root = Path(config.config_file_path).parent / self.config.handbook
        try:
            slug = self.config.municipality or municipalities(root)[0]
            checked = check(Folder(root, KINDS).load(slug), clock.today())
        except HandbookNotFound as error:
            raise PluginError(f"handbok: fant ikke {error}") from error
        if not checked.ok:
            listed = "\n".join(f"{p.place}: {p.text()} [{p.rule}]" for p in checked.problems)
            raise PluginError(f"handbok: håndboka har feil og kan ikke bygges\n{listed}")
        audience = Audience.INTERNAL if self.config.internal else Audience.PUBLIC
        return Edition(for_audience(checked.handbook, audience))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds each page and the search index as generated files, and leaves out what the site does not use."""
        assert self._renderer is not None
        assert self._edition is not None
        for file in [file for file in files if self._is_left_out(file, config)]:
            files.remove(file)
        for file in files.javascript_files():
            if file.src_dir == config.docs_dir and not file.src_uri.startswith(LIBRARIES):
                file.content_string = published(file.content_string)
        for file in files.css_files():
            if file.src_dir != config.docs_dir:
                file.content_string = without_pictures(file.content_string)
        files.append(File.generated(config, SEARCH_INDEX, content=self._search_index))
        files.append(File.generated(config, urls.PLACES, content=self._places))
        language = self._renderer.language.code
        files.append(File.generated(config, LOST_FILE, content=lost_page(self._edition, config.site_url)))
        files.append(File.generated(config, MANIFEST, content=web_manifest(self._edition)))
        if self._edition.notice:
            files.append(File.generated(config, ROBOTS, content=NOBODY))
        feet = Feet(self._edition)
        for page in self.pages:
            name = source(page.path, language)
            known = _meta(page, self._renderer, asdict(feet.of(page)), _leads_to(page, language))
            file = File.generated(config, name, content=self._renderer.text(page))
            files.append(file)
            SitePage(self._titles.get(name), file, config, known)
        return files

    def _is_left_out(self, file: File, config: MkDocsConfig) -> bool:
        """A theme's file that nobody is to make is copied as it stands, if it is not left out."""
        by_theme = file.src_dir != config.docs_dir
        return bool(_LEFT_OUT.search(file.src_uri)) or (by_theme and file.src_uri in self._unmade(config))

    def _unmade(self, config: MkDocsConfig) -> frozenset[str]:
        """What the theme would make and is not to: its page for wrong addresses, and a sitemap nobody is to follow."""
        assert self._edition is not None
        mapped = config.site_url and not self._edition.notice
        return frozenset({LOST_FILE} if mapped else {LOST_FILE, SITEMAP})

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """The theme's templates are compiled once for all sites, as ours are, and what pages share is made once."""
        env.bytecode_cache = compiled(THEME)
        env.add_extension(Once)
        env.globals["menu"] = Menu(env).of
        return env

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Mends what is not valid HTML, and says which language titles are in."""
        assert self._renderer is not None
        return with_skip_link(valid(in_languages(output, self._foreign)), self._renderer.translate(_SKIP))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Where MkDocs builds by itself, nobody writes more files beside the pages, and what is kept can be listed."""
        if self._edition is not None and self.config.edition is None:
            keep_offline(Path(config.site_dir), self._edition)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watches the data and the templates."""
        root = Path(config.config_file_path).parent
        server.watch(str(root / self.config.handbook))
        server.watch(str(TEMPLATES))
        return server


def _leads_to(page: Page, language: str) -> str | None:
    """The address a browser goes on to from a page that has moved."""
    to = page.context.to.place if isinstance(page.context, MovedPage) else None
    return SiteLinks(language=language).href(page, to) if to else None


def _meta(page: Page, renderer: Renderer, foot: dict[str, Any], leads_to: str | None) -> dict[str, Any]:
    """What the theme is told of a page; what others write as front matter is never text here."""
    data: dict[str, Any] = {"title": escaped(renderer.title(page)), "foot": foot}
    if page.description:
        data["description"] = escaped(plain(page.description))
    if leads_to:
        data["leads_to"] = leads_to
    if leads_to or page.template in _NOT_FOUND_BY_SEARCHING:
        data["noindex"] = True
    if page.template in _WIDE:
        data["hide"] = ["navigation", "toc"]
    return data
