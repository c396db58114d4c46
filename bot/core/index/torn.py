"""Words that the articles write apart or joined, other than the question: wifi and Wi-Fi, MH 370 and MH370.

Nothing is guessed: the parts have to stand side by side in an article.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition
from bot.core.index.engine import Among
from bot.core.index.lexicon.spellings import widened
from bot.core.nouns import Term
from bot.core.words.terms import fold, is_stop, term
from bot.core.words.tokens import QuestionWord, Variant

_SHORTEST = 2
"""Letters of a part that is no number."""
_LONGEST = 24
"""Letters of a word that is taken apart."""
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_SIDE_BY_SIDE = re.compile(r"(?<!\w)(\w+)[-‐‑–\s](?=(\w+))")
"""Two words, a hyphen or a blank apart."""


def with_torn(words: Sequence[QuestionWord], edition: Edition) -> tuple[QuestionWord, ...]:
    """Return a question's words, those written apart or joined in the articles with these words."""
    found = list(words)
    for n, word in enumerate(words[: LIMITS.looking.words]):
        if not word.is_stop and not _known(word.surface, edition):
            parts = next((cut for cut in _cuts(word.surface) if _stand_together(cut, edition)), ())
            found[n] = widened(word, _variants(parts, edition.vocabulary.counts.part, edition))
    for n, (first, second) in enumerate(islice(pairwise(words), LIMITS.looking.words)):
        joined = first.surface + second.surface
        if second.span.start - first.span.end == 1 and _is_mixed(joined):
            variants = list(_variants((joined,), edition.vocabulary.counts.other_spelling, edition))
            found[n], found[n + 1] = widened(found[n], variants), widened(found[n + 1], variants)
    return tuple(found)


def _is_mixed(word: str) -> bool:
    """Tell whether a word is letters and figures, one behind the other: covid19, 4K."""
    return len(_PARTS.findall(word)) == 2 and any(map(str.isdigit, word)) and word.isalnum()


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Yield the two parts that a word may be made of."""
    if _is_mixed(word):
        first, second = _PARTS.findall(word)
        yield first, second
    elif word.isalpha() and len(word) <= _LONGEST:
        yield from ((word[:n], word[n:]) for n in range(_SHORTEST, len(word) - _SHORTEST + 1))


def _stand_together(cut: tuple[str, str], edition: Edition) -> bool:
    """Tell whether both parts say something and stand in an article, a hyphen or a blank apart."""
    if not all(_known(part, edition) and not _is_stop(part, edition) for part in cut):
        return False
    among = Among(words=[sorted(set(_terms(part, edition))) for part in cut])
    both = islice(edition.ranking.each(among), LIMITS.looking.passages)
    wanted = fold(cut[0]), fold(cut[1])
    texts = (fold(edition.passages[number].text) for number in both)
    return any(pair.groups() == wanted for text in texts for pair in _SIDE_BY_SIDE.finditer(text))


def _terms(word: str, edition: Edition) -> list[Term]:
    return [Term(term(word, language)) for language in edition.languages]


def _known(word: str, edition: Edition) -> bool:
    return any(found in edition.vocabulary for found in _terms(word, edition))


def _is_stop(word: str, edition: Edition) -> bool:
    return any(is_stop(word.lower(), language) for language in edition.languages)


def _variants(parts: Sequence[str], weight: float, edition: Edition) -> Iterator[Variant]:
    for part in parts:
        known = (found for found in dict.fromkeys(_terms(part, edition)) if found in edition.vocabulary)
        yield from (Variant(found, weight, part) for found in known)
