"""Text to sentences, as places in the text. A quotation is not torn unless it is very long."""

import re
from collections.abc import Iterator

from bot.core.nouns import Span
from bot.core.reading.furniture import word_set
from bot.core.reading.quotation_marks import Mark, opened_after
from bot.core.reading.shape import CLOSERS, OPENERS, REFERENCE_MARK, TERMINALS

LONGEST_QUOTATION = 350
"""Characters up to which sentences are joined until their quotation marks and brackets balance."""

LONGEST_SENTENCE = 2_000
"""In characters; what is longer is no sentence, and is cut between words into such as are read."""

_MOST_JOINED = 12
_STOP = re.compile(
    rf"(?P<marks>[{re.escape(TERMINALS)}]+)"
    rf"(?P<close>[{re.escape(CLOSERS)}]*{REFERENCE_MARK}*)\s*"
    r"|\n\s*\n\s*"
)
_UNSPACED = frozenset("。！？｡।॥။።")
_LEADING = re.compile(rf"[{re.escape(OPENERS)}—–\s-]*")
_WORD = re.compile(rf"[^\s{re.escape(OPENERS)}/—–]+$")
_NEXT_WORD = re.compile(r"[\w'’]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?)*[^\W\d_]")
_ENUMERATOR = re.compile(r"[\d.]{1,8}|[^\W\d_]|[IVX]{1,5}")
_BLANKS = re.compile(r"\s*")
_ALNUM = re.compile(r"[^\W_]")

_TITLES = word_set("""
    mr mrs ms mx dr prof rev fr hon sen rep gov gen col maj capt cmdr lt sgt cpl pvt adm st ste mt ft pres
    messrs supt insp det amb sr sra srta mme mlle hr
""")
"""Capitalised abbreviations that stand before a name."""
_INSIDE = word_set("""
    vs v viz e.g i.e cf ca approx eds ed al z.b d.h u.a bzw ggf
    г-н г-жа гр им акад проф доц ген полк подп ул просп пр-т пер пл наб обл р-н пос дер корп стр см ср св о-в
    тов рис табл т.е т.н т.к напр англ нем фр лат каз рус тур яп итал греч көш қ мыс
""")
"""Abbreviations after which the sentence goes on."""
_NUMBERED = word_set("""
    no nos n art fig figs ch sec vol p pp para col jan feb mar apr jun jul aug sep sept oct nov dec
    ст п пп гл рис табл стр с д кв г гг ж жж янв фев февр мар апр авг сен сент окт ноя нояб дек №
""")
"""Abbreviations after which the sentence goes on if a number follows."""
_STARTERS = word_set("""
    the a an this that these those he she it they we i you but and in on at for as when while if there his her
    their its our my after before since however meanwhile today yesterday what who why how although no not
    он она они оно мы я вы но и а в на по к с это эти этот эта тогда потом однако при после если когда также
    бұл ол олар біз мен сіз бірақ және сол осы
""")
_DOTTED_ORDINALS = word_set("de da nb nn no fi hu cs sk hr sr sl et lv tr is")
"""Languages that write "the 3rd" as "3."."""


def sentences(text: str, span: Span, language: str = "") -> tuple[Span, ...]:
    """Return the sentences of ``span`` in order; together they cover all of it but white space.

    ``language`` is an ISO 639-1 code, "" if unknown.
    """
    return tuple(_joined(text, list(_short_parts(text, span, language))))


def _short_parts(text: str, span: Span, language: str) -> Iterator[Span]:
    """Yield the parts, none longer than ``LONGEST_SENTENCE``."""
    for part in _parts(text, span, language):
        start = part.start
        while part.end - start > LONGEST_SENTENCE:
            end = start + len(text[start : start + LONGEST_SENTENCE].rsplit(None, 1)[0])
            yield Span(start, end)
            gap = _BLANKS.match(text, end)
            start = gap.end() if gap else end
        yield Span(start, part.end)


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
    if stop.end("close") == after and not (marks[-1] in _UNSPACED or (close and text[after].isupper())):
        return False
    if not _may_begin(text, after) or _runs_on(text, after, close):
        return False
    return marks != "." or bool(close.strip("\"'”’»")) or not _abbreviates(text, start, stop, language)


def _may_begin(text: str, offset: int) -> bool:
    """Tell whether a sentence may begin at ``offset``: not with a small letter or a joining mark."""
    lead = _LEADING.match(text, offset, offset + 8)
    first = lead.end() if lead else offset
    char = text[first : first + 1]
    return not char.islower() and char not in tuple(",;:%)]}»”" + TERMINALS)


def _runs_on(text: str, offset: int, close: str) -> bool:
    """Tell whether a dash or a bracket carries the sentence on behind a quotation: “Alga!” (Forward!)."""
    if not close:
        return False
    end = text.find(")", offset, offset + 120) if text[offset] == "(" else -1
    return text[offset] in "—–-" or (end >= 0 and text[end + 1 : end + 2] in tuple(".,;"))


def _abbreviates(text: str, start: int, stop: re.Match[str], language: str) -> bool:
    """Tell whether the full stop belongs to the word before it and the sentence goes on."""
    found = _WORD.search(text[max(start, stop.start() - 24) : stop.start()])
    word = found[0] if found else ""
    folded = word.casefold()
    if stop.start() - len(word) <= start and _ENUMERATOR.fullmatch(word):
        return True
    following = _next_word(text, stop.end())
    if following[:1].isdigit():
        return folded in _NUMBERED or folded in _INSIDE
    if folded in _INSIDE or (folded in _TITLES and word[0].isupper()):
        return True
    if word.isdigit():
        return language in _DOTTED_ORDINALS and len(word) <= 2
    if folded == "г":
        return not text[max(0, stop.start() - 4) : stop.start() - 1].rstrip()[-1:].isdigit()
    return (
        _INITIALS.fullmatch(word) is not None and word[-1].isupper() and following.casefold() not in _STARTERS
    )


def _next_word(text: str, offset: int) -> str:
    lead = _LEADING.match(text, offset, offset + 8)
    found = _NEXT_WORD.match(text, lead.end() if lead else offset)
    return found[0] if found else ""


def _joined(text: str, parts: list[Span]) -> Iterator[Span]:
    """Yield the sentences, those of one quotation or bracket joined where they are short enough."""
    n = 0
    while n < len(parts):
        last = _balanced(text, parts, n)
        yield Span(parts[n].start, parts[last].end)
        n = last + 1


def _balanced(text: str, parts: list[Span], first: int) -> int:
    """Return the part that closes all that was opened since ``first``; ``first`` if that is too far."""
    opened: tuple[Mark, ...] = ()
    for n in range(first, min(first + _MOST_JOINED, len(parts))):
        if n > first and parts[n].end - parts[first].start > LONGEST_QUOTATION:
            return first
        opened = opened_after(text, parts[n], opened)
        if not opened:
            return n
    return first
