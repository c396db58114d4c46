"""A question's words in other spellings: transliterated names, joined and split words, slips, synonyms.

The index stays exact: it is the question that is widened, by words that the articles do have.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from bot.basics.limits import LIMITS
from bot.core.index.lexicon.compounds import Compounds
from bot.core.index.lexicon.transcribed import in_cyrillic
from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.nouns import Term
from bot.core.words.edit_distance import Letters, Likeness
from bot.core.words.strings import TextMap
from bot.core.words.terms import fold, is_stop, term
from bot.core.words.tokens import QuestionWord, Variant, question_terms
from bot.core.words.transliteration import spelling_key
from bot.languages.known import LANGUAGES

_SHORTEST, _LONG = 5, 8
"""Letters of a word that has other spellings, and of one that may hold two slips."""
_SHORTEST_SLIP = 4
"""Letters of a word that may hold a slip; in one so short, a letter is dropped or swapped, not the first."""
_SHORTEST_PART = 3
_MOST = 5
"""The words, most frequent first, that a slip is corrected to."""
_MOST_SLIPS = 2
"""Words of a question that are corrected: with more unknown ones it is about something else."""
_NUMBER = re.compile(r".*\d.*|[IVXLCDM]+")
"""A number with one digit more is another number, not a slip."""

_INTERCHANGED = {
    code: [pair.split() for pair in known.words.interchanged.split(",") if pair]
    for code, known in LANGUAGES.items()
}

_END = "$"
"""Stands for the end of a word among interchanged letters."""

_SHORT_FORMS = [
    tuple(row.split())
    for known in LANGUAGES.values()
    for row in known.words.short_forms.replace(";", "\n").splitlines()
    if row.strip()
]

_BETWEEN = "\n"
"""Between names, which have none."""

_Stems = tuple[tuple[str, ...], ...]


class KeptSpellings(NamedTuple):
    """What is known of the words of an edition: how they are written, by their folded form; the names of each
    key, a line each; all letters; what is put together from others."""

    written: TextMap
    names: TextMap
    letters: Letters
    compounds: Compounds


class Spellings:
    """The words of an edition, findable by other spellings. ``synonyms`` maps words or phrases to others
    that mean the same: each of them finds all."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        synonyms: Mapping[str, Sequence[str]],
        previous: "Spellings | None" = None,
        is_word: Callable[[str], bool] = lambda _: False,
        kept: "KeptSpellings | None" = None,
    ) -> None:
        """Find the words' other spellings; ``previous`` spares work on names that it has.

        What ``is_word`` knows is no slip, whatever it is near. Nothing is looked for if it is ``kept``.
        """
        self._is_word = is_word
        self._vocabulary, self._counts = vocabulary, vocabulary.counts
        self._languages = tuple(vocabulary.words)
        self.kept = kept or self._found(previous)
        self._written, self._names, letters, self._compounds = self.kept
        self._likeness = Likeness(self._written.names, letters)
        self._synonyms: dict[_Stems, list[Variant]] = {}
        for group in (*((name, *others) for name, others in synonyms.items()), *_SHORT_FORMS):
            for asked in group:
                stems = _stems(question_terms(asked, self._languages))
                variants = [v for other in group if other != asked for v in self._phrase(other)]
                self._synonyms.setdefault(stems, []).extend(variants)

    def _found(self, previous: "Spellings | None") -> "KeptSpellings":
        written = TextMap.of(_written(self._vocabulary.words.values()))
        names = (word for word in written.values() if word[0].isupper() and _may_vary(word))
        reusable = previous and set(previous._languages) == set(self._languages)  # noqa: SLF001
        by_key = self._by_key(names, previous._keys_of_names() if previous and reusable else {})  # noqa: SLF001
        return KeptSpellings(
            written,
            TextMap.of({key: _BETWEEN.join(found) for key, found in by_key.items()}),
            Letters.of(written.names, _SHORTEST_SLIP),
            Compounds.of(self._vocabulary.words),
        )

    def expand(self, words: Sequence[QuestionWord]) -> tuple[QuestionWord, ...]:
        """Return the question's words, each with its variants; stop words have none."""
        named = [self._named([word.surface, *word.terms]) for word in words]
        found = [v if v and not self._is_ordinary(word) else [] for word, v in zip(words, named, strict=True)]
        unknown = [n for n, word in enumerate(words) if self._is_unknown(word)]
        for n in sorted(unknown, key=lambda n: bool(found[n]))[:_MOST_SLIPS]:
            word = fold(words[n].surface)
            if not self._is_word(word):
                found[n] += self._corrected(word) or (
                    [] if found[n] else self._split(word) or self._parts(word)
                )
        for n, asked in enumerate(words):
            found[n] += self._interchanged(fold(asked.surface))
        for n, (first, second) in enumerate(pairwise(words)):
            joined = self._joined(first, second)
            found[n] += joined
            found[n + 1] += joined
        for n, other, variants in self._compounded(words):
            found[n] += variants
            found[other] += variants
        for start, end, variants in self._synonymous(words):
            for n in range(start, end):
                found[n] += variants
        return tuple(map(widened, words, found))

    def in_cyrillic(self, text: str) -> tuple[str, Mapping[str, tuple[str, ...]]]:
        """Return a question in the articles' script, and what became of which word (see ``transcribed``)."""
        return in_cyrillic(text, frozenset(self._languages), self._written.names, self._is_word)

    def _is_ordinary(self, word: QuestionWord) -> bool:
        """Tell whether the articles have the word and it is written small and a real word, so no name."""
        known = word.surface.islower() and any(term in self._vocabulary for term in word.terms)
        return known and self._is_word(fold(word.surface))

    def _is_unknown(self, word: QuestionWord) -> bool:
        is_known = word.is_stop or any(term in self._vocabulary for term in word.terms)
        return not is_known and _may_vary(word.surface, _SHORTEST_SLIP)

    def _synonymous(self, words: Sequence[QuestionWord]) -> Iterator[tuple[int, int, list[Variant]]]:
        """Yield the phrases of the question that have synonyms, as ranges of its words."""
        longest = max(map(len, self._synonyms), default=0)
        for start in range(len(words)):
            for end in range(start + 1, min(start + longest, len(words)) + 1):
                variants = self._synonyms.get(_stems(words[start:end]))
                if variants:
                    yield start, end, variants

    def _named(self, spellings: Sequence[str]) -> list[Variant]:
        """Return the names that the word, its spelling first, is another spelling of."""
        if not _may_vary(spellings[0]):
            return []
        found = (self._names.get(key) for key in _keys(spellings))
        names = {name for known in found if known is not None for name in known.split(_BETWEEN)}
        shortest_first = sorted(names, key=lambda name: (len(name), name))  # the others are inflected
        return [
            variant
            for name in shortest_first
            for variant in self._variants(name, self._counts.other_spelling)
        ]

    def _interchanged(self, word: str) -> list[Variant]:
        """Return the word as others spell it: harbour and harbor, organise and organize."""
        others = with_letters_interchanged(word, self._languages)
        # What is no word may have the stem of another: "policae" that of polica.
        alike = [other for other in others if other in self._written or self._is_word(other)]
        said = [o for o in alike if not any(is_stop(o, language) for language in self._languages)]
        return [variant for other in said for variant in self._variants(other, self._counts.other_spelling)]

    def _corrected(self, word: str) -> list[Variant]:
        """Return the words that are the fewest slips away, most frequent first."""
        once = self._near(word, 1)
        begins_alike = any(word[0] in other[:2] for other in once)  # a slip may have dropped the first letter
        weight = self._counts.only_slip if len(once) == 1 and begins_alike else self._counts.slip
        near = once or (self._near(word, 2) if len(word) >= _LONG else [])
        found = [variant for other in near for variant in self._variants(self._written[other], weight)]
        return sorted(found, key=lambda v: (-self._vocabulary.frequency(v.term), v.spelling))[:_MOST]

    def _near(self, word: str, slips: int) -> list[str]:
        return [other for other in self._likeness.near(word, slips) if self._may_be_meant(other, word)]

    def _may_be_meant(self, other: str, word: str) -> bool:
        """Tell whether the other word says anything and, of a short one, is no neighbour by chance."""
        if any(is_stop(self._written[other], language) for language in self._languages):
            return False
        is_swapped = sorted(other) == sorted(word)
        return len(word) >= _SHORTEST or (other[0] == word[0] and (is_swapped or len(other) > len(word)))

    def _split(self, word: str) -> list[Variant]:
        """Return the two words that this one is made of; of several such pairs, the one that is met most."""
        cuts = [(word[:n], word[n:]) for n in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)]
        pairs = [
            [variant for part in cut for variant in self._variants(self._written[part], self._counts.part)]
            for cut in cuts
            if all(part in self._written for part in cut)
        ]
        return max(pairs, key=lambda pair: min(self._vocabulary.frequency(v.term) for v in pair), default=[])

    def _joined(self, first: QuestionWord, second: QuestionWord) -> list[Variant]:
        """Return the one word that two neighbours, a space or a hyphen apart, are in the articles."""
        joined = fold(first.surface + second.surface)
        if (
            first.is_stop
            or second.is_stop
            or second.span.start - first.span.end != 1
            or not _may_vary(joined)
        ):
            return []
        if joined in self._written:
            return self._variants(self._written[joined], self._counts.other_spelling)
        return self._named([joined])

    def _parts(self, word: str) -> list[Variant]:
        """Return the words that this one is put together from."""
        parts = self._compounds.parts(word)
        return [v for part in parts for v in self._variants(self._written[part], self._counts.part)]

    def _compounded(self, words: Sequence[QuestionWord]) -> Iterator[tuple[int, int, list[Variant]]]:
        """Yield the pairs of words, by number, that the articles have as one word put together from both."""
        telling = [n for n, word in enumerate(words) if not word.is_stop][: LIMITS.looking.words]
        for n, other in combinations(telling, 2):
            made = self._compounds.made_of(words[n].terms, words[other].terms)
            if variants := [v for whole in made for v in self._variants(whole, self._counts.other_spelling)]:
                yield n, other, variants
        said = [words[n].surface for n in telling[: LIMITS.looking.joined]]
        for place, first in enumerate(said):
            for last, whole in self._compounds.of_both(first, said):
                variants = self._variants(self._written[whole], self._counts.other_spelling)
                if place != last and variants:
                    yield telling[place], telling[last], variants

    def _phrase(self, text: str) -> list[Variant]:
        content = [word for word in question_terms(text, self._languages) if not word.is_stop]
        return [
            Variant(term, self._counts.synonym / len(content), text)
            for word in content
            for term in word.terms
            if term in self._vocabulary
        ]

    def _variants(self, written: str, weight: float) -> list[Variant]:
        terms = dict.fromkeys(term(written, language) for language in self._languages)
        return [Variant(t, weight, written) for t in terms if t in self._vocabulary]

    def _by_key(self, names: Iterable[str], known: Mapping[str, list[str]]) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            keys = known.get(name) or _keys([name, *(term(name, language) for language in self._languages)])
            for key in keys:
                found[key].append(name)
        return dict(found)

    def _keys_of_names(self) -> dict[str, list[str]]:
        """Return the keys by which each name is found."""
        keys: defaultdict[str, list[str]] = defaultdict(list)
        for key, names in self._names.items():
            for name in names.split(_BETWEEN):
                keys[name].append(key)
        return dict(keys)


