"""The shell shows what pages say otherwise than articles, and changes only what is agreed to."""

import io
from pathlib import Path

import pytest

from bot.command.cli import main
from bot.command.operating import look_at_pages
from bot.library.corpus.afar.politeness import Polite
from tests.library.corpus.sites import Clock, WebSite, page, served
from tests.library.corpus.test_refreshing import BROKE, BY_HAND, LOST, MOVED, names


@pytest.fixture
def site() -> WebSite:
    bad: Pages = {"/gone": (410, {}, ""), "/bad": (500, {}, "")}
    pages: Pages = {"/weir": page(BROKE, LOST), "/same": page(BROKE, MOVED)}
    return WebSite(Clock(), {**pages, **bad, "/old": (301, {"Location": "/same"}, "")})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "weir.md").write_text(BY_HAND)
    return tmp_path


async def looked(site: WebSite, corpus: Path, *, ask: bool) -> int:
    async with served(site) as network:
        return await look_at_pages(corpus, Polite(network, site.clock, site.clock.wait), ask=ask)


async def test_each_page_is_told_and_nothing_changes_unasked(
    site: WebSite, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("same", "gone", "bad", "old"):
        text = BY_HAND.replace("/weir", f"/{name}").replace("in May", f"in May, said {name}")
        (corpus / f"{name}.md").write_text(text.replace(f", said {name}", "") if name == "same" else text)
    assert await looked(site, corpus, ask=False) == 1
    printed = capsys.readouterr().out
    assert f"weir.md: reads otherwise now\n  - {MOVED}\n  + {LOST}\n" in printed
    assert "same.md: unchanged\n" in printed
    assert "gone.md: is gone (410)\n" in printed
    assert "old.md: its address leads elsewhere (http://mill.example/same)\n" in printed
    assert "bad.md: the server answered 500" in printed
    assert "pages: 5, taken over: 0, not looked at: 1" in printed
    assert (corpus / "weir.md").read_text() == BY_HAND


Pages = dict[str, str | tuple[int, dict[str, str], str]]
TAKEN, KEPT = ["weir.html", "weir.yaml"], ["weir.md"]


@pytest.mark.parametrize(("answer", "there"), [("y\n", TAKEN), ("n\n", KEPT), ("", KEPT)])
async def test_what_is_agreed_to_goes_in(
    site: WebSite, corpus: Path, monkeypatch: pytest.MonkeyPatch, answer: str, there: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    assert await looked(site, corpus, ask=True) == 0
    assert names(corpus) == there


def test_a_folder_without_addresses_needs_no_network(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "weir.md").write_text(BROKE)
    assert main(["refresh", "--dry-run", "--corpus", str(tmp_path)]) == 0
    assert "pages: 0" in capsys.readouterr().out
