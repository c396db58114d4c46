"""What is shown of an answer that was given, from its claims and the edition that serves now. Pure.

Every quote is verified anew, so what was edited meanwhile is not quoted.
"""

from dataclasses import dataclass
from datetime import datetime

from telegram import InlineKeyboardMarkup

from bot.basics.limits import LIMITS
from bot.chat.pages.buttons import Answered, MoreQuotes, Proof, WiderContext
from bot.chat.pages.page import Ours, Page, checked
from bot.chat.pages.post import Post
from bot.chat.pages.render import hedge, render_context, render_proof, render_quotes
from bot.chat.wording.texts import Language, refusal_for, text
from bot.core.index.edition import Edition
from bot.core.nouns import Claim
from bot.core.proving.quote import Quote, prove
from bot.core.replies import Reason
from bot.languages.interface.messages import Message as Words
from bot.storage.journal import Given

View = MoreQuotes | WiderContext | Proof
"""What can be shown of an answer; each holds the answer's number."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an answer is looked at again, and what serves there now.

    ``at_first`` is how many quotes are shown before more are asked for; ``bot`` is the bot's username in a
    group, "" in private.
    """

    edition: Edition
    read_at: datetime
    language: Language
    at_first: int = LIMITS.asking.quotes
    bot: str = ""

    def show(self, given: Given, view: View) -> Post | Words:
        """Return the message that shows what was asked for, or why it cannot be shown."""
        if given.reason:
            return Post(Ours(text(refusal_for(Reason(given.reason)), self.language)))
        match view:
            case MoreQuotes(_, first):
                return self._quotes(given, first)
            case WiderContext(_, number):
                quote = self._quote(given, number)
                return self._context(given, number, quote) if isinstance(quote, Quote) else quote
            case Proof(_, number):
                quote = self._quote(given, number)
                return self._proof(given, number, quote) if isinstance(quote, Quote) else quote

    def _quotes(self, given: Given, first: int) -> Post | Words:
        claims = given.claims[first : first + (LIMITS.asking.quotes if first else self.at_first)]
        if not claims:
            return Words.NO_MORE_QUOTES
        numbered = [
            (number, quote)
            for number, claim in enumerate(claims, first + 1)
            if (quote := prove(claim, self.edition))
        ]
        if not numbered:
            return self._why_not(claims[0])
        page = render_quotes(numbered, self.language, [hedge(self.language)] if given.hedged else [])
        last, _ = numbered[len(page.quotes) - 1]
        return self._post(page, self._answered(given).below_quotes(first, last - first))

    def _context(self, given: Given, number: int, quote: Quote) -> Post:
        return self._post(render_context(quote, self.language), self._answered(given).below_context(number))

    def _proof(self, given: Given, number: int, quote: Quote) -> Post:
        which = text(Words.PROOF_OF, self.language, answer=str(given.id), quote=str(number + 1))
        page = render_proof(quote, self.read_at, self.language)
        numbered = page.followed_by(Page(which), "\n")
        return self._post(numbered if numbered.html.fits else page, self._answered(given).below_proof(number))

    def _quote(self, given: Given, number: int) -> Quote | Words:
        if number >= len(given.claims):
            return Words.NO_MORE_QUOTES
        claim = given.claims[number]
        return prove(claim, self.edition) or self._why_not(claim)

    def _why_not(self, claim: Claim) -> Words:
        gone = self.edition.article(claim.article_id) is None
        return Words.ARTICLE_GONE if gone else Words.ARTICLE_CHANGED

    def _answered(self, given: Given) -> Answered:
        return Answered(given.id, len(given.claims), self.language, self.bot)

    def _post(self, page: Page, keyboard: InlineKeyboardMarkup) -> Post:
        return Post(checked(page, self.edition), keyboard)
