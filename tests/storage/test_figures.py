from bot.core.nouns import ArticleId, Claim, Span
from bot.storage.database import Database
from bot.storage.figures import Counted, Figures, Quoted
from bot.storage.journal import Entry, Journal
from tests.storage.conftest import Clock

KILN = Claim(ArticleId("kiln"), "r1", Span(0, 4), "The ")
WEIR = Claim(ArticleId("weir"), "r2", Span(5, 9), "weir")


async def test_nothing_is_counted_as_nothing(database: Database) -> None:
    figures = Figures(database)
    assert await figures.counted() == Counted()
    assert Counted().share == 0
    assert await figures.quoted() == []
    assert await figures.claims() == []


async def test_answers_and_opinions_are_counted(database: Database, clock: Clock) -> None:
    journal = Journal(database, clock)
    first = await journal.begin(Entry(1, 1, 7, "a", "e", claims=(KILN, WEIR)))
    second = await journal.begin(Entry(1, 2, 7, "b", "e", claims=(KILN, KILN)))
    await journal.begin(Entry(1, 3, 7, "c", "e", reason="no_match"))
    await journal.rate(first, 7, useful=True)
    await journal.rate(second, 8, useful=False)
    figures = Figures(database)
    assert await figures.counted() == Counted(3, 2, 1, 1)
    assert (await figures.counted()).share == 67
    assert await figures.quoted() == [
        Quoted("2027-01", ArticleId("kiln"), 2),
        Quoted("2027-01", ArticleId("weir"), 1),
    ]
    assert sorted(await figures.claims(), key=lambda claim: claim.span) == [KILN, WEIR]
