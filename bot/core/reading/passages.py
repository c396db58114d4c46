"""Article to passages: what is ranked as one, always whole sentences of prose under one heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, starmap

from bot.basics.limits import LIMITS
from bot.core.nouns import Article, Block, BlockKind, Passage, Span
from bot.core.reading.lead_ins import lead_ins
from bot.core.reading.sentences import sentences
from bot.core.reading.shape import word_count
from bot.core.reading.speech import speakers, speech_begins

PACKED = 60
"""Words up to which short paragraphs are packed into one passage."""
LONGEST_PASSAGE = 150
"""Words up to which a paragraph or a list is left whole; a single longer sentence is left whole, too."""


def passages(article: Article) -> tuple[Passage, ...]:
    """Return the article's passages in order. All sentences of prose are in exactly one of them."""
    return tuple(
        passage
        for sections, paragraphs in _stretches(article)
        if paragraphs
        for passage in _Stretch(article, sections, paragraphs).passages()
    )


def _stretches(article: Article) -> Iterator[tuple[tuple[Span, ...], list["_Paragraph"]]]:
    """Yield the paragraphs that nothing but white space parts, with the headings above them."""
    sections = _Sections()
    paragraphs: list[_Paragraph] = []
    told_by = speakers(article)
    for block, above in zip(article.blocks, lead_ins(article), strict=True):
        if block.kind.quotable:
            begun = sections.begin_at(article.text, block)
            if begun or (paragraphs and _is_reference(paragraphs[-1].block) != _is_reference(block)):
                yield sections.before if begun else sections.now, paragraphs
                paragraphs = []
            paragraphs.append(_Paragraph.of(article, block, above, told_by.get(block)))
        elif not (block.kind is BlockKind.CODE and paragraphs and paragraphs[-1].take(block)):
            yield sections.now, paragraphs
            paragraphs = []
            if block.kind in {BlockKind.HEADING, BlockKind.QUESTION}:
                sections.begin(block)
    yield sections.now, paragraphs


def _is_reference(block: Block) -> bool:
    return block.kind is BlockKind.REFERENCE


_NUMBERED = re.compile(r"§+\s?\d+[^\W\d_]?(?=[\s.])")
"""What a section of a statute begins with."""
_DEEPEST = 99


class _Sections:
    """The headings above a place, by how deep they lie; one of unknown depth ends all others like it."""

    def __init__(self) -> None:
        self._open: list[tuple[int, Span]] = []
        self.before: tuple[Span, ...] = ()
        """Those above the place before the last section began."""

    @property
    def now(self) -> tuple[Span, ...]:
        return tuple(span for _, span in self._open)

    def begin(self, heading: Block) -> None:
        """Go on below a heading or a question."""
        self._enter(heading.level or _DEEPEST - 1, heading.span)

    def begin_at(self, text: str, block: Block) -> bool:
        """Tell whether a paragraph begins a numbered section, and go on in that."""
        found = _NUMBERED.match(text, block.span.start, block.span.end)
        if found:
            self._enter(_DEEPEST, Span(*found.span()))
        return found is not None

    def _enter(self, level: int, span: Span) -> None:
        self.before = self.now
        self._open = [*((deep, other) for deep, other in self._open if deep < level), (level, span)]


@dataclass(slots=True)
class _Paragraph:
    """A quotable block, its sentences and its lead-ins."""

    block: Block
    sentences: list[Span]
    lead_ins: tuple[Span, ...]
    speaker: Span | None = None

    @classmethod
    def of(
        cls, article: Article, block: Block, above: tuple[Span, ...], speaker: Span | None = None
    ) -> "_Paragraph":
        """Read a block; a row of a table is one sentence, and so is a reference that is not too long."""
        short = block.kind is BlockKind.REFERENCE and len(block.span) <= LIMITS.texts.quote
        if short or block.kind is BlockKind.ROW:
            return cls(block, [block.span], above)
        return cls(block, list(sentences(article.text, block.span, article.language)), above, speaker)

    @property
    def above(self) -> list[tuple[Span, ...]]:
        """What is read with each sentence: its lead-ins, and from the second on who speaks."""
        later = self.lead_ins if self.speaker is None else (*self.lead_ins, self.speaker)
        return [self.lead_ins, *(later for _ in self.sentences[1:])]

    def take(self, program: Block) -> bool:
        """Add the lines of a program to the sentence that they follow; tell whether they are few enough."""
        last = self.sentences[-1]
        if last.end != self.block.span.end or program.span.end - last.start > LIMITS.texts.spoken:
            return False
        self.sentences[-1] = Span(last.start, program.span.end)
        return True


