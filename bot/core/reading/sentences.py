"""Text to sentences, as places in the text. A quotation is not torn unless it is very long."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.basics.limits import LIMITS
from bot.core.nouns import Span
from bot.core.reading.quotation_marks import Mark, has_marks, opened_after
from bot.core.reading.shape import CLOSERS, OPENERS, REFERENCE_MARK, TERMINALS, ends_sentence
from bot.languages.beyond.residues import DOTTED_ORDINALS
from bot.languages.beyond.sentence_ends import SENTENCE_ENDS
from bot.languages.known import LANGUAGES
from bot.languages.language import Sentences

_MOST_JOINED = 12
_LOOKED_BACK = 24
"""Characters before a full stop in which the abbreviation stands that it may belong to."""
_WIDE = "。！？｡"
"""What ends sentences where no blank follows, and no mark both opens and closes."""
_OPENING = str.maketrans("", "", "“‘")
_STOP = re.compile(
    rf"(?P<marks>[{re.escape(TERMINALS)}]+)"
    rf"(?P<close>(?:(?<=[{_WIDE}])[{re.escape(CLOSERS.translate(_OPENING))}]*|(?<![{_WIDE}])[{re.escape(CLOSERS)}]*)"
    rf"{REFERENCE_MARK}*)\s*"
    r"|\n\s*\n\s*"
)
_UNSPACED = frozenset("。！？｡।॥။።")
_WITHOUT_STOPS = re.compile("[\u0e00-\u0eff]")
"""Letters of Thai and Lao, in which blanks part clauses and nothing ends a sentence."""
_SIGNS = "§№#"
"""Signs of a number, which may stand between an abbreviation and the number."""
_LEADING = re.compile(rf"[{re.escape(OPENERS)}—–\s-]*(?:[{_SIGNS}]+\s?(?=\d))?")
_WORD = re.compile(rf"[^\s{re.escape(OPENERS)}/—–]+$")
_NEXT_WORD = re.compile(r"[\w'’]+")
_TOKENS = re.compile(r"[^\W_]+")
_SPACED = re.compile(r"\b(?:[^\W\d_]{1,4}\.\s?){1,3}[^\W\d_]{1,4}$")
"""A word of an abbreviation of several, such as "z. B"."""
_SHORT = re.compile(r"[^\W\d_]{1,4}(?=\.)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?)*[^\W\d_]")
_NUMBERED = re.compile(r"\W*+(?:[^\W\d_]+\.?)?\s*+\d[\d.]{0,8}[^\W\d_]?")
"""What heads the sentence that follows: § 9. or Sec. 4. or Chapter 2."""
_ENUMERATOR = re.compile(r"[\d.]{1,8}|[^\W\d_]|[IVX]{1,5}")
_BLANKS = re.compile(r"\s*")
_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
_LINE_END = re.compile(r"(?<=\S)[^\S\n]*\n\s*(?=\S)")
_CLAUSE_END = re.compile(r"(?<=[,;:–—])\s+(?=\S)")
_ALNUM = re.compile(r"[^\W_]")
_CONTINUING = frozenset(",;:%)]}»”" + TERMINALS)
"""What no sentence begins with."""


class _Rules:
    """What tells in a text of one language whether a full stop ends a sentence."""

    def __init__(self, known: Sequence[Sentences], dotted_ordinals: bool) -> None:
        def joined(field: str) -> frozenset[str]:
            return frozenset[str]().union(*(getattr(one, field) for one in known))

        self.titles, self.inside, self.before_names = map(joined, ("titles", "inside", "before_names"))
        self.numbered = joined("numbered") | set(_SIGNS)
        self.units, self.hours, self.calendar = map(joined, ("units", "hours", "calendar"))
        self.words_too, self.starters = joined("words_too"), joined("starters")
        self.endings = tuple(joined("endings"))
        self.dotted_ordinals = dotted_ordinals
        dotted = {word for word in self.inside | self.before_names | self.hours if "." in word}
        self.spaced = dotted | {word[: dot.start()] for word in dotted for dot in re.finditer(r"[.]", word)}
        """Abbreviations of several words and how they begin, since blanks may part them: z. B."""
        self._telling = frozenset[str]().union(
            self.titles, self.inside, self.before_names, self.numbered, self.units, self.hours, self.spaced
        )

    def may_abbreviate(self, folded: str) -> bool:
        """Tell whether anything is known of the word that a full stop stands behind."""
        return folded in self._telling or folded.endswith(self.endings)

    def is_compound(self, folded: str) -> bool:
        """Tell whether the word is a compound whose last part is abbreviated: Hafenstr."""
        return any(folded.endswith(end) and len(folded) > len(end) for end in self.endings)


@cache
def _rules(language: str) -> _Rules:
    """Return the rules of a language; those of all languages together if it is not known."""
    if language in SENTENCE_ENDS:
        return _Rules([SENTENCE_ENDS[language]], dotted_ordinals=False)
    if language not in LANGUAGES:
        known = [one.reading.sentences for one in LANGUAGES.values()]
        return _Rules(known, language in DOTTED_ORDINALS)
    own = LANGUAGES[language].reading.sentences
    return _Rules([own, *(LANGUAGES[code].reading.sentences for code in own.also)], own.dotted_ordinals)


def sentences(text: str, span: Span, language: str = "") -> tuple[Span, ...]:
    """Return the sentences of ``span`` in order; together they cover all of it but white space.

    ``language`` is an ISO 639-1 code, "" if unknown.
    """
    parts = tuple(_short_parts(text, span, language))
    return tuple(_joined(text, parts)) if has_marks(text, span) else parts


def _short_parts(text: str, span: Span, language: str) -> Iterator[Span]:
    """Yield the parts, those that are too long for a sentence in pieces."""
    for part in _parts(text, span, language):
        if len(part) <= LIMITS.texts.clause:  # the shortest that anything is cut into
            yield part
            continue
        without_stops = 2 * len(_WITHOUT_STOPS.findall(text, part.start, part.end)) > len(part)
        ended = LIMITS.texts.sentence if ends_sentence(part.of(text)) else LIMITS.texts.unended
        if len(part) > (LIMITS.texts.clause if without_stops else ended):
            yield from _pieces(text, part, LIMITS.texts.clause if without_stops else LIMITS.texts.piece)
        else:
            yield part


def _pieces(text: str, part: Span, longest: int) -> Iterator[Span]:
    """Cut behind the last line, else the last clause, else the last word of the second half of a piece.

    A run of blanks that is longer than a piece is in none.
    """
    start = part.start
    while part.end - start > longest:
        half, most = start + longest // 2, start + longest
        cuts = (list(mark.finditer(text, half, most)) for mark in (_LINE_END, _CLAUSE_END, _GAP))
        cut = next((found[-1] for found in cuts if found), None)
        yield from _bare(text, start, cut.start() if cut else most)
        start = cut.end() if cut else most
    yield from _bare(text, start, part.end)


def _bare(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the place without the blanks at its ends, nothing where there is nothing else."""
    left = end - len(text[start:end].lstrip())
    if left < end:
        yield Span(left, left + len(text[left:end].rstrip()))


