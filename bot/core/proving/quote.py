"""A trusted place in an article: ``prove`` alone makes one of a claim."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import InitVar, dataclass
from typing import Final, NoReturn, final

from bot.core.index.edition import Edition
from bot.core.nouns import Article, ArticleId, Citation, Claim, Listed, Passage, Span
from bot.core.proving.seal import Seal
from bot.core.reading.shape import asks

_SEAL: Final = Seal("only prove() makes a Quote")


@final
@dataclass(frozen=True, slots=True)
class Quote:
    """A **trusted** place in an article. Has no text of its own, so it cannot misquote.

    Only ``prove`` makes one: raises TypeError for anybody else. It is neither pickled nor copied: what is
    stored or sent to another process is its claim.
    """

    passage: Passage
    span: Span
    edition: str
    """The id of the edition in which it was proven."""
    seal: InitVar[Seal]

    def __post_init__(self, seal: Seal) -> None:
        _SEAL.refuse_others(seal)

    def __init_subclass__(cls) -> None:
        raise TypeError("a kind of Quote would be a way around prove()")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Quote does not travel: store its claim and prove that")

    @property
    def article(self) -> Article:
        """The article that is quoted."""
        return self.passage.article

    @property
    def text(self) -> str:
        """The article's own words."""
        return self.span.of(self.article.text)

    @property
    def lead_ins(self) -> tuple[Span, ...]:
        """What stands above the quote and has to be read with it, outermost first."""
        number = next(n for n, s in enumerate(self.passage.sentences) if s.start == self.span.start)
        return self.passage.above(number)

    @property
    def citation(self) -> Citation:
        """Where the quote stands: derived, so a quote cannot lack it."""
        text = self.article.text
        headings = [section.of(text) for section in self.passage.sections]
        return cite(self.article, self.span.start, [said for said in headings if not asks(said)])

    @property
    def claim(self) -> Claim:
        """The quote in a form that can be stored; it has to be proven to be used again."""
        return Claim.of(self.article, self.span)


def prove(claim: Claim, edition: Edition) -> Quote | None:
    """Return the quote if exactly these words stand at exactly this place of this revision, else None.

    The place must also be quotable: whole sentences of one passage.
    """
    article = edition.article(claim.article_id)
    if article is None or article.revision != claim.revision or claim.span.of(article.text) != claim.text:
        return None
    passage = edition.passage_around(claim.article_id, claim.span)
    if passage is None or not _whole_sentences(claim.span, passage):
        return None
    return Quote(passage, claim.span, edition.id, _SEAL)


def found_again(claim: Claim, edition: Edition) -> Quote | None:
    """Return a quote of the very words in the article as it is now, if they are whole sentences there."""
    article = edition.article(claim.article_id)
    start = article.text.find(claim.text) if article else -1
    while article and start >= 0:
        if quote := prove(Claim.of(article, Span(start, start + len(claim.text))), edition):
            return quote
        start = article.text.find(claim.text, start + 1)
    return None


def _whole_sentences(span: Span, passage: Passage) -> bool:
    return any(s.start == span.start for s in passage.sentences) and any(
        s.end == span.end for s in passage.sentences
    )


def lost(claims: Iterable[Claim], old: Edition, new: Edition) -> Counter[ArticleId]:
    """Return how many of the claims stand in ``old`` and no longer in ``new``, by article."""
    return Counter(
        claim.article_id for claim in claims if prove(claim, old) is not None and prove(claim, new) is None
    )


def cite(article: Listed, offset: int = 0, headings: Iterable[str] = ()) -> Citation:
    """Return the citation of an article, or of the place ``offset`` in it, under these headings."""
    shown = (" ".join(heading.split()) for heading in headings)
    pages = sum(1 for start in article.page_starts if start <= offset)
    return Citation(
        article_id=article.id,
        file=article.file,
        section=" › ".join(heading for heading in shown if heading != article.title),
        page=pages or None,
        **article.facts,
    )
