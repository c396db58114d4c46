"""What is not installed is asked for by the name of the extra that brings it; all else goes on."""

import sys
import tomllib
from pathlib import Path

import pytest

from bot.basics.called import BUILT_WITH, BY_SCRIPT, to_install
from bot.basics.errors import ArticleError
from bot.library.formats.registry import format_of
from bot.library.parsing.header import Header
from bot.serving.doctor.machine import EXTRAS
from tests.library.samples import epub

ROOT = Path(__file__).parents[2]
PAGE = b"<html><body><p>The ferry sank on a calm morning.</p></body></html>"
FEED = (
    b"<rss><channel><item><title>A</title><description>The ferry sank.</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("file", "data", "library", "extra"),
    [
        ("a.html", PAGE, "trafilatura", "web"),
        ("a.html", PAGE, "lxml", "web"),
        ("a.epub", epub(), "lxml", "web"),
        ("a.pdf", b"%PDF-1.4", "pypdf", "pdf"),
        ("a.rss", FEED, "feedparser", "feeds"),
    ],
)
def test_a_format_whose_library_is_missing_names_the_extra(
    file: str, data: bytes, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name == library or name.startswith(f"{library}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ArticleError, match=rf"pip install 'quoth\[{extra}\]'"):
        list(format_of(file).drafts(data, Header()))


@pytest.mark.parametrize(
    ("built_with", "command"),
    [
        ("pdf,web", "docker build --build-arg EXTRAS=charts,pdf,web ."),
        ("", "docker build --build-arg EXTRAS=charts ."),
    ],
)
def test_in_an_image_where_nothing_is_installed_the_way_to_build_another_is_told(
    built_with: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(BUILT_WITH, built_with)
    assert to_install("charts") == command


def test_the_script_names_the_pip_that_goes_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BY_SCRIPT, "./run")
    assert to_install("charts", "pdf") == f"{sys.prefix}/bin/pip install 'quoth[charts,pdf]'"


def test_every_extra_that_is_looked_for_exists_and_all_brings_each() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert set(EXTRAS) <= set(extras)
    assert extras["all"] == [f"quoth[{','.join(sorted(EXTRAS))}]"]
