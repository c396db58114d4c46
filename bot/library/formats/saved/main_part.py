"""The part of a page that holds its text, where the page does not name it.

Of a page without such a part trafilatura reads paragraphs alone: no heading, no list, no definition. Such are
plain documents, of converters and by hand.
"""

from typing import Any

_MOST = 0.9
"""The share of the text of all paragraphs that stands in the part."""
_PARTS = frozenset({"div", "section"})


def name_main_part(tree: Any) -> None:
    """Name the innermost part with most of the text of paragraphs as the main one, if none is named so."""
    from trafilatura.xpaths import BODY_XPATH

    body = tree.find("body")
    if body is None or any(len(named(tree)) for named in BODY_XPATH):
        return
    lengths = _lengths(body)
    most = _MOST * lengths[body]
    frame = body
    while (inner := next((one for one in frame if lengths.get(one, 0) >= most > 0), None)) is not None:
        if inner.tag == "p":
            break
        frame = inner
    if frame.tag not in _PARTS:
        frame = _contents(frame)
    frame.set("role", "main")


def _lengths(body: Any) -> dict[Any, int]:
    """Return how long the text of the paragraphs within each element is."""
    lengths = dict[Any, int]()
    for paragraph in body.iter("p"):
        length = len("".join(paragraph.itertext()))
        for around in (paragraph, *paragraph.iterancestors()):
            lengths[around] = lengths.get(around, 0) + length
    return lengths or {body: 0}


def _contents(holder: Any) -> Any:
    """Put all that an element holds into one part, and return that."""
    part = holder.makeelement("div")
    part.text, holder.text = holder.text, None
    part.extend(list(holder))
    holder.append(part)
    return part
