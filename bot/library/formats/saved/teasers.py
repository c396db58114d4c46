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
_NAMED_PARTS = f"//*[(@class or @id) and ({' or '.join(f'self::{name}' for name in _PARTS)})]"
_AND = "[_-]{0,2}"
"""What stands between two words of a name."""
_NAMES = (
    "newsletters?", "paywall", "subscribe", "sign up", "sharedaddy", "share (?:bar|box|buttons?|links?)",
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
                element.drop_tree()


def drop_named_parts(tree: Any) -> None:
    """Remove what the page calls an offer, a card of its author or a way to share it, if it is small."""
    most = _length(tree.find("body")) * _LARGEST
    for element in tree.xpath(_NAMED_PARTS):
        if element.getparent() is None or not _CALLED.search(_called(element)):
            continue
        if _length(element) < most and next(element.iter("h1"), None) is None:
            element.drop_tree()


def _called(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


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
