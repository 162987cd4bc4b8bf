"""A folder of records: shared ones serve everybody or those they name, and files may be named and cut as one likes."""

from __future__ import annotations

import itertools
from pathlib import Path

from builder.load.folder import Folder, Loaded
from builder.model.kinds import KINDS
from builder.model.service import SERVICES, Service

from tests.load.test_merge import BUP
from tests.support import checked, errors, varied


def loaded(root: Path) -> Loaded:
    return Folder(root, KINDS, "mini").load("lillevik")


def test_a_shared_record_serves_everybody_or_those_it_names(tmp_path: Path) -> None:
    root = varied(
        tmp_path,
        {
            "common/services/alle.yml": BUP.replace("id: bup", "id: alle"),
            "common/services/ingen.yml": BUP.replace("id: bup", "id: ingen") + "serves: []\n",
            "common/services/oss.yml": BUP.replace("id: bup", "id: oss") + "serves: [storevik, lillevik]\n",
            "common/services/andre.yml": BUP.replace("id: bup", "id: andre") + "serves: [storevik]\n",
        },
    )
    services = {d.id for d in loaded(root).declarations if d.kind == "services"}
    assert services == {"ppt", "skole", "alle", "ingen", "oss"}


def test_a_local_change_reaches_the_record(tmp_path: Path) -> None:
    root = varied(
        tmp_path,
        {
            "common/services/bup.yml": BUP,
            "lillevik/services/bup.yml": "extends: bup\nid: bup\ncontacts: [{id: leder, person: Kari Nordmann}]\n",
        },
    )
    result = checked(root)
    assert errors(result) == []
    bup = result.handbook.find(SERVICES, "bup")
    assert isinstance(bup, Service)
    assert [(c.id, c.person, c.role) for c in bup.contacts] == [
        ("leder", "Kari Nordmann", "Leder"),
        ("merkantil", None, "Merkantil"),
    ]


def test_the_order_and_names_of_files_do_not_matter(tmp_path: Path) -> None:
    parts = {
        "extends": "extends: bup\nid: bup\nsummary: Vår egen.\n",
        "own": BUP.replace("id: bup", "id: annen").replace("name: BUP", "name: En annen"),
        "third": BUP.replace("id: bup", "id: tredje").replace("name: BUP", "name: Den tredje"),
    }
    outcomes = []
    for number, order in enumerate(itertools.permutations(parts)):
        files: dict[str, str | bytes | None] = {
            f"lillevik/services/{letter}.yml": parts[part] for letter, part in zip("abc", order, strict=True)
        }
        root = varied(tmp_path / str(number), {"common/services/zz.yml": BUP, **files})
        result = checked(root)
        assert errors(result) == []
        outcomes.append([service.model_dump() for service in result.handbook.services])
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_records_may_be_in_one_file_or_one_file_each(tmp_path: Path) -> None:
    one = "- {id: a, name: A}\n- {id: b, name: B}\n"
    together = checked(varied(tmp_path / "1", {"lillevik/roles.yml": one}))
    apart = checked(
        varied(
            tmp_path / "2", {"lillevik/roles/a.yml": "{id: a, name: A}", "lillevik/roles/b.yaml": "{id: b, name: B}"}
        )
    )
    assert [role.model_dump() for role in together.handbook.roles] == [
        role.model_dump() for role in apart.handbook.roles
    ]
