"""What other programs read: the data follow their published schema, and nothing internal is in any file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyshacl
import pytest
import rdflib
from builder.edition.edition import Edition
from builder.feeds.files import files
from builder.model.handbook import Handbook
from builder.model.vocabulary import Government
from jsonschema import Draft202012Validator, FormatChecker

from tests.support import TODAY, Document, checked, filled_handbook, mini_file, public, site_html, varied


def exported(handbook: Handbook) -> tuple[Any, Any]:
    made = files(Edition(handbook))
    return json.loads(made["handbook.json"]), json.loads(made["handbook.schema.json"])


def faults(data: Any, schema: Any) -> list[str]:
    Draft202012Validator.check_schema(schema)
    found = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(data)
    return [f"{fault.json_path}: {fault.message}" for fault in found]


@pytest.mark.parametrize("filled", [False, True])
def test_the_data_follow_their_schema(mini: Handbook, filled: bool) -> None:
    data, schema = exported(filled_handbook("Æ «x»") if filled else mini)
    assert faults(data, schema) == []


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("services", {"category": "ukjent"}),
        ("services", {"reviewed": "i går"}),
        ("services", {"direct_line": "22 22 22 22"}),
        ("services", {"name": ""}),
        ("forums", {"minutes": "60"}),
        ("municipality", {"number": "301"}),
    ],
)
def test_the_schema_refuses_what_is_wrong(mini: Handbook, kind: str, change: dict[str, Any]) -> None:
    data, schema = exported(mini)
    next(iter(data["records"][kind].values())).update(change)
    assert len(faults(data, schema)) == 1


def test_the_data_hold_every_record(mini: Handbook) -> None:
    data, _ = exported(mini)
    assert (data["$schema"], data["version"], data["date"]) == ("handbook.schema.json", "1.0", TODAY.isoformat())
    assert [(kind, name) for kind, records in data["records"].items() for name in records] == [
        (kind.name, record.id) for kind, record in mini.everything()
    ]
    service = data["records"]["services"]["ppt"]
    assert service["ages"] == {"from": 0, "to": 18}
    assert service["contacts"][0]["hours"] == [
        {"days": ["monday", "tuesday", "wednesday"], "opens": "09:00", "closes": "15:30"}
    ]


def test_the_published_schema_is_the_one_in_the_documentation(mini: Handbook) -> None:
    _, schema = exported(mini)
    assert schema == json.loads(Path("docs/schema/handbook.schema.json").read_text(encoding="utf-8"))


def test_nothing_internal_leaves(tmp_path: Path) -> None:
    name = "lillevik/services/skole.yml"
    text = mini_file(name).replace("    role: Rektor\n", "    role: Rektor\n    direct_phone: 41 23 45 67\n")
    handbook = checked(varied(tmp_path, {name: text})).handbook
    assert handbook.contact("skole.rektor")[1].direct_phone == "41 23 45 67"  # type: ignore[index]
    for path, content in files(Edition(public(handbook))).items():
        digits = content.replace(b" ", b"").replace(b"-", b"")
        assert b"41234567" not in digits, path
        assert path.endswith(".schema.json") or b"direct_phone" not in content, path


# Standards of others. The constraints in tests/standards are written from the specifications.

STANDARDS = Path("tests/standards")
#: The reader of JSON-LD uses a class of its own library that is going out.
RDF = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def test_the_services_are_a_directory_in_hsds(mini: Handbook) -> None:
    schema = json.loads((STANDARDS / "hsds-services.schema.json").read_text(encoding="utf-8"))
    for handbook in (mini, filled_handbook("Æ «x»")):
        page = json.loads(files(Edition(handbook))["hsds/services.json"])
        assert faults(page, schema) == []
        assert [service["name"] for service in page["contents"]] == [service.name for service in handbook.services]
    ppt = json.loads(files(Edition(mini))["hsds/services.json"])["contents"][1]
    assert (ppt["alternate_name"], ppt["minimum_age"], ppt["maximum_age"]) == ("PPT", 0, 18)
    assert ppt["organization"]["name"] == "Lillevik kommune"
    assert ppt["contacts"][0]["title"] == "Leder"
    assert "phones" not in ppt["contacts"][0]  # a placeholder


def graph_of(handbook: Handbook) -> Any:
    return rdflib.Graph().parse(data=files(Edition(handbook))["cpsv-ap-no.jsonld"], format="json-ld")


def shacl(graph: Any) -> tuple[bool, str]:
    shapes = rdflib.Graph().parse(STANDARDS / "cpsv-ap-no.shapes.ttl")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
    return conforms, report


@RDF
def test_the_public_services_follow_cpsv_ap_no(mini: Handbook) -> None:
    for handbook in (mini, filled_handbook("Æ «x»")):
        conforms, report = shacl(graph_of(handbook))
        assert conforms, report
    graph = graph_of(mini)
    titles = graph.query(
        "SELECT ?t { ?s a <http://purl.org/vocab/cpsv#PublicService> ; <http://purl.org/dc/terms/title> ?t }"
    )
    assert sorted((str(row.t), row.t.language) for row in titles) == [("Lillevik skole", "nb"), ("PP-tjenesten", "nb")]
    assert not [node for node in graph.subjects() if isinstance(node, rdflib.BNode)]


@RDF
@pytest.mark.parametrize("lost", ["http://purl.org/dc/terms/title", "http://data.europa.eu/m8g/contactPoint"])
def test_the_shapes_refuse_what_is_missing(mini: Handbook, lost: str) -> None:
    graph = graph_of(mini)
    graph.remove((None, rdflib.URIRef(lost), None))
    assert not shacl(graph)[0]


def test_private_services_are_not_public_services(mini: Handbook) -> None:
    private = mini.services[0].model_copy(update={"government": Government.PRIVATE})
    made = files(Edition(Handbook(mini.municipality, {"services": {private.id: private}}, TODAY)))
    assert "cpsv-ap-no.jsonld" not in made
    assert private.name in made["hsds/services.json"].decode()


# The page that tells what can be taken


def test_the_page_links_to_every_kind_of_file_that_is_written(published: Path) -> None:
    folder = published / "lillevik"
    page = Document((folder / "apne-data.html").read_text(encoding="utf-8"))
    linked = {address for address in page.addresses if (folder / address).is_file() and not address.endswith(".html")}
    assert linked >= {
        "kalender/alle.ics",
        "kalender/team.ics",
        "kontakter/alle.vcf",
        "kontakter/vcard3/alle.vcf",
        "handbook.json",
        "handbook.schema.json",
        "hsds/services.json",
        "cpsv-ap-no.jsonld",
        "endringer.atom",
    }
    card = Document((folder / "tjenester/ppt.html").read_text(encoding="utf-8"))
    assert "../kontakter/ppt.leder.vcf" in card.addresses


def test_without_the_files_no_page_promises_them(mini: Handbook) -> None:
    for html in site_html(mini).values():
        assert not [a for a in Document(html).addresses if a.endswith((".ics", ".vcf", ".json", ".atom", ".jsonld"))]
