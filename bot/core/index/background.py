"""What is known about words apart from the articles: their meaning, and how common they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.index.vectors.encoder import Vectors
from bot.core.nouns import Term
from bot.core.words.real_words import NO_WORDS, RealWords
from bot.core.words.weights import WEIGHTS, Weights

Commonness = Mapping[str, Mapping[Term, float]]
"""Language → term → the share (0 to 1) of a large collection's passages that have it; 0 for other terms."""


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """Word vectors, None where they are not installed, how common the words of some languages are, and which
    words are real; and how much each kind of match counts."""

    vectors: Vectors | None = None
    commonness: Commonness = field(default_factory=dict)
    real_words: RealWords = NO_WORDS
    weights: Weights = WEIGHTS

    def is_word(self, word: str) -> bool:
        """Tell whether it is surely a word of some language, False says nothing."""
        return word in self.real_words or (self.vectors is not None and self.vectors.is_word(word))


NO_BACKGROUND = Background()
