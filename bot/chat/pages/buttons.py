"""The buttons below messages: what each carries, what stands on it, and which stand below what.

A button carries a version, a kind and whole numbers, never text and never authority.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    SwitchInlineQueryChosenChat,
)
from telegram.helpers import create_deep_linked_url

from bot.basics.limits import LIMITS
from bot.chat.pages.codes import read_code, write_code
from bot.chat.pages.references import Style
from bot.chat.wording.texts import Language, plain
from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId, Claim, Span
from bot.core.proving.quote import Quote
from bot.languages.interface.messages import Message as Words

ReadingAt = Callable[[Quote], str]
"""Tells at which address a quote can be read in its article, "" where at none."""

_T = TypeVar("_T")
_A_ROW = 5
"""Buttons with a number on them that stand side by side."""


class Setting(Enum):
    """What a group's administrators can choose; buttons that were sent hold these values, so they stay."""

    LANGUAGE = 0
    QUOTES = 1
    MENTIONS = 2
    QUIET = 3


@dataclass(frozen=True, slots=True)
class ShowAnswer:
    """Show an answer that may not have arrived. ``answer`` is the journal's row, here and below."""

    answer: int


@dataclass(frozen=True, slots=True)
class MoreQuotes:
    """Show the answer's further quotes, from number ``first`` on (0 is the lead)."""

    answer: int
    first: int


@dataclass(frozen=True, slots=True)
class WiderContext:
    """Show the neighbours of the answer's quote of this number."""

    answer: int
    quote: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Show where the answer's quote of this number stands."""

    answer: int
    quote: int


@dataclass(frozen=True, slots=True)
class Rate:
    """Tell whether the answer was useful."""

    answer: int
    useful: bool


@dataclass(frozen=True, slots=True)
class Save:
    """Save ``count`` of the answer's quotes, from number ``first`` on, for whoever presses."""

    answer: int
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Tools:
    """Show what else can be done with the answer's quote of this number, below it."""

    answer: int
    quote: int


@dataclass(frozen=True, slots=True)
class Cite:
    """Send the answer's quote of this number with its source, to be copied."""

    answer: int
    quote: int


@dataclass(frozen=True, slots=True)
class TellMe:
    """Tell whoever was refused by this answer as soon as there is one; a second press takes that back."""

    answer: int


@dataclass(frozen=True, slots=True)
class SavedFrom:
    """Show what was saved, newest first, from number ``first`` on (the newest is 0)."""

    first: int


@dataclass(frozen=True, slots=True)
class Unsave:
    """Remove a saved quote, the bookmark's row, and show the list from number ``first`` on."""

    bookmark: int
    first: int


@dataclass(frozen=True, slots=True)
class ChooseStyle:
    """Ask how saved quotes are to be written for another program."""


@dataclass(frozen=True, slots=True)
class ExportSaved:
    """Send all saved quotes as a file."""

    style: Style


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """Turn to a page of the list of articles, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """Show a passage, from 1, of the article with this ``article_key``."""

    key: int
    number: int


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose a value for a group's setting: 0 or 1, or how many quotes, or the language.

    Languages count in the order of ``bot.chat.wording.texts.Language``, from 1; 0 is that of each asker.
    """

    setting: Setting
    value: int


@dataclass(frozen=True, slots=True)
class HandOver:
    """Pass the question that was refused by this answer on to the maintainers."""

    answer: int


@dataclass(frozen=True, slots=True)
class SendQuote:
    """Send an answer's quote of this number to whoever has this wish."""

    wish: int
    answer: int
    quote: int


@dataclass(frozen=True, slots=True)
class DropQuestion:
    """Take the question of this wish off the maintainers' hands."""

    wish: int


@dataclass(frozen=True, slots=True)
class AskIn:
    """Ask the maintainers to let in the chat of the message, or the person of a private one."""


@dataclass(frozen=True, slots=True)
class LetIn:
    """Decide whether whoever asked under this number is let in."""

    number: int
    may: bool


