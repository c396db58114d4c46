"""Analysed articles merged for ranking: which passages have a term, and which terms a passage has."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from bot.core.nouns import Term
from bot.core.words.strings import Dictionary
from bot.core.words.terms import term
from bot.core.words.tokens import Analysed, Ids

Counts = npt.NDArray[np.integer]

_Known = Mapping[str, Mapping[str, Term]]
"""Language → word as written → its term."""


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of all articles, one behind the other, as places in the dictionaries of their languages.

    Sentence ``i`` has those from ``sentences[i]`` up to ``sentences[i + 1]``, passage ``i`` the sentences
    from ``passages[i]`` on, article ``i`` the passages from ``articles[i]`` on and the language with the
    number ``languages[i]``. Passage ``i`` is also found by the ``headings`` from ``heading_starts[i]`` on.
    """

    words: Ids
    sentences: Counts
    passages: Counts
    articles: Counts
    languages: Counts
    headings: Ids
    heading_starts: Counts

    @classmethod
    def of(cls, articles: Sequence[Analysed], places: Sequence[Ids], languages: Sequence[str]) -> "Tokens":
        """Lay the articles out; ``places`` are those of each article's words in its language's dictionary."""
        numbers = {language: number for number, language in enumerate(languages)}
        placed = list(zip(articles, places, strict=True))
        return cls(
            words=_joined(words[article.ids] for article, words in placed),
            sentences=_starts(np.diff(article.sentence_starts) for article in articles),
            passages=_starts(np.diff(article.passage_starts) for article in articles),
            articles=np.array(starts_of(len(a.passage_starts) - 1 for a in articles), np.int64),
            languages=np.array([numbers[article.language] for article in articles], np.int32),
            headings=_joined(words[article.heading_ids] for article, words in placed),
            heading_starts=_starts(np.diff(article.heading_starts) for article in articles),
        )

    def lengths(self) -> Counts:
        """Return the tokens of each passage, with those of its headings."""
        return (np.diff(self.sentences[self.passages]) + np.diff(self.heading_starts)).astype(np.int32)

    def article_of(self, passage: int) -> int:
        """Return the place of the article that a passage is of."""
        return int(np.searchsorted(self.articles, passage, "right")) - 1

    def parts(self, article: int) -> tuple[slice, slice, slice, slice]:
        """Return where an article's passages, sentences, words and headings stand."""
        passages = slice(*self.articles[article : article + 2].tolist())
        sentences = slice(int(self.passages[passages.start]), int(self.passages[passages.stop]))
        words = slice(int(self.sentences[sentences.start]), int(self.sentences[sentences.stop]))
        headings = slice(int(self.heading_starts[passages.start]), int(self.heading_starts[passages.stop]))
        return passages, sentences, words, headings


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The merged articles: passages are numbered in the articles' order, terms in that of their letters.

    ``words``, by language, are the articles' different words as written, ``numbers`` those of their terms.

    Term ``i`` has its passages, as in a sparse matrix by columns, from ``starts[i]`` up to ``starts[i + 1]``,
    and for each the number of its case: a passage of ``case_lengths`` tokens has the term ``case_counts``
    times. ``lengths`` are the passages' tokens with those of their headings.
    """

    terms: Dictionary
    words: Mapping[str, Dictionary]
    numbers: Mapping[str, Ids]
    tokens: Tokens
    lengths: Counts
    starts: Counts
    passages: Ids
    cases: Counts
    case_counts: Counts
    case_lengths: Counts

    @classmethod
    def of(cls, articles: Iterable[Analysed], previous: "Postings | None" = None) -> "Postings":
        """Merge the articles; the terms of words that ``previous`` has are not looked for again."""
        found = tuple(articles)
        known = previous.known_terms() if previous else {}
        terms = _terms(found, known)
        words = {language: Dictionary.of(terms[language]) for language in terms}
        every = Dictionary.of(term for known in terms.values() for term in known.values())
        number = {found: place for place, found in enumerate(every)}
        numbers = {
            language: np.fromiter((number[terms[language][w]] for w in written), np.int32, len(written))
            for language, written in words.items()
        }
        tokens = Tokens.of(found, list(_places(found, words)), list(words))
        lengths = tokens.lengths()
        return cls(every, words, numbers, tokens, lengths, *_compiled(tokens, lengths, numbers, len(every)))

    def reader(self) -> Callable[[int], Analysed]:
        """Return what gives an article, by its place, as it was merged, its words in another order."""
        written = {language: list(words) for language, words in self.words.items()}
        return lambda article: self._analysed(article, written)

    def _analysed(self, article: int, written: Mapping[str, Sequence[str]]) -> Analysed:
        tokens, language = self.tokens, self._language(article)
        passages, sentences, words, headings = tokens.parts(article)
        in_text = words.stop - words.start
        together = np.concatenate([tokens.words[words], tokens.headings[headings]])
        places, inverse = np.unique(together, return_inverse=True)
        ids: Ids = inverse.astype(np.int32)
        return Analysed(
            language=language,
            words=tuple(map(written[language].__getitem__, places.tolist())),
            ids=ids[:in_text],
            sentence_starts=_from_zero(tokens.sentences[sentences.start : sentences.stop + 1]),
            passage_starts=_from_zero(tokens.passages[passages.start : passages.stop + 1]),
            heading_ids=ids[in_text:],
            heading_starts=_from_zero(tokens.heading_starts[passages.start : passages.stop + 1]),
        )

    def known_terms(self) -> _Known:
        """Return, for each language, the term of every word as it is written."""
        terms = list(self.terms)
        return {
            language: {
                word: Term(terms[n]) for word, n in zip(words, self.numbers[language].tolist(), strict=True)
            }
            for language, words in self.words.items()
        }

    @property
    def passages_each(self) -> Counts:
        """How many passages each article has."""
        return np.diff(self.tokens.articles)

    def numbers_of(self, language: str) -> Ids:
        """Return the numbers of the terms that a language's articles have, in order."""
        return np.unique(self.numbers[language])

    def frequencies(self) -> Counts:
        """Return, for every term, the number of passages that have it."""
        return np.diff(self.starts)

    def frequency(self, number: int) -> int:
        """Return the number of passages that have a term."""
        return int(self.starts[number + 1] - self.starts[number])

    def having(self, number: int) -> slice:
        """Return where the passages that have a term stand, and their cases."""
        return slice(*self.starts[number : number + 2].tolist())

    def sentences(self, passage: int) -> list[Ids]:
        """Return the numbers of the terms of each sentence of a passage, in order."""
        numbers = self.numbers[self._language(self.tokens.article_of(passage))]
        start, end = self.tokens.passages[passage : passage + 2].tolist()
        ends = self.tokens.sentences[start : end + 1].tolist()
        return [numbers[self.tokens.words[a:b]] for a, b in pairwise(ends)]

    def _language(self, article: int) -> str:
        return list(self.words)[int(self.tokens.languages[article])]


