"""What somebody says stands in the articles: looked up as a whole, then sentence by sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from bot.basics.limits import LIMITS
from bot.core.asking.asked import asks_by_word
from bot.core.asking.filters import parse_filters
from bot.core.asking.message import claimed, passed_on, to_verify
from bot.core.asking.question import Question, understand
from bot.core.choosing.pasted import SEARCHED, Excerpt, excerpt, look_up
from bot.core.index.edition import Edition
from bot.core.nouns import Span
from bot.core.proving.quote import prove
from bot.core.reading.sentences import sentences
from bot.core.replies import Answer
from bot.core.words.spoken import language_spoken


@lru_cache(maxsize=LIMITS.caches.questions)
def quoted(text: str) -> Excerpt | None:
    """Return what stands in quotation marks to be found word for word, or was pasted; None if nothing."""
    return excerpt(to_verify(parse_filters(text)[0]))


def doubted(text: str) -> Excerpt | None:
    """Return the claim that a message doubts or passes on, None for words that are only to be found."""
    words = quoted(text)
    if words and words.in_marks:
        return words if words.is_long else None
    return _claim_of(text)


def short_claim(text: str) -> str:
    """Return the few words that a message doubts, too few to be looked up: "is it true that it sank?"."""
    claim = claimed(parse_filters(text)[0])
    return "" if not claim or asks_by_word(claim) or excerpt(f"“{claim}”") else f"{claim}?"


def is_one_claim(text: str) -> bool:
    """Tell whether a message is a claim with all that stands in it, not questions and talk beside them.

    So are several sentences in quotation marks that do not begin to ask, and words that are passed on.
    """
    return _passed_on(text) is not None or (len(_sentences(excerpt(text))) > 1 and not asks_by_word(text))


@lru_cache(maxsize=LIMITS.caches.questions)
def _claim_of(text: str) -> Excerpt | None:
    """Return what a message doubts or passes on, "is it true that …", None if it does neither.

    What then asks by a question word is a question, and no claim.
    """
    rest = parse_filters(text)[0]
    if claim := claimed(rest):
        return None if asks_by_word(claim) else excerpt(f"“{claim}”")
    return _passed_on(rest)


def _passed_on(text: str) -> Excerpt | None:
    words = passed_on(text)
    return None if asks_by_word(words, yes_no=True) else excerpt(words)


def looked_up(text: str, question: Question, edition: Edition, most: int) -> Answer | None:
    """Return where a claim stands, None if neither its words nor any like them do, or nothing is claimed.

    Of several sentences that was found one whose words are different comes before all that stand there.
    """
    words, claim = quoted(text), _claim_of(text)
    wholes = filter(None, (words, claim) if words and words.in_marks else (claim, words))
    tries = (
        _found(whole, question, edition, most) or _by_sentences(whole, edition, most) for whole in wholes
    )
    return next(filter(None, tries), None)


def near_words(question: Question, edition: Edition) -> list[int]:
    """Return the numbers of the passages that share most words with what is looked up, best first."""
    among = edition.among(replace(question.filters, phrases=()))
    return [number for number, _ in edition.ranking.top(question.query, SEARCHED, among)]


def _by_sentences(whole: Excerpt, edition: Edition, most: int) -> Answer | None:
    alone = [
        _found(part, understand(part.text, edition), edition, most) for part in _excerpts(_sentences(whole))
    ]
    parts = [found for found in alone if found]
    differing = [part for part in parts if part.pasted and not part.pasted.is_verbatim]
    if differing or not parts:
        return max(differing, key=lambda part: part.confidence, default=None)
    quotes = tuple(dict.fromkeys(quote for part in parts for quote in part.quotes))
    return replace(parts[0], lead=quotes[0], others=quotes[1:most])


def _found(words: Excerpt, question: Question, edition: Edition, most: int) -> Answer | None:
    found = look_up(words, edition, near_words(question, edition))
    quotes = [quote for claim in found.claims if (quote := prove(claim, edition))] if found else []
    if not found or not quotes:
        return None
    return Answer(quotes[0], tuple(quotes[1:most]), found.likeness, pasted=found.pasted)


def _sentences(words: Excerpt | None) -> Sequence[str]:
    """Return the sentences of what stands in quotation marks, nothing if it is a single one."""
    if words is None or not words.in_marks:
        return ()
    text = words.text
    found = sentences(text, Span(0, len(text)), language_spoken(text))
    return [span.of(text).strip() for span in found] if len(found) > 1 else ()


def _excerpts(said: Iterable[str]) -> Iterator[Excerpt]:
    return islice(filter(None, (excerpt(f"“{sentence}”") for sentence in said)), LIMITS.asking.claims)