@dataclass(frozen=True, slots=True)
class Decide:
    """Let what was found on an article's page take its place, or leave the article as it is."""

    finding: int
    take: bool


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Leave out the pages that were offered, from finding ``first`` to ``last``."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Confirm:
    """Go on with the maintenance action that waits under this number."""

    operation: int


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give up the maintenance action that waits under this number."""

    operation: int


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """Open an answer in the private chat."""

    answer: int


@dataclass(frozen=True, slots=True)
class OpenProof:
    """Open in the private chat where a quote of an answer stands."""

    answer: int
    quote: int


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Open an article in the private chat, by its ``article_key``."""

    key: int


@dataclass(frozen=True, slots=True)
class OpenPassage:
    """Open in the private chat a passage, from 1, of the article with this ``article_key``."""

    key: int
    number: int


@dataclass(frozen=True, slots=True)
class SharedQuote:
    """What finds a quote that is to be shared: the key of its article, how its revision begins, its range."""

    key: int
    revision: int
    start: int
    end: int


Action = (
    ShowAnswer
    | MoreQuotes
    | WiderContext
    | Proof
    | Rate
    | Save
    | Tools
    | Cite
    | TellMe
    | SavedFrom
    | Unsave
    | ChooseStyle
    | ExportSaved
    | SourcesPage
    | ReadPassage
    | Choose
    | AskIn
    | LetIn
    | HandOver
    | SendQuote
    | DropQuestion
    | Decide
    | Dismiss
    | Confirm
    | Cancel
)
Target = OpenAnswer | OpenProof | OpenArticle | OpenPassage


@dataclass(frozen=True, slots=True)
class ButtonKind(Generic[_T]):
    """A kind of button or link: the letter that it is sent as, what it carries, and what stands on it.

    ``label`` is what stands there if its place says nothing else, None where each has its own.
    """

    letter: str
    carries: type[_T]
    label: Words | None = None


BUTTONS: tuple[ButtonKind[Action], ...] = (
    ButtonKind("s", ShowAnswer, Words.BUTTON_SHOW),
    ButtonKind("m", MoreQuotes, Words.BUTTON_MORE),
    ButtonKind("w", WiderContext, Words.BUTTON_CONTEXT),
    ButtonKind("p", Proof, Words.BUTTON_PROOF),
    ButtonKind("r", Rate, Words.BUTTON_USEFUL),
    ButtonKind("k", Save, Words.BUTTON_SAVE),
    ButtonKind("t", Tools, Words.BUTTON_TOOLS),
    ButtonKind("q", Cite, Words.BUTTON_CITE),
    ButtonKind("i", TellMe, Words.BUTTON_TELL_ME),
    ButtonKind("v", SavedFrom, Words.BUTTON_NEXT),
    ButtonKind("x", Unsave),
    ButtonKind("f", ChooseStyle, Words.BUTTON_EXPORT),
    ButtonKind("e", ExportSaved),
    ButtonKind("l", SourcesPage, Words.BUTTON_SOURCES),
    ButtonKind("a", ReadPassage, Words.BUTTON_NEXT),
    ButtonKind("c", Choose),
    ButtonKind("j", AskIn, Words.BUTTON_ASK_IN),
    ButtonKind("d", LetIn, Words.BUTTON_CONFIRM),
    ButtonKind("u", HandOver, Words.BUTTON_HAND_OVER),
    ButtonKind("o", SendQuote),
    ButtonKind("z", DropQuestion, Words.BUTTON_DROP),
    ButtonKind("g", Decide, Words.BUTTON_TAKE),
    ButtonKind("h", Dismiss, Words.BUTTON_DISMISS),
    ButtonKind("y", Confirm, Words.BUTTON_CONFIRM),
    ButtonKind("n", Cancel, Words.BUTTON_CANCEL),
)
"""All buttons. What a press does is said beside what does it: each ``presses`` of ``chat.talk``."""
LINKS: tuple[ButtonKind[Target], ...] = (
    ButtonKind("a", OpenAnswer, Words.BUTTON_OPEN_PRIVATE),
    ButtonKind("p", OpenProof, Words.BUTTON_PROOF),
    ButtonKind("t", OpenArticle, Words.BUTTON_OPEN_PRIVATE),
    ButtonKind("q", OpenPassage, Words.BUTTON_OPEN_PRIVATE),
)
"""All that opens the private chat."""

