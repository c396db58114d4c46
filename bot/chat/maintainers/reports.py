"""What maintainers look back on: state, history, what was not answered, use in figures."""

import asyncio
import os
import platform
import resource
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import islice, pairwise
from pathlib import Path

from bot.basics.limits import LIMITS
from bot.chat.maintainers.chart import MOST_ROWS, can_draw, draw_months
from bot.chat.maintainers.desk import Request
from bot.chat.maintainers.reload_report import refused_line, short_id
from bot.chat.pages.differing import Change, render_change
from bot.chat.pages.page import Ours, checked
from bot.chat.pages.post import show
from bot.chat.wording.markup import NOTHING, Html, join, shortened
from bot.chat.wording.texts import Language, plain, text
from bot.core.asking.alike import group_questions
from bot.core.index.edition import Edition
from bot.core.proving.difference import difference
from bot.core.proving.quote import cite
from bot.core.replies import NO_GAPS
from bot.languages.interface.messages import Message as Words
from bot.languages.interface.saying import Said, say
from bot.library.editions.past import Past
from bot.library.editions.shelf import Shelf
from bot.library.parsing.draft import article_id
from bot.storage.figures import Quoted
from bot.storage.journal import Journal
from bot.storage.maintaining.history import Deed
from bot.upkeep import Upkeep

_LINES = 20
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Reports:
    """Tells maintainers how the bot is and was used; never who asked."""

    upkeep: Upkeep
    journal: Journal
    past: Past
    kept_days: int

    async def status(self, request: Request) -> None:
        """Tell edition, size, age and versions."""
        shelf = self.upkeep.shelf
        edition = shelf.current
        versions = f"{version('quoth')} (python-telegram-bot {version('python-telegram-bot')}"
        await request.tell(
            Words.STATUS,
            edition=short_id(edition.id),
            articles=len(edition.entries),
            passages=len(edition.passages),
            reloaded=_moment(shelf.read_at.timestamp()),
            started=_moment(self.upkeep.started),
            meaning=_meaning(shelf),
            megabytes=_megabytes(),
            version=f"{versions}, Python {platform.python_version()})",
        )

    async def history(self, request: Request) -> None:
        """Tell who changed what, or what has changed in the article that is named."""
        if request.words:
            await self._history_of(request)
            return
        deeds = await self.upkeep.history.last(_LINES)
        if not deeds:
            await request.tell(Words.HISTORY_EMPTY)
            return
        lines = [deed_line(done_at, deed, request.language) for done_at, deed in deeds]
        await request.say(Ours(join([text(Words.HISTORY_HEADING, request.language), *lines], "\n")))

    async def _history_of(self, request: Request) -> None:
        """Tell what has changed in an article, also in one that is there no more."""
        name, number = self._asked_for(request.words)
        article = self.upkeep.article(name)
        id_, file = (article.id, article.file) if article else (article_id(name), name)
        changes = list(pairwise(await asyncio.to_thread(self.past.versions, id_, file)))
        if changes:
            number = min(max(number, 1), len(changes))
            newer, older = changes[number - 1]
            found = await asyncio.to_thread(difference, older.article, newer.article)
            change = Change(name, number, len(changes), newer.since.date())
            await request.say(checked(render_change(change, found, request.language), *found.editions))
        elif article:
            await request.tell(Words.PAGE_NO_HISTORY)
        else:
            await request.tell(Words.ARTICLE_UNKNOWN, name=name[:100])

    def _asked_for(self, words: str) -> tuple[str, int]:
        """Return the name of an article, and which of its changes is asked for, the newest being 1."""
        name, _, number = words.strip().rpartition(" ")
        if name and number.isdecimal() and self.upkeep.article(words.strip()) is None:
            return name.strip(), int(number[:6])
        return words.strip(), 1

    async def since(self, moment: float, language: Language) -> Ours | None:
        """Return what was changed and what was not answered since a moment, None where nothing was."""
        deeds = await self.upkeep.history.since(moment, _LINES)
        gaps = await gap_groups(self.journal, self.upkeep.shelf.current, moment)
        if not deeds and not gaps:
            return None
        problems = self.upkeep.problems
        lines = [
            text(Words.NOTICES_HEADING, language, moment=_moment(moment)),
            *(deed_line(done_at, deed, language) for done_at, deed in deeds),
            *([text(Words.REPORT_REFUSED, language, count=len(problems))] if problems else []),
            *(refused_line(problem, language) for problem in problems[:_LINES]),
            *([text(Words.NOTICES_GAPS, language, count=len(gaps))] if gaps else []),
            *(_gap_line(question, count, language) for question, count in gaps[:_LINES]),
        ]
        return Ours(as_many_as_fit(lines, language))

    async def gaps(self, request: Request) -> None:
        """Tell what was asked and not answered, similar wordings together."""
        groups = await gap_groups(self.journal, self.upkeep.shelf.current)
        if not groups:
            await request.tell(Words.GAPS_EMPTY, days=self.kept_days)
            return
        lines = [_gap_line(question, count, request.language) for question, count in groups[:_LINES]]
        heading = text(Words.GAPS_HEADING, request.language, days=self.kept_days)
        await request.say(Ours(join([heading, *lines], "\n")))

    async def stats(self, request: Request) -> None:
        """Tell the use in figures, and show the sources of each month in a picture."""
        counted = await self.upkeep.figures.counted()
        if not counted.questions:
            await request.tell(Words.STATS_EMPTY, days=self.kept_days)
            return
        use = text(
            Words.STATS,
            request.language,
            days=self.kept_days,
            questions=counted.questions,
            answered=counted.answered,
            share=counted.share,
            useful=counted.useful,
            not_useful=counted.not_useful,
        )
        table = months_of(await self.upkeep.figures.quoted(), self.upkeep.shelf.current)
        await request.say(Ours(join([use, _top(table, request.language)], "\n\n")))
        if table.names and can_draw():
            picture = await asyncio.to_thread(draw_months, table.months, table.rows)
            await show(request.message, picture)


