"""The documents say what is true: they name every setting and ending, and links lead somewhere."""

import re
from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from bot.library.formats import SUFFIXES
from bot.settings import PREFIX, Listen, Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "tests/golden/README.md"]


def documented_settings() -> dict[str, str]:
    """Each setting in the README's table, with its default."""
    return dict(re.findall(rf"^\| `({PREFIX}\w+)` \| (.*?) ?\|", README, re.MULTILINE))


def render_default(field: FieldInfo) -> str:
    """A setting's default as the README writes it."""
    match field.default:
        case Listen(host, port, _):
            return f"`{host}:{port}`"
        case None | "" | frozenset():
            return ""
        case default:
            return f"`{default}`"


def test_the_readme_lists_every_setting_with_its_default() -> None:
    real = {PREFIX + name.upper(): render_default(field) for name, field in Settings.model_fields.items()}
    assert documented_settings() == real


def test_the_readme_lists_every_ending_of_a_file_that_is_read() -> None:
    table = README.partition("| files | notes |")[2].partition("\n\n")[0]
    listed = [ending for row in table.splitlines()[2:] for ending in row.split("|")[1].split()]
    assert sorted(listed) == sorted(f"`{suffix}`" for suffix in SUFFIXES)


def test_the_documents_name_no_setting_that_does_not_exist() -> None:
    text = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)
    real = {PREFIX + name.upper() for name in Settings.model_fields}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]*[A-Z]\b", text)) - real == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