def starts_of(lengths: Iterable[int]) -> list[int]:
    """Return where each part of a row of parts starts, and the end of the last."""
    return list(accumulate(lengths, initial=0))


def _terms(articles: Iterable[Analysed], known: _Known) -> dict[str, dict[str, Term]]:
    """Return the term of each word of the articles, by language."""
    found: defaultdict[str, dict[str, Term]] = defaultdict(dict)
    for article in articles:
        terms, before = found[article.language], known.get(article.language, {})
        for word in article.words:
            if word not in terms:
                terms[word] = before.get(word) or term(word, article.language)
    return dict(found)


def _places(articles: Iterable[Analysed], words: Mapping[str, Dictionary]) -> Iterator[Ids]:
    """Yield the places of each article's words in its language's dictionary."""
    places = {code: {word: place for place, word in enumerate(written)} for code, written in words.items()}
    for article in articles:
        found = map(places[article.language].__getitem__, article.words)
        yield np.fromiter(found, np.int32, len(article.words))


def _compiled(
    tokens: Tokens, lengths: Counts, numbers: Mapping[str, Ids], terms: int
) -> tuple[Counts, Ids, Counts, Counts, Counts]:
    """Return the starts of each term's passages, these passages, and their cases."""
    keys = _keys(tokens, lengths, list(numbers.values()))
    keys.sort()
    is_edge = np.ones(len(keys) + 1, bool)
    np.not_equal(keys[1:], keys[:-1], out=is_edge[1:-1])
    edges = np.flatnonzero(is_edge)
    keys = keys[edges[:-1]]
    passages = max(len(lengths), 1)
    starts: Counts = np.searchsorted(keys, np.arange(terms + 1) * passages)
    having = (keys % passages).astype(np.int32)
    return starts, having, *_cases(np.diff(edges), lengths, having)


def _cases(counts: Counts, lengths: Counts, having: Ids) -> tuple[Counts, Counts, Counts]:
    """Return the case of each posting, and the counts and lengths of the cases, some thousands at most."""
    different_counts, count = _numbered(counts)
    different_lengths, length = _numbered(lengths)
    found, cases = _numbered(count * len(different_lengths) + length[having])
    of_count, of_length = np.divmod(found, max(len(different_lengths), 1))
    small = np.min_scalar_type(len(found))
    return cases.astype(small), different_counts[of_count], different_lengths[of_length]


def _numbered(values: Counts) -> tuple[Counts, Counts]:
    """Return the different values, which are not below 0, and for each value its place among them."""
    there = np.bincount(values) > 0
    return np.flatnonzero(there), (np.cumsum(there) - 1)[values]


def _keys(tokens: Tokens, lengths: Counts, numbers: Sequence[Ids]) -> npt.NDArray[np.int64]:
    """Return a number for each token: its term's times the number of passages, plus its passage's."""
    keys = np.empty(int(lengths.sum()), np.int64)
    end = 0
    for article, language in enumerate(tokens.languages.tolist()):
        passages, _, words, headings = tokens.parts(article)
        own = np.arange(passages.start, passages.stop)
        in_text = np.diff(tokens.sentences[tokens.passages[passages.start : passages.stop + 1]])
        above = np.diff(tokens.heading_starts[passages.start : passages.stop + 1])
        places = np.concatenate([tokens.words[words], tokens.headings[headings]])
        start, end = end, end + len(places)
        keys[start:end] = numbers[language][places]
        keys[start:end] *= len(lengths)
        keys[start:end] += np.concatenate([np.repeat(own, in_text), np.repeat(own, above)])
    return keys


def _joined(parts: Iterable[Ids]) -> Ids:
    return np.concatenate([np.empty(0, np.int32), *parts])


def _starts(lengths: Iterable[Counts]) -> Counts:
    """Return where each part starts, given the parts' lengths article by article, and the end of the last."""
    return np.concatenate([np.zeros(1, np.int64), *lengths]).cumsum()


def _from_zero(starts: Counts) -> Ids:
    return (starts - starts[:1]).astype(np.int32)
