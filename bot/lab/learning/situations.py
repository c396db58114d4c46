"""Training material: questions put to editions in which they are answered, nearly answered, or not at all."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
import numpy.typing as npt

from bot.core.asking.question import Question, understand
from bot.core.choosing.candidates import Candidate, candidates, read
from bot.core.choosing.features import features
from bot.core.index.background import Background
from bot.core.index.edition import Edition, Synonyms
from bot.core.index.vectors.encoder import Matrix
from bot.core.nouns import Article
from bot.lab.question_sets import Expected, QuestionSet
from bot.lab.rewording import retype, reword, synonyms

SMALL = (20, 40, 80, 160)
"""Articles in the small editions that part of the questions are put to."""
SMALL_EDITIONS = 60
IN_SMALL = 0.6
"""Share of the questions put to a small edition: most corpora of real users are small."""
PASSAGES_LEARNED = 16
"""Passages whose sentences are learned from: twice as many as are asked, so that more of them are wrong."""
FOREIGN = 0.3
"""Questions about other articles, as a share of those about these."""
WITHOUT_ANSWER = 0.5
"""Share of the questions that are also asked in each of the situations without an answer."""


Encode = Callable[[Edition], Edition]
"""Gives an edition the vectors of its sentences."""


class Kind(Enum):
    """What was taken away before the question was asked."""

    ANSWERED = "answered"
    NEAR = "near"
    """The sentences that hold the answer, but not those around them."""
    ABSENT = "absent"
    """Nothing: the articles are about what is asked, but never answered it."""
    STRIPPED = "stripped"
    """The answer's own words, but not the sentences that held them."""
    FAR = "far"
    """The whole article that the question is about."""
    FOREIGN = "foreign"
    """Nothing: it is a question about other articles altogether."""


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """A question with its candidates' features, and which of them answer."""

    number: int
    """Tells the question that this was made of, which its rewordings share; where sets are many, the set."""
    kind: Kind
    question: Question
    found: tuple[Candidate, ...]
    rows: Matrix
    right: npt.NDArray[np.bool_]
    of_large: bool = False
    """It was made of one of very many questions of a kind."""

    def by_words(self, columns: int) -> "Situation | None":
        """Return it with what words alone find and so many features; None if there is nothing."""
        kept = np.array([candidate.by_words for candidate in self.found])
        if not kept.any():
            return None
        return replace(
            self,
            found=tuple(c for c, keep in zip(self.found, kept, strict=True) if keep),
            rows=self.rows[kept, :columns],
            right=self.right[kept],
        )


def as_it_is(edition: Edition) -> Edition:
    """Return the edition."""
    return edition


def situations(
    material: QuestionSet,
    background: Background,
    seed: int = 1,
    encode: Encode = as_it_is,
    foreign: Sequence[Expected] = (),
) -> Iterator[Situation]:
    """Yield the situations of a question set with its own articles, the same for the same seed.

    ``encode`` gives an edition the vectors of its sentences; ``foreign`` are questions about other articles.
    """
    rng = random.Random(seed)  # noqa: S311 - no secret
    vectors = background.vectors
    whole = encode(Edition.of(material.articles, background=background))
    small = [encode(edition) for edition in _small_editions(material.articles, whole, background, rng)]
    others: Synonyms = synonyms((a.text for a in material.articles), vectors) if vectors else {}
    count = min(len(foreign), int(FOREIGN * len(material.questions)))
    of_others = random.Random(seed).sample(foreign, count)  # noqa: S311
    for number, expected in enumerate([*material.questions, *of_others]):
        homes = [edition for edition in small if expected.home in edition.entries]
        edition = rng.choice(homes) if homes and rng.random() < IN_SMALL else whole
        is_near = not expected.answerable and expected.kind != "far"
        # A near miss without the word that it misses by, "what does the mat (cost)?", may well be answered.
        asked = retype(expected.question, rng) if is_near else reword(expected.question, others, rng)
        question = understand(asked, edition)
        likeness = edition.encoded.likeness(question.text) if edition.encoded else None
        found = candidates(question, edition, PASSAGES_LEARNED, likeness)
        kinds = _kinds(expected, rng) if number < len(material.questions) else [Kind.FOREIGN]
        for kind in kinds:
            if left := _left(found, kind, expected):
                right = [kind is Kind.ANSWERED and _answers(candidate, expected) for candidate in left]
                rows = features(question, left, vectors, likeness)
                yield Situation(number, kind, question, tuple(left), rows, np.array(right))


def _small_editions(
    articles: Sequence[Article], whole: Edition, background: Background, rng: random.Random
) -> Iterator[Edition]:
    for _ in range(SMALL_EDITIONS if len(articles) > SMALL[0] else 0):
        size = min(len(articles), rng.choice(SMALL))
        yield Edition.of(rng.sample(articles, size), previous=whole, background=background)


def _kinds(expected: Expected, rng: random.Random) -> Iterable[Kind]:
    if not expected.answerable:
        yield Kind.FOREIGN if expected.kind == "far" else Kind.ABSENT
        return
    yield Kind.ANSWERED
    for kind in (Kind.NEAR, Kind.STRIPPED, Kind.FAR):
        if rng.random() < WITHOUT_ANSWER and (expected.answers or kind is not Kind.STRIPPED):
            yield kind


def _left(found: Sequence[Candidate], kind: Kind, expected: Expected) -> list[Candidate]:
    """Return what is left of the candidates when it is taken away that the kind tells."""
    left = [c for c in found if not _taken_away(c, kind, expected)]
    if kind is not Kind.STRIPPED:
        return left
    return [_stripped(c, expected) if _answers(c, expected) else c for c in left]


def _taken_away(candidate: Candidate, kind: Kind, expected: Expected) -> bool:
    if kind is Kind.NEAR:
        return _answers(candidate, expected)
    return kind is Kind.FAR and expected.is_about(candidate.passage.article)


def _stripped(candidate: Candidate, expected: Expected) -> Candidate:
    """Return the candidate as if its sentence did not say the answer."""
    text = candidate.text
    for answer in sorted(expected.answers, key=len, reverse=True):
        text = text.replace(answer, " ")
    return replace(candidate, sentence=read(text, candidate.passage.article.language))


def _answers(candidate: Candidate, expected: Expected) -> bool:
    return expected.answered_by(candidate.passage.article, candidate.span)
