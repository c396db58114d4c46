"""A thumb below an answer is an opinion, as the button is, where Telegram tells the bot of it."""

from tests.fake_telegram import FakeTelegram, Group, Person
from tests.stories.steps import asked
from tests.stories.world import QUESTION, Served

SEEN = ["✍"]


async def opinions(bot: Served) -> list[tuple[int, int]]:
    rows = await bot.database.rows("SELECT user_id, useful FROM feedback ORDER BY user_id")
    return [(user, useful) for user, useful in rows]


async def test_a_thumb_counts_as_the_button_does_and_a_sign_shows_it(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    chat.reacts(aya, answer, "👍")
    assert await chat.reaction(answer) == SEEN
    assert await opinions(bot) == [(aya.id, 1)]
    chat.reacts(aya, answer, "👎", before=("👍",))
    assert await chat.reaction(answer, 2) == SEEN
    assert await opinions(bot) == [(aya.id, 0)]
    assert await chat.pop_up(chat.press(aya, answer, "👍")) == "Thank you, noted."
    assert await opinions(bot) == [(aya.id, 1)]


async def test_a_thumb_that_is_taken_away_counts_no_more(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    answer = await chat.asks(QUESTION)
    chat.reacts(aya, answer, "👍")
    await chat.reaction(answer)
    chat.reacts(aya, answer, before=("👍",))
    assert await chat.reaction(answer, 2) == []
    assert await opinions(bot) == []


async def test_in_a_group_that_the_bot_administers_everybody_may_react(
    telegram: FakeTelegram, bot: Served, group: Group, aya: Person
) -> None:
    group.room.statuses[telegram.bot.id] = "administrator"
    ben = telegram.user("Ben")
    answer = await asked(group, aya, QUESTION)
    group.reacts(aya, answer, "👍")
    group.reacts(ben, answer, "👎")
    await group.reaction(answer, 2)
    assert await opinions(bot) == [(aya.id, 1), (ben.id, 0)]
    group.reacts(ben, answer, before=("👎",))
    assert await group.reaction(answer, 3) == SEEN
    assert await opinions(bot) == [(aya.id, 1)]


async def test_other_signs_and_signs_below_other_messages_mean_nothing(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    chat = telegram.private(aya)
    hello, answer = await chat.asks("/help"), await chat.asks(QUESTION)
    chat.reacts(aya, hello, "👍")
    chat.reacts(aya, answer, "❤")
    chat.reacts(aya, answer, "👍", "👎")
    await telegram.all_fetched()
    await chat.asks(QUESTION)
    assert await opinions(bot) == []
    assert "setMessageReaction" not in [name for name, _ in telegram.server.calls]
