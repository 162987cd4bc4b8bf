"""Every sentence a person may read is in every catalogue, with the same fields to fill in."""

from __future__ import annotations

import ast
import gettext
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as CatalogMessage
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from builder.edition.edition import Edition
from builder.i18n import LANGUAGES, LOCALE_FOLDER, SOURCE_LANGUAGE, translations
from builder.load import syntax
from builder.model.handbook import Handbook
from builder.problem import Message, one_or_more
from builder.suggest import did_you_mean
from jinja2 import TemplateSyntaxError

from tests.support import ROOT, TEMPLATES

CALLS = {"_", "N_", "translate", "gettext", "Message", "one_or_more"}
CATALOGUES = sorted(LOCALE_FOLDER.glob("*/LC_MESSAGES/handbok.po"))
FIELD = re.compile(r"\{(\w*)(?:[^{}]*)\}")


def python_files() -> list[Path]:
    return sorted((ROOT / "builder").rglob("*.py"))


def _called(node: ast.Call) -> str:
    function = node.func
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def _texts(node: ast.expr, *scopes: ast.AST) -> Iterator[str]:
    """The texts an expression may stand for: itself, either branch, or what a name is set to in one of the scopes."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Call) and _called(node) in CALLS and node.args:
        yield from _texts(node.args[0], *scopes)
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, *scopes)
        yield from _texts(node.orelse, *scopes)
    elif isinstance(node, ast.Name):
        for scope in scopes:
            for found in ast.walk(scope):
                if isinstance(found, ast.Assign) and any(
                    isinstance(target, ast.Name) and target.id == node.id for target in found.targets
                ):
                    yield from _texts(found.value, *scopes)


def from_code(path: Path) -> set[str]:
    """The sentences of a Python file that are shown through a catalogue."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for scope in [tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))]:
        for node in ast.walk(scope):
            if isinstance(node, ast.Call) and _called(node) in CALLS and node.args:
                found |= set(_texts(node.args[0], scope, tree))
    return found - {""}


def from_templates(root: Path = ROOT) -> set[str]:
    """The sentences of the templates, as `make messages` finds them."""
    with (LOCALE_FOLDER / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    templates = [(pattern, method) for pattern, method in methods if method == "jinja2"]
    found: set[str] = set()
    for _, _, message, _, _ in extract_from_dir(root, templates, options):
        found |= {message if isinstance(message, str) else message[0]}  # of several forms the first is the key
    return found - {""}


def from_yaml_explanations() -> set[str]:
    """Sentences that are looked up in a table before they become a message."""
    return {sentence for _, sentence in syntax.EXPLANATIONS}


@pytest.fixture(scope="module")
def sentences() -> set[str]:
    """Every sentence in code and templates."""
    return set().union(*(from_code(path) for path in python_files())) | from_templates() | from_yaml_explanations()


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source, locale=path.parents[1].name)


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """A sentence as one form, or the forms for one and for several."""
    return (text,) if isinstance(text, str) else tuple(text)


def pairs(path: Path) -> Iterator[tuple[CatalogMessage, str, str]]:
    """Each sentence of a catalogue with its translation, form by form."""
    for message in catalogue(path):
        for original, translated in zip(forms(message.id), forms(message.string), strict=True):
            if original and translated:
                yield message, original, translated


def test_one_and_several_are_said_as_the_language_says_them() -> None:
    said = one_or_more("{count} møte eller team", "{count} møter og team", 1)
    more = one_or_more("{count} møte eller team", "{count} møter og team", 2)
    for language, expected in (
        ("nb", ("1 møte eller team", "2 møter og team")),
        ("nn", ("1 møte eller team", "2 møte og team")),
        ("en", ("1 meeting or team", "2 meetings and teams")),
    ):
        translate = translations(language).gettext
        assert (said.text(translate), more.text(translate)) == expected
    assert (said.text(), more.text()) == ("1 møte eller team", "2 møter og team")
    assert said.showing(lambda value: value).text() == said.text()


def test_sentences_are_found_in_code_and_templates(sentences: set[str]) -> None:
    assert len(sentences) > 300
    for expected in (
        "{title} ({field}) mangler",
        "her er et kolon for mye, eller feil innrykk; sett anførselstegn rundt tekst med kolon i",
        "«{role}» i {service} er ubesatt og har ingen stedfortreder, så ingen svarer",
        "Barnevernsvakt",
        "hver {number} uke",
        "Når det haster",
        "Feil på denne siden?",
        "{name}: {count} side",
    ):
        assert expected in sentences


def test_a_template_is_taken_apart_with_what_the_pages_are_made_with(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    page = tmp_path / "templates/page.j2"
    page.write_text('{% set found = [] %}{% do found.append(_("Hei")) %}{% if found %}{{ _("Der") }}{% endif %}')
    assert from_templates(tmp_path) == {"Hei", "Der"}
    page.write_text("{% unknown %}")
    with pytest.raises(TemplateSyntaxError):
        from_templates(tmp_path)


def _all_sentences_are_declared(tree: ast.AST) -> bool:
    """Whether a module marks every sentence in it for the catalogues, so that it may keep them in tables."""
    called = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node) in CALLS and node.args]
    sentences = [one for call in called for one in call.args[: 2 if _called(call) == "one_or_more" else 1]]
    declared = {id(inner) for one in sentences for inner in ast.walk(one)}
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return bool(called) and not any(
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and " " in node.value.strip(", ")
        and id(node) not in declared | documentation
        for node in ast.walk(tree)
    )


#: Functions that make a message of the sentence they are given.
GIVEN_A_SENTENCE = {"lacking", "one_of_many", "counted", "covered_or_missing"}


