"""The Bot API's methods, as strict as the server is."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from tests.fake_telegram.markup import Json, MarkupError, Parsed, parse_html, parse_plain
from tests.fake_telegram.rooms import Rooms, file_json
from tests.fake_telegram.rules import (
    PARAMETERS,
    REACTIONS,
    TOO_OLD,
    ApiError,
    bad,
    check_button,
    check_commands,
    check_inline_answer,
)
from tests.fake_telegram.world import Room, World


@dataclass
class Methods:
    """One coroutine-free function per method; returns the result or raises ApiError."""

    world: World
    complaints: list[str] = field(default_factory=list)
    rewritten: dict[str, str] = field(default_factory=dict)
    """Words -> what this Telegram makes of them on the way; as long as they are."""

    def __post_init__(self) -> None:
        self.rooms = Rooms(self.world)

    def call(self, name: str, data: Json) -> Any:
        """Run the method ``name``. Raises ApiError."""
        if name not in PARAMETERS:
            raise ApiError(404, "Not Found: method not found")
        for unknown in set(data) - PARAMETERS[name]:
            self.complaints.append(f"{name} got the unknown parameter {unknown}")
        snake = re.sub(r"[A-Z]", lambda capital: "_" + capital[0].lower(), name)
        try:
            return getattr(self, snake)(data)
        except MarkupError as error:
            raise bad(str(error)) from None

    def get_me(self, _: Json) -> Json:
        return {
            **self.world.bot.as_json(),
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }

    def send_message(self, data: Json) -> Json:
        room = self.rooms.room(data)
        parsed = self._parse(data, "text")
        return self._send(room, data, {"text": parsed.text, **_entities(parsed)})

    def send_document(self, data: Json) -> Json:
        file = data["document"]
        document = self.rooms.keep(file)
        caption = self._caption(data)
        return self._send(self.rooms.room(data), data, {"document": document, **caption})

    def send_photo(self, data: Json) -> Json:
        photo = {**self.rooms.keep(data["photo"]), "width": 100, "height": 100}
        return self._send(self.rooms.room(data), data, {"photo": [photo], **self._caption(data)})

    def edit_message_text(self, data: Json) -> Json | bool:
        message = self.rooms.own_message(data)
        parsed = self._parse(data, "text")
        new = {"text": parsed.text, **_entities(parsed), **self._markup(data)}
        return self._edit(message, new, ("text", "entities", "reply_markup"), data)

    def edit_message_reply_markup(self, data: Json) -> Json | bool:
        return self._edit(self.rooms.own_message(data), self._markup(data), ("reply_markup",), data)

    def delete_message(self, data: Json) -> bool:
        room = self.rooms.room(data)
        if room.messages.pop(data["message_id"], None) is None:
            raise bad("message to delete not found")
        return True

    def answer_callback_query(self, data: Json) -> bool:
        if self.world.callbacks.get(data["callback_query_id"]) is not False:
            raise bad(TOO_OLD)
        if len(data.get("text", "")) > 200:
            raise bad("MESSAGE_TOO_LONG")
        self.world.callbacks[data["callback_query_id"]] = True
        return True

    def answer_inline_query(self, data: Json) -> bool:
        if self.world.inline.get(data["inline_query_id"]) is not False:
            raise bad(TOO_OLD)
        check_inline_answer(data)
        for result in data["results"]:
            self._check_result(result)
        self.world.inline[data["inline_query_id"]] = True
        return True

    def _check_result(self, result: Json) -> None:
        if result["type"] == "article" and not result.get("title"):
            raise bad("ARTICLE_TITLE_EMPTY")
        content = result["input_message_content"]
        parsed = self._parse(content, "message_text")
        content["parsed"] = {"text": parsed.text, **_entities(parsed)}
        self._markup(result)

    def set_my_commands(self, data: Json) -> bool:
        check_commands(data["commands"])
        self._check_scope(data)
        self.world.commands[_scope(data)] = data["commands"]
        return True

    def get_my_commands(self, data: Json) -> list[Json]:
        self._check_scope(data)
        return self.world.commands.get(_scope(data), [])

    def _check_scope(self, data: Json) -> None:
        scope = data.get("scope") or {}
        if "chat_id" in scope:
            self.rooms.room(scope)

    def set_my_description(self, data: Json) -> bool:
        return self._describe("description", data, 512)

    def set_my_short_description(self, data: Json) -> bool:
        return self._describe("short_description", data, 120)

    def get_my_description(self, data: Json) -> Json:
        return self._described("description", data)

    def get_my_short_description(self, data: Json) -> Json:
        return self._described("short_description", data)

    def _describe(self, name: str, data: Json, limit: int) -> bool:
        if len(data.get(name, "")) > limit:
            raise bad("description is too long")
        self.world.descriptions[name, data.get("language_code", "")] = data.get(name, "")
        return True

    def _described(self, name: str, data: Json) -> Json:
        return {name: self.world.descriptions.get((name, data.get("language_code", "")), "")}

    def send_chat_action(self, data: Json) -> bool:
        self.rooms.check_may_write(self.rooms.room(data))
        self.rooms.check_thread(self.rooms.room(data), data)
        return True

    def set_message_reaction(self, data: Json) -> bool:
        if data["message_id"] not in self.rooms.room(data).messages:
            raise bad("message to react not found")
        for reaction in data.get("reaction", []):
            if reaction["type"] != "emoji" or reaction["emoji"] not in REACTIONS:
                raise bad("REACTION_INVALID")
        return True

    def get_file(self, data: Json) -> Json:
        content = self.world.files.get(data["file_id"])
        if content is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(content) > 20 * 1024 * 1024:
            raise bad("file is too big")
        return {**file_json(data["file_id"], content), "file_path": f"documents/{data['file_id']}"}

    def get_chat(self, data: Json) -> Json:
        return {**self.rooms.room(data).as_json(), "accent_color_id": 0, "max_reaction_count": 11}

    def get_chat_member(self, data: Json) -> Json:
        status = self.rooms.room(data).statuses.get(data["user_id"], "left")
        return self.rooms.member(data["user_id"], status)

    def get_chat_administrators(self, data: Json) -> list[Json]:
        room = self.rooms.room(data)
        if room.type == "private":
            raise bad("there are no administrators in the private chat")
        return [
            self.rooms.member(user, status)
            for user, status in room.statuses.items()
            if status in ("creator", "administrator")
        ]

    def leave_chat(self, data: Json) -> bool:
        self.rooms.room(data).statuses[self.world.bot.id] = "left"
        return True

    def _send(self, room: Room, data: Json, content: Json) -> Json:
        self.rooms.check_may_write(room)
        self.rooms.check_thread(room, data)
        fields = {"from": self.world.bot.as_json(), **content, **self._markup(data)}
        fields |= self.rooms.reply(room, data)
        if "message_thread_id" in data:
            fields |= {"message_thread_id": data["message_thread_id"], "is_topic_message": True}
        return self.world.store(room, fields)

    def _edit(self, message: Json, new: Json, keys: tuple[str, ...], data: Json) -> Json | bool:
        if all(message.get(key) == new.get(key) for key in keys):
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly"
                " the same as a current content and reply markup of the message"
            )
        for key in keys:
            message.pop(key, None)
        message |= new | {"edit_date": int(self.world.clock)}
        return True if "inline_message_id" in data else message

    def _parse(self, data: Json, key: str, limit: int = 4096) -> Parsed:
        parse = parse_html if data.get("parse_mode") == "HTML" else parse_plain
        parsed = parse(data.get(key, ""), limit)
        self.complaints += parsed.complaints
        for words, others in self.rewritten.items():
            parsed = replace(parsed, text=parsed.text.replace(words, others))
        return parsed

    def _caption(self, data: Json) -> Json:
        if not data.get("caption"):
            return {}
        parsed = self._parse(data, "caption", 1024)
        entities = _entities(parsed)
        return {"caption": parsed.text} | ({"caption_entities": entities["entities"]} if entities else {})

    def _markup(self, data: Json) -> Json:
        markup = data.get("reply_markup")
        if not markup:
            return {}
        for row in markup.get("inline_keyboard", []):
            for button in row:
                check_button(button)
        return {"reply_markup": markup} if "inline_keyboard" in markup else {}


def _entities(parsed: Parsed) -> Json:
    return {"entities": parsed.entities} if parsed.entities else {}


def _scope(data: Json) -> str:
    scope = data.get("scope") or {"type": "default"}
    return f"{scope['type']}:{scope.get('chat_id', '')}:{data.get('language_code', '')}"