class _Stretch:
    """Paragraphs that are cut into passages together; their sentences are numbered through."""

    def __init__(self, article: Article, sections: tuple[Span, ...], read: Sequence[_Paragraph]) -> None:
        self._article = article
        self._sections = sections
        paragraphs = [paragraph.sentences for paragraph in read]
        self._sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
        self._listed = [paragraph.block.kind.listed for paragraph in read for _ in paragraph.sentences]
        self._lead_ins = [above for paragraph in read for above in paragraph.above]
        self._begins = speech_begins(article.text, paragraphs, [_is_told(one.block) for one in read])
        self._part_from_far_beginnings()
        self._words = [word_count(sentence.of(article.text)) for sentence in self._sentences]
        self._words_before = list(accumulate(self._words, initial=0))
        self._paragraphs = list(starmap(range, pairwise(accumulate(map(len, paragraphs), initial=0))))

    def _part_from_far_beginnings(self) -> None:
        """Let what is too deep inside of speech stand alone, its beginning as its lead-in."""
        for number, begin in enumerate(self._begins):
            if (
                self._sentences[number].end - self._sentences[begin].start > LIMITS.texts.spoken
                and begin < number
            ):
                self._lead_ins[number] = (*self._lead_ins[number], self._sentences[begin])
                self._begins[number] = number

    def passages(self) -> Iterator[Passage]:
        """Yield short paragraphs together and long ones in parts."""
        packed = range(0)
        for paragraph in self._with_their_speech():
            if packed and not self._goes_with(packed, paragraph):
                yield self._passage(packed)
                packed = range(paragraph.start, paragraph.start)
            if self._count(paragraph) > LONGEST_PASSAGE or len(paragraph) > LIMITS.texts.passage_sentences:
                yield from map(self._passage, self._parts(paragraph))
                packed = range(paragraph.stop, paragraph.stop)
            else:
                packed = range(packed.start, paragraph.stop)
        if packed:
            yield self._passage(packed)

    def _goes_with(self, packed: range, paragraph: range) -> bool:
        """Tell whether a paragraph is packed with those before it; a list stays whole as a paragraph does."""
        together = range(packed.start, paragraph.stop)
        in_a_list = self._listed[packed.stop - 1] and self._listed[paragraph.start]
        most = LONGEST_PASSAGE if in_a_list else PACKED
        return self._count(together) <= most and len(together) <= LIMITS.texts.passage_sentences

    def _with_their_speech(self) -> Iterator[range]:
        """Yield the paragraphs, each with those that have to stay with the beginning of its speech."""
        joined = range(0)
        for paragraph in self._paragraphs:
            if not self._stays(paragraph.start):
                if joined:
                    yield joined
                joined = paragraph
            joined = range(joined.start, paragraph.stop)
        yield joined

    def _parts(self, paragraph: range) -> Iterator[range]:
        """Yield a long paragraph in parts of about equal length."""
        count = self._count(paragraph)
        most = count / -(-count // LONGEST_PASSAGE) if count else LONGEST_PASSAGE
        first, words = paragraph.start, 0
        for number in paragraph:
            added = self._words[number]
            long_enough = (
                words >= most
                or words + added > LONGEST_PASSAGE
                or number - first >= LIMITS.texts.passage_sentences
            )
            if first < number and long_enough and not self._stays(number):
                yield range(first, number)
                first, words = number, 0
            words += added
        yield range(first, paragraph.stop)

    def _stays(self, number: int) -> bool:
        """Tell whether the sentence must not be parted from those before it: it is quoted with them."""
        return self._begins[number] < number

    def _count(self, numbers: range) -> int:
        return self._words_before[numbers.stop] - self._words_before[numbers.start]

    def _passage(self, numbers: range) -> Passage:
        found = tuple(self._sentences[number] for number in numbers)
        begins = tuple(self._begins[number] - numbers.start for number in numbers)
        outside = begins == tuple(range(len(begins)))
        above = tuple(self._lead_ins[number] for number in numbers)
        span = Span(found[0].start, found[-1].end)
        return Passage(
            self._article, span, found, self._sections, () if outside else begins, above if any(above) else ()
        )


def _is_told(block: Block) -> bool | None:
    """Tell whether a block stands in a block quotation; None of what has a lead-in of its own."""
    return block.inset if block.kind is BlockKind.PROSE else None
