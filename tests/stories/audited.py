"""The audit of all that the bot showed to people in a story: messages, pop-ups, buttons, inline results."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from bot.core.nouns import Article
from tests.fake_telegram import FakeTelegram, Sent
from tests.transcript_audit import audit


@asynccontextmanager
async def telegram_that_quotes(*texts: str) -> AsyncIterator[FakeTelegram]:
    """A Telegram that never had to correct anything; and nothing was quoted but parts of these texts."""
    async with FakeTelegram() as fake:
        yield fake
    assert fake.server.methods.complaints == []
    quoted = [quote for sent in fake.transcript for quote in sent.quotes]
    assert [quote for quote in quoted if not any(quote in text for text in texts)] == []


def strange_words(telegram: FakeTelegram, articles: Iterable[Article]) -> list[str]:
    """Return all that is neither the articles' words, nor a citation, nor in our catalogue."""
    sources, said = list(articles), list(_said(telegram))
    found: list[str] = []
    for sent in telegram.transcript:
        found += audit(sent.text, sent.quotes, sources, said)
        labels = {*(button["text"] for button in sent.buttons), *sent.keys}
        for label in labels - {article.title for article in sources}:
            found += [] if label.isdigit() else audit(label, [], sources, said)
        found += _strange_list_entry(sent, sources)
    return found


def _strange_list_entry(sent: Sent, sources: list[Article]) -> list[str]:
    """Look at the line that stands for an inline result before it is chosen."""
    title, description = sent.message.get("title", ""), sent.message.get("description", "")
    if sent.method != "answerInlineQuery":
        return []
    if title.startswith("…"):  # it begins with the first word that no other row has
        title = f"{title.strip('…')}…"
    whole = title if title.endswith("…") else sent.quotes[0]
    return audit(whole, [] if title.endswith("…") else [whole], sources) + audit(description, [], sources)


def _said(telegram: FakeTelegram) -> Iterable[str]:
    """Return what people wrote, and the names of people and chats."""
    yield f"@{telegram.bot.username}"
    yield from (person.first_name for person in telegram.world.people.values())
    yield from (room.title for room in telegram.world.rooms.values())
    for room in telegram.world.rooms.values():
        for message in room.messages.values():
            if message.get("from", {}).get("id") != telegram.bot.id:
                yield str(message.get("text", ""))
