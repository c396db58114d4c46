"""Pages that nobody waits for are fetched as a guest does: what is allowed, slowly, and later when asked."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.errors import ArticleError
from bot.basics.limits import DAY, LIMITS
from bot.library.corpus.afar.fetching import Validators
from bot.library.corpus.afar.politeness import ClosedError, Polite
from tests.library.corpus.sites import Clock, WebSite, page, served

WEIR = page("The weir below Tessel Mill broke in the spring flood.")


@pytest.fixture
def site() -> WebSite:
    return WebSite(Clock(), {"/weir": WEIR, "/mill": WEIR, "/private/weir": WEIR})


async def test_only_what_robots_txt_allows_is_fetched_and_it_is_asked_once_a_day(
    site: WebSite, polite: Polite
) -> None:
    site.pages["/robots.txt"] = "User-agent: quoth\nDisallow: /private/\n\nUser-agent: *\nDisallow: /"
    assert (await polite.get("http://mill.example/weir")).status == 200
    with pytest.raises(ClosedError):
        await polite.get("http://mill.example/private/weir")
    assert [asked.path for asked in site.asked] == ["/robots.txt", "/weir"]
    assert {asked.headers["User-Agent"] for asked in site.asked} == {"Quoth"}
    site.clock.now += DAY
    await polite.get("http://mill.example/mill")
    assert site.times("/robots.txt") == 2


async def test_a_redirect_leads_nowhere_that_is_closed(site: WebSite, polite: Polite) -> None:
    site.pages["/robots.txt"] = "User-agent: *\nDisallow: /private/"
    site.pages["/old"] = 301, {"Location": "/private/weir"}, ""
    with pytest.raises(ClosedError):
        await polite.get("http://mill.example/old")
    assert site.times("/private/weir") == 0


async def test_a_server_that_cannot_tell_what_is_allowed_is_left_alone(site: WebSite, polite: Polite) -> None:
    site.pages["/robots.txt"] = 500, {}, ""
    with pytest.raises(ArticleError, match="answered 500"):
        await polite.get("http://mill.example/weir")
    assert site.times("/weir") == 0


async def test_no_more_of_robots_txt_is_read_than_allowed(site: WebSite, polite: Polite) -> None:
    rules = "User-agent: *\nDisallow: /private/\n"
    site.pages["/robots.txt"] = rules + "#" * LIMITS.fetching.robots + "\nDisallow: /weir\n"
    assert (await polite.get("http://mill.example/weir")).status == 200


async def test_no_more_sites_are_remembered_than_allowed(
    site: WebSite, polite: Polite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "caches", replace(LIMITS.caches, sites=2))
    for name in ("a", "b", "c", "d", "e", "d"):
        await polite.get(f"http://{name}.example/weir")
        site.clock.now += 2 * LIMITS.fetching.between
    assert [asked.host[0] for asked in site.asked if asked.path == "/robots.txt"] == [*"abcde"]
    assert len(polite._rules) <= 2  # noqa: SLF001
    assert len(polite._hosts) <= 3  # noqa: SLF001
    await polite.get("http://a.example/weir")
    assert site.times("/robots.txt") == 6


async def test_what_a_server_gave_is_asked_with_again(site: WebSite, polite: Polite) -> None:
    site.pages["/weir"] = 200, {"ETag": '"7"', "Last-Modified": "Tue, 06 May 2031 12:00:00 GMT"}, WEIR
    first = await polite.get("http://mill.example/weir")
    assert first.validators == Validators('"7"', "Tue, 06 May 2031 12:00:00 GMT")
    again = await polite.get("http://mill.example/weir", first.validators)
    assert again.status == 304
    assert site.asked[-1].headers["If-Modified-Since"] == "Tue, 06 May 2031 12:00:00 GMT"


@pytest.mark.parametrize("status", [429, 503])
async def test_a_server_that_wants_to_be_left_alone_is(site: WebSite, polite: Polite, status: int) -> None:
    site.pages["/weir"] = status, {"Retry-After": "600"}, ""
    assert (await polite.get("http://mill.example/weir")).status == status
    with pytest.raises(ArticleError, match="later"):
        await polite.get("http://mill.example/mill")
    assert site.times("/mill") == 0
    site.clock.now += 600 - LIMITS.fetching.patience
    assert (await polite.get("http://mill.example/mill")).status == 200


@pytest.mark.parametrize("wanted", ["soon", "", "Tue, 06 May 2031 12:00:00"])
async def test_for_how_long_is_guessed_where_it_cannot_be_read(
    site: WebSite, polite: Polite, wanted: str
) -> None:
    site.pages["/weir"] = 429, {"Retry-After": wanted}, ""
    await polite.get("http://mill.example/weir")
    site.clock.now += DAY
    assert (await polite.get("http://mill.example/mill")).status == 200
    assert LIMITS.fetching.later < DAY


HOSTS = st.lists(st.sampled_from(["mill.example", "weir.example"]), min_size=1, max_size=12)


@given(HOSTS, st.sampled_from([0, 3, 5000]))
async def test_every_host_is_asked_once_a_second_or_as_seldom_as_it_wants(
    hosts: list[str], delay: int
) -> None:
    rules = f"User-agent: *\nCrawl-delay: {delay}" if delay else ""
    site = WebSite(Clock(), {"/weir": WEIR, "/robots.txt": rules})
    async with served(site) as network:
        polite = Polite(network, site.clock, site.clock.wait)
        for host in hosts:
            await polite.get(f"http://{host}/weir")
    least = min(max(delay, LIMITS.fetching.between), LIMITS.fetching.patience)
    for host in set(hosts):
        moments = [asked.moment for asked in site.asked if asked.host == host and asked.path == "/weir"]
        assert all(later - earlier >= least for earlier, later in pairwise(moments))
