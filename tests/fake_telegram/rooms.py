"""Where a call goes: chats, topics, replies, members, and whether the bot may."""

from dataclasses import dataclass

from tests.fake_telegram.markup import Json
from tests.fake_telegram.rules import ApiError, bad
from tests.fake_telegram.world import Room, World


@dataclass
class Rooms:
    """Finds what a call names, or raises the ApiError that the server would."""

    world: World

    def room(self, data: Json) -> Room:
        room = self.world.rooms.get(data["chat_id"])
        if room is None:
            raise bad("chat not found")
        if room.migrated_to:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=room.migrated_to,
            )
        status = room.statuses.get(self.world.bot.id, "member")
        if status in ("kicked", "left"):
            raise ApiError(403, f"Forbidden: bot was kicked from the {room.type} chat")
        return room

    def check_may_write(self, room: Room) -> None:
        if room.blocked_by_user:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if not room.started:
            raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
        if not room.bot_may_write:
            raise bad("not enough rights to send text messages to the chat")

    def check_thread(self, room: Room, data: Json) -> None:
        thread = data.get("message_thread_id")
        if thread is None:
            return
        if not room.is_forum or thread == 1 or thread not in room.topics:
            raise bad("message thread not found")
        if room.topics[thread] == "closed":
            raise bad("TOPIC_CLOSED")

    def reply(self, room: Room, data: Json) -> Json:
        reply = data.get("reply_parameters")
        if not reply:
            return {}
        original = room.messages.get(reply["message_id"])
        if original is None:
            if reply.get("allow_sending_without_reply"):
                return {}
            raise bad("message to be replied not found")
        quote = reply.get("quote", "")
        if quote not in (original.get("text") or original.get("caption") or "") or len(quote) > 1024:
            raise bad("QUOTE_TEXT_INVALID")
        thread = original.get("message_thread_id") if original.get("is_topic_message") else None
        if thread and room.topics.get(thread) == "closed":
            raise bad("TOPIC_CLOSED")
        fields = self.world.reply_fields(room, reply["message_id"])
        if quote:
            fields["quote"] = {"text": quote, "position": reply.get("quote_position", 0), "is_manual": True}
        return {**fields, "is_topic_message": True, "message_thread_id": thread} if thread else fields

    def own_message(self, data: Json) -> Json:
        if inline_id := data.get("inline_message_id"):
            if inline_id not in self.world.inline_messages:
                raise bad("MESSAGE_ID_INVALID")
            return self.world.inline_messages[inline_id]
        message = self.room(data).messages.get(data["message_id"])
        if message is None:
            raise bad("message to edit not found")
        if message.get("from", {}).get("id") != self.world.bot.id:
            raise bad("message can't be edited")
        return message

    def member(self, user_id: int, status: str) -> Json:
        person = self.world.people.get(user_id) or self.world.bot
        member: Json = {"user": person.as_json(), "status": status}
        if status in ("creator", "administrator"):
            member["is_anonymous"] = False
        if status == "kicked":
            member["until_date"] = 0
        if status == "restricted":
            rights = (
                "can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos"
                " can_send_video_notes can_send_voice_notes can_send_polls can_send_other_messages"
                " can_add_web_page_previews can_change_info can_invite_users can_pin_messages"
                " can_edit_tag can_react_to_messages can_manage_topics"
            )
            member |= {"is_member": True, "until_date": 0, **dict.fromkeys(rights.split(), False)}
        if status == "administrator":
            rights = (
                "can_be_edited can_manage_chat can_delete_messages can_manage_video_chats"
                " can_restrict_members can_promote_members can_change_info can_invite_users"
                " can_post_stories can_edit_stories can_delete_stories"
            )
            member |= dict.fromkeys(rights.split(), True)
        return member

    def keep(self, content: bytes) -> Json:
        file_id = f"file{next(self.world.keys)}"
        self.world.files[file_id] = content
        named = {"file_name": content.name} if isinstance(content, Upload) else {}
        return {**file_json(file_id, content), **named}


class Upload(bytes):
    """The content of a file that the bot sends, and what it calls the file."""

    name: str

    def __new__(cls, content: bytes, name: str) -> "Upload":
        upload = super().__new__(cls, content)
        upload.name = name
        return upload


def file_json(file_id: str, content: bytes) -> Json:
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(content)}
