"""What a reader sees of an HTML page: struck, hidden and raised text, readings and formulas in its tree."""

import re
from itertools import islice
from typing import Any

from bot.core.reading.shape import HOLE
from bot.library.parsing.raised import lowered, raised

_STRUCK = ("del", "s", "strike", "rt", "rp", "rtc")
"""What is struck out, and how signs are pronounced."""
_UNSEEN_CLASSES = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only"}
)
_UNSEEN_STYLES = (
    ("display", re.compile(r"none")),
    ("visibility", re.compile(r"hidden|collapse")),
    ("font-size", re.compile(r"0(?:px|em|%)?")),
    ("text-decoration", re.compile(r".{0,40}\bline-through\b.{0,40}")),
)
_RULE = re.compile(r"\.(?P<name>[\w-]{1,80})\s*\{(?P<style>[^{}]{0,2000})\}")
"""What a page says of a class in its head."""
_STRUCK_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}\bline-through\b", re.IGNORECASE)
_SHIFTED = re.compile(r"vertical-align\s*:\s*(?P<where>super|sub)\b", re.IGNORECASE)
_NAMING = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_COMMENT = "#cmnt_ref"
"""How a link begins that leads from a reviewer's comment back to the words that it is about."""
_REFERENCE = re.compile(r"note|\bref|refer|cite|\bfn", re.IGNORECASE)
_REFERENCE_FACTS = ("class", "id", "role", "epub:type", "{http://www.idpf.org/2007/ops}type")
_BACK = re.compile(r"back-?(?:link|ref)|footnote-?back|reversefootnote", re.IGNORECASE)
"""What leads from a note back to its mark."""
_LONGEST_BACK = 40
NOTE_SIGN = "\u2191 "
"""What an item begins with that is a note or a source."""
_FORMULA = re.compile(r"\b(?:math|tex|latex|equation|formula|mwe-math[\w-]*)\b", re.IGNORECASE)
_LINEAR = frozenset({"math", "mrow", "mi", "mn", "mo", "mtext", "mstyle", "mspace", "semantics"})
_PUBLISHED = re.compile(
    r"(?:og:)?(?:article[:.])?(?:datepublished|published(?:[_-]time)?|pubdate|publish[_-]?date)"
    r"|dc(?:terms)?\.(?:date\.)?(?:issued|created)|(?:citation_)?publication[_-]date|citation_date"
    r"|parsely-pub-date|date\.release|sailthru\.date",
    re.IGNORECASE,
)
"""What a page calls the date of its publication in its head."""
_DATES = (".//meta[@content]", ".//time[@datetime]", ".//*[@itemprop='datePublished']")
_PUBLISHED_CLASS = re.compile(
    r"\b(?:dt-published|published|entry-date|post-date|pubdate|publish-date)\b", re.IGNORECASE
)
_IN_DATA = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
_DAY = re.compile(r"\s*(\d{4})[-/](\d\d?)[-/](\d\d?)")
_OPERATOR = re.compile(r"(?:(?<!\s)\s+)?([=+×·<>≤≥≈−])\s*")
_MARKED_UP = re.compile(r"[\\{}_^$&]")
_REPLACED = "replaced"
"""The tag of what stands in an element's place."""
_FARTHEST = 40
"""Elements that are looked at for the text before another."""


def show_only_seen(tree: Any) -> None:
    """Change the tree, lxml's of an HTML page, so that its text is what a reader reads there.

    What is struck out or hidden goes, and so do marks of notes; raised signs stay raised; a formula becomes
    a line of text where it is one, or else ``HOLE``.
    """
    _follow_rules(tree)
    for link in list(tree.iter("a")):
        if (link.get("href") or "").startswith(_COMMENT):
            _remove(next(link.iterancestors("div"), link))
        elif _is_permalink(link):
            _remove(link)
    for formula in list(tree.iter("math")):
        _replace(formula, _formula(formula))
    for element in list(tree.iter("img", "script")):
        if _is_formula(element):
            _replace(element, HOLE)
    for element in list(tree.iter(*_STRUCK)):
        _remove(element)
    _mark_notes([element for element in tree.iter("span", "a", "sup") if _leads_back(element)])
    _remove_hidden(tree)
    for element in list(tree.iter("sup", "sub", "a")):
        _set_apart(element)
    _join(tree)


def _follow_rules(tree: Any) -> None:
    """Make elements of what the page's own rules strike out or shift: programs that write export so."""
    named = dict[str, str]()
    for sheet in tree.iter("style"):
        for rule in _RULE.finditer(sheet.text or ""):
            shifted = _SHIFTED.search(rule["style"])
            tag = shifted["where"][:3].lower() if shifted else ""
            named[rule["name"]] = "del" if _STRUCK_THROUGH.search(rule["style"]) else tag
    for span in tree.iter("span") if any(named.values()) else ():
        if tag := next(filter(None, map(named.get, (span.get("class") or "").split())), None):
            span.tag = tag
            span.attrib.pop("class")  # which would be taken for what tells a note


def publication_day(tree: Any) -> str:
    """Return the day that the page calls that of its publication, as year-month-day; "" if it calls none."""
    for path in _DATES:
        for element in tree.xpath(path):
            written = element.get("content") or element.get("datetime") or "".join(element.itertext())
            day = _DAY.match(written) if _is_publication(element) else None
            if day:
                return "-".join(day.groups())
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        if day := _IN_DATA.search(script.text or ""):
            return day[1]
    return ""


