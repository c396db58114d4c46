"""A trusted place in an article, and where a reader finds it."""

from dataclasses import dataclass

from bot.core.nouns import Article, Citation, Claim, Passage, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A **trusted** place in an article. Has no text of its own, so it cannot misquote.

    Only ``bot.core.proving.gate`` makes one.
    """

    passage: Passage
    span: Span

    @property
    def article(self) -> Article:
        """The article that is quoted."""
        return self.passage.article

    @property
    def text(self) -> str:
        """The article's own words."""
        return self.span.of(self.article.text)

    @property
    def citation(self) -> Citation:
        """Where the quote stands: derived, so a quote cannot lack it."""
        return cite(self.article, self.span.start, self.passage.section)

    @property
    def claim(self) -> Claim:
        """The quote in a form that can be stored; it has to be verified to be used again."""
        return Claim(self.article.id, self.article.revision, self.span, self.text)


def cite(article: Article, offset: int = 0, section: Span | None = None) -> Citation:
    """Return the citation of an article, or of the place ``offset`` in it."""
    pages = sum(1 for start in article.page_starts if start <= offset)
    return Citation(
        article_id=article.id,
        file=article.file,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        url=article.url,
        section=section.of(article.text) if section else "",
        page=pages or None,
    )
