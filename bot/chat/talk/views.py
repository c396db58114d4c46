"""What is shown of an answer: from its quotes, and from what is told of it, which is kept with it. Pure.

The first view is drawn as every later one. For these all quotes are verified anew, so what was edited
meanwhile is not quoted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from telegram import InlineKeyboardMarkup

from bot.basics.limits import LIMITS
from bot.chat.access.sight import Seen
from bot.chat.pages.ages import UNDATED, Occasion
from bot.chat.pages.buttons import (
    Answered,
    MoreQuotes,
    Proof,
    ReadingAt,
    Tools,
    WiderContext,
    nowhere,
    share_query,
)
from bot.chat.pages.page import Checked, Page, checked
from bot.chat.pages.post import Post
from bot.chat.pages.references import clip
from bot.chat.pages.render import (
    Numbered,
    render_context,
    render_proof,
    render_quotes,
    render_refusal,
)
from bot.chat.wording.texts import Language, text
from bot.core.index.edition import Edition
from bot.core.nouns import Claim
from bot.core.proving.quote import Quote, cite, prove
from bot.core.replies import LACKS_ARTICLES, Abstention, Reason, Reply
from bot.languages.interface.messages import Message as Words
from bot.storage.journal import Given
from bot.storage.told import Told

View = MoreQuotes | WiderContext | Proof | Tools
"""What can be shown of an answer; each holds the answer's number."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page that was looked at, before its answer has the number that its buttons carry."""

    page: Checked
    count: int
    """How many quotes the answer has."""
    buttons: Callable[[Answered], InlineKeyboardMarkup] | None = None
    lead: Quote | None = None
    """The first of its quotes."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an answer is looked at, and what is seen there now.

    ``most`` is how many quotes are shown before more are asked for; ``bot`` is the bot's username in a
    group, "" in private.
    """

    seen: Seen
    language: Language
    most: int = LIMITS.asking.quotes
    bot: str = ""
    reading: ReadingAt = nowhere
    occasion: Occasion = UNDATED
    shares: bool = False
    """Whether inline mode is on, so that a quote can be sent on with its source."""
    hands_over: bool = False
    """Whether maintainers can be asked what was refused."""

    @property
    def edition(self) -> Edition:
        """The articles that can be shown there."""
        return self.seen.edition

    def first(self, reply: Reply, told: Told) -> Drawn:
        """Return what is shown of a new reply. Raises MisquoteError."""
        if isinstance(reply, Abstention):
            return self._refusal(reply.reason, told)
        numbered = list(enumerate(reply.quotes, 1))[: told.shown_first(self.most)]
        return self._quotes(numbered, told, len(reply.quotes), numbered[-1][0])

    def posted(self, drawn: Drawn, answer: int) -> Post:
        """Return the message that shows of the answer of this number what was drawn."""
        lead = drawn.lead
        reading, copied = (self.reading(lead), clip(lead, self.language)) if lead else ("", "")
        reading = "" if self.edition.is_part else reading  # the page shows all articles
        share = share_query(lead) if lead and self.shares else ""
        answered = Answered(
            answer, drawn.count, self.language, self.bot, reading, copied, share, self.hands_over
        )
        return Post(drawn.page, drawn.buttons(answered) if drawn.buttons else None)

    def show(self, given: Given, view: View) -> Post | Words:
        """Return the message that shows what was asked for, or why it cannot be shown."""
        if not self.seen.may_show(given):
            return Words.ANSWER_UNKNOWN  # what is told beside its quotes may be of what is not seen here
        drawn = self._drawn(given, view)
        return self.posted(drawn, given.id) if isinstance(drawn, Drawn) else drawn

    def _drawn(self, given: Given, view: View) -> Drawn | Words:
        if given.reason:
            return self._refusal(Reason(given.reason), given.told)
        match view:
            case MoreQuotes(_, first):
                return self._page_of_quotes(given, first)
            case Tools(_, number):
                shown = self._page_of_quotes(given, number)
                return replace(shown, buttons=_tools_of(number)) if isinstance(shown, Drawn) else shown
            case WiderContext(_, number):
                quote = self._quote(given, number)
                return self._context(given, number, quote) if isinstance(quote, Quote) else quote
            case Proof(_, number):
                quote = self._quote(given, number)
                return self._proof(given, number, quote) if isinstance(quote, Quote) else quote

    def _refusal(self, reason: Reason, told: Told) -> Drawn:
        articles = map(self.edition.article, told.nearest)
        nearest = [cite(article) for article in articles if article]
        page = render_refusal(reason, told, nearest, self.language, in_group=bool(self.bot))
        below = Answered.below_refusal if reason in LACKS_ARTICLES else None
        return Drawn(checked(page, self.edition), 0, below)

    def _page_of_quotes(self, given: Given, first: int) -> Drawn | Words:
        count = LIMITS.asking.quotes if first else given.told.shown_first(self.most)
        claims = given.claims[first : first + count]
        if not claims:
            return Words.NO_MORE_QUOTES
        proven = [(number, prove(claim, self.edition)) for number, claim in enumerate(claims, first + 1)]
        numbered = [(number, quote) for number, quote in proven if quote]
        if not numbered:
            return self._why_not(claims[0])
        return self._quotes(numbered, given.told, len(given.claims), first + len(claims), first)

    def _quotes(
        self, numbered: Sequence[Numbered], told: Told, count: int, last: int, first: int = 0
    ) -> Drawn:
        """Return as many of the quotes, out of those from ``first`` to ``last``, as a message holds."""
        page = render_quotes(numbered, told, self.language, self.occasion)
        whole, lead = len(page.quotes) == len(numbered), numbered[0][1]
        shown = last - first if whole else numbered[len(page.quotes) - 1][0] - first
        return Drawn(
            checked(page, self.edition), count, lambda answered: answered.below_quotes(first, shown), lead
        )

    def _context(self, given: Given, number: int, quote: Quote) -> Drawn:
        page = render_context(quote, given.told, self.language, self.occasion)
        return self._of(given, page, quote, lambda answered: answered.below_context(number))

    def _proof(self, given: Given, number: int, quote: Quote) -> Drawn:
        which = text(Words.PROOF_OF, self.language, answer=str(given.id), quote=str(number + 1))
        page = render_proof(quote, self.seen.read_at, given.told, self.language, self.occasion)
        numbered = page.followed_by(Page(which), "\n")
        page = numbered if numbered.html.fits else page
        return self._of(given, page, quote, lambda answered: answered.below_proof(number))

    def _quote(self, given: Given, number: int) -> Quote | Words:
        if number >= len(given.claims):
            return Words.NO_MORE_QUOTES
        claim = given.claims[number]
        return prove(claim, self.edition) or self._why_not(claim)

    def _why_not(self, claim: Claim) -> Words:
        gone = self.edition.article(claim.article_id) is None
        return Words.ARTICLE_GONE if gone else Words.ARTICLE_CHANGED

    def _of(
        self, given: Given, page: Page, quote: Quote, buttons: Callable[[Answered], InlineKeyboardMarkup]
    ) -> Drawn:
        return Drawn(checked(page, self.edition), len(given.claims), buttons, quote)


def _tools_of(quote: int) -> Callable[[Answered], InlineKeyboardMarkup]:
    return lambda answered: answered.below_tools(quote)
