"""A conversation in a terminal: questions that lean on the one before, and words that point at its answer."""

from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module

from bot.basics.limits import LIMITS
from bot.chat.pages.ages import UNDATED, Occasion
from bot.chat.wording.texts import Language, plain
from bot.command.terminal import Printer, console, print_reply, print_sources
from bot.core.answer import Model, answer
from bot.core.asking.follow_up import continued
from bot.core.asking.pointing import Pointing, PointsAt, pointed
from bot.core.index.edition import Edition
from bot.core.nouns import Claim, Span
from bot.core.proving.quote import Quote, prove
from bot.core.replies import Answer, is_talk, together
from bot.languages.interface.messages import Message

_NEIGHBOURS = 3
"""Sentences before and behind a quote that are shown with it."""


def converse(
    edition: Edition,
    model: Model,
    language: Language = Language.ENGLISH,
    full_links: bool = False,
    occasion: Occasion = UNDATED,
) -> int:
    """Answer one question a line until /quit or the end of the input; return the exit code."""
    with suppress(ImportError):  # Windows has none
        import_module("readline")  # gives input() its history
    talk = _Talk(edition, model, Printer(console(), language, full_links, occasion))
    hello = plain(Message.TERMINAL_HELLO, language, count=len(edition.entries))
    talk.printer.line(hello, "bold")
    while (line := _line(plain(Message.TERMINAL_PROMPT, language))) not in (None, "/quit"):
        if line == "/sources":
            print_sources(edition.listed, talk.printer.console, language)
        elif line.startswith("/"):
            talk.printer.line(hello, "bold")
        elif line:
            talk.hear(line)
    return 0


def _among_neighbours(quote: Quote, edition: Edition) -> Quote:
    """Return the quote with the sentences around it, as far as nothing is cut out between them."""
    around = quote.span
    text, sentences = quote.article.text, quote.passage.sentences
    before = [span for span in sentences if span.end <= around.start][-_NEIGHBOURS:]
    behind = [span for span in sentences if span.start >= around.end][:_NEIGHBOURS]
    for span in (*reversed(before), *behind):
        first, second = sorted([span, around], key=lambda one: one.start)
        if not text[first.end : second.start].strip():
            around = Span(first.start, second.end)
    return prove(Claim.of(quote.article, around), edition) or quote


def _line(prompt: str) -> str | None:
    """Return the next line without blanks around it, None at the end of the input or at Control-C."""
    try:
        return input(prompt).strip()
    except (EOFError, KeyboardInterrupt):
        print()  # noqa: T201 (what comes next starts on a line of its own)
        return None


@dataclass(slots=True)
class _Talk:
    """What was asked last and how it was answered, "" and None at the beginning."""

    edition: Edition
    model: Model
    printer: Printer
    question: str = ""
    answered: Answer | None = None
    shown: int = 0
    """How many quotes of the answer were shown."""

    def hear(self, line: str) -> None:
        """Answer a line, or show what it points at of the answer before it."""
        pointing = pointed(line) if self.answered else None
        if self.answered and pointing:
            self._show(self.answered.quotes, pointing)
            return
        question = continued(line, self.question, self.edition.facets, closely=True)
        if question != line:
            told = plain(Message.UNDERSTOOD_AS, self.printer.language, words=self.question)
            self.printer.line(told, "italic")
        reply = answer(question, self.edition, self.model)
        to = self.printer
        print_reply(reply, to.console, to.language, to.full_links, to.occasion)
        if not is_talk(reply):
            whole = together(reply)
            self.question, self.answered = question, whole if isinstance(whole, Answer) else None
            self.shown = LIMITS.asking.quotes

    def _show(self, quotes: tuple[Quote, ...], pointing: Pointing) -> None:
        numbered = list(enumerate(quotes, 1))
        match pointing.at:
            case PointsAt.SOURCE:
                self.printer.source_of(quotes[0])
                return
            case PointsAt.MORE:
                chosen = numbered[self.shown : self.shown + LIMITS.asking.quotes]
                self.shown += len(chosen)
            case PointsAt.SPEAKER | PointsAt.QUOTE:
                of_one = numbered[pointing.quote : pointing.quote + 1]
                chosen = [(number, _among_neighbours(quote, self.edition)) for number, quote in of_one]
        if chosen:
            self.printer.quotes(chosen)
        else:
            self.printer.line(plain(Message.NO_MORE_QUOTES, self.printer.language))
