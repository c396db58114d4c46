"""What tools write between the words of Markdown: values, roles, links of wikis, marks and attributes."""

import re

from bot.core.reading.shape import HOLE

TAG = r"\{\{[^{}\n]{1,300}\}\}|\{%[^{}\n]{1,300}%\}"
VALUE = r"\{\{[^<%#]"
"""A tag of Jekyll, Hugo, GitBook or mdBook, and how it begins where it stands for words that they know."""

TITLE = "\ue000"
"""What stands before the title of a notice, or a term that is defined: no heading of what comes later."""

_CODE = (
    r"(?:\{(?P<role>[a-z][\w:.+-]{0,60})\})?"
    r"(?P<ticks>(?<!`)`{1,3}(?!`))(?P<code>(?:[^`\n]|\n(?!\s*\n)){1,400}?)(?P=ticks)(?!`)"
)
_TARGET = rf"(?P<target>(?<=\]\()[^()\s{{}}]{{0,300}}(?:{TAG})[^()\n]{{0,300}}(?=\)))"
_PAIR = (
    r"\{(?:\{[<%]?|%)-?[ ]*(?P<tag>[\w-]{1,40})[^{}\n]{0,300}\}{1,2}(?P<within>[^{}\n]{1,400})"
    r"\{(?:\{[<%]?|%)-?[ ]*(?:/[ ]*|end)(?P=tag)[ ]*-?[%>]?\}{1,2}"
)
_PAGE = r"(?P<embedded>!)?\[\[(?P<page>[^\[\]|\s][^\[\]|\n]{0,200})"
_OF_WIKI = rf"{_PAGE}(?:\|(?P<shown>[^\[\]\n]{{1,200}}))?\]\](?![(\[])"
_VALUE = rf"(?P<value>(?:(?<=\S)\n[ \t]{{0,60}})?(?:{TAG})(?:[ \t]{{0,60}}\n(?=[^\s{{]))?)"
_BEGINS = r"(?=[`{\[!=^~\n]|(?<=\]\())"
"""Looked for before all else: hardly any letter of a page begins a sign, and each kind is slow to try."""
_SIGNS = re.compile(
    rf"{_BEGINS}(?:{_CODE}|{_TARGET}|{_PAIR}|{_VALUE}|{_OF_WIKI}"
    r"|(?<![=\w])==(?P<marked>[^\s=](?:[^=\n]{0,300}[^\s=])?)==(?![=\w])"
    r"|(?P<note>\^\[[^\[\]\n]{1,500}\])"
    r"|(?<=[\w)])(?P<level>[~^])(?P<moved>[^\s~^`\[\]]{1,20})(?P=level)(?![~^])"
    r"|\[(?P<span>[^\[\]\n]{1,300})\]\{[.#:][^{}\n]{0,200}\}"
    r"|(?<=\))(?P<attributes>\{[^{}\n]{1,200}\}))"
)
_EXPRESSION = re.compile(r"(?<!\\)\{[^{}\n]{1,200}\}")
_WITH_TARGET = re.compile(r"(?P<shown>[^<>]{1,300}?)\s{1,9}<[^<>]{1,300}>")
_SHOWN_ELSEWHERE = frozenset({"ref", "doc", "numref", "eq", "math", "any", "cite", "download"})
"""Roles that show words of another place, unless they have their own."""


def without_signs(text: str, has_expressions: bool) -> str:
    """Return paragraphs without those signs; ``has_expressions`` tells that {…} is one of MDX."""
    text = _SIGNS.sub(_of_sign, text)
    return _EXPRESSION.sub(HOLE, text) if has_expressions else text


def _of_sign(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "code":
            shown = _of_role(found) if found["role"] else found[0]
        case "target":
            shown = "#"
        case "value":
            shown = found[0].replace(found[0].strip(), HOLE).replace("\n", " ")
        case "page" | "shown" if not found["embedded"]:
            shown = found["shown"] or found["page"].replace("#", " > ")
        case "moved":
            name = "sub" if found["level"] == "~" else "sup"
            shown = f"<{name}>{found['moved']}</{name}>"
        case "within" | "marked" | "span" as kind:
            shown = found[kind]
        case _:
            shown = ""
    return shown


def _of_role(found: re.Match[str]) -> str:
    own = _WITH_TARGET.fullmatch(found["code"])
    if found["role"].rpartition(":")[2] in _SHOWN_ELSEWHERE and not own:
        return HOLE
    return own["shown"] if own else found["ticks"] + found["code"] + found["ticks"]