_SHARED = {"s": SharedQuote}
_STYLES = {
    Style.MARKDOWN: Words.STYLE_MARKDOWN,
    Style.BIBTEX: Words.STYLE_BIBTEX,
    Style.CSL_JSON: Words.STYLE_CSL_JSON,
    Style.RIS: Words.STYLE_RIS,
}
_ACTIONS = {kind.letter: kind.carries for kind in BUTTONS}
_TARGETS = {kind.letter: kind.carries for kind in LINKS}
_KINDS: tuple[ButtonKind[Any], ...] = (*BUTTONS, *LINKS)
_LABELS: Mapping[type, Words] = {kind.carries: kind.label for kind in _KINDS if kind.label}


def button_data(action: Action) -> str:
    """Return the callback data of a button. Raises ValueError for a number that no row can have."""
    return write_code(action, _ACTIONS, "|")


def parse_button(data: str) -> Action | None:
    """Return what a button asks for, None where it is forged or of an older version."""
    return read_code(data, _ACTIONS, "|")


def start_payload(target: Target) -> str:
    """Return the payload of a ``t.me/bot?start=`` link. Raises ValueError as ``button_data`` does."""
    return write_code(target, _TARGETS, "-")


def parse_start(payload: str) -> Target | None:
    """Return what a deep link leads to, None for anything else: then it is a plain /start."""
    return read_code(payload, _TARGETS, "-")


def share_query(quote: Quote) -> str:
    """Return the inline query that finds this quote and no other, as long as its article stays as it is."""
    article, span = quote.article, quote.span
    shared = SharedQuote(article_key(article.id), _beginning(article.revision), span.start, span.end)
    return write_code(shared, _SHARED, "-")


def parse_shared(query: str) -> SharedQuote | None:
    """Return what an inline query is to find, None where it is one that somebody wrote."""
    return read_code(query, _SHARED, "-")


def shared_claim(shared: SharedQuote, edition: Edition) -> Claim | None:
    """Return the claim that a quote stands where it stood, None where its article is gone or has changed."""
    listed = next((known for known in edition.listed if article_key(known.id) == shared.key), None)
    article = edition.article(listed.id) if listed else None
    if article is None or _beginning(article.revision) != shared.revision or shared.start >= shared.end:
        return None
    return Claim.of(article, Span(shared.start, shared.end))


def _beginning(revision: str) -> int:
    return int(revision[:12], 16)


