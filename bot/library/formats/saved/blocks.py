"""Which elements of a page begin a line of their own, and which stand in one."""

from typing import Any

_NAMES = (
    "address article aside audio blockquote body button caption center dd details div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe legend li main nav noscript"
    " object ol option p pre script section select style summary table tbody td textarea tfoot th"
    " thead tr ul video"
)
BLOCKS = frozenset(_NAMES.split())
"""Names of HTML."""


def holds_block(element: Any) -> bool:
    """Tell whether anything in an element begins a line of its own."""
    return len(element) > 0 and any(inner.tag in BLOCKS for inner in element.iterdescendants())


def stands_in_line(element: Any) -> bool:
    """Tell whether words or signs stand right before or behind an element."""
    previous = element.getprevious()
    before = element.getparent().text if previous is None else previous.tail
    return bool((before or "").strip() or (element.tail or "").strip())