def test_who_hands_a_sentence_on_has_marked_it_for_the_catalogues() -> None:
    callers = 0
    for path in python_files():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        if any(isinstance(node, ast.Call) and _called(node) in GIVEN_A_SENTENCE - own for node in ast.walk(tree)):
            assert _all_sentences_are_declared(tree), path.name
            callers += 1
    assert callers > 10


def test_no_message_is_made_from_something_that_cannot_be_found() -> None:
    """A sentence that is neither written in the call nor set beside it cannot be translated by anybody."""
    known = {
        ("syntax.py", "sentence"),
        ("characters.py", "sentence"),
        ("validation.py", "title"),  # beside each field
        ("validation.py", "titles[meant]"),
        ("statement.py", "sentence"),
        ("new_record.py", "KINDS[kind].label"),  # likewise
        ("unknown_names.py", "NAMED[kinds[0]].label"),  # beside each kind of record
    } | {("findings.py", name) for name in ("sentence", "missing", "past")}
    hidden = []
    for path in python_files():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for function in functions:
            for node in ast.walk(function):
                if not (isinstance(node, ast.Call) and _called(node) == "Message" and node.args):
                    continue
                argument = node.args[0]
                constant = (
                    isinstance(argument, ast.Name | ast.Subscript)
                    and ast.unparse(argument).split("[", maxsplit=1)[0].isupper()
                )
                empty = isinstance(argument, ast.Constant) and argument.value == ""
                if not (
                    list(_texts(argument, function, tree))
                    or constant
                    or empty
                    or (path.name, ast.unparse(argument)) in known
                    or (isinstance(argument, ast.Name) and _all_sentences_are_declared(tree))
                ):
                    hidden.append(f"{path.name}:{node.lineno}: {ast.unparse(node)}")
    assert hidden == []


def test_titles_of_chapters_and_lists_are_among_the_sentences(mini: Handbook, sentences: set[str]) -> None:
    for chapter in Edition(mini).chapters():
        assert chapter.title in sentences


def test_no_sentence_stands_in_a_template_outside_the_catalogues() -> None:
    """Letters between tags that go through no catalogue would be bokmål in every language."""
    for path in sorted([*TEMPLATES.rglob("*.j2"), *(TEMPLATES / "theme").rglob("*.html")]):
        text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        visible = re.sub(r"<[^>]*>", " ", text)
        assert re.findall(r"[A-Za-zÆØÅæøå]{3,}", visible.replace("&nbsp;", " ")) == [], path.name


def test_every_language_the_handbook_offers_has_a_catalogue() -> None:
    assert {path.parents[1].name for path in CATALOGUES} == set(LANGUAGES) - {SOURCE_LANGUAGE}


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="se"):
        translations("se")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[1].name)
def test_every_sentence_is_in_the_catalogue_and_translated(path: Path, sentences: set[str]) -> None:
    found = catalogue(path)
    assert (
        sorted(
            sentence for sentence in sentences if not (message := found.get(sentence)) or not all(forms(message.string))
        )
        == []
    )


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[1].name)
def test_the_catalogue_holds_no_sentence_that_is_gone(path: Path, sentences: set[str]) -> None:
    assert sorted(key for m in catalogue(path) if (key := forms(m.id)[0]) and key not in sentences) == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[1].name)
def test_translations_keep_the_fields_to_fill_in(path: Path) -> None:
    for message, original, translated in pairs(path):
        assert sorted(FIELD.findall(original)) == sorted(FIELD.findall(translated)), message.id
        assert original.count("%") == translated.count("%"), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[1].name)
def test_translations_begin_and_end_as_the_sentence_does(path: Path) -> None:
    for _, original, translated in pairs(path):
        assert original[0].isspace() == translated[0].isspace(), original
        assert original.startswith(";") == translated.startswith(";"), original
        assert original.endswith(".") == translated.endswith("."), original


@pytest.mark.parametrize("language", [path.parents[1].name for path in CATALOGUES])
def test_a_catalogue_can_be_used(language: str) -> None:
    assert translations(language).gettext("Når det haster") != ""


def test_an_empty_message_stays_empty_in_every_language() -> None:
    """gettext answers the empty text with the header of the catalogue."""
    empty = Catalog(locale="nn", project="handbok {x}")
    empty.add("; mente du «{suggestion}»?", "; meinte du «{suggestion}»?")
    compiled = io.BytesIO()
    write_mo(compiled, empty)
    compiled.seek(0)
    lookup = gettext.GNUTranslations(compiled).gettext
    assert lookup("") != ""
    assert Message("").text(lookup) == ""
    assert Message("a{hint}", hint=did_you_mean("xyz", ["abc"])).text(lookup) == "a"
    assert did_you_mean("abd", ["abc"]).text(lookup) == "; meinte du «abc»?"


def test_braces_in_a_value_are_just_characters() -> None:
    assert Message("«{value}»", value="{x} {0} {}").text() == "«{x} {0} {}»"


#: Where a number is followed by a word that is the same of one, or where one is never told this way.
_NOT_COUNTED = re.compile(
    r"\{count\} (?:av|til|i|er|tegn|treff|vilkår|ansvarlige)\b|Alle \{count\}"
    r"|\{count\} poster i \{place\}"  # several are gathered into one finding: see `builder.check.gathering`
)
_COUNTED = re.compile(r"\{(?:count|acts|provisions|pages|places|changes)\} [a-zæøå]")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_what_is_counted_has_a_form_for_one(path: Path) -> None:
    """«1 funn», never «1 endringer»: a sentence with a number before a noun is made by `one_or_more` or `ngettext`."""
    with path.open("rb") as file:
        singular = [str(message.id) for message in read_po(file) if message.id and isinstance(message.id, str)]
    assert [text for text in singular if _COUNTED.search(_NOT_COUNTED.sub("", text))] == []
