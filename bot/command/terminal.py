"""Answers in a terminal. Says nothing that the chat's catalogue does not.

Where the output is not a terminal it is plain: no colour, no wrapping, addresses written out.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from bot.basics.limits import LIMITS
from bot.basics.progress import Progress as Told
from bot.basics.progress import silent
from bot.basics.visible import visible
from bot.chat.pages.ages import UNDATED, Occasion, age_note
from bot.chat.pages.citations import facts_of
from bot.chat.pages.notes import above, also_searched_note, figures_among, notes, refusal, unread_note
from bot.chat.wording.texts import Language, plain
from bot.core.nouns import Article, Citation, Listed
from bot.core.proving.forges import opened_at
from bot.core.proving.quote import Quote, cite
from bot.core.proving.showing import PARTED, parts, text_of
from bot.core.proving.text_fragments import quote_link
from bot.core.replies import Abstention, Answer, Reply
from bot.languages.interface.messages import Message
from bot.storage.told import told_of

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from bot.library.parsing.draft import Cutting

_MOMENT = 0.5
"""Seconds that nobody minds to wait without a word."""


class Screen(Console):
    """Shows signs that would command the terminal as marks; the colours are its own."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """Yield what is to be written."""
        for part in super().render(renderable, options):
            yield part if part.control else Segment(visible(part.text), part.style)


def console() -> Console:
    """Return the console of standard output, without rich's guesses about numbers, paths and markup."""
    return Screen(highlight=False, markup=False, emoji=False)


@contextmanager
def paged(screen: Console) -> Iterator[None]:
    """Show what is printed while the block runs page by page, as PAGER does; nowhere but on a terminal."""
    if not (screen.is_terminal and sys.stdin.isatty()):
        yield
        return
    os.environ.setdefault("LESS", "-FRX")  # colours, and no page where all fits on one
    with screen.pager(styles=True, links=True):
        yield


@contextmanager
def progress(quiet: bool = False) -> Iterator[Callable[[str], Told]]:
    """Show, while the block runs, how far its pieces of work are; yield what gives each its bar.

    On standard error, and only where that is a terminal and the work takes longer than a moment.
    """
    screen = Console(stderr=True)
    if quiet or not screen.is_terminal:
        yield lambda _: silent
        return
    with _bars(screen) as bars:
        yield lambda name: _Bar(bars, name)


def _bars(screen: Console) -> "Progress":
    from rich import progress as shown  # noqa: PLC0415 - long to import, and seldom needed

    return shown.Progress(
        shown.TextColumn("{task.description}"),
        shown.BarColumn(),
        shown.MofNCompleteColumn(),
        shown.TextColumn("{task.fields[rate]}"),
        shown.TimeRemainingColumn(),
        console=screen,
        transient=True,
    )


