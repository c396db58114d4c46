"""Maintainers add, correct and remove articles: seen first, done when the button is pressed."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram import Document, Message, MessageOriginChannel
from telegram.ext.filters import MessageFilter

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.chat.maintainers.desk import Desk, Request
from bot.chat.maintainers.preview import Look, render_preview
from bot.chat.pages.page import Ours
from bot.chat.pages.post import redraw
from bot.chat.wording.markup import NOTHING, join
from bot.chat.wording.texts import text
from bot.languages.interface.messages import Message as Words
from bot.library.corpus.afar.fetching import fetch
from bot.library.corpus.contribution import (
    FIELDS,
    Contribution,
    contributions,
    parse_corrections,
    post,
    write_articles,
)
from bot.library.formats.registry import SUFFIXES
from bot.library.parsing.header import Header, found_header
from bot.library.parsing.problem import Problem
from bot.storage.maintaining.history import Deed
from bot.upkeep import Actor

Fetch = Callable[[str], Coroutine[Any, Any, Contribution]]
Pressed = Callable[[Actor, Message], Coroutine[Any, Any, None]]
Place = tuple[int, int]


class _Correction(MessageFilter):
    """Lets through what replies to a preview."""

    def __init__(self, previews: dict[Place, "Preview"]) -> None:
        super().__init__(name="correction")
        self._previews = previews

    def filter(self, message: Message) -> bool:
        replied = message.reply_to_message
        return bool(message.text and replied and (message.chat.id, replied.message_id) in self._previews)


@dataclass(slots=True)
class Preview:
    """What a message offers to add; ``added`` are the names of its files once they are in the corpus."""

    look: Look
    added: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contributing:
    """Looks at what maintainers send, and puts it into the corpus when they confirm."""

    desk: Desk
    fetch: Fetch = fetch
    previews: dict[Place, Preview] = field(default_factory=dict)

    @property
    def is_correction(self) -> MessageFilter:
        """The filter for replies to previews."""
        return _Correction(self.previews)

    async def offer(self, request: Request) -> None:
        """Look at a document, or at the text of a post."""
        message = request.message
        if message.document:
            await self._document(request, message.document)
            return
        words = message.text or message.caption or ""
        if words.strip():
            given = await asyncio.to_thread(post, words, _origin(message))
            await self._show(request, [given])

    async def add(self, request: Request) -> None:
        """Look at what an address, a document or the message that is replied to holds."""
        replied = request.message.reply_to_message
        if request.message.document:
            await self._document(request, request.message.document)
        elif request.words:
            await self.show_page(request, request.words.split()[0], self.fetch)
        elif replied and (replied.document or replied.text):
            await self.offer(Request(request.actor, replied, "", request.language))
        else:
            await request.tell(Words.ADD_USAGE, formats=" ".join((*SUFFIXES, ".zip")))

    async def edit(self, request: Request) -> None:
        """Correct a preview that is replied to, or an article that the first line names."""
        name, corrections = _named(request.words)
        preview = self._preview_of(request.message.reply_to_message)
        try:
            fields = parse_corrections(corrections)
            if name:
                await self._correct(request, name, fields)
            elif preview is None:
                await request.tell(Words.EDIT_USAGE, fields=", ".join(FIELDS))
            elif preview.added:
                await self._correct(request, preview.added[0], fields)
            else:
                await self._correct_preview(request, preview, fields)
        except ArticleError as error:
            await request.tell(Words.ADD_REFUSED, name=name or "/edit", problem=error.sentence)

    async def remove(self, request: Request) -> None:
        """Ask whether an article is to be removed."""
        if not request.words:
            await request.tell(Words.REMOVE_USAGE)
            return
        article = self.desk.upkeep.article(request.words)
        if article is None:
            await request.tell(Words.ARTICLE_UNKNOWN, name=request.words[:100])
            return
        quoted = await self.desk.upkeep.quoted(article)
        name, language = article.title or article.id, request.language
        words = text(Words.REMOVE_CONFIRM, language, name=name, file=article.file, count=len(quoted))
        readers = await self.desk.upkeep.readers(quoted)
        told = text(Words.REPORT_CORRECTIONS, language, count=readers) if readers else NOTHING
        await self.desk.confirm(
            request, Ours(join([words, told], "\n")), self._removing(request, article.file)
        )

    def _removing(self, request: Request, file: str) -> Pressed:
        async def do(actor: Actor, message: Message) -> None:
            again = Request(actor, message, "", request.language)
            await self.desk.follow(again, self.desk.upkeep.remove(actor, file), again=do)

        return do

    async def _document(self, request: Request, document: Document) -> None:
        name = document.file_name or "document"
        if (document.file_size or 0) > LIMITS.files.one:
            await request.tell(Words.ADD_TOO_LARGE, megabytes=LIMITS.files.one // 1_000_000)
            return
        file = await document.get_file()
        data = await file.download_as_bytearray()
        given, problems = await asyncio.to_thread(lambda: contributions(name, bytes(data)))
        await self._show(request, list(given), problems)

    async def show_page(self, request: Request, url: str, fetch: Fetch) -> bool:
        """Show a page as something to add; tell whether it could be fetched."""
        try:
            given = await fetch(url)
        except ArticleError as error:
            await request.tell(Words.ADD_REFUSED, name=url[:200], problem=error.sentence)
            return False
        await self._show(request, [given])
        return True

    async def _show(
        self, request: Request, given: list[Contribution], problems: tuple[Problem, ...] = ()
    ) -> None:
        look = await asyncio.to_thread(Look.at, given, problems)
        current = self.desk.upkeep.shelf.current
        page = await asyncio.to_thread(render_preview, look, current, request.language)
        if not look.given:
            await request.say(page)
            return
        preview = Preview(look)
        sent = await self.desk.confirm(request, page, self._adding(request, preview))
        while len(self.previews) >= LIMITS.waiting.previews:
            self.previews.pop(next(iter(self.previews)))
        self.previews[sent.chat.id, sent.message_id] = preview

    def _adding(self, request: Request, preview: Preview) -> Pressed:
        async def do(actor: Actor, message: Message) -> None:
            names: list[str] = []

            def write() -> None:
                corpus = self.desk.upkeep.shelf.corpus
                names.extend(write_articles(corpus, preview.look.given))

            wanted = ", ".join(given.name for given in preview.look.given)
            again = Request(actor, message, "", request.language)
            work = self.desk.upkeep.change(actor, Deed("add", actor.id, wanted), write)
            if await self.desk.follow(again, work, again=do) is not None:
                preview.added = tuple(names)
                await again.tell(Words.ADDED, file=", ".join(names)[:1000])

        return do

    async def _correct_preview(self, request: Request, preview: Preview, fields: Header) -> None:
        look = await asyncio.to_thread(preview.look.corrected, fields)
        preview.look = look
        current = self.desk.upkeep.shelf.current
        page = await asyncio.to_thread(render_preview, look, current, request.language)
        place = request.message.reply_to_message
        if place:
            keyboard = self.desk.waiting.keyboard(
                self._adding(request, preview), Words.BUTTON_CONFIRM, request.language, request.actor.id
            )
            await redraw(place, page, keyboard)

    async def _correct(self, request: Request, name: str, fields: Header) -> None:
        article = self.desk.upkeep.article(name)
        if article is None:
            await request.tell(Words.ARTICLE_UNKNOWN, name=name[:100])
            return

        work = self.desk.upkeep.correct(request.actor, article, fields)
        if await self.desk.follow(request, work) is not None:
            changed = ", ".join(fields.model_fields_set)
            await request.tell(Words.EDITED, file=article.file, fields=changed)

    def _preview_of(self, message: Message | None) -> Preview | None:
        return self.previews.get((message.chat.id, message.message_id)) if message else None


def _named(words: str) -> tuple[str, str]:
    """Return the article that the first line names, if it is no correction itself, and the rest."""
    first, _, rest = words.strip().partition("\n")
    return ("", words) if ":" in first else (first.strip(), rest)


def _origin(message: Message) -> Header:
    """Return what is known of a forwarded post: a channel's name and the address there; never a person's."""
    origin = message.forward_origin
    if not isinstance(origin, MessageOriginChannel):
        return found_header({"published": origin.date.date().isoformat()} if origin else {})
    chat = origin.chat
    return found_header(
        {
            "publisher": chat.title,
            "published": origin.date.date().isoformat(),
            "url": f"https://t.me/{chat.username}/{origin.message_id}" if chat.username else "",
        }
    )
