"""What pages share is made once, and nobody can see that it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from builder.edition.edition import Edition
from builder.model.handbook import Handbook
from builder.resources import CONFIG_FILE
from builder.site.build import build_site
from builder.site.menu import Menu
from builder.site.once import Once
from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context


def pages(handbook: Handbook, folder: Path) -> dict[str, str]:
    build_site(Edition(handbook), CONFIG_FILE, folder)
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}


def whole_menu(context: Context) -> str:
    return str(context.environment.get_template("partials/nav.html").render(context.get_all()))


def each_time(_once: Once, _shared_by: object, caller: Callable[[], str]) -> str:
    return caller()


def test_each_page_is_the_same_as_when_every_part_is_made_for_it(
    mini: Handbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = pages(mini, tmp_path / "shared")
    monkeypatch.setattr(Menu, "of", pass_context(lambda _menu, context, _page: whole_menu(context)))
    monkeypatch.setattr(Once, "_once", each_time)
    assert pages(mini, tmp_path / "alone") == shared
    assert sum('id="__toc"' in html for html in shared.values()) > len(shared) / 2  # the menu shows the page itself


def test_a_part_is_made_once_for_all_that_say_the_same() -> None:
    made: list[str] = []

    def making(key: str) -> str:
        made.append(key)
        return f"<{key}>"

    template = "{% once 'part', key %}{{ made(key) }}{% endonce %}"
    environment = Environment(loader=DictLoader({"page": template}), extensions=[Once], autoescape=True)
    environment.globals["made"] = making
    said = [environment.get_template("page").render(key=key) for key in "abba"]
    assert said == ["&lt;a&gt;", "&lt;b&gt;", "&lt;b&gt;", "&lt;a&gt;"]
    assert made == ["a", "b"]
