"""Each page that a list names is new once, as long as it is named."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import DAY, LIMITS
from bot.storage.database import Database
from bot.storage.maintaining.followed import Followed, Lists
from tests.storage.conftest import Clock

NAMES = st.lists(st.lists(st.sampled_from("abcde"), max_size=5), max_size=5)


async def new(lists: Lists, followed: Followed, urls: list[str]) -> list[str]:
    """Return what a look at a list finds new, and let it be known."""
    found = await lists.new(followed, urls)
    await lists.named(followed, urls)
    return found


async def test_a_list_is_followed_once_and_forgotten_whole(database: Database) -> None:
    lists = Lists(database)
    first = await lists.add("http://mill.example/feed", 5.0, ["b"])
    assert await lists.add("http://mill.example/feed", 9.0, []) == first
    assert await new(lists, first, ["a", "b"]) == ["a"]
    await lists.remove(first.id)
    assert await lists.all() == []
    assert await new(lists, await lists.add(first.url, 5.0, []), ["a"]) == ["a"]


async def test_what_is_named_no_more_is_forgotten_after_a_while(database: Database, clock: Clock) -> None:
    lists = Lists(database, clock)
    followed = await lists.add("http://mill.example/feed", 5.0, ["a", "b"])
    clock.now += (LIMITS.keeping.listed_days - 1) * DAY
    assert await new(lists, followed, ["a"]) == []
    clock.now += 2 * DAY
    assert await new(lists, followed, ["a"]) == []
    assert await new(lists, followed, ["a", "b"]) == ["b"]


async def all_new(database: Database, named: list[list[str]]) -> list[str]:
    lists = Lists(database)
    followed = await lists.add("http://mill.example/feed", 5.0, [])
    return [url for urls in named for url in await new(lists, followed, urls)]


@given(NAMES)
async def test_every_page_is_new_once(named: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / "quoth.db") as database:
            found = await all_new(database, named)
    assert sorted(found) == sorted({url for urls in named for url in urls})
