"""What a limit cuts or refuses of what people ask, press and wish, at its edge."""

from dataclasses import replace
from functools import partial
from itertools import takewhile
from types import SimpleNamespace

import pytest
from pydantic import ValidationError

from bot.basics.errors import ArticleError, StorageError
from bot.basics.limits import LIMITS
from bot.basics.settings import Settings, read_settings
from bot.chat.maintainers.reports import gap_groups
from bot.chat.running.trouble import Trouble
from bot.chat.talk.administrators import Administrators
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.metrics import Metrics
from bot.chat.wording.markup import Html
from bot.chat.wording.texts import Language
from bot.core.answer import answer
from bot.core.asking.alike import group_questions
from bot.core.asking.clauses import clauses
from bot.core.asking.filters import parse_filters
from bot.core.index.edition import Edition
from bot.core.replies import Answer
from bot.library.corpus.afar.fetching import fetch
from bot.library.indexed.stored import statistics_of
from bot.storage.chats import Chats
from bot.storage.database import Database
from bot.storage.journal import Entry, Journal
from bot.storage.personal.wishes import Wish, Wished, Wishes
from bot.web.http.negotiation import preferred
from tests.basics.conftest import move
from tests.chat.talk.test_administrators import Group
from tests.core.models import model
from tests.core.texts import article, harbour
from tests.library.corpus.test_fetching import Web
from tests.library.corpus.test_fetching import answer as served

WISH = Wish(1001, 1001, 7, 1001, 7, 0, "en", "Who owns the weir?")


def test_phrases_beyond_the_limit_are_words_like_others() -> None:
    written = [f"“weir {number}”" for number in range(LIMITS.asking.phrases + 1)]
    for count in (len(written) - 1, len(written)):
        text, filters = parse_filters(" ".join(written[:count]))
        assert len(filters.phrases) == LIMITS.asking.phrases
        assert text == " ".join(written[:count])


def test_clauses_beyond_the_limit_are_one_in_the_middle() -> None:
    move("asking", clauses=4)
    lines = [f"The weir of year {n} stood." for n in range(5)]
    assert clauses("\n".join(lines[:4])) == lines[:4]
    assert clauses("\n".join(lines)) == lines
    assert len(clauses("\n".join([*lines, *lines]))) == 5


def test_clauses_are_told_apart_as_far_from_the_edges_as_is_allowed() -> None:
    lines = [f"The weir of year {n} stood." for n in range(6)]
    move("asking", heard=3 * len(lines[0]))
    assert clauses("\n".join(lines)) == lines
    move("asking", heard=3 * len(lines[0]) - 1)
    assert clauses("\n".join(lines)) == [*lines[:2], " ".join(lines[2:4]), *lines[4:]]


@pytest.mark.parametrize(("most", "unread"), [(3, 0), (2, 1)])
def test_more_questions_than_are_answered_are_counted(most: int, unread: int) -> None:
    move("asking", questions=most)
    text = "When did the harbour freeze? Who is the mayor of Lanternby? What did the icebreaker cost?"
    reply = answer(text, Edition.of([harbour()]), model(2.0))
    assert (len(reply.parts), reply.unread) == (most, unread)


@pytest.mark.parametrize("most", [2, 3])
def test_as_many_sentences_of_a_quotation_are_looked_up_as_are_allowed(most: int) -> None:
    edition = Edition.of(
        [
            article("one", "The weir at Tessel Mill broke in the spring flood."),
            article("two", "The miller of Tessel moved to Quill for good."),
            article("three", "The bridge at Orrin Bank was painted green again."),
        ]
    )
    move("asking", claims=most)
    passed = " ".join(one.text for one in edition.articles)
    reply = answer(f"“{passed}”", edition, model(2.0))
    assert isinstance(reply, Answer)
    assert len(reply.quotes) == most


def test_questions_are_grouped_by_as_much_of_them_as_is_allowed() -> None:
    asked = ["frost", "frost weir mill harbour"]
    move("asking", grouped=len(asked[0]))
    assert [count for _, count in group_questions(asked, ["en"])] == [2]
    move("asking", grouped=len(asked[1]))
    assert [count for _, count in group_questions(asked, ["en"])] == [1, 1]


@pytest.mark.parametrize("most", [1, 2])
async def test_a_report_groups_as_many_questions_as_are_allowed(database: Database, most: int) -> None:
    move("asking", gaps=most)
    journal = Journal(database)
    for number, question in enumerate(("Who owns the moon?", "Where is the weir?")):
        await journal.begin(Entry(1, number, 1001, question, "e1", reason="no_match"))
    assert len(await gap_groups(journal, Edition.of([harbour()]))) == most


