"""What a page shows of other pages: streams of teasers and galleries, found by what repeats itself."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_ITEMS = frozenset({"li", "div", "article", "section"})
_MANY = 3
"""Neighbours that are alike from which they are a stream and not an article's parts."""
_NUMBERED = re.compile(r"\d{1,3}\s?(?:/|of)\s?\d{1,3}")
"""Which picture of how many is shown."""


def drop_other_pages(tree: Any) -> None:
    """Remove what leads to other pages, or shows pictures of other things; a page of nothing else stays."""
    streams = list(_streams(tree))
    if not streams:
        return
    most = _length(tree.find("body")) / 2  # a heading stands in a body, which lxml puts around it
    if sum(map(_length, streams)) < most:
        for element in streams:
            if element.getparent() is not None:
                element.drop_tree()


def _streams(tree: Any) -> Iterator[Any]:
    alike: dict[tuple[Any, str], list[Any]] = defaultdict(list)
    for heading in tree.iter(*_HEADINGS):
        item = _item_of(heading)
        if item is not None and (_leads_away(heading) or _NUMBERED.match(heading.text_content().strip())):
            alike[item.getparent(), item.tag].append(item)
    for items in alike.values():
        if len(items) >= _MANY:
            yield from items


def _item_of(heading: Any) -> Any:
    """Return the outermost element around a heading that holds no other heading; None if it is not a part."""
    item = None
    for element in heading.iterancestors():
        if element.tag in {"body", "main", "html"} or sum(1 for _ in element.iter("h1", *_HEADINGS)) > 1:
            break
        item = element if element.tag in _ITEMS else item
    return item


def _leads_away(heading: Any) -> bool:
    """Tell whether all of a heading is a link to another page."""
    links = [a for a in (*heading.iter("a"), *heading.iterancestors("a")) if _is_elsewhere(a)]
    return any(_length(link) >= _length(heading) for link in links)


def _is_elsewhere(link: Any) -> bool:
    address = (link.get("href") or "").strip()
    return bool(address) and not address.startswith("#")


def _length(element: Any) -> int:
    return 0 if element is None else len("".join(element.itertext()).strip())
