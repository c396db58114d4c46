"""Everything that the bot said, in order, for stories and audits."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from tests.fake_telegram.markup import Json, slice_utf16


@dataclass(frozen=True)
class Sent:
    """One message, edit, inline result or pop-up that a person can read."""

    method: str
    text: str
    source: str
    """What the bot sent, with its markup."""
    chat_id: int = 0
    message_id: int = 0
    entities: tuple[Json, ...] = ()
    message: Json = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    """The keyboard that takes the place of the person's own."""

    @property
    def quotes(self) -> list[str]:
        """The texts of the blockquotes."""
        kinds = ("blockquote", "expandable_blockquote")
        return [self.covered(e) for e in self.entities if e["type"] in kinds]

    @property
    def links(self) -> dict[str, str]:
        """Shown text -> address."""
        return {self.covered(e): e["url"] for e in self.entities if e["type"] == "text_link"}

    @property
    def buttons(self) -> list[Json]:
        """All buttons, row by row."""
        rows = self.message.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def replies_to(self) -> int | None:
        """The id of the message that this one replies to."""
        reply = self.message.get("reply_to_message")
        return int(reply["message_id"]) if reply else None

    @property
    def about(self) -> str:
        """The part of that message that it replies to, "" for all of it."""
        return str(self.message.get("quote", {}).get("text", ""))

    @property
    def thread(self) -> int | None:
        """The topic's id, None in General and where there are no topics."""
        return self.message.get("message_thread_id") if self.message.get("is_topic_message") else None

    def button(self, text: str) -> Json:
        """The button whose label contains ``text``. Raises AssertionError."""
        for button in self.buttons:
            if text.casefold() in button["text"].casefold():
                return button
        raise AssertionError(f"no button {text!r} among {[b['text'] for b in self.buttons]}")

    def covered(self, entity: Json) -> str:
        """The text that ``entity`` covers."""
        return slice_utf16(self.text, entity["offset"], entity["length"])


class Transcript(list[Sent]):
    """All that was sent, oldest first; ``in_chat`` has the same per chat."""

    def __init__(self) -> None:
        super().__init__()
        self.in_chat: dict[int, list[Sent]] = defaultdict(list)

    def add(self, method: str, data: Json, result: Any) -> None:
        """Keep what a call showed to people."""
        if isinstance(result, dict) and "chat" in result:
            sent = _sent(method, data, result)
            self.append(sent)
            self.in_chat[sent.chat_id].append(sent)
        elif method == "answerCallbackQuery" and data.get("text"):
            self.append(Sent(method, data["text"], data["text"]))
        elif method == "answerInlineQuery":
            for found in data["results"]:
                self._add_inline(method, found)
        elif "inline_message_id" in data and "text" in data:
            self.append(Sent(method, data["text"], data["text"]))

    def _add_inline(self, method: str, found: Json) -> None:
        content = found["input_message_content"]
        parsed = content["parsed"]
        self.append(
            Sent(
                method,
                parsed["text"],
                content["message_text"],
                entities=tuple(parsed.get("entities", [])),
                message=found,
            )
        )


def _sent(method: str, data: Json, message: Json) -> Sent:
    text = "text" if "text" in message else "caption"
    entities = "entities" if "text" in message else "caption_entities"
    return Sent(
        method,
        text=str(message.get(text, "")),
        source=str(data.get(text, "")),
        chat_id=data["chat_id"],
        message_id=message["message_id"],
        entities=tuple(message.get(entities, ())),
        message=dict(message),
        keys=tuple(key["text"] for row in data.get("reply_markup", {}).get("keyboard", ()) for key in row),
    )
