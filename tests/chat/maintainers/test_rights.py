from datetime import UTC, datetime

from telegram import Chat, Message, User

from bot.chat.maintainers.rights import Rights

AYA = User(7, "Aya", is_bot=False)
RIGHTS = Rights(frozenset({7, 9}))


def written(author: User | None, sender_chat: Chat | None = None) -> Message:
    return Message(
        1,
        datetime.now(UTC),
        Chat(-1, "supergroup"),
        from_user=author,
        sender_chat=sender_chat,
        text="/reload",
    )


def test_a_maintainer_is_known_by_the_id_alone() -> None:
    actor = RIGHTS.writer(written(AYA))
    assert actor is not None
    assert (actor.id, actor.name) == (7, "Aya")
    assert RIGHTS.writer(written(User(8, "Aya", is_bot=False))) is None
    assert RIGHTS.writer(written(None)) is None


def test_a_bot_is_no_maintainer() -> None:
    assert RIGHTS.actor(User(9, "Robot", is_bot=True)) is None


def test_what_is_written_in_the_name_of_a_chat_is_no_maintainers() -> None:
    assert RIGHTS.writer(written(AYA, Chat(-1, "supergroup"))) is None
    assert RIGHTS.writer(written(AYA, Chat(-2, "channel"))) is None
