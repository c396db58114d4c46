"""Lines that are shown as they were typed and are no program: a letter in a list's archive, a standard."""

import re
from typing import Any

from bot.core.reading.shape import ends_sentence
from bot.library.parsing.decoding import tidy
from bot.library.parsing.wrapping import MIN_WIDTH, unwrap

_PLAIN_WORD = re.compile(r"[\"'“„«(]?[^\W\d_]+(?:['’-][^\W\d_]+){0,4}[.,;:!?)\"'”“»]{0,3}")
_SHORTEST_DOCUMENT, _SHORTEST_LETTER = 100, 20
_PLAIN = 0.75
"""The share of a document's words that are letters alone: of programs it is less than half."""
_PARAGRAPHS = re.compile(r"\n\s*\n")
_CONTENTS = re.compile(r"^[^\n]{1,200}?(?:\. ?){4,}\s*\d{1,4}[ ]*$", re.MULTILINE)
_PROMPT = re.compile(r"^[ \t]*(?:[$%#]|>>>) ", re.MULTILINE)
"""What a line begins with that somebody types into a terminal."""
_SIGNATURE = re.compile(r"^-- ?\n", re.MULTILINE)
_QUOTED = re.compile(r"(?:^[^\n>]{1,200}:\n\s*)?(?:^>[^\n]*\n?)+", re.MULTILINE)


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of lines that are a document and no program; none of a program."""
    return _paragraphs(text) if _is_prose(text, _SHORTEST_DOCUMENT) else []


def is_program(preformatted: Any) -> bool:
    """Tell whether a ``pre`` is one: it holds code, or has no words of a letter, or few and no end."""
    text = "".join(preformatted.itertext()).strip()
    has_code = next(preformatted.iter("code"), None) is not None
    return has_code or not _is_prose(text, 1 if ends_sentence(text) else _SHORTEST_LETTER)


def own_words(text: str) -> str:
    """Return what the writer of a letter wrote: no signature, and nothing of the letter that is answered."""
    return unwrap(_own_lines(text)).strip()


def open_letters(tree: Any) -> None:
    """Put paragraphs of what its writer wrote in place of preformatted lines if none is a program."""
    holders = list(tree.iter("pre"))
    texts = [tidy("".join(holder.itertext())).strip("\n") for holder in holders]
    text = "\n".join(texts)
    if any(next(holder.iter("code"), None) is not None for holder in holders) or _PROMPT.search(text):
        return
    if _is_wide(text) and _is_prose(text, _SHORTEST_LETTER):
        for holder, lines in zip(holders, texts, strict=True):
            _lay_out(holder, _paragraphs(_own_lines(lines)))


def _own_lines(text: str) -> str:
    return _QUOTED.sub("\n", _SIGNATURE.split(text, maxsplit=1)[0])


def _paragraphs(text: str) -> list[str]:
    written = unwrap(_CONTENTS.sub("", text)).strip()
    return [paragraph.strip() for paragraph in _PARAGRAPHS.split(written)]


def _is_prose(text: str, shortest: int) -> bool:
    words = text.split()
    plain = sum(_PLAIN_WORD.fullmatch(word) is not None for word in words)
    return len(words) >= shortest and plain >= _PLAIN * len(words)


def _is_wide(text: str) -> bool:
    """Tell whether most of a text stands in lines of the width of letters: a terminal's are shorter."""
    return 2 * sum(len(line) for line in text.split("\n") if len(line) >= MIN_WIDTH) >= len(text)


def _lay_out(holder: Any, paragraphs: list[str]) -> None:
    holder.clear(keep_tail=True)
    holder.tag = "div"
    for paragraph in paragraphs:
        first, *others = paragraph.split("\n")
        element = holder.makeelement("p")
        element.text = first
        for line in others:
            line_end = holder.makeelement("br")
            line_end.tail = line
            element.append(line_end)
        holder.append(element)
