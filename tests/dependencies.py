"""All that an installed Quoth is made of, with licences: for people and, as ``./run sbom``, for programs."""

import json
import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from packaging.requirements import Requirement

GIVEN_FREELY = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|Zlib|CC0|CNRI-Python|MPL|Mozilla|LGPL", re.IGNORECASE
)
"""Licences whose libraries a program under MIT may use; LGPL and MPL ask something of changed copies only."""


def name_of(name: str) -> str:
    """The name of a distribution, normalised as PEP 503 says."""
    return re.sub(r"[-_.]+", "-", name).lower()


def installed(root: str, extras: frozenset[str] = frozenset()) -> dict[str, Distribution]:
    """``root`` and all that it asks for, directly or not, by name; what is not installed is left out."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(name_of(root), extra) for extra in ("", *extras)]
    while waiting:
        name, extra = one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        for wanted in map(Requirement, found[name].requires or []):
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                waiting += [(name_of(wanted.name), of) for of in ("", *wanted.extras)]
    return found


def licence_of(found: Distribution) -> str:
    """What a distribution says of its licence, on one line."""
    about = found.metadata.json
    classifiers = [line.split(" :: ")[-1] for line in about.get("classifier", []) if "License ::" in line]
    words = about.get("license_expression") or ", ".join(classifiers) or about.get("license") or ""
    return str(words).split("\n", maxsplit=1)[0].strip()


def purl(name: str, found: Distribution) -> str:
    """The address of a package as package URLs have it."""
    return f"pkg:pypi/{name}@{found.version}"


def bill_of_materials() -> dict[str, Any]:
    """All that an installed Quoth is made of, as a CycloneDX 1.6 bill of materials."""
    everything = installed("quoth", frozenset({"all", "train"}))
    references = {name: purl(name, found) for name, found in everything.items()}
    components = {name: _component(name, found) for name, found in sorted(everything.items())}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": components.pop("quoth") | {"type": "application"}},
        "components": list(components.values()),
        "dependencies": [
            {
                "ref": references[name],
                "dependsOn": sorted(references[other] for other in _asked(found) & set(references)),
            }
            for name, found in sorted(everything.items())
        ],
    }


def _component(name: str, found: Distribution) -> dict[str, Any]:
    licences = [{"license": {"name": licence_of(found) or "unknown"}}]
    reference = purl(name, found)
    about = {"name": name, "version": found.version, "purl": reference, "bom-ref": reference}
    return {"type": "library", **about, "licenses": licences}


def _asked(found: Distribution) -> set[str]:
    wanted = map(Requirement, found.requires or [])
    return {name_of(one.name) for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})}


def main() -> None:
    """List name, version and licence of each, or print the bill of materials."""
    if sys.argv[1:] == ["sbom"]:
        print(json.dumps(bill_of_materials(), indent=2))  # noqa: T201
        return
    for name, found in sorted(installed("quoth", frozenset({"all", "train"})).items()):
        print(f"{name} {found.version}: {licence_of(found) or 'unknown'}")  # noqa: T201


if __name__ == "__main__":
    main()
