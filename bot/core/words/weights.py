"""How much each kind of match counts, what is chosen: measured, varied by ``./run eval --weights FILE``.

The choice of sentences is learned with these (``./run train``), so a new value asks for that too.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What a match of a word of a question counts, where 1 is a match of the word itself, and how sentences
    are chosen by the ranker's scores; all are above 0."""

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
    passages: int = 8
    """Best passages whose sentences are candidates. On 1,000 training questions 16 answer no more than 8 do
    (87.8 % in the first quote, 96.5 against 96.6 % in three), and take twice the time."""
    sentences_alike: int = 14
    """Sentences most alike in meaning whose passages' sentences are candidates too (decision 0059)."""
    passages_alike: int = 8
    """Passages most alike in meaning, as a whole, whose sentences are candidates too (decision 0059)."""
    second_within: float = 3.0
    """A neighbouring sentence joins a quote if its score is at most this much lower. On held-out training
    questions 1.0 answers 83.1 % in the first quote, 2.0 83.9 % with ten characters more."""
    same_source: float = 0.5
    """What each further quote of an article must score more than one of another article."""
    reference: float = 3.0
    """What an entry of a list of sources must score more than a sentence: its title shares words with
    questions."""
    same_words: float = 0.7
    """Share of common words from which two sentences are one voice: a wire story in several outlets."""
    own_evidence: float = 0.6
    """How sure a quote of another article has to be by itself to be read at first, judged as the first one.
    With .25, or .6 of the first, 4 of 15 such quotes about six kinds of articles answered."""
    doubtful: float = 0.45
    """Most that an answer is sure of whose first quote has another date than the question, or to a question
    of stop words alone. Of 17 first quotes about SQuAD dev that had another year, 8 were right."""


WEIGHTS = Weights()
"""Those that the learned choice was learned with."""
