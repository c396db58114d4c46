"""What feeds and site maps list is read in a child; what is none, or too much, is refused with a reason."""

import gzip
from dataclasses import replace

import pytest

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.library.corpus.afar import listing_pages
from bot.library.corpus.afar.listing_pages import ListedPage, pages_listed
from bot.library.corpus.afar.politeness import Polite
from tests.library.corpus.sites import Clock, WebSite, page

HOST = "http://mill.example"
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def feed(*names: str) -> str:
    items = "".join(f"<item><title>The {name}</title><link>{HOST}/{name}</link></item>" for name in names)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Quill</title>{items}</channel></rss>'


def site_map(*names: str, kind: str = "urlset", entry: str = "url") -> str:
    entries = "".join(f"<{entry}><loc>{HOST}/{name}</loc></{entry}>" for name in names)
    return f'<?xml version="1.0"?><{kind} {NAMESPACE}>{entries}</{kind}>'


@pytest.fixture
def site() -> WebSite:
    return WebSite(Clock())


async def test_a_feed_lists_its_entries_also_those_without_text(site: WebSite, polite: Polite) -> None:
    site.pages["/feed"] = feed("weir", "mill")
    listing = await pages_listed(f"{HOST}/feed", polite)
    assert listing.pages == (ListedPage(f"{HOST}/weir", "The weir"), ListedPage(f"{HOST}/mill", "The mill"))


async def test_a_site_map_lists_its_addresses_also_through_others(site: WebSite, polite: Polite) -> None:
    site.pages["/index.xml"] = site_map("a.xml", "b.xml", kind="sitemapindex", entry="sitemap")
    site.pages |= {"/a.xml": site_map("weir"), "/b.xml": site_map("mill", "kiln")}
    listing = await pages_listed(f"{HOST}/index.xml", polite)
    assert listing.pages == tuple(ListedPage(f"{HOST}/{name}") for name in ("weir", "mill", "kiln"))


async def test_a_site_map_names_no_more_others_than_allowed(site: WebSite, polite: Polite) -> None:
    names = [f"{number}.xml" for number in range(LIMITS.fetching.site_maps + 2)]
    site.pages["/index.xml"] = site_map(*names, kind="sitemapindex", entry="sitemap")
    site.pages |= {f"/{name}": site_map(f"page-{name}") for name in names}
    listing = await pages_listed(f"{HOST}/index.xml", polite)
    assert len(listing.pages or ()) == LIMITS.fetching.site_maps


def test_a_packed_list_is_unpacked_and_no_bomb_is() -> None:
    assert listing_pages.unpacked(gzip.compress(site_map("weir").encode())) == site_map("weir").encode()
    with pytest.raises(ArticleError, match="larger"):
        listing_pages.unpacked(gzip.compress(b" " * (LIMITS.files.one + 1)))
    with pytest.raises(ArticleError, match="broken"):
        listing_pages.unpacked(b"\x1f\x8b nonsense")


ENTITY = '<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (page("The weir broke."), "neither a feed nor a site map"),
        ("", "neither a feed nor a site map"),
        ("<urlset", "neither a feed nor a site map"),
        ((500, {}, ""), "answered 500"),
    ],
)
async def test_what_is_no_list_is_refused(
    site: WebSite, polite: Polite, answer: str | tuple[int, dict[str, str], str], reason: str
) -> None:
    site.pages["/feed"] = answer
    with pytest.raises(ArticleError, match=reason):
        await pages_listed(f"{HOST}/feed", polite)


LINKS = """<a href="/weir#top">The <b>weir</b></a> <a href="mill?a=1">Mill</a> <a href="#here">Here</a>
<a href="http://elsewhere.example/x">Elsewhere</a> <a href="mailto:a@b.example">Write</a>"""
ANNOUNCED = '<link rel="alternate" type="application/rss+xml" href="/feed">'


async def test_a_page_lists_the_pages_of_its_site_that_it_links_to(site: WebSite, polite: Polite) -> None:
    site.pages["/docs/"] = page("The weir broke.", around=LINKS)
    listing = await pages_listed(f"{HOST}/docs/", polite)
    assert listing.pages == (
        ListedPage(f"{HOST}/weir", "The weir"),
        ListedPage(f"{HOST}/docs/mill?a=1", "Mill"),
    )


async def test_a_page_that_announces_a_feed_lists_what_that_does(site: WebSite, polite: Polite) -> None:
    site.pages |= {"/": page("The weir broke.", around=ANNOUNCED + LINKS), "/feed": feed("kiln")}
    assert (await pages_listed(f"{HOST}/", polite)).pages == (ListedPage(f"{HOST}/kiln", "The kiln"),)


async def test_a_list_reaches_no_file_of_the_machine(site: WebSite, polite: Polite) -> None:
    site.pages["/map"] = f"{ENTITY}<urlset {NAMESPACE}><url><loc>http://mill.example/&a;</loc></url></urlset>"
    listing = await pages_listed(f"{HOST}/map", polite)
    assert "root" not in repr(listing.pages)


@pytest.mark.parametrize("url", ["git@mill.example:weir", "git://mill.example/weir", "ssh://mill.example/w"])
async def test_a_git_repository_that_is_not_reached_by_http_is_refused_with_what_to_do(
    site: WebSite, polite: Polite, url: str
) -> None:
    with pytest.raises(ArticleError, match="address that begins with https"):
        await pages_listed(url, polite)
    assert site.asked == []


async def test_a_list_of_too_many_pages_is_refused(
    site: WebSite, polite: Polite, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = replace(LIMITS, fetching=replace(LIMITS.fetching, listed=2))
    monkeypatch.setattr(listing_pages, "LIMITS", few)
    site.pages |= {"/few": feed("weir", "mill"), "/many": feed("weir", "mill", "kiln")}
    assert len((await pages_listed(f"{HOST}/few", polite)).pages or ()) == 2
    with pytest.raises(ArticleError, match="more than 2"):
        await pages_listed(f"{HOST}/many", polite)