def deed_line(done_at: float, deed: Deed, language: Language) -> Html:
    """Return who did what when, and which edition led to which, on one line."""
    return text(
        Words.HISTORY_LINE,
        language,
        moment=_moment(done_at),
        who=str(deed.actor_id or "—"),
        action=shortened(_action(deed), _LONGEST),
        before=short_id(deed.from_edition),
        after=short_id(deed.to_edition),
    )


def as_many_as_fit(lines: Sequence[Html], language: Language) -> Html:
    """Return the first lines, as many as a message holds, and how many there are besides."""
    for shown in range(len(lines), 0, -1):
        left = len(lines) - shown
        more = [text(Words.HISTORY_NOT_SHOWN, language, count=left)] if left else []
        if (whole := join([*lines[:shown], *more], "\n")).fits:
            return whole
    return NOTHING


async def gap_groups(journal: Journal, edition: Edition, since: float = 0.0) -> list[tuple[str, int]]:
    """Return what was asked and not answered, with how often, most often first. Raises StorageError.

    ``since`` is the moment from which on it counts, in seconds since 1970.
    """
    others = {reason.value for reason in NO_GAPS}
    gaps = [gap for gap in await journal.gaps() if gap.reason not in others and gap.asked_at > since]
    asked = [gap.question for gap in gaps[: LIMITS.asking.gaps]]
    return await asyncio.to_thread(group_questions, asked, edition.languages) if asked else []


def _gap_line(question: str, count: int, language: Language) -> Html:
    return text(Words.GAPS_LINE, language, count=count, question=shortened(question, _LONGEST))


@dataclass(frozen=True, slots=True)
class Months:
    """How often each source was quoted in each month; a name of "" stands for all others."""

    months: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]


def months_of(quoted: list[Quoted], edition: Edition) -> Months:
    """Return the most quoted publishers, most first, the others as one; a title stands in for a publisher."""
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for row in quoted:
        article = edition.article(row.article_id)
        name = (article.publisher or cite(article).name) if article else row.article_id
        counts[name, row.month] += row.answers
        totals[name] += row.answers
    months = sorted({month for _, month in counts})
    names = [name for name, _ in totals.most_common()]
    shown = names if len(names) <= MOST_ROWS else names[: MOST_ROWS - 1]
    rows = [tuple(counts[name, month] for month in months) for name in shown]
    if others := list(islice(names, len(shown), None)):
        rows.append(tuple(sum(counts[name, month] for name in others) for month in months))
    return Months(tuple(months), (*shown, *[""] * bool(others)), tuple(rows))


def _top(table: Months, language: Language) -> Html:
    """Return the sources by the numbers that they have in the picture; nothing where there are none."""
    if not table.names:
        return NOTHING
    lines = [text(Words.STATS_TOP_SOURCES, language)]
    for number, (name, row) in enumerate(zip(table.names, table.rows, strict=True), 1):
        shown = shortened(name, 60) or plain(Words.STATS_OTHERS, language)
        lines.append(text(Words.STATS_LINE, language, number=number, name=shown, count=sum(row)))
    return join(lines, "\n")


def _action(deed: Deed) -> str:
    words = (word[:8] if len(word) == 64 else word for word in deed.details.split())
    return " ".join([deed.name, *words])


def _moment(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M} UTC"


def _meaning(shelf: Shelf) -> Said:
    """Return whether what serves is searched by meaning too, or how far that is."""
    done, total = shelf.encoded_so_far
    if encoded := shelf.current.encoded:
        return say(Words.STATUS_MEANING, encoder=encoded.encoder.name)
    return say(Words.STATUS_FOLLOWS, done=done, count=total) if shelf.encoding else say(Words.STATUS_WORDS)


def _megabytes() -> int:
    """Return the resident memory; where the system does not tell it, the most that it ever was."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") // 1_000_000
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
