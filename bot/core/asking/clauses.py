"""A message → its clauses: lines, items of a list, sentences, also those that begin with a small letter."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from bot.basics.limits import LIMITS
from bot.core.nouns import Span
from bot.core.reading.sentences import sentences
from bot.languages.known import LANGUAGES, joined

WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"«»“”]*[^\s<>\"«»“”.,;:!?)\]]", re.IGNORECASE)
"""A link, without the punctuation behind it."""
_MENTION = re.compile(r"(?<!\S)@\w+[,:]?")
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
HEADER = re.compile(
    rf"\[[^\]\n]{{0,30}}{_TIME}[^\]\n]{{0,20}}\]\s*(?:[^\n:?]{{1,40}}:(?=\s|$))?"  # [14.2., 9:15] Name:
    rf"|[^\n\[?]{{1,60}}\[[^\]\n]{{0,30}}{_TIME}[^\]\n]{{0,20}}\]:?"  # Name, [14.2. 9:15]
    rf"|\d[^\n?]{{0,20}}{_TIME}\s[-–]\s[^\n:?]{{1,40}}:(?=\s|$)"  # 14.2., 9:15 - Name:
)
"""How messengers begin a line of what was copied from them."""
_MARKER = re.compile(r"(?:(?<=\s)|^)(?:[^\W\d_]?(\d{1,2})[.):]|([^\W\d_])\))\s+")
_ASKS = joined(
    text for known in LANGUAGES.values() for text in (known.asking.question_words, known.asking.yes_no_first)
)
_ASKED = re.compile(
    rf"(?<![?？؟])[?？؟]+[\"'”’»)]*\s+|(?:(?<=[^\W\d_]{{3}})[.]+|(?<![!…;])[!…;]+)\s+(?=[\"“„«¿]?(?:\w+\s)?(?:{_ASKS})\b)",
    re.IGNORECASE,
)
"""Where a sentence ends, whatever follows; before one that asks, no abbreviation, or a semicolon."""
_EMOTICON = re.compile(r"(?<!\S)[:;=]'?-?[()\[\]/\\|DPpOo3*]+(?!\S)")
_MARK = re.compile(r"[?？؟]")
_WORD_ENDS = re.compile(r"\w\s*\Z")
_OPENING = dict(zip("“«„(", "”»“)", strict=True))
_BEGINS = re.compile(r"[^\W_]|[\"'“„«»‘¿¡$€£#(]|[-+](?=\d)")
_ENDS = re.compile(r"[^\W_]|[\"'“»”’?!.…)%$€£+#？！。؟]")


def clauses(text: str) -> list[str]:
    """Return the clauses of a message in order, without list marks, emoji and blanks around them.

    Of a very long message the first and the last are told apart, and all between them is one clause.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    marked = bool(_MARK.search(text))
    most = LIMITS.asking.clauses // 2
    if len(lines) > 2 * most:
        lines[most:-most] = [" ".join(lines[most:-most])]
    found = [bare for line in lines for part in _of_line(line, marked=marked) if (bare := bared(part))]
    first, last = _near(found), len(found) - _near(found[::-1])
    if last > first:
        found[first:last] = [" ".join(found[first:last])]
    return found


def _near(found: Sequence[str]) -> int:
    """Return how many clauses from the first on are told apart."""
    ends = accumulate(map(len, found[: LIMITS.asking.clauses // 2]))
    return sum(end <= LIMITS.asking.heard for end in ends)


def bared(text: str) -> str:
    """Return the text without what is neither word nor punctuation at its edges."""
    begins, ends = _BEGINS.search(text), _ENDS.search(text[::-1])
    return text[begins.start() : len(text) - ends.start()] if begins and ends else ""


def only_words(text: str) -> str:
    """Return the text without names of users; a face made of signs ends a clause."""
    return _EMOTICON.sub("\n", _MENTION.sub(" ", text))


def _of_line(line: str, *, marked: bool) -> Iterator[str]:
    header = HEADER.match(line)
    for item in _items(line[header.end() :] if header else line, marked=marked):
        for sentence in sentences(item, Span(0, len(item))) if item.strip() else ():
            yield from _asked_apart(sentence.of(item))


def _items(line: str, *, marked: bool) -> Iterator[str]:
    """Yield the items of a list in one line, "1) ... 2) ...", or the line without its own mark.

    In a message with a question mark such an item asks, if it is not ended otherwise.
    """
    marks = list(_MARKER.finditer(line))
    numbers = [int(mark[1] or ord(mark[2])) for mark in marks]
    if len(marks) > 1 and numbers == list(range(numbers[0], numbers[0] + len(marks))):
        yield line[: marks[0].start()]
        ends = [*(mark.start() for mark in marks[1:]), len(line)]
        yield from (_item(line[mark.end() : end], marked) for mark, end in zip(marks, ends, strict=True))
    else:
        first = _MARKER.match(line.lstrip())
        yield _item(line.lstrip()[first.end() :], marked) if first else line


def _item(text: str, marked: bool) -> str:
    return f"{text.rstrip()}?" if marked and _WORD_ENDS.search(text) else text


def _asked_apart(sentence: str) -> Iterator[str]:
    """Yield the sentences that end outside of quotation marks."""
    start, seen = 0, 0
    open_marks = 0
    for found in _ASKED.finditer(sentence):
        between = sentence[seen : found.end()]
        open_marks += sum(between.count(a) - between.count(b) for a, b in _OPENING.items())
        seen = found.end()
        if open_marks <= 0 and sentence.count('"', start, found.end()) % 2 == 0:
            yield sentence[start : found.end()]
            start = found.end()
    yield sentence[start:]
