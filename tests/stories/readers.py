"""Many readers who ask at once, while the network fails and the bot is killed; and the count of answers."""

from collections import Counter
from pathlib import Path

from tests.fake_telegram import FakeTelegram, Sent
from tests.fake_telegram.faults import Kind
from tests.stories.process import process
from tests.stories.world import QUESTION

FAULTS: tuple[Kind, ...] = ("429", "500", "502", "refused", "lost_reply")
UNLIMITED = {
    "BOT_USER_QUESTIONS_PER_MINUTE": "1000000",
    "BOT_CHAT_QUESTIONS_PER_MINUTE": "1000000",
    "BOT_INLINE_PER_MINUTE": "1000000",
    "BOT_GROUP_BACKLOG_MINUTES": "1000",
}


class Readers:
    """Each asks in a group of their own; who finds no answer, only the offer of one, presses its button."""

    def __init__(self, telegram: FakeTelegram, count: int) -> None:
        self.telegram = telegram
        self.people = [telegram.user(f"Reader {number}") for number in range(count)]
        self.groups = [telegram.group(f"Group {number}") for number in range(count)]
        self.asked: set[tuple[int, int]] = set()
        self._pressed: set[tuple[int, int]] = set()

    def ask(self) -> None:
        """Everybody asks once."""
        for person, group in zip(self.people, self.groups, strict=True):
            message = group.write(person, f"/ask {QUESTION}")
            self.asked.add((group.id, message["message_id"]))

    @property
    def answers(self) -> "Counter[tuple[int, int]]":
        """Question -> messages that show its answer."""
        shown = {(s.chat_id, s.message_id): s for s in self._sent()}
        return Counter((s.chat_id, s.replies_to or 0) for s in shown.values() if s.quotes)

    @property
    def offered(self) -> set[tuple[int, int]]:
        """Questions whose answer was offered because nobody knew if it had arrived."""
        return {(s.chat_id, s.replies_to or 0) for s in self._sent() if _offers(s)}

    def _sent(self) -> list[Sent]:
        return [sent for group in self.groups for sent in self.telegram.server.transcript.in_chat[group.id]]

    async def survive(self, data: Path, kills: int) -> None:
        """Ask ``kills`` times, and kill the bot each time while it answers; let it end its work at last."""
        for _ in range(kills):
            self.telegram.server.faults.chance = 0.1
            self.telegram.server.faults.kinds = FAULTS
            self.ask()
            sent = len(self.telegram.transcript)
            async with process(self.telegram, data, **UNLIMITED) as bot:
                await self._read_until(sent + len(self.groups) // 2)
                await bot.kill()
        self.telegram.server.faults.chance = 0.0
        async with process(self.telegram, data, **UNLIMITED):
            self.ask()
            await self.read_all()

    async def _read_until(self, sent: int) -> None:
        while len(self.telegram.transcript) < sent:
            self._press_offers()
            count = len(self.telegram.transcript)
            await self.telegram.until(lambda n=count: len(self.telegram.transcript) > n, "more answers")

    async def read_all(self) -> None:
        while set(self.answers) != self.asked:
            self._press_offers()
            count = len(self.telegram.transcript)
            missing = len(self.asked) - len(self.answers)
            await self.telegram.until(
                lambda n=count: len(self.telegram.transcript) > n, f"{missing} missing answers"
            )

    def _press_offers(self) -> None:
        answers = self.answers
        people = dict(zip((group.id for group in self.groups), self.people, strict=True))
        rooms = {group.id: group for group in self.groups}
        for sent in self._sent():
            question = (sent.chat_id, sent.replies_to or 0)
            if _offers(sent) and question not in answers and question not in self._pressed:
                self._pressed.add(question)
                rooms[sent.chat_id].press(people[sent.chat_id], sent, "show")


def _offers(sent: Sent) -> bool:
    return any("Show" in button["text"] for button in sent.buttons)
