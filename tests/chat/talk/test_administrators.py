import asyncio
from dataclasses import dataclass, field
from typing import cast

from telegram import Chat, ChatMember, User
from telegram.error import BadRequest

from bot.basics.limits import LIMITS
from bot.chat.talk.administrators import Administrators


@dataclass
class Group:
    """A group as Telegram tells of it."""

    administrators: list[int] = field(default_factory=list)
    asked: int = 0
    id: int = -100

    async def get_administrators(self) -> tuple[ChatMember, ...]:
        self.asked += 1
        if not self.administrators:
            raise BadRequest("chat not found")
        return tuple(
            ChatMember(User(person, "A", is_bot=False), ChatMember.ADMINISTRATOR)
            for person in self.administrators
        )

    @property
    def chat(self) -> Chat:
        return cast("Chat", self)


class Silent(Group):
    """A group of which Telegram tells nothing, not even that it fails."""

    async def get_administrators(self) -> tuple[ChatMember, ...]:
        await asyncio.Event().wait()
        return ()


async def test_who_administers_is_asked_again_after_a_while_and_when_rights_change() -> None:
    now, group = 1000.0, Group([1, 2])
    administrators = Administrators(lambda: now)
    assert await administrators.include(1, group.chat)
    group.administrators = [2]
    assert await administrators.include(1, group.chat)
    now += LIMITS.waiting.rights_kept + 1
    assert not await administrators.include(1, group.chat)
    group.administrators = [1]
    administrators.forget(group.id)
    assert await administrators.include(1, group.chat)
    assert group.asked == 3


async def test_a_failure_is_not_remembered_and_makes_nobody_an_administrator() -> None:
    group = Group()
    administrators = Administrators()
    assert not await administrators.include(1, group.chat)
    group.administrators = [1]
    assert await administrators.include(1, group.chat)


async def test_who_waits_too_long_for_an_answer_is_no_administrator() -> None:
    assert not await Administrators(patience=0.0).include(1, Silent([1]).chat)


async def test_only_so_many_groups_are_remembered() -> None:
    administrators = Administrators()
    groups = [Group([1], id=-number) for number in range(1, 1002)]
    for group in groups:
        await administrators.include(1, group.chat)
    await administrators.include(1, groups[0].chat)
    assert groups[0].asked == 2
