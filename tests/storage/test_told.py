import sqlite3
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.core.nouns import ArticleId
from bot.core.replies import Pasted
from bot.storage.database import Database
from bot.storage.journal import Journal
from bot.storage.schema import MIGRATIONS
from bot.storage.told import NOTHING_TOLD, AskedPart, AskersWords, Told

WORDS = st.text(max_size=9)
TUPLES = st.lists(WORDS, max_size=3).map(tuple)
COUNTS = st.integers(0, 9)
ASKED = st.builds(
    AskersWords,
    WORDS,
    WORDS,
    st.none() | st.builds(Pasted, WORDS, TUPLES, TUPLES),
    st.lists(st.builds(AskedPart, WORDS, st.none() | COUNTS, WORDS, TUPLES, TUPLES), max_size=3).map(tuple),
    TUPLES,
    TUPLES,
    st.dictionaries(WORDS, TUPLES, max_size=3),
)


@given(
    st.builds(
        Told,
        COUNTS,
        st.booleans(),
        st.none() | st.booleans(),
        st.booleans(),
        COUNTS,
        st.lists(st.tuples(COUNTS, COUNTS, COUNTS), max_size=3).map(tuple),
        st.booleans(),
        COUNTS,
        st.lists(WORDS.map(ArticleId), max_size=3).map(tuple),
        TUPLES,
        ASKED,
    )
)
def test_everything_that_is_told_is_read_as_it_was_written(told: Told) -> None:
    assert Told.read(told.written()) == told


def test_of_an_answer_from_before_nothing_is_told() -> None:
    assert Told.read("{}") == NOTHING_TOLD


async def test_an_answer_that_was_hedged_before_the_table_changed_is_still_hedged(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "old.db")) as old:
        old.executescript(";".join([*MIGRATIONS[:2], "PRAGMA user_version = 2"]))
        old.executescript(
            "INSERT INTO answers (id, chat_id, question_message, given_at, edition, reason, claims, hedged)"
            " VALUES (1, 5, 6, 0, '', '', '[]', 1), (2, 5, 7, 0, '', '', '[]', 0)"
        )
    async with Database.open(tmp_path / "old.db") as database:
        answers = [await Journal(database).given(number) for number in (1, 2)]
    assert [answer.told for answer in answers if answer] == [Told(hedged=True), NOTHING_TOLD]