def _is_publication(element: Any) -> bool:
    names = (element.get("property"), element.get("name"), element.get("itemprop"))
    if any(name and _PUBLISHED.fullmatch(name) for name in names) or element.get("pubdate") is not None:
        return True
    return element.tag == "time" and _PUBLISHED_CLASS.search(element.get("class") or "") is not None


def _is_permalink(link: Any) -> bool:
    """Tell whether a link is a heading's sign for its own address, which shows itself to a pointer alone."""
    return (
        link.getparent().tag in _NAMING
        and "#" in (link.get("href") or "")
        and not any(sign.isalnum() for sign in "".join(link.itertext()))
    )


def _formula(formula: Any) -> str:
    for note in list(formula.iter("annotation", "annotation-xml")):
        _remove(note)
    if all(element.tag in _LINEAR for element in formula.iter()):
        return _OPERATOR.sub(r" \1 ", "".join(formula.itertext()).strip())
    written = (formula.get("alttext") or "").strip()
    return HOLE if not written or _MARKED_UP.search(written) else written


def _leads_back(element: Any) -> bool:
    facts = f"{element.get('class') or ''} {element.get('role') or ''}"
    return _BACK.search(facts) is not None and len("".join(element.itertext())) <= _LONGEST_BACK


def _mark_notes(backs: list[Any]) -> None:
    """Put the sign of a note in front of each item that leads back to its mark, in place of the link."""
    items = [item for back in backs for item in islice(back.iterancestors("li"), 1)]
    for back in backs:
        _remove(back)
    for item in items:
        _join(item)
        if not (item.text or "").startswith(NOTE_SIGN):
            item.text = NOTE_SIGN + (item.text or "").lstrip()


def _is_formula(element: Any) -> bool:
    if element.tag == "script":
        return (element.get("type") or "").startswith("math/")
    return _FORMULA.search(f"{element.get('class') or ''} {element.get('src') or ''}") is not None


def _remove_hidden(tree: Any) -> None:
    """Remove what is declared hidden, but not most of a page: that is shown once its script has run."""
    hidden = list(filter(_is_hidden, tree.iter()))
    if not hidden:
        return
    most = len("".join(tree.itertext())) / 2
    for element in hidden:
        if element.getparent() is not None and len("".join(element.itertext())) < most:
            _remove(element)


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    names, style = element.get("class"), element.get("style")
    if names and not _UNSEEN_CLASSES.isdisjoint(names.split()):
        return True
    return bool(style) and _is_unseen(style)


def _is_unseen(style: str) -> bool:
    """Tell whether declarations of CSS hide what they are for, or give it the colour of its ground."""
    pairs = (pair.partition(":") for pair in style.lower().replace("!important", "").split(";"))
    declared = {name.strip(): value.strip() for name, _, value in pairs}
    ground = declared.get("background-color", declared.get("background"))
    return ("color" in declared and declared["color"] == ground) or any(
        hides.fullmatch(declared.get(name, "")) for name, hides in _UNSEEN_STYLES
    )


def _set_apart(element: Any) -> None:
    if element.tag == "a" and not _is_note_reference(element):
        return
    is_reference = any(map(_refers, element.iter()))
    text = "".join(element.itertext())
    before = _before(element)
    shown = lowered(text, before) if element.tag == "sub" else raised(text, before, is_reference)
    if shown != text:
        _replace(element, shown)


def _refers(element: Any) -> bool:
    """Tell whether an element leads to a note: a link inside of the page, or what is named so."""
    if element.tag == "a" and (element.get("href") or "").rpartition("#")[1]:
        return True
    facts = " ".join(filter(None, map(element.get, _REFERENCE_FACTS)))
    return bool(facts) and (_REFERENCE.search(facts) is not None or element.tag == "sup")


def _is_note_reference(link: Any) -> bool:
    """Tell whether a link that is not raised is declared a note's."""
    facts = " ".join(filter(None, (link.get(name) for name in _REFERENCE_FACTS[2:])))
    return "noteref" in facts


def _before(element: Any) -> str:
    """Return the text right before an element, as far as it stands in the same paragraph."""
    for _ in range(_FARTHEST):
        if element is None:
            break
        previous = element.getprevious()
        parent = element.getparent()
        if previous is not None:
            text = previous.tail or "".join(previous.itertext())
        else:
            text = parent.text if parent is not None else None
        if text:
            return text[-40:]
        element = previous if previous is not None else parent
    return ""


def _remove(element: Any) -> None:
    _replace(element, "")


def _replace(element: Any, text: str) -> None:
    """Put text in an element's place; where nothing comes, no blank is left before a sign.

    It stays as an element of no meaning until all are: a text that grows would be read anew for each.
    """
    if element.getparent() is None:
        return
    tail = element.tail or ""
    holder, name = _text_before(element)
    before = getattr(holder, name) or ""
    if not text and before.endswith(" ") and (not tail or not tail[0].isalnum()):
        if tail[:1] in tuple(",.;:!?)"):
            setattr(holder, name, before.rstrip(" "))
        else:
            tail = tail.lstrip(" ")
    element.clear()
    element.tag, element.text, element.tail = _REPLACED, text, tail


def _text_before(element: Any) -> tuple[Any, str]:
    """Return the element that has the text right before another, and as what: its own, or that behind it."""
    for _ in range(_FARTHEST):
        previous = element.getprevious()
        if previous is None:
            return element.getparent(), "text"
        if previous.tail or previous.tag != _REPLACED:
            return previous, "tail"
        if previous.text:
            return previous, "text"
        element = previous
    return element, "text"


def _join(tree: Any) -> None:
    """Join what was put in the place of elements with the text around it."""
    from lxml.etree import strip_tags

    strip_tags(tree, _REPLACED)
