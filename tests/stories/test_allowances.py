"""Who asks too much waits, and nobody else."""

from pathlib import Path

from tests.fake_telegram import FakeTelegram
from tests.stories.world import BRIDGE_QUESTION, QUESTION, serving


async def test_what_the_group_may_not_ask_is_not_taken_from_the_person(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    aya, group = telegram.user("Aya"), telegram.group("Readers")
    async with serving(telegram, tmp_path, user_questions_per_minute=2, chat_questions_per_minute=1):
        group.write(aya, f"/ask {QUESTION}")
        assert (await group.reply()).quotes
        group.write(aya, f"/ask {BRIDGE_QUESTION}")
        assert not (await group.reply()).quotes
        assert (await telegram.private(aya).asks(BRIDGE_QUESTION)).quotes


async def test_questions_that_an_outage_held_up_are_answered_when_it_is_over(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    group = telegram.group("Readers")
    for name, question in (("Aya", QUESTION), ("Ben", BRIDGE_QUESTION)):
        group.write(telegram.user(name), f"/ask {question}")
        telegram.world.clock += 100
    async with serving(telegram, tmp_path, chat_questions_per_minute=1):
        assert (await group.reply()).quotes
        assert (await group.reply()).quotes
