from telegram import Message

from bot.basics.limits import LIMITS
from bot.chat.maintainers.waiting import Waiting
from bot.upkeep import Actor


async def deed(actor: Actor, message: Message) -> None:
    """Does nothing."""


def test_strangers_cannot_push_out_what_waits_for_a_maintainer() -> None:
    waiting = Waiting()
    mine = waiting.add(deed, 1001)
    strangers = [waiting.add(deed, None) for _ in range(LIMITS.waiting.deeds + 1)]
    assert waiting.take(strangers[0]) is None
    assert waiting.take(strangers[1]) is deed
    assert waiting.take(mine) is deed
    assert waiting.take(mine) is None


def test_too_many_deeds_of_one_maintainer_push_out_the_oldest() -> None:
    waiting = Waiting()
    numbers = [waiting.add(deed, 1001) for _ in range(LIMITS.waiting.deeds + 1)]
    assert [waiting.take(number) for number in numbers] == [None, *[deed] * LIMITS.waiting.deeds]
