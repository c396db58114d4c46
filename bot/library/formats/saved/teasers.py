"""What a page shows besides its article: streams of teasers and galleries, offers, cards of authors.

Streams are found by what repeats itself, all else by what the page itself calls it.
"""

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
_PARTS = ("div", "p", "section", "aside", "ul", "span", "form", "a", "li")
"""What may hold something that is no part of the article."""
_AND = "[_-]{0,2}"
"""What stands between two words of a name."""
_NAMES = (
    "newsletters?", "paywall(?! (?:container|content|body|text))", "subscribe", "sign up", "sharedaddy",
    "share (?:bar|box|buttons?|links?)",
    "social (?:bar|box|buttons?|links?|media)",
    "(?:about (?:the )?)?authors? (?:bio|box|card|info|position|description)", "more about",
    "related(?: (?:posts?|articles?|stories|links|content))?", "disclaimer", "widget rss", "link box",
    "read (?:also|next)", "(?:inline|related) teasers?",
    "(?:image|media|photo|picture|wp) (?:caption|copyright|credit|description)(?: text)?",
)  # fmt: skip
_CALLED = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_NAMES).replace(' ', _AND)})(?:$|[\s_-])", re.IGNORECASE)
"""Names of classes and ids that pages give to offers, to what shares them, to authors and to captions."""
_LARGEST = 0.2
"""The share of a page up to which such a part is one: what is larger held more of the article than of such
things on real pages (decision 0107)."""


def drop_other_pages(tree: Any) -> None:
    """Remove what leads to other pages, or shows pictures of other things; a page of nothing else stays."""
    streams = list(_streams(tree))
    if not streams:
        return
    most = _length(tree.find("body")) / 2  # a heading stands in a body, which lxml puts around it
    if sum(map(_length, streams)) < most:
        for element in streams:
            if element.getparent() is not None:
                _drop(element)


def drop_named_parts(tree: Any) -> None:
    """Remove what the page calls an offer, a card of its author or a way to share it, if it is small."""
    most = _length(tree.find("body")) * _LARGEST
    for element in list(tree.iter(*_PARTS)):
        if element.getparent() is None or not _CALLED.search(_called(element)):
            continue
        if _length(element) < most and next(element.iter("h1"), None) is None:
            _drop(element)


def _drop(element: Any) -> None:
    """Remove an element; words on either side of it stay apart."""
    element.tail = f" {element.tail or ''}"
    element.drop_tree()


def _called(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _streams(tree: Any) -> Iterator[Any]:
    alike: dict[tuple[Any, str], list[Any]] = defaultdict(list)
    pages: dict[tuple[Any, str], set[str]] = defaultdict(set)
    for heading in tree.iter(*_HEADINGS):
        item = _item_of(heading)
        shown = heading.text_content().strip()
        away = _other_page(heading) or (shown if _NUMBERED.match(shown) else "")
        if item is not None and away:
            alike[item.getparent(), item.tag].append(item)
            pages[item.getparent(), item.tag].add(away)
    for place, items in alike.items():
        if len(items) >= _MANY and len(pages[place]) > 1:
            yield from items


def _item_of(heading: Any) -> Any:
    """Return the outermost element around a heading that holds no other heading; None if it is not a part."""
    item = None
    for element in heading.iterancestors():
        if element.tag in {"body", "main", "html"} or sum(1 for _ in element.iter("h1", *_HEADINGS)) > 1:
            break
        item = element if element.tag in _ITEMS else item
    return item


def _other_page(heading: Any) -> str:
    """Return the page, without a place on it, that all of a heading is a link to, "" if it is none.

    Posts of a forum lead to one page, their own: each to another place on it.
    """
    links = (*heading.iter("a"), *heading.iterancestors("a"))
    wide = (link for link in links if _length(link) >= _length(heading))
    return next(filter(None, ((link.get("href") or "").strip().partition("#")[0] for link in wide)), "")


def _length(element: Any) -> int:
    return 0 if element is None else len("".join(element.itertext()).strip())
