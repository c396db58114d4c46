"""What those who run it choose holds: just under it passes, just over it is refused by name."""

import asyncio

import httpcore
import pytest

from bot.basics.errors import ArticleError
from bot.basics.limits import MEGABYTE
from bot.basics.settings import read_settings
from bot.library.corpus.afar.fetching import fetch
from bot.library.formats.child import seconds_for
from bot.library.formats.registry import parse_file

PROSE = "\n\n".join(
    f"Weir {n} below Tessel Mill broke in the spring flood of {n}." for n in range(1000, 1900)
)


def chosen(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    read_settings()


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_a_file_is_as_large_as_was_chosen(monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    chosen(monkeypatch, "BOT_MAX_FILE_MB", "1")
    around = ("<article><p>", "</p></article>") if suffix == ".html" else ("", "")
    text = PROSE.join(around).encode().ljust(MEGABYTE)
    assert parse_file(f"weir{suffix}", text).readings
    (problem,) = parse_file(f"weir{suffix}", text + b" ").problems
    assert "1,000,001 bytes are more than the limit of 1,000,000" in problem.reason


def test_a_larger_file_is_read_in_a_child_too_where_it_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen(monkeypatch, "BOT_MAX_FILE_MB", "21")
    page = PROSE.join(("<article><p>", "</p></article>")).encode().ljust(21 * MEGABYTE)
    assert parse_file("weir.html", page).readings


def test_parsing_takes_as_long_as_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = seconds_for(0)
    chosen(monkeypatch, "BOT_PARSE_SECONDS", "3")
    assert (usual, seconds_for(0)) == (20, 3)


async def test_fetching_takes_as_long_as_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(httpcore.AsyncNetworkBackend):
        async def connect_tcp(self, *_: object, **__: object) -> httpcore.AsyncNetworkStream:
            await asyncio.Event().wait()
            raise AssertionError

    chosen(monkeypatch, "BOT_FETCH_SECONDS", "1")
    with pytest.raises(ArticleError, match="1 s"):
        await fetch("http://slow.test/", Silent())
