"""An edition: everything the bot knows at one moment. Immutable; a question sees exactly one."""

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields

from bot.basics.progress import Progress, silent
from bot.core.index.background import NO_BACKGROUND, Background
from bot.core.index.bm25 import Ranking
from bot.core.index.engine import Among, Engine
from bot.core.index.facets import Facets, Filters
from bot.core.index.lexicon.rarity import KeptRarity
from bot.core.index.lexicon.related import Common, Related
from bot.core.index.lexicon.spellings import KeptSpellings, Spellings
from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.index.on_demand import Named, OnDemand
from bot.core.index.postings import Postings
from bot.core.index.vectors.encoded import Encoded
from bot.core.index.vectors.encoder import Vectors
from bot.core.nouns import MARKS, SOURCE_FIELDS, Article, ArticleId, Card, Listed, Passage, Span, Term
from bot.core.reading.passages import passages
from bot.core.words.tokens import Analysed, analyse, question_terms
from bot.core.words.weights import Weights

Synonyms = Mapping[str, tuple[str, ...]]
"""What else a name may be called, as written."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadArticle:
    """An article with what its reading cost: made once a revision, carried over by reloads.

    ``record`` is how an edition keeps it, "" where that is still to be written.
    """

    article: Article
    passages: Sequence[Passage]
    record: str = ""


Read = tuple[ReadArticle, Analysed]
"""An article with all that an edition needs of it."""


def read_whole(article: Article) -> Read:
    """Return the article cut into passages, and its words: most of what an edition costs."""
    cut = passages(article)
    return ReadArticle(article, cut), analyse(article, cut)


@dataclass(frozen=True, slots=True, eq=False)
class LaidOut:
    """An edition as plain values, without its articles, so that it can be kept: see ``Edition``."""

    id: str
    articles: Sequence[ArticleId]
    postings: Postings
    rarity: KeptRarity
    spellings: KeptSpellings
    facets: Facets
    synonyms: Synonyms
    common: Common | None


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """The articles, cut into passages and ranked. Make one with ``Edition.of``."""

    id: str
    """Tells editions apart: the same articles and synonyms give the same id, in any order of reading."""
    entries: Mapping[ArticleId, ReadArticle]
    passages: Sequence[Passage]
    vocabulary: Vocabulary
    ranking: Engine
    spellings: Spellings
    facets: Facets
    synonyms: Synonyms = field(default_factory=dict)
    related: Related | None = None
    """None without word vectors."""
    encoded: Encoded | None = None
    """None without an encoder, and as long as not all sentences are encoded."""
    cards: Sequence[Card] | None = None
    """The articles without their texts, where these lie elsewhere."""
    is_part: bool = False
    """Tells whether there are further articles, of which nothing is known here: see ``within``."""

    @classmethod
    def of(
        cls,
        articles: Iterable[Article | Read],
        synonyms: Synonyms | None = None,
        previous: "Edition | None" = None,
        background: Background = NO_BACKGROUND,
        on_progress: Progress = silent,
    ) -> "Edition":
        """Build an edition; articles that stand unchanged in ``previous`` are not analysed again.

        Nor are those of which all is given that an edition needs.

        With word vectors in the ``background`` it is also searched by words of like meaning.
        ``on_progress`` hears of each article.

        Raises ValueError if two articles have the same id.
        """
        known = _Known(previous)
        entries: dict[ArticleId, ReadArticle] = {}
        analysed: list[Analysed] = []
        in_order = sorted(articles, key=lambda one: _article(one).id)
        for done, one in enumerate(in_order):
            on_progress(done, len(in_order))
            article = _article(one)
            if article.id in entries:
                raise ValueError(f"two articles have the id {article.id}")
            entries[article.id], words = known.read(one) if isinstance(one, Article) else one
            analysed.append(words)
        return cls._made(entries, analysed, synonyms or {}, previous, background)

    @classmethod
    def as_read(cls, entry: ReadArticle) -> "Edition":
        """Return an edition of one article, cut as it was when it was read."""
        words = analyse(entry.article, entry.passages)
        return cls._made({entry.article.id: entry}, [words], {}, None, NO_BACKGROUND)

    @classmethod
    def _made(
        cls,
        entries: Mapping[ArticleId, ReadArticle],
        analysed: list[Analysed],
        synonyms: Synonyms,
        previous: "Edition | None",
        background: Background,
    ) -> "Edition":
        vocabulary = Vocabulary(analysed, previous.vocabulary if previous else None, background)
        return cls(
            id=_digest(entries, synonyms),
            entries=entries,
            passages=_passages(tuple(entries.values()), vocabulary.postings),
            vocabulary=vocabulary,
            ranking=Ranking(vocabulary),
            spellings=Spellings(
                vocabulary, synonyms, previous.spellings if previous else None, background.is_word
            ),
            facets=Facets.of(
                [entry.article for entry in entries.values()], [len(e.passages) for e in entries.values()]
            ),
            synonyms=synonyms,
            related=_related(None, vocabulary, background.vectors),
        )

    @classmethod
    def restored(cls, kept: "LaidOut", entries: Sequence[ReadArticle], background: Background) -> "Edition":
        """Return the edition that was laid out; ``entries``, in its order, are read when they are met."""
        vocabulary = Vocabulary(kept.postings, None, background, kept.rarity)
        return cls(
            id=kept.id,
            entries=Named(kept.articles, entries),
            passages=_passages(entries, kept.postings),
            vocabulary=vocabulary,
            ranking=Ranking(vocabulary),
            spellings=Spellings(vocabulary, kept.synonyms, None, background.is_word, kept.spellings),
            facets=kept.facets,
            synonyms=kept.synonyms,
            related=_related(kept.common, vocabulary, background.vectors),
        )

    def within(self, admits: Callable[[Listed], bool], background: Background) -> "Edition":
        """Return an edition of the admitted articles, as if there were no others.

        Not a word, spelling or synonym that only others have is known to it, nor how often words are there.
        Of articles that lie elsewhere it has none.
        """
        all_read = [] if self.lies_elsewhere else self.entries.values()
        kept = [(n, entry) for n, entry in enumerate(all_read) if admits(entry.article)]
        entries = {entry.article.id: entry for _, entry in kept}
        analysed = self.vocabulary.postings.reader() if kept else None
        vocabulary = Vocabulary([analysed(n) for n, _ in kept] if analysed else [], None, background)
        synonyms = _known_synonyms(self.synonyms, vocabulary)
        counts = [len(entry.passages) for entry in entries.values()]
        encoded = self.encoded.part(_numbers(all_read, entries)) if self.encoded else None
        return Edition(
            id=_digest(entries, synonyms),
            entries=entries,
            passages=tuple(p for entry in entries.values() for p in entry.passages),
            vocabulary=vocabulary,
            ranking=Ranking(vocabulary),
            spellings=Spellings(vocabulary, synonyms, None, background.is_word),
            facets=Facets.of([entry.article for entry in entries.values()], counts),
            synonyms=synonyms,
            related=_related(None, vocabulary, background.vectors),
            encoded=encoded,
            is_part=True,
        )

    def laid_out(self) -> "LaidOut":
        """Return all of it but the articles, as plain values."""
        return LaidOut(
            id=self.id,
            articles=tuple(self.entries),
            postings=self.vocabulary.postings,
            rarity=self.vocabulary.rarity.kept,
            spellings=self.spellings.kept,
            facets=self.facets,
            synonyms=self.synonyms,
            common=self.related.common if self.related else None,
        )

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, in the order of their ids."""
        return tuple(entry.article for entry in self.entries.values())

    @property
    def lies_elsewhere(self) -> bool:
        """Tell whether the texts are on another machine: then they are found by their words alone."""
        return self.cards is not None

    @property
    def listed(self) -> Sequence[Listed]:
        """All articles as they are listed, in the order of their ids: no text is read for it."""
        return self.articles if self.cards is None else self.cards

    @property
    def languages(self) -> frozenset[str]:
        """The languages of the articles; "" stands for unknown ones."""
        return frozenset(self.vocabulary.words)

    @property
    def weights(self) -> Weights:
        """How much each kind of match counts."""
        return self.vocabulary.counts

    def article(self, article_id: ArticleId) -> Article | None:
        """Return the article of that id, None if this edition has none."""
        entry = self.entries.get(article_id)
        return entry.article if entry else None

    def passage_around(self, article_id: ArticleId, span: Span) -> Passage | None:
        """Return the passage that ``span`` lies wholly inside of, None if there is none."""
        entry = self.entries.get(article_id)
        if entry is None:
            return None
        place = bisect_right(entry.passages, span.start, key=lambda p: p.span.start) - 1
        if place < 0 or not entry.passages[place].span.contains(span):
            return None
        return entry.passages[place]

    def among(self, filters: Filters) -> Among:
        """Return the passages whose article passes and that have the words of all phrases.

        Whether these stand there side by side is not looked at.
        """
        return Among(
            self.facets.articles(filters) if filters.of_articles else None,
            [terms for phrase in filters.phrases for terms in self.forms(phrase)],
        )

    def forms(self, phrase: str) -> list[Sequence[Term]]:
        """Return the terms of each word of a phrase; of a word that no article has, those of its variants."""
        words = self.spellings.expand(question_terms(phrase, self.languages))
        return [
            word.terms
            if any(term in self.vocabulary for term in word.terms)
            else [variant.term for variant in word.variants]
            for word in words
        ]


