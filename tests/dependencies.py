"""All that an installed Quoth is made of, with licences: ``./run licences`` lists it."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

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


def main() -> None:
    """List name, version and licence of each."""
    for name, found in sorted(installed("quoth", frozenset({"train"})).items()):
        print(f"{name} {found.version}: {licence_of(found) or 'unknown'}")  # noqa: T201


if __name__ == "__main__":
    main()
