"""What every engine promises, whatever it is made of: each maker's tests inherit these."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from random import Random

import numpy as np
import pytest

from bot.core.index.edition import Edition
from bot.core.index.engine import ALL, Among
from bot.core.nouns import Article, Term
from bot.core.words.terms import term
from bot.core.words.tokens import Analysed, analyse
from tests.core.texts import article

_WORDS = [f"{start}{end}" for start in ("bor", "kal", "mer", "tos", "vin") for end in "aeiou"]
"""Words that Snowball leaves as they are, more or less; some are common, some rare."""


def articles(count: int = 40, seed: int = 7) -> list[Article]:
    """Articles of passages of very different lengths, some of them twice, some words in nearly all."""
    rng = Random(seed)

    def sentence() -> str:
        words = rng.choices(_WORDS, [1 / (n + 1) for n in range(len(_WORDS))], k=rng.choice((3, 5, 9, 30)))
        return " ".join(words).capitalize() + "."

    def text() -> str:
        return "\n\n".join(
            " ".join(sentence() for _ in range(rng.choice((1, 1, 2, 6)))) for _ in range(rng.randint(1, 6))
        )

    made = [text() for _ in range(count)]
    return [article(f"a{n:03}", made[n - n % 5 if n % 5 == 4 else n]) for n in range(count)]


class EngineContract:
    """The tests; who inherits them gives the fixture ``edition``, made of ``articles()``."""

    @pytest.fixture(scope="class")
    @classmethod
    def plain(cls) -> "PlainRanking":
        return PlainRanking(Edition.of(articles()))

    @pytest.mark.parametrize("seed", range(12))
    def test_the_best_are_those_of_plain_counting(
        self, edition: Edition, plain: "PlainRanking", seed: int
    ) -> None:
        query = queries(Random(seed))
        expected = plain.ranked(query)
        for count in (1, 3, 8, 40, 1000):
            assert edition.ranking.top(query, count) == expected[:count]
        assert list(edition.ranking.best(query)) == expected

    @pytest.mark.parametrize("seed", range(6))
    def test_only_what_is_asked_of_is_ranked(
        self, edition: Edition, plain: "PlainRanking", seed: int
    ) -> None:
        rng = Random(seed)
        mask = np.array([rng.random() < (seed + 1) / 7 for _ in articles()])
        words = [[term(word, "en") for word in rng.sample(_WORDS, 2)] for _ in range(rng.randint(0, 2))]
        query = queries(rng)
        for among in (Among(mask), Among(words=words), Among(mask, words)):
            expected = plain.ranked(query, among)
            assert edition.ranking.top(query, 8, among) == expected[:8]
            assert list(edition.ranking.best(query, among)) == expected
            assert list(edition.ranking.each(among)) == plain.among(among)

    def test_nothing_is_ranked_of_what_nobody_has(self, edition: Edition) -> None:
        none = Among(np.zeros(len(articles()), np.bool_))
        known = {term(_WORDS[0], "en"): 1.0}
        assert edition.ranking.top({term("nowhere", "en"): 1.0}, 8) == []
        assert edition.ranking.top({}, 8) == []
        assert edition.ranking.top({term(_WORDS[0], "en"): 0.0}, 8) == []
        assert edition.ranking.top(known, 8, none) == []
        assert edition.ranking.top(known, 8, Among(words=[[term("nowhere", "en")]])) == []
        assert list(edition.ranking.each(none)) == []

    def test_each_passage_has_the_score_that_it_is_ranked_by(
        self, edition: Edition, plain: "PlainRanking"
    ) -> None:
        query = queries(Random(3))
        numbers = [5, 0, len(edition.passages) - 1, 17]
        scores = dict(plain.ranked(query))
        assert edition.ranking.scores(query, numbers) == [scores.get(number, 0.0) for number in numbers]

    def test_every_passage_gives_back_its_sentences(self, edition: Edition, plain: "PlainRanking") -> None:
        number = edition.vocabulary.number
        for passage in range(0, len(edition.passages), 3):
            told = [ids.tolist() for ids in edition.ranking.sentences(passage)]
            assert told == [[number(t) for t in sentence] for sentence in plain.sentences[passage]]


def queries(rng: Random) -> dict[Term, float]:
    """Weighted terms, some of which nobody has."""
    words = rng.sample([*_WORDS, "nowhere"], rng.randint(1, 9))
    return {term(word, "en"): rng.choice((1.0, 0.5, 0.123)) for word in words}


class PlainRanking:
    """BM25 by counting, passage by passage, in the order of operations that its formula is written in."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        entries = edition.entries.values()
        read = [(entry.article, analyse(entry.article, entry.passages)) for entry in entries]
        self.sentences = [s for _, analysed in read for s in _sentences(analysed)]
        headings = [h for _, analysed in read for h in _headings(analysed)]
        self._counts = [
            Counter(chain(heading, *said)) for heading, said in zip(headings, self.sentences, strict=True)
        ]
        self._articles = [n for n, entry in enumerate(entries) for _ in entry.passages]

    def among(self, among: Among) -> list[int]:
        return [
            number
            for number, counts in enumerate(self._counts)
            if (among.articles is None or among.articles[self._articles[number]])
            and all(any(t in counts for t in terms) for terms in among.words)
        ]

    def ranked(self, query: Mapping[Term, float], among: Among = ALL) -> list[tuple[int, float]]:
        vocabulary = self._edition.vocabulary
        k1, b = vocabulary.counts.repetition, vocabulary.counts.length
        lengths = [counts.total() for counts in self._counts]
        mean = sum(lengths) / len(lengths)
        found = []
        for number in self.among(among):
            score, counts = 0.0, self._counts[number]
            for asked, weight in query.items():
                if (times := float(counts[asked])) and weight > 0:
                    norm = k1 * (1 - b + b * lengths[number] / mean)
                    score += weight * vocabulary.idf(asked) * (times * (k1 + 1) / (times + norm))
            found += [(number, score)] if score else []
        return sorted(found, key=lambda one: (-one[1], one[0]))


def _sentences(read: Analysed) -> list[list[list[Term]]]:
    terms = [term(word, read.language) for word in read.words]
    rows = [[terms[n] for n in read.ids[a:b]] for a, b in pairwise(read.sentence_starts)]
    return [rows[a:b] for a, b in pairwise(read.passage_starts)]


def _headings(read: Analysed) -> Sequence[list[Term]]:
    terms = [term(word, read.language) for word in read.words]
    return [[terms[n] for n in read.heading_ids[a:b]] for a, b in pairwise(read.heading_starts)]
