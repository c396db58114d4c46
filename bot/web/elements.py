"""HTML as a tree of elements; a text in it is always text, whatever signs it holds.

Nothing makes markup of a string, so no field of an article and no question can become any.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

Attribute = str | bool | None
"""True stands without a value; False and None are left out."""

_VOID = frozenset({"meta", "link", "input", "br", "hr"})
_ADDRESSES = frozenset({"href", "src", "action"})
_LEADS = ("/", "#", "http://", "https://")
"""How an address may begin: no other scheme runs anything or carries a document."""
_WRITTEN = {"class_": "class", "for_": "for"}


@dataclass(frozen=True, slots=True)
class Element:
    """One element with what is in it. Raises ValueError for an address that a page may not lead to."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: "tuple[Element | str, ...]" = ()

    def __post_init__(self) -> None:
        for name, value in self.attributes:
            if name.startswith("on") or name == "style":
                raise ValueError(f"{name} would run or draw what the policy of the page forbids")
            if name in _ADDRESSES and not value.startswith(_LEADS):
                raise ValueError(f"no address for a page: {value[:40]!r}")

    @property
    def visible(self) -> str:
        """All text in it."""
        return "".join(child if isinstance(child, str) else child.visible for child in self.children)

    def all(self, tag: str) -> "Iterator[Element]":
        """Yield the outermost elements of that tag, in order; itself, if it is one."""
        if self.tag == tag:
            yield self
            return
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all(tag)


Child = Element | str | None


def element(tag: str, *children: Child, **attributes: Attribute) -> Element:
    """Return an element. ``class_`` is written ``class``, ``aria_label`` is written ``aria-label``."""
    kept = (
        (_WRITTEN.get(name, name.replace("_", "-")), "" if value is True else value)
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    return Element(tag, tuple(kept), tuple(child for child in children if child is not None and child != ""))


def printed(root: Element) -> str:
    """Return the markup of the tree."""
    return "".join(_pieces(root))


def _pieces(one: Element) -> Iterator[str]:
    attributes = "".join(
        f' {name}="{_text(value)}"' if value else f" {name}" for name, value in one.attributes
    )
    yield f"<{one.tag}{attributes}>"
    if one.tag in _VOID:
        return
    for child in one.children:
        if isinstance(child, str):
            yield _text(child)
        else:
            yield from _pieces(child)
    yield f"</{one.tag}>"


def _text(text: str) -> str:
    return escape(text).replace("\r", "&#13;")  # a parser would take a bare one for a line's end
