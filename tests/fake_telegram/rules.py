"""The rules that the server checks before it does anything."""

import re

from tests.fake_telegram.markup import Json

START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
REACTIONS = {"👍", "👎", "❤", "🔥", "👀", "🤔", "👌", "🙏", "✍", "🤷"}
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_SEND = "chat_id message_thread_id reply_parameters reply_markup disable_notification protect_content"
PARAMETERS: dict[str, set[str]] = {
    name: set(words.split())
    for name, words in {
        "getMe": "",
        "getWebhookInfo": "",
        "sendMessage": f"{_SEND} text parse_mode entities link_preview_options",
        "editMessageText": "chat_id message_id inline_message_id text parse_mode entities"
        " link_preview_options reply_markup",
        "editMessageReplyMarkup": "chat_id message_id inline_message_id reply_markup parse_mode",
        "deleteMessage": "chat_id message_id",
        "answerCallbackQuery": "callback_query_id text show_alert url cache_time",
        "answerInlineQuery": "inline_query_id results cache_time is_personal next_offset button",
        "setMyCommands": "commands scope language_code",
        "getMyCommands": "scope language_code",
        "setMyDescription": "description language_code",
        "setMyShortDescription": "short_description language_code",
        "getMyDescription": "language_code",
        "getMyShortDescription": "language_code",
        "sendChatAction": "chat_id message_thread_id action",
        "setMessageReaction": "chat_id message_id reaction is_big",
        "getFile": "file_id",
        "sendDocument": f"{_SEND} document caption parse_mode caption_entities thumbnail"
        " disable_content_type_detection",
        "sendPhoto": f"{_SEND} photo caption parse_mode caption_entities has_spoiler"
        " show_caption_above_media",
        "getChat": "chat_id",
        "getChatMember": "chat_id user_id",
        "getChatAdministrators": "chat_id",
        "leaveChat": "chat_id",
    }.items()
}


class ApiError(Exception):
    """An answer with ``ok: false``."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.parameters = parameters


def bad(description: str) -> ApiError:
    return ApiError(400, f"Bad Request: {description}")


def check_commands(commands: list[Json]) -> None:
    """Refuse a list of commands that the server refuses. Raises ApiError."""
    fits = all(
        re.fullmatch(r"[a-z0-9_]{1,32}", c["command"]) and 1 <= len(c["description"]) <= 256 for c in commands
    )
    if len(commands) > 100 or not fits:
        raise bad("BOT_COMMAND_INVALID")


def check_inline_answer(data: Json) -> None:
    """Refuse an inline answer that the server refuses. Raises ApiError."""
    ids = [result["id"] for result in data["results"]]
    button = data.get("button")
    if len(ids) > 50:
        raise bad("RESULTS_TOO_MUCH")
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    if not all(1 <= len(i.encode()) <= 64 for i in ids):
        raise bad("RESULT_ID_INVALID")
    if len(data.get("next_offset", "").encode()) > 64:
        raise bad("NEXT_OFFSET_INVALID")
    if button and not START_PARAMETER.fullmatch(button.get("start_parameter", "x")):
        raise bad("START_PARAM_INVALID")


def check_button(button: Json) -> None:
    if not button.get("text"):
        raise bad('can\'t parse inline keyboard button: Field "text" must be of type String')
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not re.match(r"(https?|tg)://[^/\s]*\w\.\w|tg://", url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    chosen = button.get("switch_inline_query_chosen_chat")
    if chosen is not None and (len(chosen.get("query", "")) > 256 or not any(_kinds_of_chats(chosen))):
        raise bad("BUTTON_TYPE_INVALID")
    copied = button.get("copy_text")
    if copied and not 1 <= len(copied["text"]) <= 256:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def _kinds_of_chats(chosen: Json) -> list[bool]:
    kinds = ("user", "bot", "group", "channel")
    return [bool(chosen.get(f"allow_{kind}_chats")) for kind in kinds]
