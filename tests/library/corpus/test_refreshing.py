"""What has become of an article's page is told by what is read there; its own words decide, not its bytes."""

from pathlib import Path

import pytest

from bot.basics.errors import ArticleError
from bot.core.nouns import Article
from bot.library.corpus.afar.politeness import Polite
from bot.library.corpus.afar.refreshing import PageNow, can_be_refreshed, look_at_page
from bot.library.corpus.contribution import replace_page
from bot.library.corpus.folder import read_folder
from tests.library.corpus.sites import Clock, WebSite, page

BROKE = "The weir below Tessel Mill broke in the spring flood."
MOVED = "The miller of Tessel moved his wheel upstream in May."
LOST = "Nobody in the village of Tessel was hurt by the water."
URL = "http://mill.example/weir"
FACTS = f"title: The weir\nurl: {URL}\nmodified: 2031-05-06\ncolour: blue\n"
BY_HAND = f"---\n{FACTS}---\n\n# The weir\n\n{BROKE} {MOVED}\n"
RESIDUE = "<nav><a href='/'>Home</a> <a href='/more'>More news</a></nav><footer>Share this on Quill</footer>"


@pytest.fixture
def site() -> WebSite:
    return WebSite(Clock())


def kept(folder: Path, name: str = "weir.md", text: str = BY_HAND) -> Article:
    """The only article of the folder."""
    (folder / name).write_text(text)
    return only(folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def only(folder: Path) -> Article:
    (article,) = read_folder(folder).articles
    return article


async def test_an_article_by_hand_is_the_same_though_its_page_has_residue(
    site: WebSite, polite: Polite, tmp_path: Path
) -> None:
    site.pages["/weir"] = page(BROKE, MOVED, around=RESIDUE)
    looked = await look_at_page(kept(tmp_path), polite)
    assert looked.became is PageNow.SAME
    assert looked.revision


async def test_what_came_and_went_is_told(site: WebSite, polite: Polite, tmp_path: Path) -> None:
    site.pages["/weir"] = page(BROKE, LOST)
    looked = await look_at_page(kept(tmp_path), polite)
    assert looked.became is PageNow.CHANGED
    assert [held.quote.text for held in looked.found.came] == [LOST]
    assert [held.quote.text for held in looked.found.went] == [MOVED]
    assert {held.quote.citation.title for held in looked.found.came} == {"The weir"}


@pytest.mark.parametrize("status", [404, 410])
async def test_a_page_that_is_gone_is_told_as_such(
    site: WebSite, polite: Polite, tmp_path: Path, status: int
) -> None:
    site.pages["/weir"] = status, {}, ""
    looked = await look_at_page(kept(tmp_path), polite)
    assert (looked.became, looked.about) == (PageNow.GONE, str(status))


async def test_a_page_that_leads_elsewhere_is_not_compared(
    site: WebSite, polite: Polite, tmp_path: Path
) -> None:
    site.pages |= {"/weir": (302, {"Location": "/"}, ""), "/": page(LOST)}
    looked = await look_at_page(kept(tmp_path), polite)
    assert (looked.became, looked.about) == (PageNow.MOVED, "http://mill.example/")


@pytest.mark.parametrize("final", ["http://www.mill.example/weir", "/weir/", "/weir?page=1"])
async def test_the_same_place_otherwise_written_is_no_other(
    site: WebSite, polite: Polite, tmp_path: Path, final: str
) -> None:
    site.pages |= {"/weir/": page(BROKE, MOVED), "/weir?page=1": page(BROKE, MOVED)}
    article = kept(tmp_path, text=BY_HAND.replace(URL, URL + "?old"))
    site.pages |= {"/weir?old": (301, {"Location": final}, ""), "/weir": page(BROKE, MOVED)}
    assert (await look_at_page(article, polite)).became is PageNow.SAME


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((500, {}, ""), "answered 500"),
        ((200, {"Content-Type": "image/png"}, "x"), "image/png"),
        ("<html></html>", "."),
    ],
)
async def test_what_nobody_can_tell_now_is_no_change(
    site: WebSite, polite: Polite, tmp_path: Path, answer: tuple[int, dict[str, str], str] | str, reason: str
) -> None:
    site.pages["/weir"] = answer
    with pytest.raises(ArticleError, match=reason):
        await look_at_page(kept(tmp_path), polite)


async def test_a_page_takes_the_place_of_a_text_and_its_header_stays(
    site: WebSite, polite: Polite, tmp_path: Path
) -> None:
    site.pages["/weir"] = page(BROKE, LOST)
    article = kept(tmp_path)
    looked = await look_at_page(article, polite)
    assert looked.given
    replace_page(tmp_path, article, looked.given)
    assert names(tmp_path) == ["weir.html", "weir.yaml"]
    assert (tmp_path / "weir.html").read_text() == page(BROKE, LOST)
    assert "colour: blue" in (tmp_path / "weir.yaml").read_text()
    now = only(tmp_path)
    assert (now.id, now.title, now.url, now.modified) == (article.id, "The weir", URL, None)
    assert now.revision == looked.revision
    assert (await look_at_page(now, polite)).became is PageNow.SAME


async def test_a_page_takes_the_place_of_a_page(site: WebSite, polite: Polite, tmp_path: Path) -> None:
    (tmp_path / "weir.yaml").write_text(f"title: The weir\npublisher: Quill\nurl: {URL}\n")
    article = kept(tmp_path, "weir.html", page(BROKE, MOVED))
    site.pages["/weir"] = page(BROKE, LOST)
    looked = await look_at_page(article, polite)
    assert looked.given
    replace_page(tmp_path, article, looked.given)
    assert names(tmp_path) == ["weir.html", "weir.yaml"]
    assert (only(tmp_path).publisher, only(tmp_path).revision) == ("Quill", looked.revision)


def test_rows_of_a_file_of_many_and_articles_without_address_are_left_alone(tmp_path: Path) -> None:
    assert can_be_refreshed(kept(tmp_path))
    assert not can_be_refreshed(kept(tmp_path, text=BY_HAND.replace(f"url: {URL}", "author: Edda")))
    (tmp_path / "weir.md").unlink()
    assert not can_be_refreshed(kept(tmp_path, "weir.csv", f"title,url,text\nThe weir,{URL},{BROKE}\n"))