def _passages(entries: Sequence[ReadArticle], postings: Postings) -> Sequence[Passage]:
    """Return the passages of all articles, each made when it is met."""
    tokens = postings.tokens

    def passage(number: int) -> Passage:
        place = tokens.article_of(number)
        return entries[place].passages[number - int(tokens.articles[place])]

    return OnDemand(len(postings.lengths), passage)


def _related(common: Common | None, vocabulary: Vocabulary, vectors: Vectors | None) -> Related | None:
    if not vectors:
        return None
    return (
        Related(common, vectors, vocabulary.counts.like_from) if common else Related.of(vocabulary, vectors)
    )


def _known_synonyms(synonyms: Synonyms, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Return the names that stand for each other of which all words are in the articles."""
    languages = frozenset(vocabulary.words)

    def is_known(name: str) -> bool:
        return all(any(t in vocabulary for t in word.terms) for word in question_terms(name, languages))

    groups = ([one for one in (name, *others) if is_known(one)] for name, others in synonyms.items())
    return {first: tuple(others) for first, *others in filter(None, groups) if others}


def _numbers(entries: Iterable[ReadArticle], kept: Mapping[ArticleId, ReadArticle]) -> list[int]:
    """Return the numbers of the passages of the kept articles, in order."""
    places = (entry for entry in entries for _ in entry.passages)
    return [number for number, entry in enumerate(places) if entry.article.id in kept]


def _article(one: Article | Read) -> Article:
    return one if isinstance(one, Article) else one[0].article


class _Known:
    """The articles of the edition before, read and analysed."""

    def __init__(self, edition: Edition | None) -> None:
        self._entries: Mapping[ArticleId, ReadArticle] = edition.entries if edition else {}
        self._places = {article_id: place for place, article_id in enumerate(self._entries)}
        self._analysed = edition.vocabulary.postings.reader() if edition else None

    def read(self, article: Article) -> tuple[ReadArticle, Analysed]:
        """Return the article with its passages and words, as they are known if it is unchanged."""
        known = self._entries.get(article.id)
        if known is not None and known.article == article and self._analysed:
            return known, self._analysed(self._places[article.id])
        return read_whole(article)


def _digest(entries: Mapping[ArticleId, ReadArticle], synonyms: Synonyms) -> str:
    digest = hashlib.sha256()
    for entry in entries.values():
        digest.update(repr(_facts(entry.article)).encode())
    digest.update(repr(sorted(synonyms.items())).encode())
    return digest.hexdigest()


_WRITTEN_OTHERWISE = frozenset({"text", "blocks", "page_starts", *SOURCE_FIELDS})
"""What stands in the digest otherwise: ``revision`` stands for the text, and blocks are written flat."""
_LATER = frozenset({*MARKS, "tags"})
"""What editions were made without at first: where it says nothing, an edition has the id that it had."""


def _facts(article: Article) -> tuple[object, ...]:
    """Return all that is known of an article: derived from its fields, so that none can be forgotten."""
    names = (known.name for known in fields(Article))
    own = (getattr(article, name) for name in names if name not in _WRITTEN_OTHERWISE)
    blocks = [(b.span.start, b.span.end, b.kind.value, b.level, b.inset) for b in article.blocks]
    facts = (fact for name, fact in article.facts.items() if name not in _LATER)
    later = ((name, fact) for name, fact in article.facts.items() if name in _LATER and fact)
    return *own, *facts, article.page_starts, blocks, *later
