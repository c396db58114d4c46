"""Misuses that mypy refuses. Each ``type: ignore`` names its error; one too many is an error itself.

Nothing here runs: the lint step reads it (``warn_unused_ignores``).
"""

from dataclasses import replace

from telegram import Message as TelegramMessage

from bot.basics.errors import ArticleError, CorpusError
from bot.chat.pages.page import Checked, Ours, Page, Shown, carries, checked
from bot.chat.pages.post import Post, content, redraw, reply
from bot.chat.pages.post import send as send_to
from bot.chat.pages.render import render_context, render_quotes
from bot.chat.wording.markup import Html, blockquote, bold, code, escape, link
from bot.chat.wording.texts import Language, text
from bot.core.index.edition import Edition
from bot.core.nouns import Citation, Claim, Passage, Span
from bot.core.proving.quote import Quote, prove
from bot.core.replies import Abstention, Answer, Reason
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import say
from bot.library.parsing.problem import Problem
from bot.storage.told import NOTHING_TOLD


def send(message: Html) -> None:
    """Any function that sends: it takes Html, and a string is none."""


def an_answer_needs_a_quote(claim: Claim, citation: Citation, quote: Quote) -> None:
    Answer()  # type: ignore[call-arg]
    Answer("x", (), 0.5)  # type: ignore[arg-type]
    Answer(None, (), 0.5)  # type: ignore[arg-type]
    Answer(claim, (), 0.5)  # type: ignore[arg-type]
    Answer(citation, (), 0.5)  # type: ignore[arg-type]
    Answer(quote, ("and so on",), 0.5)  # type: ignore[arg-type]
    Answer(quote, (), 0.5, text="In short, yes.")  # type: ignore[call-arg]
    Answer(quote, (), 0.5).lead = quote  # type: ignore[misc]


class Rumour(Quote):  # type: ignore[misc]
    """A kind of quote that nobody proves."""


def a_quote_is_a_place_that_only_prove_makes(
    passage: Passage, quote: Quote, claim: Claim, edition: Edition
) -> None:
    Quote(text="They agreed.")  # type: ignore[call-arg]
    Quote(passage, Span(0, 1))  # type: ignore[call-arg]
    Quote(passage, Span(0, 1), edition.id, None)  # type: ignore[arg-type]
    quote.text = "They agreed."  # type: ignore[misc]
    quote.span = Span(0, 2)  # type: ignore[misc]
    replace(quote, span=Span(0, 2))  # type: ignore[call-arg]
    prove("They agreed.", edition)  # type: ignore[arg-type]
    verified: Quote = prove(claim, edition)  # type: ignore[assignment]
    Answer(verified, (), 0.5)
    Answer(prove(claim, edition), (), 0.5)  # type: ignore[arg-type]


def a_refusal_gives_a_reason_and_points(quote: Quote) -> None:
    Abstention("I do not know", 0.1)  # type: ignore[arg-type]
    Abstention(Reason.NO_MATCH, 0.1, (), (quote,))  # type: ignore[arg-type]
    Abstention(Reason.NO_MATCH, 0.1, text="Perhaps.")  # type: ignore[call-arg]


def only_html_is_sent(html: Html) -> None:
    send("They agreed.")  # type: ignore[arg-type]
    send(f"<b>{html}</b>")  # type: ignore[arg-type]
    send(str(html))  # type: ignore[arg-type]
    send(Html("<b>They agreed.</b>"))  # type: ignore[arg-type]
    send(html + "They agreed.")  # type: ignore[operator]
    send(escape(html))  # type: ignore[arg-type]
    send(bold("They agreed."))  # type: ignore[arg-type]
    send(blockquote("They agreed."))  # type: ignore[arg-type]
    send(code(html))  # type: ignore[arg-type]
    send(link(html, "https://news.test"))  # type: ignore[arg-type]


def our_own_words_come_from_the_catalogue() -> None:
    text("They agreed.")  # type: ignore[arg-type]
    text(Message.START, "en")  # type: ignore[arg-type]
    text(Message.START, Language.ENGLISH, count=0.5)  # type: ignore[arg-type]


def what_a_chat_may_read_is_named() -> None:
    CorpusError("The folder is gone.")  # type: ignore[arg-type]
    ArticleError("The file is empty.")  # type: ignore[arg-type]
    ArticleError(Message.FILE_EMPTY, "line 3")  # type: ignore[arg-type]
    Problem("a.md", "The file is empty.")  # type: ignore[arg-type]
    say("The file is empty.")  # type: ignore[arg-type]
    say(Message.TOO_SLOW, seconds=0.5)  # type: ignore[arg-type]


def a_page_knows_what_it_quotes(page: Page, quote: Quote, edition: Edition) -> None:
    Page("They agreed.")  # type: ignore[arg-type]
    Page(page.html, (quote,))  # type: ignore[arg-type]
    Shown(quote, "They agreed.")  # type: ignore[arg-type]
    page.html = escape("They agreed.")  # type: ignore[misc]
    checked("They agreed.", edition)  # type: ignore[arg-type]
    carries("They agreed.", (quote,))  # type: ignore[arg-type]
    render_context("They agreed.", NOTHING_TOLD, Language.ENGLISH)  # type: ignore[arg-type]
    render_quotes((quote,), NOTHING_TOLD, Language.ENGLISH)  # type: ignore[arg-type]


def only_propers_and_words_of_ours_are_sent(
    page: Page, html: Html, message: TelegramMessage, post: Post, proper: Checked
) -> None:
    Post(page)  # type: ignore[arg-type]
    Post(html)  # type: ignore[arg-type]
    post.page = proper  # type: ignore[misc]
    reply(message, page)  # type: ignore[arg-type, unused-coroutine]
    reply(message, html)  # type: ignore[arg-type, unused-coroutine]
    redraw(message, page)  # type: ignore[arg-type, unused-coroutine]
    send_to(message.get_bot(), 1, page)  # type: ignore[arg-type, unused-coroutine]
    content(page)  # type: ignore[arg-type]
    content(Ours(html))  # type: ignore[arg-type]
    Ours(page)  # type: ignore[arg-type]
    Ours("They agreed.")  # type: ignore[arg-type]
    Ours(html, page.shown)  # type: ignore[call-arg]
    Checked(page)  # type: ignore[call-arg]
    Checked(page, None)  # type: ignore[arg-type]
    replace(proper, page=page)  # type: ignore[call-arg]
