"""Words that no article has are never shown, whoever hands them to the chat."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.basics.limits import LIMITS
from bot.chat.talk.answering import Answerer
from bot.core.index.edition import Edition
from bot.core.replies import Answer, Reply
from tests.chat.articles import HARBOUR as HARBOUR_BLOCKS
from tests.chat.articles import article
from tests.fake_telegram import FakeTelegram, Group, Person
from tests.stories.conftest import free_port
from tests.stories.steps import asked, pressed
from tests.stories.world import ARTICLES, QUESTION, Served, answerer, serving

ALTERED = article([[sentence.replace("14", "99") for sentence in block] for block in HARBOUR_BLOCKS])


def elsewhere() -> Edition:
    """An edition that does not serve: its article has the name of one that does, and other words."""
    return Edition.of([replace(ALTERED, id=article().id), *ARTICLES[1:2]])


def proven_elsewhere(text: str, edition: Edition, most: int = LIMITS.asking.quotes_found) -> Reply:
    """Quote another edition than the one that serves."""
    return answerer(text, elsewhere(), most)


def forged(text: str, edition: Edition, most: int = LIMITS.asking.quotes_found) -> Reply:
    """Quote another edition, and write the names of what serves on the quotes, behind their seal."""
    reply = answerer(text, elsewhere(), most)
    assert isinstance(reply, Answer)
    for quote in reply.quotes:
        object.__setattr__(quote, "edition", edition.id)
        object.__setattr__(quote.article, "revision", article().revision)
    return reply


class Operators:
    """Those who run the bot: they read its figures and the reports of trouble."""

    def __init__(self, telegram: FakeTelegram, address: str) -> None:
        self._chat = telegram.private(telegram.user("Operator"))
        self._telegram = telegram
        self.address = address

    @property
    def id(self) -> int:
        return self._chat.id

    async def learn(self) -> str:
        """Wait for a report and return it; it is for nobody else, so no audit looks at it."""
        sent = await self._chat.reply()
        self._telegram.transcript.remove(sent)
        return sent.text

    async def figures(self) -> str:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://{self.address}/metrics") as response,
        ):
            return await response.text()


@asynccontextmanager
async def lying(telegram: FakeTelegram, data: Path, answer: Answerer) -> AsyncIterator[Operators]:
    operators = Operators(telegram, f"127.0.0.1:{free_port()}")
    async with serving(
        telegram, data, answer=answer, error_chat=operators.id, health_listen=operators.address
    ):
        yield operators


@pytest.fixture(params=[proven_elsewhere, forged])
async def operators(
    request: pytest.FixtureRequest, telegram: FakeTelegram, tmp_path: Path
) -> AsyncIterator[Operators]:
    """The operators of a bot whose answerer hands out altered words."""
    async with lying(telegram, tmp_path, request.param) as found:
        yield found


async def was_noticed(operators: Operators, caplog: pytest.LogCaptureFixture, telegram: FakeTelegram) -> None:
    """The operators learn that a quote was refused, in three ways; the altered words are in none of them."""
    report, log = await operators.learn(), caplog.text
    assert "MisquoteError" in report
    assert "MisquoteError" in log
    assert 'quoth_errors_total{kind="MisquoteError"} 1' in await operators.figures()
    assert "mines" not in report + log
    assert not [sent for sent in telegram.transcript if "99 mines" in sent.text or sent.quotes]


async def test_altered_words_meet_an_apology_in_private(
    telegram: FakeTelegram, operators: Operators, aya: Person, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await telegram.private(aya).asks(QUESTION)
    assert "went wrong" in answer.text
    await was_noticed(operators, caplog, telegram)


async def test_altered_words_meet_an_apology_in_a_group(
    telegram: FakeTelegram,
    operators: Operators,
    group: Group,
    aya: Person,
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert "went wrong" in (await asked(group, aya, QUESTION)).text
    await was_noticed(operators, caplog, telegram)


async def test_altered_words_are_in_no_inline_result(
    telegram: FakeTelegram, operators: Operators, aya: Person, caplog: pytest.LogCaptureFixture
) -> None:
    query = telegram.inline(aya, QUESTION)
    await was_noticed(operators, caplog, telegram)
    assert not telegram.world.inline[query]


@pytest.mark.parametrize("label", ["wider context", "proof"])
async def test_altered_words_in_the_journal_are_not_shown_by_a_button(
    telegram: FakeTelegram, bot: Served, aya: Person, label: str
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    await bot.database.rows("UPDATE answers SET claims = replace(claims, '14 mines', '99 mines')")
    assert "changed" in await chat.pop_up(chat.press(aya, answer, label))
    (given,) = await bot.database.rows("SELECT claims FROM answers")
    assert "99 mines" in given[0]


async def test_altered_words_in_the_journal_are_not_shown_by_a_command(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    await chat.asks(QUESTION)
    await bot.database.rows("UPDATE answers SET claims = replace(claims, '14 mines', '99 mines')")
    assert "changed" in (await chat.asks("/proof 1")).text
    assert (await chat.asks("/proof 1")).quotes == []


async def test_words_that_change_on_the_way_are_noticed_in_answers_and_in_what_takes_their_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with FakeTelegram() as telegram, lying(telegram, tmp_path, answerer) as operators:
        aya = telegram.user("Aya")
        chat = telegram.private(aya)
        answer = await chat.asks(QUESTION)
        assert "changed_on_the_way" not in await operators.figures()
        telegram.server.methods.rewritten = {"14 mines": "99 mines"}
        await pressed(chat, aya, answer, "wider context")
        await chat.asks("/help")  # one thing after the other: what was pressed has been done
        assert 'quoth_errors_total{kind="changed_on_the_way"} 1' in await operators.figures()
        await chat.asks(QUESTION)
        await chat.asks("/help")
        assert 'quoth_errors_total{kind="changed_on_the_way"} 2' in await operators.figures()
    assert caplog.text.count("does not show its quotes") == 2
    assert "mines" not in caplog.text