def article_key(article_id: ArticleId) -> int:
    """Return a number that tells an article's id apart from others (63 bits of its SHA-256)."""
    return int.from_bytes(hashlib.sha256(article_id.encode()).digest()[:8]) >> 1


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as its buttons need it: its number, how many quotes it has, where it is shown.

    ``bot`` is the bot's username in groups, where the private chat is offered, and "" in private; ``reading``
    is the address at which the first shown quote can be read in its article, "" where there is none; ``clip``
    is that quote with its source as a button copies it, "" where it is too long for one; ``share`` is the
    inline query that finds it, "" where inline mode is off.
    """

    id: int
    quotes: int
    language: Language
    bot: str = ""
    reading: str = ""
    clip: str = ""
    share: str = ""
    hands_over: bool = False
    """Whether maintainers can be asked what was refused."""

    def below_quotes(self, first: int, shown: int) -> InlineKeyboardMarkup:
        """Return the buttons below ``shown`` quotes from number ``first`` on (the lead is 0)."""
        after = first + shown
        back = [self._act(MoreQuotes(self.id, 0), Words.BUTTON_PREVIOUS)] if first else []
        more = [self._act(MoreQuotes(self.id, after))] if after < self.quotes else []
        context = self._act(WiderContext(self.id, first))
        proof = [] if self.bot else [self._proof(first)]
        return self._with_opinions([*back, *more, context, *proof], Save(self.id, first, shown))

    def below_context(self, quote: int) -> InlineKeyboardMarkup:
        """Return the buttons below the neighbours of a quote."""
        back = self._act(MoreQuotes(self.id, 0), Words.BUTTON_PREVIOUS)
        onward = [self._act(WiderContext(self.id, quote + 1), Words.BUTTON_NEXT)]
        onward = onward if quote + 1 < self.quotes else []
        return self._with_opinions([back, self._proof(quote), *onward], Save(self.id, quote, 1))

    def below_proof(self, quote: int) -> InlineKeyboardMarkup:
        """Return the buttons below the proof of a quote."""
        back = self._act(MoreQuotes(self.id, 0), Words.BUTTON_PREVIOUS)
        context = self._act(WiderContext(self.id, quote))
        onward = [self._act(Proof(self.id, quote + 1), Words.BUTTON_NEXT)]
        onward = onward if quote + 1 < self.quotes else []
        return self._with_opinions([back, context, *onward], Save(self.id, quote, 1))

    def below_tools(self, quote: int) -> InlineKeyboardMarkup:
        """Return the buttons of what else can be done with a quote."""
        copied = CopyTextButton(self.clip) if self.clip else None
        label = plain(Words.BUTTON_CITE, self.language)
        cite = InlineKeyboardButton(label, copy_text=copied) if copied else self._act(Cite(self.id, quote))
        share = [share_button(self.share, self.language)] if self.share else []
        return _keyboard([[cite, *share], [self._act(MoreQuotes(self.id, quote), Words.BUTTON_PREVIOUS)]])

    def below_refusal(self) -> InlineKeyboardMarkup:
        """Return the buttons below a refusal that other articles, or maintainers, may turn into an answer."""
        asked = [self._act(HandOver(self.id))] if self.hands_over else []
        return _keyboard([[self._act(TellMe(self.id))], asked])

    def _with_opinions(self, views: list[InlineKeyboardButton], save: Save) -> InlineKeyboardMarkup:
        """Return two rows: what else can be seen here, then opinions, what to keep, where to read on."""
        opinions = [
            self._act(Rate(self.id, useful=True)),
            self._act(Rate(self.id, useful=False), Words.BUTTON_NOT_USEFUL),
        ]
        if self.bot:
            further = [link_button(OpenAnswer(self.id), self.language, self.bot)]
        else:
            further = [self._act(Tools(self.id, save.first))]
        read = [InlineKeyboardButton(plain(Words.PAGE_READ, self.language), url=self.reading)]
        return _keyboard([views, [*opinions, self._act(save), *(read if self.reading else []), *further]])

    def _proof(self, quote: int) -> InlineKeyboardButton:
        if self.bot:
            return link_button(OpenProof(self.id, quote), self.language, self.bot)
        return self._act(Proof(self.id, quote))

    def _act(self, action: Action, words: Words | None = None) -> InlineKeyboardButton:
        return button(action, self.language, words)


def nowhere(_: Quote) -> str:
    """Tell of no quote where it can be read."""
    return ""


def button(action: Action, language: Language, words: Words | None = None) -> InlineKeyboardButton:
    """Return a button that does something here; ``words`` stand on it instead of those of its kind."""
    return labelled(plain(words or _LABELS[type(action)], language), action)


def labelled(label: str, action: Action) -> InlineKeyboardButton:
    """Return a button whose label is its own."""
    return InlineKeyboardButton(label, callback_data=button_data(action))


def link_button(target: Target, language: Language, bot: str) -> InlineKeyboardButton:
    """Return a button that opens the private chat with the bot of that username."""
    url = create_deep_linked_url(bot, start_payload(target))
    return InlineKeyboardButton(plain(_LABELS[type(target)], language), url=url)


def share_button(query: str, language: Language) -> InlineKeyboardButton:
    """Return a button that asks to which chat the result of an inline query is to go."""
    chosen = SwitchInlineQueryChosenChat(
        query, allow_user_chats=True, allow_group_chats=True, allow_channel_chats=True
    )
    return InlineKeyboardButton(plain(Words.BUTTON_SHARE, language), switch_inline_query_chosen_chat=chosen)


def below_sources(
    page: int, pages: int, articles: Iterable[tuple[int, int]], language: Language
) -> InlineKeyboardMarkup | None:
    """Return the buttons below a page of sources; ``articles`` are numbers in the list with article keys."""
    numbered = [labelled(str(number), ReadPassage(key, 1)) for number, key in articles]
    rows = [numbered[start : start + _A_ROW] for start in range(0, len(numbered), _A_ROW)]
    turns = [
        button(SourcesPage(target), language, words)
        for words, target in ((Words.BUTTON_PREVIOUS, page - 1), (Words.BUTTON_NEXT, page + 1))
        if 1 <= target <= pages
    ]
    return _keyboard([*rows, turns]) if numbered or turns else None


def below_bookmarks(
    first: int, shown: Sequence[int], count: int, language: Language
) -> InlineKeyboardMarkup | None:
    """Return the buttons below saved quotes, by their rows, from number ``first`` of ``count`` on."""
    removals = [
        labelled(plain(Words.BUTTON_REMOVE, language, number=number), Unsave(bookmark, first))
        for number, bookmark in enumerate(shown, first + 1)
    ]
    after, before = first + len(shown), max(first - LIMITS.keeping.bookmarks_shown, 0)
    back = [button(SavedFrom(before), language, Words.BUTTON_PREVIOUS)] if first else []
    onward = [button(SavedFrom(after), language)] if after < count else []
    return _keyboard([removals, [*back, *onward, button(ChooseStyle(), language)]]) if shown else None


def below_handed(wish: int, language: Language) -> InlineKeyboardMarkup:
    """Return the button below a question that maintainers may answer; by it a reply tells which one."""
    return InlineKeyboardMarkup([[button(DropQuestion(wish), language)]])


def below_found(wish: int, answer: int, count: int, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons that send one of ``count`` quotes to whoever waits."""
    labels = [plain(Words.BUTTON_SEND_QUOTE, language, number=n + 1) for n in range(count)]
    return InlineKeyboardMarkup(
        [[labelled(label, SendQuote(wish, answer, n)) for n, label in enumerate(labels)]]
    )


