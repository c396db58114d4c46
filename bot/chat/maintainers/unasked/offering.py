"""What was found on the pages of articles: shown to maintainers, who decide whether it goes in."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import Bot, Message

from bot.basics.errors import ArticleError
from bot.basics.limits import DAY
from bot.chat.maintainers.contributing import Contributing
from bot.chat.maintainers.desk import Desk, Request
from bot.chat.maintainers.waiting import OnConfirm
from bot.chat.pages.buttons import Decide, below_entries, below_finding
from bot.chat.pages.citations import composed, isolated, title_of
from bot.chat.pages.differing import render_difference
from bot.chat.pages.page import Ours, checked
from bot.chat.pages.post import Sendable, send
from bot.chat.wording.markup import Html, escape, join, link, shortened
from bot.chat.wording.texts import Language, language_of, text
from bot.core.nouns import Article
from bot.core.proving.forges import opened_at
from bot.core.proving.quote import cite
from bot.languages.interface.messages import Message as Words
from bot.library.corpus.afar.politeness import Polite
from bot.library.corpus.afar.refreshing import said_otherwise
from bot.library.corpus.contribution import Contribution
from bot.storage.maintaining.discoveries import Discoveries, Discovery, Sort
from bot.storage.maintaining.keepers import Keeper, Keepers
from bot.upkeep import Actor

_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Offering:
    """Shows each maintainer what was found, once, and lets the first who decides decide."""

    desk: Desk
    contributing: Contributing
    polite: Polite
    findings: Discoveries
    keepers: Keepers

    async def tell(self, bot: Bot, keeper: Keeper) -> None:
        """Tell what somebody has not been told yet, some at a time. Raises TelegramError, StorageError."""
        language = language_of(keeper.language)
        for finding in await self.findings.after(keeper.seen):
            if finding.sort is Sort.CHANGED:
                page = await self._change(finding, language)
                if page:
                    await send(bot, keeper.user_id, page, keyboard=below_finding(finding.id, language))
            elif page := self._state(finding, language):
                await send(bot, keeper.user_id, page)
            await self.keepers.change(keeper.user_id, seen=finding.id)

    async def offer(self, bot: Bot, keeper: Keeper, now: float) -> None:
        """Offer what lists have named anew, some in one message; more a day later, or once these are decided.

        Raises TelegramError, StorageError.
        """
        new = await self.findings.entries(keeper.offered)
        was_lately = 0 <= now - keeper.offered_at < DAY
        if not new or (was_lately and await self.findings.has_entries(keeper.offered)):
            return
        language = language_of(keeper.language)
        keyboard = below_entries([entry.id for entry in new], language)
        await send(bot, keeper.user_id, _entries(new, language), keyboard=keyboard)
        await self.keepers.change(keeper.user_id, offered=new[-1].id, offered_at=now)

    async def decide(self, request: Request, decision: Decide, finding: Discovery) -> None:
        """Let the page take the article's place, or leave all as it is."""
        if finding.sort is Sort.ENTRY:
            if await self.contributing.show_page(request, finding.url, self.polite.page):
                await self.findings.settle(finding.id)
            return
        article = self.desk.upkeep.article(finding.article)
        if not decision.take:
            await self.findings.settle(finding.id)
            await request.tell(Words.REFRESH_KEPT)
        elif article is None or article.revision != finding.about:
            await request.tell(Words.FILES_CHANGED_SINCE)
        else:
            given = Contribution(finding.name, finding.data)
            work = self.desk.upkeep.take_page(request.actor, article, given)
            again = self._again(request.language, decision)
            if await self.desk.follow(request, work, again=again) is not None:
                await self.findings.settle(finding.id)

    def _again(self, language: Language, decision: Decide) -> OnConfirm:
        async def again(actor: Actor, message: Message) -> None:
            finding = await self.findings.get(decision.finding)
            if finding:
                await self.decide(Request(actor, message, "", language), decision, finding)

        return again

    async def _change(self, finding: Discovery, language: Language) -> Sendable | None:
        """Return what a page says otherwise than its article; None where nothing is left to decide."""
        article = self.desk.upkeep.article(finding.article)
        if article is None:
            return None
        try:
            found = await asyncio.to_thread(said_otherwise, article, Contribution(finding.name, finding.data))
        except ArticleError:
            return None
        if not found:
            return None
        await self.findings.shown(finding.id, article.revision)
        heading = words_of(finding, article, language)
        return checked(render_difference(found, heading, language), *found.editions)

    def _state(self, finding: Discovery, language: Language) -> Sendable | None:
        article = self.desk.upkeep.article(finding.article)
        return Ours(words_of(finding, article, language)) if article else None


def words_of(finding: Discovery, article: Article, language: Language) -> Html:
    """Return what was found about an article's page, in one line."""
    name = _linked(article)
    match finding.sort:
        case Sort.CHANGED:
            return text(Words.REFRESH_CHANGED, language, name=name)
        case Sort.GONE:
            return text(Words.REFRESH_GONE, language, name=name, status=finding.about)
        case Sort.MOVED:
            return text(Words.REFRESH_MOVED, language, name=name, url=finding.about)
        case _:
            return text(Words.REFRESH_CLOSED, language, name=name)


def _entries(entries: Sequence[Discovery], language: Language) -> Ours:
    """Return the pages by their titles, as links; as the sources of articles they are no quotes."""
    named = (isolated(shortened(composed(entry.about or entry.url), _LONGEST_TITLE)) for entry in entries)
    lines = [
        join([escape(f"{number}. "), link(name, entry.url)])
        for number, (name, entry) in enumerate(zip(named, entries, strict=True), 1)
    ]
    return Ours(join([text(Words.FOLLOW_NEW, language, count=len(entries)), *lines], "\n"))


def _linked(article: Article) -> Html:
    return link(title_of(cite(article)), opened_at(article.url))