@pytest.mark.parametrize(
    ("setting", "limit"),
    [
        ("user_questions_per_minute", LIMITS.asking.user_a_minute),
        ("chat_questions_per_minute", LIMITS.asking.chat_a_minute),
        ("presses_per_minute", LIMITS.asking.presses_a_minute),
        ("inline_per_minute", LIMITS.asking.inline_a_minute),
        ("web_questions_per_minute", LIMITS.asking.web_a_minute),
    ],
)
def test_the_allowance_that_nobody_chose_is_the_limit(
    monkeypatch: pytest.MonkeyPatch, setting: str, limit: int
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456:" + "a" * 35)
    allowance = Allowance(getattr(read_settings(), setting), clock=lambda: 0.0)
    assert sum(1 for _ in takewhile(lambda _: not allowance.take("aya"), range(1000))) == limit


async def test_operators_hear_of_as_many_troubles_a_minute_as_are_allowed(database: Database) -> None:
    move("asking", reports_a_minute=2)
    reports: list[Html] = []

    async def report(words: Html) -> None:
        reports.append(words)

    trouble = Trouble(Chats(database), Metrics(), report)
    for number in range(3):
        error = StorageError(f"page {number} cannot be written")
        await trouble.handle(None, SimpleNamespace(error=error))  # type: ignore[arg-type]
    assert len(reports) == 2


@pytest.mark.parametrize("most", [1, 2])
async def test_one_trouble_is_reported_as_often_a_minute_as_is_allowed(database: Database, most: int) -> None:
    move("asking", troubles_a_minute=most)
    reports: list[Html] = []

    async def report(words: Html) -> None:
        reports.append(words)

    trouble = Trouble(Chats(database), Metrics(), report)
    for _ in range(3):
        error = StorageError("the disk is full")
        await trouble.handle(None, SimpleNamespace(error=error))  # type: ignore[arg-type]
    assert len(reports) == most


async def test_administrators_of_as_many_groups_are_remembered_as_are_allowed() -> None:
    move("waiting", rights_chats=2)
    administrators = Administrators(lambda: 0.0)
    groups = [Group([1], id=-number) for number in range(1, 4)]
    for group in [*groups[:2], *groups[:2]]:
        assert await administrators.include(1, group.chat)
    assert [group.asked for group in groups] == [1, 1, 0]
    for group in (groups[2], groups[0]):
        assert await administrators.include(1, group.chat)
    assert [group.asked for group in groups] == [2, 1, 1]


async def test_all_together_may_wish_as_much_as_is_allowed(database: Database) -> None:
    move("keeping", all_wishes=2)
    wishes = Wishes(database)
    kept = [await wishes.turn(replace(WISH, user_id=1001 + n, asked_in=1001 + n)) for n in range(3)]
    assert kept == [Wished.KEPT, Wished.KEPT, Wished.TOO_MANY]


async def test_an_address_may_lead_on_as_often_as_is_allowed() -> None:
    move("fetching", redirects=2)
    again = served(b"", status="301 Moved", Location="/again")
    found = await fetch("http://mill.example/", Web(again, again, served()))
    assert found.beside.url == "http://mill.example/again"
    with pytest.raises(ArticleError, match="2"):
        await fetch("http://mill.example/", Web(again, again, again, served()))


def test_as_many_languages_of_a_request_are_looked_at_as_are_allowed() -> None:
    move("servers", ranges=3)
    assert preferred("xx,yy,de") is Language.GERMAN
    assert preferred("xx,yy,zz,de") is Language.ENGLISH


def test_what_an_index_knows_is_sent_in_pieces_no_longer_than_is_allowed() -> None:
    edition = Edition.of([harbour()])
    documents = partial(statistics_of, edition, [one.revision for one in edition.articles])
    (whole,) = documents()
    size = len(whole["piece"]) // 4 * 3 - whole["piece"].count("=")
    move("index", piece=size)
    assert len(list(documents())) == 1
    move("index", piece=size - 1)
    assert len(list(documents())) == 2


def test_as_many_processes_answer_as_are_allowed() -> None:
    most = LIMITS.workers.most
    assert Settings.model_validate({"workers": most}).workers == most
    with pytest.raises(ValidationError, match=f"less than or equal to {most}"):
        Settings.model_validate({"workers": most + 1})