def below_not_served(language: Language) -> InlineKeyboardMarkup:
    """Return the button with which somebody who is not served asks to be."""
    return InlineKeyboardMarkup([[button(AskIn(), language)]])


def below_finding(finding: int, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons that decide about a page that reads otherwise than its article."""
    keep = button(Decide(finding, take=False), language, Words.BUTTON_KEEP)
    return _keyboard([[button(Decide(finding, take=True), language), keep]])


def below_entries(findings: Sequence[int], language: Language) -> InlineKeyboardMarkup:
    """Return a button for each page that is offered, by its number, and one that leaves all out."""
    numbers = [labelled(str(n), Decide(finding, take=True)) for n, finding in enumerate(findings, 1)]
    return _keyboard([numbers, [button(Dismiss(findings[0], findings[-1]), language)]])


def below_styles(language: Language) -> InlineKeyboardMarkup:
    """Return the buttons that tell how to write what was saved."""
    styles = [labelled(plain(words, language), ExportSaved(style)) for style, words in _STYLES.items()]
    return _keyboard([styles, [button(SavedFrom(0), language, Words.BUTTON_PREVIOUS)]])


def below_passage(place: ReadPassage, count: int, sources: int, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below one of ``count`` passages; ``sources`` is the article's page in the list."""
    turns = [
        button(ReadPassage(place.key, target), language, words)
        for words, target in (
            (Words.BUTTON_PREVIOUS, place.number - 1),
            (Words.BUTTON_NEXT, place.number + 1),
        )
        if 1 <= target <= count
    ]
    return _keyboard([turns, [button(SourcesPage(sources), language)]])


def _keyboard(rows: Iterable[list[InlineKeyboardButton]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([row for row in rows if row])
