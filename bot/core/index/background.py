"""What is known about words apart from the articles: their meaning, and how common they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.index.encoder import Vectors
from bot.core.nouns import Term

Commonness = Mapping[str, Mapping[Term, float]]
"""Language → term → the share (0 to 1) of a large collection's passages that have it; 0 for other terms."""


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """Word vectors, None where they are not installed, and how common the words of some languages are."""

    vectors: Vectors | None = None
    commonness: Commonness = field(default_factory=dict)


NO_BACKGROUND = Background()