@lru_cache(maxsize=LIMITS.caches.related)
def with_letters_interchanged(word: str, languages: Collection[str] = LANGUAGES) -> tuple[str, ...]:
    """Return a folded word as others may spell it: harbour and harbor; most of these are no words.

    They may do so in one of these ``languages``, codes of ISO 639-1.
    """
    ended = word + _END
    rows = (row for code in languages for row in _INTERCHANGED.get(code, ()))
    pairs = ((a, b) for row in rows for a, b in (row, row[::-1]) if a in ended)
    return tuple(dict.fromkeys(ended.replace(a, b).removesuffix(_END) for a, b in pairs))


def also_searched(words: Iterable[QuestionWord]) -> dict[str, tuple[str, ...]]:
    """Return, for each word that has variants, how the articles spell them."""
    return {
        word.surface: tuple(dict.fromkeys(variant.spelling for variant in word.variants))
        for word in words
        if word.variants
    }


def widened(word: QuestionWord, variants: Iterable[Variant]) -> QuestionWord:
    """Give a word these variants too, heaviest first, one for each term that it does not have itself.

    A stop word stays without.
    """
    kept: dict[Term, Variant] = {}
    for variant in sorted([*word.variants, *variants], key=lambda v: -v.weight):
        if variant.term not in word.terms:
            kept.setdefault(variant.term, variant)
    return word if word.is_stop else replace(word, variants=tuple(kept.values()))


def _written(vocabularies: Iterable[Iterable[str]]) -> dict[str, str]:
    """Return the words that may vary, folded, with the way they are written: small where they ever are."""
    written: dict[str, str] = {}
    for words in vocabularies:
        for word in words:
            folded = fold(word)
            if folded not in written or word.islower():
                written[folded] = word
    return {
        folded: word for folded, word in written.items() if len(folded) >= _SHORTEST_PART and folded.isalpha()
    }


def _keys(spellings: Iterable[str]) -> list[str]:
    """Return the keys of a word and its stems, without those cut to five letters: they tell too little."""
    written, *stems = spellings
    keys = dict.fromkeys(map(spelling_key, [written, *(stem for stem in stems if len(stem) > _SHORTEST)]))
    return [key for key in keys if key]


def _may_vary(word: str, shortest: int = _SHORTEST) -> bool:
    return len(word) >= shortest and not _NUMBER.fullmatch(word)


def _stems(words: Sequence[QuestionWord]) -> _Stems:
    return tuple(word.terms for word in words)
