"""Markup that Telegram accepts: this module is the only maker of ``Html``, and only ``Html`` is sent.

``Html`` holds plain text with the elements that stand around it, never markup: what is written into it
is escaped when it is printed, and a cut cannot fall inside a tag.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape as escaped
from urllib.parse import urlsplit

import regex

from bot.basics.visible import visible
from bot.chat.wire import telegram

_AUTOMATIC = regex.compile(r"[@#/$]\w|\p{L}\.\p{L}|\d{6}|\d[ -]\d")
"""What Telegram may turn into an entity by itself: mentions, commands, tags, addresses, numbers."""

_ALIVE = regex.compile(
    r"((?<!\w)[@#]\w+|(?<![\w$])\$[A-Z]{1,8}\b|(?<![\w/<>])/[A-Za-z]\w*+"
    r"|(?<![\w.@%+-])(?:https?://\S++|[\w.%+-]++@[\w-]++(?:\.[\w-]++)*+|(?:[\w-]++\.)+\p{L}{2,}(?:/\S*+)?))"
)
"""What Telegram makes a link of: mentions, tags, commands, addresses."""


@dataclass(frozen=True, slots=True, eq=False)
class _Element:
    """One element; equal only to itself, so that two quotes side by side stay two."""

    tag: str
    attributes: str = ""

    @property
    def opening(self) -> str:
        return f"<{self.tag}{self.attributes}>"

    @property
    def closing(self) -> str:
        return f"</{self.tag}>"


@dataclass(frozen=True, slots=True)
class _Run:
    """Plain text under the same elements, outermost first."""

    text: str
    elements: tuple[_Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Html:
    """Text with elements; printed as markup that parses, whatever the text is.

    ``len`` counts its visible code points, ``str`` gives its markup; an empty one is false.
    """

    _runs: tuple[_Run, ...] = ()

    def __add__(self, other: "Html") -> "Html":
        return Html(self._runs + other._runs)

    def __len__(self) -> int:
        return sum(len(run.text) for run in self._runs)

    def __str__(self) -> str:
        written: list[str] = []
        above: tuple[_Element, ...] = ()
        for run in self._runs:
            shared = _shared(above, run.elements)
            written.extend(element.closing for element in reversed(above[shared:]))
            written.extend(element.opening for element in run.elements[shared:])
            written.append(escaped(run.text, quote=False))
            above = run.elements
        written.extend(element.closing for element in reversed(above))
        return "".join(written)

    @property
    def visible(self) -> str:
        """The text that a reader sees, before Telegram rewrites any of it."""
        return "".join(run.text for run in self._runs)

    @property
    def entities(self) -> int:
        """How many entities Telegram counts at most: the elements, and what it may link by itself."""
        above: tuple[_Element, ...] = ()
        opened = 0
        for run in self._runs:
            opened += len(run.elements) - _shared(above, run.elements)
            above = run.elements
        return opened + sum(1 for _ in _AUTOMATIC.finditer(self.visible))

    @property
    def fits(self) -> bool:
        """Tell whether one message can hold all of it."""
        return (
            len(self) <= telegram.MESSAGE_CHARACTERS
            and self.entities <= telegram.MESSAGE_ENTITIES
            and len(str(self).encode()) <= telegram.MARKUP_BYTES
        )

    def inside(self, element: _Element) -> "Html":
        """Return the same text with one more element around all of it."""
        return Html(tuple(_Run(run.text, (element, *run.elements)) for run in self._runs))

    @property
    def quoted(self) -> str:
        """The visible text that stands in quotations."""
        return "".join(
            run.text for run in self._runs if any(element.tag == "blockquote" for element in run.elements)
        )


NOTHING = Html()
"""Where nothing is to be shown."""


def escape(text: str) -> Html:
    """Return the text, with marks for signs that turn it around: the gate from any string to a chat."""
    return verbatim(visible(text))


def verbatim(text: str) -> Html:
    """Return the text exactly as it is: the gate for an article's own words, which are quoted so."""
    return Html((_Run(text),)) if text else NOTHING


def join(parts: Iterable[Html], separator: str = "") -> Html:
    """Return the parts that are not empty, one after the other."""
    runs: list[_Run] = []
    for part in filter(None, parts):
        if runs and separator:
            runs.append(_Run(separator))
        runs.extend(part._runs)  # noqa: SLF001 (its own module)
    return Html(tuple(runs))


def bold(content: Html) -> Html:
    """Return the content in bold type."""
    return content.inside(_Element("b"))


def italic(content: Html) -> Html:
    """Return the content in italic type."""
    return content.inside(_Element("i"))


def code(text: str) -> Html:
    """Return the text in fixed width; Telegram links nothing in it."""
    return escape(text).inside(_Element("code"))


def inert(text: str, style: Callable[[Html], Html] = lambda words: words) -> Html:
    """Return an article's words exactly as they are, so that Telegram brings none of them alive.

    Mentions, tags, commands and addresses stand in fixed width, where nothing is linked, all else in a style.
    """
    runs: list[Html] = []
    for place, part in enumerate(_ALIVE.split(text)):
        words = verbatim(part)
        runs.append(words.inside(_Element("code")) if place % 2 and part else style(words))
    return join(runs)


def link(label: str, url: str) -> Html:
    """Return the label linked to ``url``, or linked to nothing where Telegram would not take the link.

    Of a file's name, such as alpha.md, Telegram would make an address.
    """
    if not _linkable(url):
        return inert(visible(label))
    return escape(label).inside(_Element("a", f' href="{escaped(url)}"'))


def blockquote(content: Html) -> Html:
    """Return the content as a quotation that unfolds when it is long. Raises ValueError if nested."""
    if content.quoted:
        raise ValueError("a quotation cannot hold another one")
    return content.inside(_Element("blockquote", " expandable"))


def cut(text: str, fits: Callable[[int], bool]) -> int:
    """Return where to cut ``text`` so that ``fits(end)`` holds: after white space, else between graphemes.

    ``fits`` must be true up to some end and false beyond; at least one code point is always taken.
    """
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    if low == len(text):
        return low
    ends = (text.rfind(blank, low // 2, low) + len(blank) for blank in ("\n\n", "\n", " "))
    return _grapheme_start(text, next((end for end in ends if end > low // 2), low))


def shortened(text: str, longest: int) -> str:
    """Return the text on one line, cut to ``longest`` code points with an ellipsis where it is longer."""
    line = visible(" ".join(text.split()))
    if len(line) <= longest:
        return line
    return line[: cut(line, lambda end: end < longest)].rstrip() + "…"


def _grapheme_start(text: str, end: int) -> int:
    """Return the last place at or before ``end`` where a grapheme begins; ``end`` if that is the start."""
    starts = [match.start() for match in regex.finditer(r"\X", text[: end + 64])]
    return max((start for start in starts if 0 < start <= end), default=end)


def _shared(above: tuple[_Element, ...], below: tuple[_Element, ...]) -> int:
    """Count the outermost elements that both have in common."""
    count = 0
    for one, other in zip(above, below, strict=False):
        if one is not other:
            break
        count += 1
    return count


def _linkable(url: str) -> bool:
    """Tell whether Telegram takes the URL: http(s) with a dot in the host, printable, not too long."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme not in {"http", "https", "tg"} or (parts.scheme != "tg" and "." not in host.strip(".")):
        return False
    return url.isprintable() and " " not in url and len(escaped(url).encode()) <= telegram.URL_BYTES
