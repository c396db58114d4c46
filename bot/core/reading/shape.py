"""How a line of text is shaped: its words, its ending, its quotation marks."""

import re
from functools import lru_cache

from bot.basics.limits import LIMITS
from bot.languages.known import LANGUAGES

DROPPED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u030a\u0333\u033f\u200b\u200e\u200f\u2028-\u202e\u2060\ufeff\ud800-\udfff]"
)
"""What chats drop or cannot store: control characters, bidi and zero-width marks, lone surrogates."""

HOLE = "\ufffc"
"""What stands in a source for something that cannot be shown as text, such as a formula."""

TERMINALS = ".!?…‥։。！？｡।॥؟۔።።၊။។‽፧፨"
CLOSERS = "\"'”’‘“»›)]}）」』】〉》*_"
OPENERS = "\"'“‘„«‹([{（「『【〈《"

LOWER, UPPER = (
    "".join(char for char in map(chr, range(0x530)) if is_case(char))
    for is_case in (str.islower, str.isupper)
)
"""Small and capital letters of the Latin, Greek and Cyrillic alphabets, for a set of a regular expression."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ASCII_WORDS = bytes(n if chr(n).isascii() and chr(n).isalnum() else ord(" ") for n in range(256))
_ASCII_JOINS = re.compile(r"['.-](?<=[A-Za-z0-9].)(?=[A-Za-z0-9])")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
REFERENCE_MARK = r"(?:\s?\[(?:\d{1,3}|[a-zA-Z]|sic|[a-z]+ (?:\d+|needed))\]|:\d{1,4}(?:[–, -]{1,2}\d{1,4})*)"
"""What an encyclopedia puts behind a sentence: [3], [a], [note 2], [citation needed], :212–219."""
_MARKS = re.compile(rf"{REFERENCE_MARK}+$")
SENTENCE_MARKS = re.compile(rf"(?<=[{re.escape(TERMINALS + CLOSERS)}]){REFERENCE_MARK}+$")
"""Reference marks at the very end, behind a sentence."""
_INNER_END = re.compile(
    rf"[{TERMINALS}][{re.escape(CLOSERS)}]*\s+[{re.escape(OPENERS)}—–-]?\s?[^\W\d_{LOWER}]"
)
_ITEM_MARK = re.compile(
    rf"""(?P<bullet>[•·*▪◦‣●□✓✔➤]|\[[ xX]\])\s+|(?P<dash>[-–—])\s+|(?P<number>\d{{1,3}}[.)])\s+
    |(?P<bracketed>\(\d{{1,3}}\))\s+|(?P<roman>\(?[ivx]{{1,5}}\))\s+|(?P<letter>\(?[{LOWER}]{{1,2}}\))\s+""",
    re.VERBOSE,
)
"""What an item of a list begins with, by style: those of one list have the same."""
_DASH = re.compile(r"[—–-]\s*")
_TERMINALS = frozenset(TERMINALS)
_CONTINUING = frozenset(",.;:)]»”…")
_SMALL = frozenset[str]().union(*(known.reading.residue.small_words for known in LANGUAGES.values()))

_LEADS_ON = frozenset[str]().union(*(known.reading.sentences.leads_on for known in LANGUAGES.values()))


@lru_cache(maxsize=LIMITS.caches.articles)
def word_count(text: str) -> int:
    """Count words; in scripts without blanks two characters count as one word."""
    if text.isascii():  # the same in half the time
        return len(text.encode().translate(_ASCII_WORDS).split()) - len(_ASCII_JOINS.findall(text))
    unspaced = len(_UNSPACED.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text) if unspaced else text)) + (unspaced + 1) // 2


def bare_words(text: str) -> tuple[str, ...]:
    """Return the words without case and punctuation, to compare lines."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


def ending(text: str) -> str:
    """Return the last 200 characters without the reference marks, quotes and brackets that close them."""
    end = text[-200:].rstrip()
    if end[-1:] == "]" or end[-1:].isdecimal():  # as all marks end
        end = _MARKS.sub("", end)
    return end.rstrip(CLOSERS + " \u00a0\n")


def ends_sentence(text: str) -> bool:
    """Tell whether the text ends as a sentence does."""
    return ending(text)[-1:] in _TERMINALS


def leads_on(text: str) -> bool:
    """Tell whether the text ends with a small word that nothing ends with: "Headers, Request and"."""
    last = text.rsplit(maxsplit=1)[-1]
    return last.islower() and last in _LEADS_ON


def asks(text: str) -> bool:
    """Tell whether the text ends as a question does, outside of a quotation."""
    return text.rstrip(")] \u00a0")[-1:] in ("?", "？", "؟")


def is_single(text: str) -> bool:
    """Tell whether the text looks like one sentence at most."""
    return _INNER_END.search(text) is None


def mark_style(text: str) -> str:
    """Return how the text is marked as an item of a list: "bullet", "number" …, "" if it is not."""
    found = _ITEM_MARK.match(text)
    return (found and found.lastgroup) or ""


def unmarked(text: str) -> str:
    """Return the text without the bullet or number that marks it as an item; all of it if that is all."""
    mark = _ITEM_MARK.match(text)
    return (text[mark.end() :] if mark else text) or text


def is_listed(text: str) -> bool:
    """Tell whether the text begins with a bullet or a number of a list."""
    return _ITEM_MARK.match(text) is not None


def is_bulleted(text: str) -> bool:
    """Tell whether the text begins with a bullet, not with a number."""
    return mark_style(text) in {"bullet", "dash"}


def is_title_cased(text: str) -> bool:
    """Tell whether (nearly) every word is capitalised, as in an English headline."""
    found = [w for w in _WORD.findall(text) if w.casefold() not in _SMALL]
    capitals = sum(1 for w in found if w[0].isupper() or w[0].isdigit())
    return len(found) >= 3 and any(w[0].isupper() for w in found) and capitals >= 0.9 * len(found)


def is_cased(text: str) -> bool:
    """Tell whether the text begins with something other than a lower-case letter or a joining mark."""
    return not (text[:1].islower() or text[:1] in _CONTINUING)


def open_quotes(text: str) -> int:
    """Count the curly or angled quotation marks that the text opens and does not close (may be < 0)."""
    return sum(text.count(c) for c in "“«") - sum(text.count(c) for c in "”»")


def without_dash(text: str) -> str:
    """Return the text without the dash that opens a turn of speech."""
    return _DASH.sub("", text, count=1) if _DASH.match(text) else text
