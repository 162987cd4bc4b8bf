"""What templates take from each other is made once a page, and no page can tell."""

from __future__ import annotations

import re

import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.render.importing import ImportingTemplate
from builder.render.paper import PaperRenderer
from builder.render.renderer import Renderer
from builder.site.links import SiteLinks
from jinja2 import DictLoader, Environment, Template

from tests.support import TEMPLATES, all_pages

IMPORT = re.compile(r"{% (?:from|import) .*?%}", re.DOTALL)


def texts(handbook: Handbook) -> list[str]:
    edition = Edition(handbook)
    renderers = [made(edition, SiteLinks()) for made in (Renderer, PaperRenderer)]
    return [renderer.text(page) for renderer in renderers for page in all_pages(handbook)]


def test_pages_are_the_same_as_when_each_template_makes_its_own(
    mini: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = texts(mini)
    monkeypatch.setattr(ImportingTemplate, "make_module", Template.make_module)
    assert texts(mini) == made


def test_templates_set_nothing_before_they_import() -> None:
    for path in TEMPLATES.rglob("*.j2"):
        text = path.read_text(encoding="utf-8")
        imports = list(IMPORT.finditer(text))
        if imports:
            assert "{% set " not in text[: imports[-1].start()], path
            assert "{% macro " not in text[: imports[-1].start()], path


def test_a_template_is_run_once_a_page_and_again_for_the_next() -> None:
    parts = {
        "parts": "{% set _ = run(page) %}{% macro said() %}{{ page }}{% endmacro %}",
        "more": '{% from "parts" import said with context %}{% macro again() %}{{ said() }}{% endmacro %}',
        "page": '{% from "parts" import said with context %}{% from "more" import again with context %}{{ said() }}{{ again() }}',
    }
    run: list[str] = []
    environment = Environment(loader=DictLoader(parts), autoescape=True)
    environment.template_class = ImportingTemplate
    environment.globals["run"] = run.append
    assert [environment.get_template("page").render(page=page) for page in "ab"] == ["aa", "bb"]
    assert run == ["a", "b"]
