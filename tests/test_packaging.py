"""What a fresh clone and the image are made of: pins, the Dockerfile, what may enter an image."""

import fnmatch
import re
import tomllib
from pathlib import Path

from bot.basics.settings import Settings
from bot.basics.sources import PREFIX

ROOT = Path(__file__).parent.parent
PIN = re.compile(r"([A-Za-z0-9._-]+)==[A-Za-z0-9.!+-]+")


def name_of(requirement: str) -> str:
    """The name of a requirement, normalised as PEP 503 says."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0]).lower()


def read_requirements() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [*project["dependencies"], *(requirement for extra in extras for requirement in extra)]


def dockerfile_lines() -> list[str]:
    """The instructions of the Dockerfile, continuation lines joined, comments dropped."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text("utf-8"), flags=re.MULTILINE)
    return [line for line in re.sub(r"\\\n\s*", " ", text).splitlines() if line]


def copied_sources() -> list[str]:
    copies = [line.split()[1:] for line in dockerfile_lines() if line.startswith("COPY ")]
    return [
        source
        for words in copies
        if not any(word.startswith("--from=") for word in words)
        for source in [word for word in words if not word.startswith("--")][:-1]
    ]


def enters_the_image(path: str) -> bool:
    """Tell whether .dockerignore lets ``path`` into the build: the last rule that matches decides."""
    inside = True
    for rule in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        pattern = rule.removeprefix("!").removeprefix("**/")
        parts = Path(path).parts
        prefixes = {"/".join(parts[: n + 1]) for n in range(len(parts))}
        names = prefixes | set(parts) if rule.startswith("**/") else prefixes
        if rule and not rule.startswith("#") and any(fnmatch.fnmatch(name, pattern) for name in names):
            inside = rule.startswith("!")
    return inside


def test_every_line_of_the_constraints_pins_one_version_and_names_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not PIN.fullmatch(line)] == []


def test_every_dependency_is_pinned() -> None:
    pinned = {name_of(line) for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    assert {name_of(requirement) for requirement in read_requirements()} - pinned == {
        "quoth"
    }  # an extra of its own


def test_every_file_that_the_dockerfile_copies_exists_and_may_enter_the_image() -> None:
    sources = copied_sources()
    assert sources
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert [source for source in sources if not enters_the_image(source)] == []


def test_no_secret_and_no_database_may_enter_the_image() -> None:
    strangers = [
        ".env",
        "data/quoth.sqlite3",
        ".git/config",
        "tests/test_settings.py",
        "bot/__pycache__/x.pyc",
    ]
    assert [path for path in strangers if enters_the_image(path)] == []


def test_every_setting_in_the_dockerfile_is_a_setting_of_quoth_and_none_is_a_token() -> None:
    text = "\n".join(line for line in dockerfile_lines() if line.startswith(("ENV", "ARG")))
    named = set(re.findall(rf"{PREFIX}\w+", text))
    assert named - {PREFIX + field.upper() for field in Settings.model_fields} == set()
    assert not re.search("TOKEN|SECRET", text)


def test_the_image_runs_as_an_ordinary_user_who_is_set_before_the_program_starts() -> None:
    verbs = [line.split()[0] for line in dockerfile_lines()]
    users = [line.split()[1] for line in dockerfile_lines() if line.startswith("USER ")]
    assert users
    assert users[-1] not in {"root", "0"}
    assert verbs.index("USER") < verbs.index("ENTRYPOINT")


def test_what_is_packed_beside_the_code_exists_and_is_there_when_the_image_is_built() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
    packed = wheel["wheel"]["force-include"]
    assert packed
    assert [source for source in packed if not (ROOT / source).exists()] == []
    lines = dockerfile_lines()
    install = next(n for n, line in enumerate(lines) if "--no-deps ." in line)
    assert all(lines.index(f"COPY {source} {source}") < install for source in packed)


def test_dependencies_are_installed_before_the_code_is_copied() -> None:
    lines = dockerfile_lines()
    install = next(n for n, line in enumerate(lines) if "--constraint constraints.txt" in line)
    code = next(n for n, line in enumerate(lines) if line.startswith("COPY bot"))
    assert install < code
