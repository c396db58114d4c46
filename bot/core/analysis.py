"""Text → index terms: one analysis for articles and questions, per language. PyStemmer's home.

A word becomes a term by folding (compatibility forms, case and accents fold; ё is е, й stays й), by
dropping what is not the word itself (``’s``, ``l’``, the full stops of ``U.S.``, the commas of
``10,000``), and by a Snowball stem; languages that Snowball does not know, and those whose endings
pile up, keep the first five letters. Scripts without spaces are cut into overlapping pairs of characters.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain, repeat
from threading import Lock
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import Stemmer

from bot.core.model import Article, Passage, Span, Term, Token
from bot.core.stop_words import STOP_WORDS

Ids = npt.NDArray[np.int32]

_MARK = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
_MARK += "\u0900-\u0963\u0966-\u0dff\u0f00-\u0fbc\u00ad\u200c\u200d"
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_UNSPACED += "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_GROUPED = r"\d{1,3}(?:[ ,'\u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?"
_WORD = re.compile(
    # The group finds a word; what follows consumes it, but only one character of a pair.
    rf"""(?=(
        [{_UNSPACED}]{{2}} | (?<![{_UNSPACED}])[{_UNSPACED}]
        | [^\W\d_](?:\.[^\W\d_])+(?!\w)\.?
        | {_GROUPED}
        | (?<!\d[.,])\d+[.,]\d+(?![.,]?\d)
        | [^\W_{_UNSPACED}]+(?:['’ʼ{_MARK}]+[^\W_{_UNSPACED}]+)*[{_MARK}]*
    ))(?:[{_UNSPACED}]|\1)""",
    re.VERBOSE,
)
_GROUPED_NUMBER = re.compile(_GROUPED)
_NUMBER = re.compile(r"\d[\d.,]*")
_ACCENT = re.compile(
    r"(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u00ad\u200b-\u200d]"
)
_LETTERS = str.maketrans(
    {"’": "'", "ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|(?:jus|lors|puis|quoi)qu|(?:de|a|ne|su|da|que|be)ll|un|sant)'(?=\w)")

_SCRIPT = re.compile(
    r"(?P<latin>[A-Za-zÀ-ɏḀ-ỿ])|(?P<cyrillic>[Ѐ-ԯ])|(?P<greek>[Ͱ-Ͽἀ-῿])|(?P<armenian>[԰-֏])"
    r"|(?P<hebrew>[֐-׿])|(?P<arabic>[؀-ۿݐ-ݿ])|(?P<devanagari>[ऀ-ॿ])|(?P<tamil>[஀-௿])"
)
_SCRIPT_DEFAULT = {
    "latin": "en", "cyrillic": "ru", "greek": "el", "armenian": "hy",
    "hebrew": "he", "arabic": "ar", "devanagari": "hi", "tamil": "ta",
}  # fmt: skip
_SCRIPT_LANGUAGES = {
    "cyrillic": frozenset(
        ["ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt", "ba", "cv", "uz"]
    ),
    "greek": frozenset({"el"}),
    "armenian": frozenset({"hy"}),
    "hebrew": frozenset({"he", "yi"}),
    "arabic": frozenset(["ar", "fa", "ur", "ps", "ug", "ckb"]),
    "devanagari": frozenset(["hi", "ne", "mr", "sa"]),
    "tamil": frozenset({"ta"}),
}
_ALSO_LATIN = frozenset({"sr", "uz"})
_NOT_LATIN = frozenset().union(*_SCRIPT_LANGUAGES.values(), ["zh", "ja", "ko", "th", "ka"]) - _ALSO_LATIN
_ENDINGS_PILE_UP = frozenset(["tr", "az", "kk", "ky", "uz", "tt", "ba", "tk", "ug"])
"""Measured on Turkish: the first five letters find more than the Snowball stem."""

_stemming = Lock()


class Word(NamedTuple):
    """A word as it stands in a text, from offset ``start``."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.start + len(self.text))

    @property
    def is_capitalised(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_number(self) -> bool:
        """Tell whether it begins with a digit."""
        return self.text[0].isdigit()


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
    """Another term for a question's word, and how much a match of it counts: 0 < weight <= 1."""

    term: Term
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Analysed:
    """What ranking needs of one article; made once for each revision.

    ``ids`` are the tokens of all the passages' sentences, in order, as indices into ``vocabulary``.
    Sentence ``i`` has the tokens from ``sentence_starts[i]`` up to ``sentence_starts[i + 1]``; passage
    ``i`` has the sentences from ``passage_starts[i]`` up to ``passage_starts[i + 1]`` and is also found by
    the tokens of title and section heading, ``heading_ids`` from ``heading_starts[i]`` on.
    """

    vocabulary: tuple[Term, ...]
    ids: Ids
    sentence_starts: Ids
    passage_starts: Ids
    heading_ids: Ids
    heading_starts: Ids


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text, in order."""
    return (Word(match[1], match.start()) for match in _WORD.finditer(text))


def tokens(text: str, language: str) -> list[Token]:
    """Return the words of a text with their index terms. ``language`` is ISO 639-1, or ""."""
    return [Token(term(word.text, language), word.span) for word in words(text)]


@lru_cache(maxsize=2**17)
def term(word: str, language: str) -> Term:
    """Return the index term of a word in an article of that language (ISO 639-1, or "")."""
    language = language_of(word, language)
    plain = _plain(word, language)
    return Term(plain if plain[0].isdigit() else _stem(plain, language))


def fold(word: str) -> str:
    """Return the word without capitals, accents, and typographic or compatibility forms."""
    if word.isascii():
        return word.lower()
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", word.casefold()))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def language_of(word: str, language: str) -> str:
    """Return the language to read a word in, inside a text of ``language``: the script may tell another.

    A Latin word in a Russian text is read as English, a Cyrillic one in an English text as Russian.
    """
    script = _SCRIPT.search(word)
    if script is None:
        return language
    name = script.lastgroup or ""
    is_native = language not in _NOT_LATIN if name == "latin" else language in _SCRIPT_LANGUAGES[name]
    return language if language and is_native else _SCRIPT_DEFAULT[name]


def is_stop(word: str, language: str) -> bool:
    """Tell whether a word says nothing about the subject. ``US`` and ``U.S.`` are no pronouns."""
    if len(word) > 1 and (word.isupper() or "." in word):
        return False
    language = language_of(word, language)
    return _plain(word, language) in STOP_WORDS.get(language, frozenset())


def question_terms(text: str, languages: Iterable[str]) -> tuple[QuestionWord, ...]:
    """Return a question's words, each analysed for every language that the edition holds.

    Stop words are told by the language whose stop words the question has most of; where nothing else
    is left, they are searched as well.
    """
    found = list(words(text))
    known = sorted(set(languages)) or [""]
    plain = [word.text.lower() if text.isupper() else word.text for word in found]
    stops = max(([is_stop(word, language) for word in plain] for language in ["", *known]), key=sum)
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


def analyse(article: Article, passages: Sequence[Passage]) -> Analysed:
    """Return the article in the form that ranking merges. ``passages`` are the article's, in order."""
    text, language = article.text, article.language
    ids: defaultdict[Term, int] = defaultdict()
    ids.default_factory = ids.__len__

    def read(span: Span) -> list[int]:
        found = _WORD.findall(text, span.start, span.end)
        return [ids[t] for t in map(term, found, repeat(language))]

    title = [ids[term(word.text, language)] for word in words(article.title)]
    headings = [title + (read(passage.section) if passage.section else []) for passage in passages]
    sentences = [read(sentence) for passage in passages for sentence in passage.sentences]
    return Analysed(
        ids=_joined(sentences),
        sentence_starts=_starts(map(len, sentences)),
        passage_starts=_starts(len(passage.sentences) for passage in passages),
        heading_ids=_joined(headings),
        heading_starts=_starts(map(len, headings)),
        vocabulary=tuple(ids),
    )


def _joined(rows: Iterable[list[int]]) -> Ids:
    return np.fromiter(chain.from_iterable(rows), np.int32)


def _starts(lengths: Iterable[int]) -> Ids:
    return np.fromiter(accumulate(lengths, initial=0), np.int32)


def _plain(word: str, language: str) -> str:
    folded = fold(word)
    if folded[0].isdigit():
        return _plain_number(folded) or folded
    if language == "en":
        folded = folded.removesuffix("'s")
    elif language in {"fr", "it", "ca"}:
        folded = _ELISION.sub("", folded)
    elif language in {"tr", "az"}:
        folded = folded.partition("'")[0]
    return folded.replace("'", "").replace(".", "") or folded


def _plain_number(folded: str) -> str:
    if _GROUPED_NUMBER.fullmatch(folded):
        return re.sub("[ ,']", "", folded)
    if _NUMBER.fullmatch(folded):
        return folded.replace(",", ".").lstrip("0") or "0"
    return folded.removesuffix("'s")


def _stem(plain: str, language: str) -> str:
    stemmer = None if language in _ENDINGS_PILE_UP else _stemmer(language)
    if stemmer is None:
        return plain[:5]
    with _stemming:
        return str(stemmer.stemWord(plain)) or plain


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    # The stemmer's own cache is off: ours is faster, and theirs is not safe between threads.
    try:
        return Stemmer.Stemmer({"nb": "no", "nn": "no", "": "en"}.get(language, language), 0)
    except KeyError:
        return None
