"""What a release is made of, and under which licences: a bill of materials as CycloneDX 1.6.

    python scripts/sbom.py FILE        writes the bill; the same each time
    python scripts/sbom.py --page      prints the page of the documentation

In it are the packages the program needs to run, as cyclonedx-py reads them where it is installed, and what of others' lies
in the repository (`requirements/vendored.toml`). Exits with 1 where a licence is not one of `requirements/licences.toml`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROGRAM = "handbok"
_SPDX = get_spdx_licensing()


def declared(name: str) -> dict[str, Any]:
    """A list in `requirements/`."""
    return tomllib.loads((ROOT / "requirements" / f"{name}.toml").read_text(encoding="utf-8"))


def needed() -> frozenset[str]:
    """The packages the program needs to run, by their canonical names."""
    seen, left = set[tuple[str, str]](), [(PROGRAM, "")]
    while left:
        name, extra = left.pop()
        for one in map(Requirement, metadata.requires(name) or ()):
            if not one.marker or one.marker.evaluate({"extra": extra}):
                wanted = {(canonicalize_name(one.name), extra) for extra in ("", *one.extras)}
                left += wanted - seen
                seen |= wanted
    return frozenset(name for name, _ in seen)


def environment() -> Bom:
    """All that is installed beside the Python that runs this."""
    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "environment",
        "--output-reproducible",
        "--no-validate",
        sys.executable,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Bom.from_json(json.loads(done.stdout))  # type: ignore[attr-defined,no-any-return]


def told(component: Component) -> str | None:
    """The licence of a package as an expression in SPDX, as the package tells it; None where it does not."""
    found = dict.fromkeys(
        known for one in component.licenses
        if (known := one.value if isinstance(one, LicenseExpression) else one.id)
    )  # fmt: skip
    return " AND ".join(f"({one})" if len(found) > 1 and " OR " in one else one for one in found) or None


def packages() -> list[Component]:
    """The packages that run, each with its licence as an expression."""
    read, names = declared("licences")["read"], needed()
    found = [one for one in environment().components if canonicalize_name(one.name) in names]
    for one in found:
        expression = read.get(canonicalize_name(one.name)) or told(one)
        one.licenses = [LicenseExpression(expression)] if expression else []
        one.external_references = []
    return sorted(found, key=lambda one: one.name.casefold())


def vendored() -> Iterator[Component]:
    """What of others' lies in the repository, with the checksum of each file."""
    for one in declared("vendored")["libraries"]:
        owner, _, project = one["project"].partition("/")
        files = [
            Component(
                name=f"{one['folder']}/{name}", type=ComponentType.FILE, bom_ref=f"{one['folder']}/{name}",
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
            )
            for name, digest in one["files"].items()
        ]  # fmt: skip
        yield Component(
            name=one["name"], version=one["version"], description=one["description"], type=ComponentType.LIBRARY,
            supplier=OrganizationalEntity(name=owner), licenses=[LicenseExpression(one["licence"])],
            purl=PackageURL("github", owner, project, one["version"]), bom_ref=f"{one['folder']}: {one['name']}", components=files,
        )  # fmt: skip


def bill() -> str:
    """The bill of materials as text. It has neither number nor time, so that it follows from what it lists alone."""
    parts = [*packages(), *vendored()]
    made = Bom(components=parts)
    made.metadata.component = Component(
        name=PROGRAM, version=metadata.version(PROGRAM), type=ComponentType.APPLICATION, bom_ref=PROGRAM,
        licenses=[LicenseExpression("MIT")],
    )  # fmt: skip
    made.dependencies = [Dependency(made.metadata.component.bom_ref, [Dependency(one.bom_ref) for one in parts])]
    data = json.loads(JsonV1Dot6(made).output_as_string())
    del data["serialNumber"], data["metadata"]["timestamp"]
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    assert wrong is None, wrong
    return text


def _allows(allowed: frozenset[str], expression: Any) -> bool:
    if not expression.args:
        return expression.key in allowed
    some = any if expression.operator.strip() == "OR" else all
    return some(_allows(allowed, part) for part in expression.args)


def refused(parts: Iterable[Component]) -> list[str]:
    """What nobody has said may be used, with its licence."""
    allowed, found = frozenset(declared("licences")["allowed"]), []
    for one in parts:
        licence = next((known.value for known in one.licenses if isinstance(known, LicenseExpression)), None)
        if licence is None or not _allows(allowed, _SPDX.parse(licence, validate=True)):
            found.append(f"{one.name} {one.version}: {licence or 'tells no licence'}")
    return found


_PAGE = """# What others have made

What Handbok needs to run and what of others' lies in its repository, with their licences (names as in SPDX). Made by
`python scripts/sbom.py --page`; `make sbom` writes the same with versions and checksums as CycloneDX, and `make package` lays
it beside the package. A package under another licence than those in `requirements/licences.toml` fails a test.

## Packages

| Package | Licence |
|---|---|
{packages}

## In the repository

Checksums and where they come from are in `requirements/vendored.toml`.

| Library | Licence | What for |
|---|---|---|
{libraries}
"""


def page() -> str:
    """The page of the documentation. Versions change often and stand in the bill."""

    def licence(one: Component) -> str:
        return ", ".join(known.value for known in one.licenses if isinstance(known, LicenseExpression))

    return _PAGE.format(
        packages="\n".join(f"| {one.name} | {licence(one)} |" for one in packages()),
        libraries="\n".join(f"| {one.name} {one.version} | {licence(one)} | {one.description} |" for one in vendored()),
    )


def main(target: str) -> int:
    if target == "--page":
        sys.stdout.write(page())
        return 0
    wrong = refused([*packages(), *vendored()])
    for one in wrong:
        sys.stderr.write(f"Not among the licences in requirements/licences.toml: {one}\n")
    Path(target).write_text(bill(), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
