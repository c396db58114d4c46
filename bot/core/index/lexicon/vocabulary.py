"""The words of an edition: which there are, where they stand, and how much each tells.

All of them are needed wherever a question is understood, so they are not behind the seam of ``engine``.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.core.index.background import NO_BACKGROUND, Background
from bot.core.index.lexicon.rarity import KeptRarity, Rarity
from bot.core.index.postings import Postings
from bot.core.nouns import Term
from bot.core.words.tokens import Analysed, QuestionWord
from bot.core.words.weights import Weights


class Vocabulary:
    """The terms of all passages, which are numbered in the order of the articles. Immutable."""

    def __init__(
        self,
        articles: Sequence[Analysed] | Postings,
        previous: "Vocabulary | None" = None,
        background: Background = NO_BACKGROUND,
        rarity: KeptRarity | None = None,
    ) -> None:
        """Take the articles' words, merged or not; ``previous`` spares work on words that it has.

        ``background`` tells how common words are, and how much matches count; ``rarity`` is what was kept.
        """
        self.counts: Weights = background.weights
        known: Postings | None = previous.postings if previous else None
        merged = articles if isinstance(articles, Postings) else Postings.of(articles, known)
        self.postings: Postings = merged
        self.rarity = Rarity(self.postings, background.commonness, self.counts.borrowed, rarity)

    def __contains__(self, term: Term) -> bool:
        """Tell whether any passage is found by the term."""
        return term in self.postings.terms

    def frequency(self, term: Term) -> int:
        """Return the number of passages that are found by the term."""
        number = self.number(term)
        return 0 if number is None else self.postings.frequency(number)

    def idf(self, term: Term) -> float:
        """Return the term's weight by rarity, above 0 (see ``Rarity``)."""
        number = self.number(term)
        return self.rarity.of_unknown(term) if number is None else self.rarity.of_number(number)

    @property
    def terms(self) -> Collection[str]:
        """The terms that passages are found by."""
        return self.postings.terms

    @property
    def words(self) -> Mapping[str, Collection[str]]:
        """The articles' different words as they are written, by language."""
        return self.postings.words

    def weights(self, words: Iterable[QuestionWord]) -> dict[Term, float]:
        """Return the query for a question's words, stop words left out.

        No reading of a word outweighs its commonest exact term, so that a rare variant of a common word
        does not count for more than the word.
        """
        found: dict[Term, float] = {}
        for word in words:
            ceiling = self.word_idf(word)
            for term, weight in _readings(word):
                if term in self:
                    balanced = weight * min(1.0, ceiling / self.idf(term))
                    found[term] = max(found.get(term, 0.0), balanced)
        return found

    def word_idf(self, word: QuestionWord) -> float:
        """Return the weight by rarity of a word: of its commonest term, or else of its commonest variant."""
        known = [term for term in word.terms if term in self] or [
            variant.term for variant in word.variants if variant.term in self
        ]
        return min(map(self.idf, known or word.terms))

    def number(self, term: Term) -> int | None:
        """Return the number that stands for the term in an engine's sentences, None for an unknown term."""
        return self.postings.terms.place(term)


def _readings(word: QuestionWord) -> list[tuple[Term, float]]:
    if word.is_stop:
        return []
    return [(term, 1.0) for term in word.terms] + [(v.term, v.weight) for v in word.variants]
