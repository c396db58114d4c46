"""How much each kind of match counts: measured, and varied by ``./run eval --weights FILE``.

The choice of sentences is learned with these (``./run train``), so a new value asks for that too.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What a match of a word of a question counts, where 1 is a match of the word itself; all are above 0."""

    repetition: float = 1.5
    """BM25's k1: how much it counts that a word is repeated. rank_bm25's own, measured flat around it."""
    length: float = 0.75
    """BM25's b: how much a passage is held to its length. rank_bm25's own, measured flat around it."""
    borrowed: float = 100
    """Passages of general text that are counted as well, to know how rare words are (decision 0054)."""
    other_spelling: float = 0.8
    """Another spelling of the word."""
    part: float = 0.4
    """A part of the word, or a word for a part of an amount."""
    synonym: float = 0.8
    """What the list of synonyms says it may be called, all words of it together."""
    slip: float = 0.8
    """A word that is a slip away."""
    only_slip: float = 0.95
    """The only word that is one slip away, if it begins alike."""
    related: float = 0.2
    """A word of like meaning, times its likeness (decision 0053)."""
    like_from: float = 0.4
    """The likeness, a cosine, from which on a word is of like meaning."""
    beside: float = 0.2
    """A word that stands beside the question, of what it would count inside."""


WEIGHTS = Weights()
"""Those that the learned choice was learned with."""