def _parts(text: str, span: Span, language: str) -> Iterator[Span]:
    """Yield the sentences without regard to quotations."""
    start = span.start + len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip())
    worded = False
    seen = start
    for stop in _STOP.finditer(text, start, span.end):
        worded = worded or _ALNUM.search(text, seen, stop.start()) is not None
        seen = stop.end()
        if worded and seen < span.end and _ends(text, start, stop, language):
            yield Span(start, stop.end("close") if stop["marks"] else stop.start())
            start, worded = seen, False
    end = span.start + len(text[span.start : span.end].rstrip())
    if start < end:
        yield Span(start, end)


def _ends(text: str, start: int, stop: re.Match[str], language: str) -> bool:
    """Tell whether the sentence that begins at ``start`` ends at ``stop``."""
    marks, close, after = stop["marks"], stop["close"], stop.end()
    if not marks:
        return True
    if stop.end("close") == after and not _ends_unspaced(marks, close, text[after]):
        return False
    if not _may_begin(text, after) or _runs_on(text, after, close):
        return False
    if marks != "." or close.strip("\"'”’»") or _is_behind_a_plain_word(text, start, stop, language):
        return True
    return not _abbreviates(text, start, stop, language)


def _ends_unspaced(marks: str, close: str, following: str) -> bool:
    """Tell whether a sentence ends though no blank follows; speech goes on with who said it."""
    if marks[-1] in _UNSPACED:
        return not (close and following.isalpha())
    return bool(close) and following.isupper()


def _may_begin(text: str, offset: int) -> bool:
    """Tell whether a sentence may begin at ``offset``: not with a small letter or a joining mark."""
    lead = _LEADING.match(text, offset, offset + 8)
    first = lead.end() if lead else offset
    char = text[first : first + 1]
    return not char.islower() and char not in _CONTINUING


def _runs_on(text: str, offset: int, close: str) -> bool:
    """Tell whether a dash or a bracket carries the sentence on behind a quotation: “Alga!” (Forward!)."""
    if not close:
        return False
    end = text.find(")", offset, offset + 120) if text[offset] == "(" else -1
    return text[offset] in "—–-" or (end >= 0 and text[end + 1 : end + 2] in tuple(".,;"))