class _Bar:
    """The bar of one piece of work, which appears when that has taken a moment."""

    def __init__(self, bars: "Progress", name: str) -> None:
        self._bars = bars
        self._name = name
        self._begun = 0.0
        self._task: TaskID | None = None

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are done."""
        now = time.monotonic()
        self._begun = self._begun or now
        taken = now - self._begun
        if taken <= _MOMENT:
            return
        if self._task is None:
            self._task = self._bars.add_task(self._name, total=total, rate="")
        self._bars.update(self._task, completed=done, total=total, rate=f"{done / taken:,.0f}/s")


def print_reply(
    reply: Reply,
    console: Console,
    language: Language = Language.ENGLISH,
    full_links: bool = False,
    occasion: Occasion = UNDATED,
) -> None:
    """Print up to three numbered quotes with their sources, or why there is no answer; for each question.

    Where a title cannot be a link, the article's address is written out; with ``full_links`` the sentence's.
    """
    printer = Printer(console, language, full_links, occasion)
    for number, part in enumerate(reply.parts):
        printer.line(
            ("\n" if number else "") + plain(Message.PART_ASKED, language, words=part.question), "bold"
        )
        print_reply(part.reply, console, language, full_links, occasion)
    if reply.parts:
        for line in unread_note(told_of(reply), language):
            printer.line("\n" + line.visible, "italic")
        return
    match reply:
        case Answer():
            printer.answer(reply)
        case Abstention():
            printer.abstention(reply)
        case _:
            assert_never(reply)


def print_sources(
    articles: Sequence[Listed], console: Console, language: Language = Language.ENGLISH
) -> None:
    """Print the articles, numbered, with publisher, date and address."""
    printer = Printer(console, language)
    if not articles:
        printer.line(plain(Message.SOURCES_NONE, language))
    for number, article in enumerate(articles, 1):
        printer.source(cite(article), article.url, f"{number}. ")


def print_article(article: Article, console: Console, language: Language = Language.ENGLISH) -> None:
    """Print where the article comes from and, below, its text as it is quoted."""
    printer = Printer(console, language)
    printer.source(cite(article), article.url, "")
    printer.line("")
    printer.line(article.text)


def print_cut(cut: Sequence["Cutting"], console: Console) -> None:
    """Print what was cut from an article, and as what, in its order."""
    printer = Printer(console, Language.ENGLISH)
    for cutting in cut:
        printer.line(f"{cutting.cut_as.value}: {cutting.text}")
    if not cut:
        printer.line("nothing was cut")


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints replies and sentences of ours."""

    console: Console
    language: Language
    full_links: bool = False
    occasion: Occasion = UNDATED

    @property
    def _is_window(self) -> bool:
        return self.console.is_terminal and not self.console.is_dumb_terminal

    def answer(self, reply: Answer) -> None:
        """Print the first quotes with what is said above and below them."""
        shown = reply.quotes[: LIMITS.asking.quotes]
        told = told_of(reply)
        headings = above(told, shown, self.language)
        for line in headings:
            self.line(line.visible, "bold yellow" if reply.hedged else "bold")
        figures = figures_among(told, list(enumerate(shown, 1)))
        if figures:
            self.line(plain(Message.SOURCES_DIFFER, self.language))
            self.line(PARTED.join(figure.text for figure in figures), "bold")
        if headings or figures:
            self.line("")
        self.quotes(enumerate(shown, 1))
        below = age_note(told, shown, self.occasion, self.language)
        below += notes(told, self.language, compared=bool(figures))
        lines = "\n".join(note.visible for note in below)
        if lines:
            self.line("\n" + lines, "italic")

    def quotes(self, numbered: Iterable[tuple[int, Quote]]) -> None:
        """Print quotes with their numbers and sources, a blank line between them."""
        for place, (number, quote) in enumerate(numbered):
            if place:
                self.line("")
            self._row(Text(f"{number}. ", "bold cyan"), Text(text_of(quote, parts(quote))))
            self.source_of(quote)

    def source_of(self, quote: Quote) -> None:
        """Print where a quote stands, with a link to the sentence where the terminal can hide it."""
        linked = self.full_links or self._is_window
        self.source(quote.citation, quote_link(quote) if linked else quote.citation.url)

    def abstention(self, reply: Abstention) -> None:
        """Print why there is no answer, and where to look."""
        told = told_of(reply)
        for line in (*refusal(reply.reason, told, self.language), *also_searched_note(told, self.language)):
            self.line(line.visible)
        if reply.nearest:
            self.line(plain(Message.NEAREST, self.language))
        for citation in reply.nearest:
            self.source(citation, citation.url)

    def source(self, citation: Citation, url: str, mark: str = "   ") -> None:
        """Print title, publisher, date and page; the address where the terminal cannot link the title."""
        url = opened_at(url)
        linked = bool(url) and self._is_window
        title = Text(citation.name, Style(link=visible(url)) if linked else "")
        facts = ", ".join(facts_of(citation, self.language))
        self._row(Text(mark), Text.assemble(title, Text(f" – {facts}" if facts else "", "dim")))
        if url and not linked:
            self._row(Text(" " * len(mark)), Text(url))

    def line(self, text: str, style: str = "") -> None:
        """Print a sentence of ours."""
        self._row(Text(), Text(text, style))

    def _row(self, mark: Text, body: Text) -> None:
        """Print the mark and beside it the body; only a terminal's window makes it break lines."""
        if not self._is_window:
            self.console.print(Text.assemble(mark, body), soft_wrap=True)
            return
        row = Table.grid()
        row.add_column(no_wrap=True)
        row.add_column(overflow="fold")
        row.add_row(mark, body)
        self.console.print(row)
