"""Text → words and index terms: the same for articles and questions.

Scripts that are written without spaces are cut into overlapping pairs of characters.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.basics.limits import LIMITS
from bot.core.nouns import Article, Passage, Span, Term
from bot.core.words.terms import WORDS, is_stop, language_of_word, term
from bot.languages.beyond.scripts import ASKING_UNSPACED, DEFAULT_LANGUAGE

Ids = npt.NDArray[np.int32]

_MARK = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0f00-\u0fbc\u00ad\u200c\u200d"
)
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)

_MOST_PARTS = 24
"""Of a word with apostrophes or marks, an abbreviation or a grouped number."""

_SOME = rf"{{1,{LIMITS.texts.word}}}"
_PARTS = rf"{{1,{_MOST_PARTS}}}"
_MAY_PARTS = rf"{{0,{_MOST_PARTS}}}"
_GROUPED = rf"\d{{1,3}}(?:[ ,'\u00a0\u2009\u202f]\d{{3}}){_PARTS}(?!\d)(?:[.,]\d{_SOME})?"
_WITH_STOPS = rf"\d{{1,3}}(?:\.\d{{3}}){{2,{_MOST_PARTS}}}(?!\.?\d)(?:,\d{_SOME})?"
_OTHERS = rf"""[^\W\d_](?:\.[^\W\d_]){_PARTS}(?!\w)\.?
        | {_GROUPED}
        | {_WITH_STOPS}
        | (?<!\d[.,])\d{_SOME}[.,]\d{_SOME}(?![.,]?\d)"""
_WORD = re.compile(
    # The group finds a word; what follows consumes it, but only one character of a pair.
    rf"""(?=(
        [{UNSPACED}]{{2}} | (?<![{UNSPACED}])[{UNSPACED}]
        | {_OTHERS}
        | [^\W_{UNSPACED}]{_SOME}
          (?:['’ʼ{_MARK}]{_PARTS}[^\W_{UNSPACED}]{_SOME}){_MAY_PARTS}[{_MARK}]{_MAY_PARTS}
    ))(?:[{UNSPACED}]|\1)""",
    re.VERBOSE,
)
_MORE = rf"(?:['’ʼ{_MARK}]{_PARTS}[^\W_]{_SOME}){_MAY_PARTS}[{_MARK}]{_MAY_PARTS}"
_SPACED_WORD = re.compile(
    rf"""(?>[^\W\d_](?!\.)[^\W_]{{0,{LIMITS.texts.word - 1}}}{_MORE} | {_OTHERS} | [^\W_]{_SOME}{_MORE})""",
    re.VERBOSE,
)
"""The same where no script stands without spaces, in two thirds of the time: most words are tried first."""
_HAS_UNSPACED = re.compile(f"[{UNSPACED}]")


_SENTENCE_END = re.compile(r"[.!?…:\n]")
_PAIR = re.compile(rf"[{UNSPACED}]{{1,2}}")
_ASKING = re.compile("|".join(sorted(ASKING_UNSPACED, key=len, reverse=True)))


class Word(NamedTuple):
    """A word as it stands in a text, from offset ``start``."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class QuestionWord:
    """A word of a question, with its index terms: one for each way that the edition's languages stem it.

    ``is_stop`` words are left out of the search. ``variants`` are other terms to search it by.
    """

    surface: str
    span: Span
    terms: tuple[Term, ...]
    is_stop: bool = False
    variants: tuple["Variant", ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """Another term for a question's word, and how much a match of it counts: 0 < weight <= 1.

    ``spelling`` is how the articles, or the maintainers, write it.
    """

    term: Term
    weight: float
    spelling: str


@dataclass(frozen=True, slots=True, eq=False)
class Analysed:
    """What ranking needs of one article; made once for each revision.

    ``ids`` are the tokens of all the passages' sentences, in order, as indices into ``words``, which are
    the article's different words as they are written.
    Sentence ``i`` has the tokens from ``sentence_starts[i]`` up to ``sentence_starts[i + 1]``; passage
    ``i`` has the sentences from ``passage_starts[i]`` up to ``passage_starts[i + 1]`` and is also found by
    the tokens of title and section heading, ``heading_ids`` from ``heading_starts[i]`` on.
    """

    language: str
    words: tuple[str, ...]
    ids: Ids
    sentence_starts: Ids
    passage_starts: Ids
    heading_ids: Ids
    heading_starts: Ids


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text, in order."""
    return iter(_words_asked(text)) if len(text) <= LIMITS.asking.heard else _words(text)


def _words(text: str) -> Iterator[Word]:
    return (Word(match[1], match.start()) for match in _WORD.finditer(text))


@lru_cache(maxsize=LIMITS.caches.questions)
def _words_asked(text: str) -> tuple[Word, ...]:
    """Return the words of a text as short as a question, of which many want to know them."""
    return tuple(_words(text))


def word_texts(text: str) -> list[str]:
    """Return the words of a text, in order, without their places: in a third of the time."""
    return _pattern(text).findall(text)


def _pattern(text: str) -> re.Pattern[str]:
    return _SPACED_WORD if text.isascii() or not _HAS_UNSPACED.search(text) else _WORD


def is_pair(word: str) -> bool:
    """Tell whether what is searched as a word is only a pair of signs of a script without spaces."""
    return _PAIR.fullmatch(word) is not None


def question_terms(text: str, languages: Iterable[str]) -> tuple[QuestionWord, ...]:
    """Return a question's words, each analysed for every language that the edition holds.

    Stop words are told by the language whose stop words the question has most of; where nothing else
    is left, they are searched as well.
    """
    # Where no spaces part them from what they ask about, question words would make pairs with it.
    found = list(words(_ASKING.sub(lambda asking: " " * len(asking[0]), text))) or list(words(text))
    known = sorted(set(languages)) or [""]
    shouted = text.isupper()
    plain = [word.text.lower() if shouted else word.text for word in found]
    stops = max(([is_stop(word, language) for word in plain] for language in ["", *known]), key=sum)
    stops = [stop and not _tells(text, found[:n], found[n]) for n, stop in enumerate(stops)]
    keep_all = all(stops)
    return tuple(
        QuestionWord(
            surface=word.span.of(text),
            span=word.span,
            terms=tuple(dict.fromkeys(term(word.text, language) for language in known)),
            is_stop=stop and not keep_all,
        )
        for word, stop in zip(found, stops, strict=True)
    )


def _tells(text: str, before: Sequence[Word], word: Word) -> bool:
    """Tell whether a stop word says something where it stands: who *owns* it, what did *Will* give?"""
    known = WORDS[language_of_word(word.text, DEFAULT_LANGUAGE["latin"])]
    small = word.text.lower()
    if small in known.only_behind:
        previous = before[-1].text.lower() if before else ""
        return previous not in known.only_behind[small] and not previous.endswith(("'s", "’s", "s'", "s’"))
    inside = bool(before) and not _SENTENCE_END.search(text[before[-1].span.end : word.start])
    return small in known.names_too and inside and word.text[0].isupper() and not text.isupper()


def analyse(article: Article, passages: Sequence[Passage]) -> Analysed:
    """Return the article in the form that ranking merges. ``passages`` are the article's, in order."""
    ids: defaultdict[str, int] = defaultdict()
    ids.default_factory = ids.__len__

    pattern = _pattern(f"{article.title} {article.text}")

    def read(text: str, span: Span) -> list[int]:
        return [ids[word] for word in pattern.findall(text, span.start, span.end)]

    title = read(article.title, Span(0, len(article.title))) if article.title and passages else []
    headings = [title + [word for part in _above(p) for word in read(article.text, part)] for p in passages]
    sentences = [read(article.text, sentence) for p in passages for sentence in p.sentences]
    return Analysed(
        language=article.language,
        ids=_joined(sentences),
        sentence_starts=_starts(map(len, sentences)),
        passage_starts=_starts(len(p.sentences) for p in passages),
        heading_ids=_joined(headings),
        heading_starts=_starts(map(len, headings)),
        words=tuple(map(sys.intern, ids)),  # one object for each word, however many articles have it
    )


def _above(passage: Passage) -> Iterable[Span]:
    """Return the passage's headings and what else leads to its sentences and is not in it, each once."""
    outside = (span for spans in passage.lead_ins for span in spans if not span.overlaps(passage.span))
    return dict.fromkeys([*passage.sections, *outside])


def _joined(rows: Iterable[list[int]]) -> Ids:
    return np.fromiter(chain.from_iterable(rows), np.int32)


def _starts(lengths: Iterable[int]) -> Ids:
    return np.fromiter(accumulate(lengths, initial=0), np.int32)
