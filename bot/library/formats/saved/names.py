"""The names of a page's parts, by which trafilatura chooses what it reads.

Of a page that names no part the main one it reads paragraphs alone: no heading, no list, no definition. Such
are plain documents, of converters and by hand. And it cuts what has a name of things beside a text, be it a
menu that a sentence names or a box in a handbook, and would leave holes in sentences.
"""

import re
from itertools import islice
from typing import Any

from bot.core.reading.shape import ends_sentence, word_count
from bot.library.formats.saved.blocks import BLOCKS

_MOST = 0.9
"""The share of the text of all paragraphs that stands in the part."""
_PARTS = frozenset({"div", "section"})
_UNSEEN = re.compile(r"hid(?:e|den)|overlay|modal|icon|share|social|embed", re.IGNORECASE)
"""Names of what a sentence is whole without."""
_BOX = re.compile(r"(?:^|[\s_-])(?:sidebar|expand)")
_BOXES = ("div", "section", "aside")
_SHORTEST = 8
"""Words of a sentence that tells prose."""
_MOST_LINKED = 0.2
"""The share of a box that may be links."""
_FARTHEST = 8
"""Elements that are looked at for words on one side of another, or for a paragraph above a box."""
_LARGEST = 40
"""Elements of a span that stands amid a sentence."""


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


def keep_named(tree: Any) -> None:
    """Take the names from the spans amid a sentence, and from the boxes of prose amid the text."""
    for span in tree.xpath("//span[@class or @id]"):
        if _may_be_cut(span) and _is_amid_sentence(span):
            for inner in filter(_may_be_cut, span.iter("span")):
                _unname(inner)
    for box in list(tree.iter(*_BOXES)):
        if _BOX.search(_names(box)) and _is_amid_text(box):
            _unname(box)
            box.tag = "div"


def _may_be_cut(span: Any) -> bool:
    names = _names(span)
    return bool(names) and not _UNSEEN.search(names)


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def _unname(element: Any) -> None:
    for name in ("class", "id"):
        element.attrib.pop(name, None)


def _is_amid_sentence(span: Any) -> bool:
    within = list(islice(span.iter(), _LARGEST + 1))
    if len(within) > _LARGEST or any(inner.tag == "img" or inner.tag in BLOCKS for inner in within):
        return False
    if not "".join(span.itertext()).strip():
        return False
    before, behind = _beside(span, back=True), _beside(span, back=False)
    return _goes_on(behind) or bool(before and not ends_sentence(before))


def _goes_on(text: str) -> bool:
    """Tell whether a text begins as no sentence and no label does."""
    first = text[:1]
    return (first.isalpha() and not first.isupper()) or first in set(",;:)")


def _beside(element: Any, *, back: bool) -> str:
    """Return the nearest words before an element, or behind it, in its line; "" at its beginning or end."""
    for _ in range(_FARTHEST):
        neighbour = element.getprevious() if back else element.getnext()
        holder = element.getparent()
        text = (holder.text if neighbour is None else neighbour.tail) if back else element.tail
        if words := str(text or "").strip():
            return words
        if neighbour is None and holder.tag in BLOCKS:
            return ""
        if neighbour is not None:
            if neighbour.tag in BLOCKS or neighbour.tag == "br":
                return ""
            if inner := "".join(neighbour.itertext()).strip():
                return inner
        element = holder if neighbour is None else neighbour
    return ""


def _is_amid_text(box: Any) -> bool:
    """Tell whether a box holds prose and few links, and stands below a paragraph of prose.

    Where a part of its own holds that, as some converters write, another has to stand below the box.
    """
    length = len("".join(box.itertext()).strip())
    linked = sum(len("".join(link.itertext())) for link in box.iter("a"))
    if linked > _MOST_LINKED * length or not any(map(_is_prose, box.iter("p"))):
        return False
    above = _prose_near(box, back=True)
    return above == "p" or bool(above and _prose_near(box, back=False))


def _prose_near(element: Any, *, back: bool) -> str:
    """Return the tag of the nearest paragraph of prose on one side, or of the part that is one."""
    for near in islice(element.itersiblings(preceding=back), _FARTHEST):
        only = near[0].tag if len(near) == 1 else ""
        if "p" in {near.tag, only} and _is_prose(near):
            return str(near.tag)
    return ""


def _is_prose(paragraph: Any) -> bool:
    text = "".join(paragraph.itertext()).strip()
    return word_count(text) >= _SHORTEST and ends_sentence(text)
