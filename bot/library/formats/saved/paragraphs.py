"""What a browser shows as a paragraph and trafilatura takes for none, or for one with a hole in it."""

from collections.abc import Iterator
from typing import Any

from bot.core.reading.shape import HOLE, word_count
from bot.library.formats.saved.blocks import BLOCKS, holds_block, stands_in_line
from bot.library.formats.saved.preformatted import is_program

_HOLDERS = ("body", "main", "article", "section", "div", "center", "address", "blockquote")
_SHORTEST, _SHORTEST_SENTENCE = 8, 3
"""Words of a run, and of one that ends as a sentence does; what is shorter is a label."""
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "۔")
_READ_ON = ("time", "label", "output", "button", "legend", "blink", "marquee", "noindex")
"""Trafilatura cuts these from a page, amid a sentence, too."""
_INLINE = ("a", "b", "code", "em", "font", "i", "kbd", "samp", "span", "strong", "tt", "u", "var")
_CONTROLS = ("select", "textarea")
"""What stands in them depends on who looks at the page."""
_OPENED = frozenset({"code", *_READ_ON, *_CONTROLS})


def show_paragraphs(tree: Any) -> None:
    """Change the tree of an HTML page so that what stands in the lines of a text is read with it.

    A run of text in a part of a page, and what stands in its lines, becomes a paragraph. A date, a label or a
    button amid a text becomes a part of it, and a control, whose text changes, ``HOLE``.
    """
    from lxml.etree import strip_tags

    _open_lines(tree)
    for place in tree.xpath("//a[not(@href)]"):  # no link, though trafilatura would count it as one
        place.tag = "span"
    for preformatted in filter(is_program, list(tree.iter("pre"))):
        _make_one_code(preformatted)
    for code in list(tree.iter("code")):
        strip_tags(code, *_INLINE)
    for holder in list(tree.iter(*_HOLDERS)):
        for before, inline in list(_runs(holder)):
            _wrap(holder, before, inline)


def _open_lines(tree: Any) -> None:
    """Make words of a line of what extraction would drop from it or part it at."""
    for element in reversed(list(tree.iter())):  # so that what a control held is still in the tree
        if "-" in element.tag:  # which the page defines itself
            if not holds_block(element):
                element.drop_tag()
        elif element.tag in _OPENED and stands_in_line(element):
            _open(element)


def _open(element: Any) -> None:
    """Make an element a part of its line; code stays one if it has lines itself."""
    if element.tag == "code":
        if not _has_lines(element):
            element.drop_tag()
        return
    if element.tag in _CONTROLS:
        del element[:]
        element.text = HOLE
    element.tag = "span"


def _has_lines(code: Any) -> bool:
    within = next(code.iterancestors("pre"), None) is not None
    return within or "\n" in "".join(code.itertext()).strip() or next(code.iter("br"), None) is not None


def _make_one_code(preformatted: Any) -> None:
    """Make one program of all that stands in a ``pre``, the prompts between its codes, too."""
    for line_end in list(preformatted.iter("br")):
        line_end.text = "\n"
    text = "".join(preformatted.itertext())
    for inner in list(preformatted):
        preformatted.remove(inner)
    preformatted.text = None
    preformatted.append(preformatted.makeelement("code"))
    preformatted[0].text = text


def _runs(holder: Any) -> Iterator[tuple[Any, list[Any]]]:
    """Yield the element before each run, None at the beginning, and the elements of the run."""
    before, inline = None, list[Any]()
    for child in (*holder, None):
        if child is None or child.tag in BLOCKS or holds_block(child):
            lead = (holder.text if before is None else before.tail) or ""
            if _is_paragraph(lead, inline):
                yield before, inline
            before, inline = child, []
        else:
            inline.append(child)


def _is_paragraph(lead: str, inline: list[Any]) -> bool:
    """Tell whether a run is prose by its own text, or holds code, of which trafilatura makes a block."""
    if not inline and not lead.strip():
        return False
    own = " ".join((lead, *(one.tail or "" for one in inline)))
    words, ends = word_count(own), own.rstrip().endswith(_ENDS)
    if words >= _SHORTEST or (ends and words >= _SHORTEST_SENTENCE):
        return True
    has_code = any(element.tag == "code" for one in inline for element in one.iter())
    return has_code and bool((lead + "".join(map(_besides_code, inline))).strip())


def _besides_code(element: Any) -> str:
    within = "" if element.tag == "code" else (element.text or "") + "".join(map(_besides_code, element))
    return within + (element.tail or "")


def _wrap(holder: Any, before: Any, inline: list[Any]) -> None:
    paragraph = holder.makeelement("p")
    if before is None:
        paragraph.text, holder.text = holder.text, None
        holder.insert(0, paragraph)
    else:
        paragraph.text, before.tail = before.tail, None
        before.addnext(paragraph)
    paragraph.extend(inline)
