"""What was asked, what people see of it, and what became of it."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.chat.pages.buttons import ShowAnswer, parse_button
from bot.chat.wording.texts import Language, text
from bot.languages.interface.messages import Message as Words
from tests.fake_telegram import Sent
from tests.fake_telegram.markup import Json
from tests.fake_telegram.transcript import Transcript

REASONS = (Words.ERROR, Words.TOO_MANY_QUESTIONS, Words.TOO_MANY_IN_CHAT)
"""What is said instead of an answer where none comes."""
_BEGINNINGS = tuple(str(text(words, Language("en"), id="", seconds=0).visible)[:20] for words in REASONS)


@dataclass(eq=False)
class Asked:
    """A question or a command, and the messages that reply to it as they are now."""

    chat_id: int
    message_id: int
    words: str
    at: float
    only_replies: bool = False
    """Whether it asks the bot by nothing but being a reply to it."""
    shown: dict[int, Sent] = field(default_factory=dict)
    shrugged: bool = False
    left: bool = False
    """Whether whoever asked has blocked the bot since."""
    pressed: bool = False
    popped_up: str = ""
    """What a press of the offer's button was answered, where it was not by the answer."""
    is_kept: bool = False
    """Whether the journal holds a refusal that a group is spared: a sign is shown, if it gets through."""
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    offered: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, sent: Sent) -> None:
        """A message replies to it, or one of them was changed."""
        self.shown[sent.message_id] = sent
        if kind_of(sent) == "offer":
            self.offered.set()
        else:
            self.settled.set()

    @property
    def answers(self) -> list[Sent]:
        """The messages that show an answer, or say that there is none."""
        return [sent for sent in self.shown.values() if kind_of(sent) in ("quotes", "refusal")]

    @property
    def fate(self) -> str:
        """What became of it."""
        kinds = [kind_of(sent) for sent in self.shown.values()]
        told = bool(self.popped_up) or "reason" in kinds
        fates = {
            "doubled": len(self.answers) > 1,
            "answered": "quotes" in kinds,
            "refused": "refusal" in kinds,
            "refused by a sign": self.shrugged,
            "told why not": told,
            "refused by a sign that did not get through": self.is_kept and not kinds,
            "blocked the bot": self.left,
        }
        return next((name for name, is_so in fates.items() if is_so), "lost")


def kind_of(sent: Sent) -> str:
    """Return what a message is to whoever asked."""
    if any(isinstance(parse_button(b.get("callback_data", "")), ShowAnswer) for b in sent.buttons):
        return "offer"
    if sent.text.startswith(_BEGINNINGS):
        return "reason"
    return "quotes" if sent.quotes else "refusal"


class Tally(Transcript):
    """Hears all that the bot says, and keeps nothing of it but what belongs to a question."""

    def __init__(self, clock: Callable[[], float], is_spared: Callable[[int, int], bool]) -> None:
        super().__init__()
        self.clock = clock
        self.is_spared = is_spared
        """Tells whether the journal holds a refusal to a message of a chat that nobody was told."""
        self.presses: dict[str, Asked] = {}
        """Presses of offers' buttons that wait."""
        self.fates: Counter[str] = Counter()
        self.others: Counter[tuple[str, bool]] = Counter()
        """Commands, presses and the like, and whether they were answered."""
        self.heard: Counter[int] = Counter()
        """Messages by chat."""
        self.offers: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.desk: dict[int, Callable[[Sent], None]] = {}
        """Chats whose messages somebody else reads."""
        self._open: dict[tuple[int, int], Asked] = {}
        self._last: dict[int, Asked | None] = {}
        self._shown_for: dict[tuple[int, int], Asked] = {}

    def add(self, method: str, data: Json, result: Any) -> None:
        """Hear what a call showed to people."""
        if method == "setMessageReaction" and (
            asked := self._open.get((data["chat_id"], data["message_id"]))
        ):
            asked.shrugged = True
            asked.settled.set()
        if method == "answerCallbackQuery" and (asked := self.presses.pop(data["callback_query_id"], None)):
            asked.popped_up = data.get("text", "")
        super().add(method, data, result)
        for sent in self:
            self._hear(sent)
        self.clear()
        self.in_chat.clear()

    def _hear(self, sent: Sent) -> None:
        if not sent.method.startswith("edit"):
            self.heard[sent.chat_id] += 1
        if reader := self.desk.get(sent.chat_id):
            reader(sent)
        key = (sent.chat_id, sent.message_id)
        asked = self._shown_for.get(key)
        if asked is None and not sent.method.startswith("edit"):
            asked = self._replied_to(sent)
        if asked:
            self._shown_for[key] = asked
            asked.hear(sent)

    def _replied_to(self, sent: Sent) -> Asked | None:
        if sent.chat_id < 0:
            return self._open.get((sent.chat_id, sent.replies_to or 0))
        return None if sent.replies_to else self._last.get(sent.chat_id)  # what comes unasked is a reply

    def asked(self, message: Json) -> Asked:
        """A question was asked; in a private chat it is the one that is answered next."""
        chat_id, number = message["chat"]["id"], message["message_id"]
        only_replies = "reply_to_message" in message and message["text"][0] not in "/@"
        asked = Asked(chat_id, number, message["text"], self.clock(), only_replies)
        self._open[chat_id, number] = asked
        if chat_id > 0:
            self._last[chat_id] = asked
        return asked

    def does_something_else(self, chat_id: int) -> None:
        """What is said next in a private chat replies to no question."""
        self._last[chat_id] = None

    def close(self, before: float) -> None:
        """Count what was asked before that moment, and forget it."""
        for key, asked in list(self._open.items()):
            if asked.at < before:
                del self._open[key]
                asked.is_kept = asked.only_replies and self.is_spared(*key)
                self._count(asked)
        for shown, asked in list(self._shown_for.items()):
            if asked.at < before:
                del self._shown_for[shown]

    def _count(self, asked: Asked) -> None:
        fate = asked.fate
        self.fates[fate] += 1
        if asked.offered.is_set():
            self.offers["pressed" if asked.pressed else "not needed"] += 1
        if fate in ("lost", "doubled"):
            shown = [(sent.method, sent.message_id, sent.text[:60]) for sent in asked.shown.values()]
            self.wrong.append(
                f"{fate}: {asked.chat_id}/{asked.message_id} at {asked.at:.0f}, {asked.words!r}: {shown}"
            )
