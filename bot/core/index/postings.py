"""Analysed articles merged for ranking: which passages have a term, and which terms a passage has."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from bot.core.index.on_demand import OnDemand
from bot.core.nouns import Term
from bot.core.words.terms import term
from bot.core.words.tokens import Analysed, Ids

Counts = npt.NDArray[np.integer]


class _Words(dict[str, int]):
    """The words of all articles of a language, as they are written, with the numbers of their terms."""

    def __init__(self, language: str, numbers: dict[Term, int], known: Mapping[str, Term]) -> None:
        self._language = language
        self._numbers = numbers
        self._known = known

    def __missing__(self, word: str) -> int:
        found = self._known.get(word) or term(word, self._language)
        number = self._numbers.setdefault(found, len(self._numbers))
        self[word] = number
        return number

    def forget_known(self) -> None:
        """Let go of the edition before: it is not needed once all words are met."""
        self._known = {}

    def numbers(self, words: tuple[str, ...]) -> Ids:
        """Return the number of each word's term; a term that is met for the first time gets the next."""
        return np.fromiter(map(self.__getitem__, words), np.int32, len(words))


@dataclass(frozen=True, slots=True, eq=False)
class Merged:
    """Postings as plain values, to be kept: see ``Postings``. ``numbers`` are those of ``words``' terms."""

    terms: Sequence[str]
    words: Mapping[str, Sequence[str]]
    numbers: Mapping[str, Ids]
    lengths: Counts
    starts: Counts
    passages: Ids
    counts: Counts


class Postings:
    """The merged articles: passages are numbered in the order of the articles, terms as they first occur.

    ``numbers`` holds every term's; ``words``, by language, the articles' different words as written.

    Term ``i`` has its passages and counts, as in a sparse matrix by columns, from ``starts[i]`` up to
    ``starts[i + 1]``. ``lengths`` are the passages' tokens with those of their headings.
    """

    def __init__(self, articles: Iterable[Analysed], previous: "Postings | None" = None) -> None:
        """Merge the articles; the terms of words that ``previous`` has are not looked for again."""
        self._articles: Sequence[Analysed] = tuple(articles)
        self._first_passages = starts_of(len(a.passage_starts) - 1 for a in self._articles)
        self.numbers: dict[Term, int] = {}
        known = previous.terms() if previous else {}
        languages = dict.fromkeys(a.language for a in self._articles)
        self._words = {code: _Words(code, self.numbers, known.get(code, {})) for code in languages}
        self._article_numbers: Sequence[Ids] = [
            self._words[a.language].numbers(a.words) for a in self._articles
        ]
        for words in self._words.values():
            words.forget_known()
        self.words = {language: words.keys() for language, words in self._words.items()}
        self.lengths = _joined(_passage_lengths(a) for a in self._articles)
        self._compile()

    @classmethod
    def restored(cls, merged: "Merged", articles: Sequence[Analysed], passages: Iterable[int]) -> "Postings":
        """Return the postings that were laid out, without a look at the articles until their turn comes.

        ``passages`` tells how many each article has.
        """
        found = cls([])
        found.numbers = {Term(term): number for number, term in enumerate(merged.terms)}
        found._words = {code: _Words(code, found.numbers, {}) for code in merged.words}
        for code, words in found._words.items():
            words.update(zip(merged.words[code], merged.numbers[code].tolist(), strict=True))
        found.words = {language: words.keys() for language, words in found._words.items()}
        found._articles = articles
        found._first_passages = starts_of(passages)

        def numbers(place: int) -> Ids:
            article = articles[place]
            return found._words[article.language].numbers(article.words)

        found._article_numbers = OnDemand(len(articles), numbers)
        found.lengths, found._starts = merged.lengths, merged.starts
        found._passages, found._counts = merged.passages, merged.counts
        return found

    def laid_out(self) -> "Merged":
        """Return what was merged, as plain values."""
        return Merged(
            terms=list(self.numbers),
            words={language: list(words) for language, words in self._words.items()},
            numbers={code: np.fromiter(w.values(), np.int32, len(w)) for code, w in self._words.items()},
            lengths=self.lengths,
            starts=self._starts,
            passages=self._passages,
            counts=self._counts,
        )

    def terms(self) -> dict[str, dict[str, Term]]:
        """Return, for each language, the term of every word as it is written."""
        terms = list(self.numbers)
        return {
            language: {word: terms[number] for word, number in words.items()}
            for language, words in self._words.items()
        }

    def numbers_of(self, language: str) -> Ids:
        """Return the numbers of the terms that a language's articles have, in order."""
        return np.unique(np.fromiter(self._words[language].values(), np.int32))

    def frequencies(self) -> Counts:
        """Return, for every term, the number of passages that have it."""
        return np.diff(self._starts)

    def blocks(self, number: int, size: int) -> Iterable[tuple[Ids, Counts]]:
        """Yield the passages that have a term, and how often each has it, at most ``size`` at once."""
        end = int(self._starts[number + 1])
        for start in range(int(self._starts[number]), end, size):
            block = slice(start, min(start + size, end))
            yield self._passages[block], self._counts[block]

    def sentences(self, passage: int) -> list[Ids]:
        """Return the numbers of the terms of each sentence of a passage, in order."""
        index = bisect_right(self._first_passages, passage) - 1
        article, first = self._articles[index], passage - self._first_passages[index]
        start, end = article.passage_starts[first : first + 2]
        numbers = self._article_numbers[index]
        return [numbers[article.ids[a:b]] for a, b in pairwise(article.sentence_starts[start : end + 1])]

    def _compile(self) -> None:
        keys = self._keys()
        keys.sort()
        is_edge = np.ones(len(keys) + 1, bool)
        np.not_equal(keys[1:], keys[:-1], out=is_edge[1:-1])
        edges = np.flatnonzero(is_edge)
        counts = np.diff(edges)
        self._counts = counts.astype(np.min_scalar_type(counts.max(initial=0)))
        del counts  # a reload happens beside the edition that serves: its peak of memory matters
        keys = keys[edges[:-1]]
        passages = max(len(self.lengths), 1)
        self._starts: Counts = np.searchsorted(keys, np.arange(len(self.numbers) + 1) * passages)
        self._passages = (keys % passages).astype(np.int32)

    def _keys(self) -> npt.NDArray[np.int64]:
        """Return a number for each token: its term's times the number of passages, plus its passage's."""
        keys = np.empty(int(self.lengths.sum()), np.int64)
        end = 0
        for article, first, numbers in zip(
            self._articles, self._first_passages[:-1], self._article_numbers, strict=True
        ):
            passages = np.arange(first, first + len(article.passage_starts) - 1)
            in_text = np.repeat(passages, np.diff(article.sentence_starts[article.passage_starts]))
            in_headings = np.repeat(passages, np.diff(article.heading_starts))
            start, end = end, end + len(in_text) + len(in_headings)
            keys[start:end] = numbers[np.concatenate([article.ids, article.heading_ids])]
            keys[start:end] *= len(self.lengths)
            keys[start:end] += np.concatenate([in_text, in_headings])
        return keys


def starts_of(lengths: Iterable[int]) -> list[int]:
    """Return where each part of a row of parts starts, and the end of the last."""
    return list(accumulate(lengths, initial=0))


def _passage_lengths(article: Analysed) -> Counts:
    in_text = np.diff(article.sentence_starts[article.passage_starts])
    return in_text + np.diff(article.heading_starts)


def _joined(parts: Iterable[Counts]) -> Counts:
    return np.concatenate([np.empty(0, np.int32), *parts])
