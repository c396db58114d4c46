"""Text fragments as a browser follows them: the draft's "find a range from a text directive"."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

import regex

from bot.core.nouns import Article, Span


@dataclass(frozen=True)
class Directive:
    start: str
    end: str | None
    prefix: str | None
    suffix: str | None


def parse(url: str) -> Directive:
    """Return the terms of the URL's text directive. Raises ValueError where the syntax is not kept."""
    _, delimiter, written = url.partition(":~:text=")
    terms = written.split(",")
    prefix = terms.pop(0)[:-1] if terms[0].endswith("-") else None
    suffix = terms.pop()[1:] if terms[-1].startswith("-") else None
    bare = [term for term in (prefix, suffix, *terms) if term is not None]
    if not delimiter or not 1 <= len(terms) <= 2:
        raise ValueError(url)
    if not all(regex.fullmatch(r"(?:[A-Za-z0-9!$'()*+./:;=?@_~]|%[0-9A-F]{2})+", term) for term in bare):
        raise ValueError(url)
    first, second, before, after = (
        unquote(t) if t else None for t in (*terms, *[None] * (2 - len(terms)), prefix, suffix)
    )
    return Directive(first or "", second, before, after)


def follow(url: str, article: Article) -> Span | None:
    """Return the range of the article's text that a browser would show, None if it would show the top."""
    page = _Page(article)
    directive = parse(url)
    for start in page.found(directive.start, 0, whole_end=bool(directive.end) or not directive.suffix):
        if directive.prefix and not page.preceded(start, directive.prefix):
            continue
        if directive.end is None:
            if page.followed(start.end, directive.suffix):
                return start
            continue
        for end in page.found(directive.end, start.end, whole_end=not directive.suffix):
            if page.followed(end.end, directive.suffix):
                return Span(start.start, end.end)
        return None
    return None


class _Page:
    """The article as rendered: words of a block, each letter with its place in the text."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.blocks = [_letters(article.text, block.span) for block in article.blocks]
        self.bounds = {
            block.span.start + match.start()
            for block in article.blocks
            for match in regex.finditer(r"(?w)\b", block.span.of(article.text))
        }
        self.edges = {block.span.start for block in article.blocks} | {b.span.end for b in article.blocks}

    def found(self, term: str, after: int, whole_end: bool, whole_start: bool = True) -> Iterator[Span]:
        """Every place of the term, in one block, from the offset on; at word bounds where asked for."""
        wanted = [letter for letter, _ in _letters(term, Span(0, len(term)))]
        for block in self.blocks:
            written = [letter for letter, _ in block]
            for at in range(len(block) - len(wanted) + 1):
                if written[at : at + len(wanted)] == wanted:
                    span = Span(block[at][1].start, block[at + len(wanted) - 1][1].end)
                    bounded = (not whole_start or self._bound(span.start)) and (
                        not whole_end or self._bound(span.end)
                    )
                    if span.start >= after and bounded:
                        yield span

    def preceded(self, start: Span, prefix: str) -> bool:
        return any(
            not self.text[span.end : start.start].strip()
            for span in self.found(prefix, 0, whole_end=False)
            if span.end <= start.start
        )

    def followed(self, end: int, suffix: str | None) -> bool:
        if suffix is None:
            return True
        found = self.found(suffix, end, whole_end=True, whole_start=False)
        return any(not self.text[end : span.start].strip() for span in found)

    def _bound(self, offset: int) -> bool:
        return offset in self.bounds or offset in self.edges


def _letters(text: str, span: Span) -> list[tuple[str, Span]]:
    """The letters as they are compared: base letters only, white space as one blank."""
    letters: list[tuple[str, Span]] = []
    for match in regex.finditer(r"\s+|\X", text, pos=span.start, endpos=span.end):
        base = "".join(
            c for c in unicodedata.normalize("NFKD", match[0]).casefold() if not unicodedata.combining(c)
        )
        letters.append((" " if match[0].isspace() else base, Span(*match.span())))
    return letters
