"""Article to passages: what is ranked as one, always whole sentences of prose under one heading."""

from collections.abc import Iterator

from bot.core.model import Article, BlockKind, Passage, Span
from bot.core.sentences import quotation_begins, sentences
from bot.core.shape import word_count

PACKED = 60
"""Words up to which short paragraphs are packed into one passage."""
LONGEST = 150
"""Words up to which a paragraph is left whole; a single longer sentence is left whole, too."""
LONGEST_SPOKEN = 2 * LONGEST
"""Words up to which a passage grows so as not to be cut inside a quotation."""

_Sentences = tuple[Span, ...]


def passages(article: Article) -> tuple[Passage, ...]:
    """Return the article's passages in order. All sentences of prose are in exactly one of them."""
    return tuple(
        Passage(article, Span(found[0].start, found[-1].end), found, section)
        for section, paragraphs in _stretches(article)
        for found in _packed(article.text, paragraphs)
    )


def _stretches(article: Article) -> Iterator[tuple[Span | None, list[_Sentences]]]:
    """Yield the paragraphs that nothing but white space parts, with the heading or question above them."""
    section: Span | None = None
    paragraphs: list[_Sentences] = []
    for block in article.blocks:
        if block.kind is BlockKind.PROSE:
            paragraphs.append(sentences(article.text, block.span, article.language))
            continue
        yield section, paragraphs
        paragraphs = []
        if block.kind is not BlockKind.NOTE:
            section = block.span
    yield section, paragraphs


def _packed(text: str, paragraphs: list[_Sentences]) -> Iterator[_Sentences]:
    """Yield short paragraphs together and long ones in parts."""
    packed: _Sentences = ()
    words = 0
    for paragraph in paragraphs:
        count = _words(text, paragraph)
        if packed and words + count > PACKED:
            yield packed
            packed, words = (), 0
        if count > LONGEST:
            yield from _parts(text, paragraph, count)
        else:
            packed, words = packed + paragraph, words + count
    if packed:
        yield packed


def _parts(text: str, paragraph: _Sentences, count: int) -> Iterator[_Sentences]:
    """Yield a long paragraph in parts of about equal length that begin outside of all but long quotations."""
    most = count / -(-count // LONGEST)
    begins = quotation_begins(text, paragraph)
    part: list[Span] = []
    words = 0
    for number, sentence in enumerate(paragraph):
        added = word_count(sentence.of(text))
        long_enough = words >= most or words + added > LONGEST
        inside = begins[number] < number and words + added <= LONGEST_SPOKEN
        if part and long_enough and not inside:
            yield tuple(part)
            part, words = [], 0
        part.append(sentence)
        words += added
    yield tuple(part)


def _words(text: str, found: _Sentences) -> int:
    return sum(word_count(sentence.of(text)) for sentence in found)