def _is_behind_a_plain_word(text: str, start: int, stop: re.Match[str], language: str) -> bool:
    """Tell whether the full stop stands behind a word that cannot abbreviate, and before another word.

    Nearly all do, and ``_abbreviates``, which says the same of them, takes six times as long.
    """
    before = text[max(start, stop.start() - _LOOKED_BACK) : stop.start()]
    if "." in before or not before[-1:].isalpha() or not text[stop.end()].isalpha():
        return False
    word = before.rsplit(None, 1)[-1]
    alone = 1 < len(word) < len(before) and word.isalpha()
    return alone and not _rules(language).may_abbreviate(word.casefold())


def _abbreviates(text: str, start: int, stop: re.Match[str], language: str) -> bool:
    """Tell whether the full stop belongs to the word before it and the sentence goes on."""
    rules = _rules(language)
    before = text[max(start, stop.start() - _LOOKED_BACK) : stop.start()]
    word = _last_word(before, rules)
    folded = _BLANKS.sub("", word).casefold()
    enumerates = stop.start() - len(word) <= start and _ENUMERATOR.fullmatch(word)
    if enumerates or _NUMBERED.fullmatch(text, start, stop.start()):
        return True
    following = _next_word(text, stop.end())
    counted = before[: len(before) - len(word)].rstrip()[-1:].isdigit()
    if following[:1].isdigit():
        return _leads_to_number(before, folded, counted, rules)
    if folded in rules.hours:
        return following.casefold() in rules.calendar
    if counted and folded in rules.units:
        return False
    if _goes_on(word, folded, following, rules) or _is_split(text, stop.end(), folded, rules):
        return True
    if word.isdigit():
        may_go_on = rules.dotted_ordinals and len(word) <= 2
    else:
        initials = _INITIALS.fullmatch(word) is not None and word[-1].isupper()
        named = folded in rules.before_names and _is_as_written(word, following)
        may_go_on = initials or named or rules.is_compound(folded)
    return may_go_on and not _starts(text, stop.end(), following, rules)


def _last_word(before: str, rules: _Rules) -> str:
    """Return the last word, or abbreviation of several words, as it is written."""
    spaced = _SPACED.search(before) if "." in before else None
    while spaced and _BLANKS.sub("", spaced[0]).casefold() not in rules.spaced:
        spaced = _SPACED.search(before, spaced.start() + 1)
    found = spaced or _WORD.search(before)
    return found[0] if found else ""


def _leads_to_number(before: str, folded: str, counted: bool, rules: _Rules) -> bool:
    if " ".join(_TOKENS.findall(before.casefold())[-2:]) in rules.words_too:
        return False
    named = (
        folded in rules.inside
        or rules.is_compound(folded)
        or (folded in rules.before_names and not (counted and folded in rules.units))
    )
    return named or folded in rules.numbered


def _goes_on(word: str, folded: str, following: str, rules: _Rules) -> bool:
    """Tell whether the sentence goes on behind the abbreviation, whatever follows."""
    title = folded in rules.titles and word[0].isupper()
    return title or (folded in rules.inside and _is_as_written(word, following))


def _is_as_written(word: str, following: str) -> bool:
    """Tell by its case whether the word may be an abbreviation: v. and Vs., not V. or CA., the state."""
    return not word.isupper() or "." in word or (len(word) > 1 and following.isupper())


def _is_split(text: str, offset: int, folded: str, rules: _Rules) -> bool:
    """Tell whether the next word belongs to the same abbreviation: z. | B."""
    found = _SHORT.match(text, offset)
    return found is not None and f"{folded}.{found[0].casefold()}" in rules.spaced


def _starts(text: str, offset: int, following: str, rules: _Rules) -> bool:
    """Tell whether the next word is one that begins sentences and no initial."""
    initial = len(following) == 1 and text.startswith(f"{following}.", _next_offset(text, offset))
    return following.casefold() in rules.starters and not initial


def _next_word(text: str, offset: int) -> str:
    found = _NEXT_WORD.match(text, _next_offset(text, offset))
    return found[0] if found else ""


def _next_offset(text: str, offset: int) -> int:
    lead = _LEADING.match(text, offset, offset + 8)
    return lead.end() if lead else offset


def _joined(text: str, parts: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences, those of one quotation or bracket joined where they are short enough."""
    n = 0
    while n < len(parts):
        last = _balanced(text, parts, n)
        yield Span(parts[n].start, parts[last].end)
        n = last + 1


def _balanced(text: str, parts: Sequence[Span], first: int) -> int:
    """Return the part that closes all that was opened since ``first``; ``first`` if that is too far."""
    opened: tuple[Mark, ...] = ()
    for n in range(first, min(first + _MOST_JOINED, len(parts))):
        if n > first and parts[n].end - parts[first].start > LIMITS.texts.joined:
            return first
        opened = opened_after(text, parts[n], opened)
        if not opened:
            return n
    return first
