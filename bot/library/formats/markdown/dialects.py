"""What tools for documentation and notes add to Markdown, told in common Markdown.

Jekyll, Hugo, mdBook, MkDocs, Docusaurus, VitePress, GitBook, MyST, Pandoc, Obsidian and GitHub put tags,
notices, titles and values between the lines. Nobody reads the tags on the page, and a value that only the
tool knows leaves a hole.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from bot.core.reading.shape import HOLE
from bot.library.formats.markdown.signs import TAG, TITLE, VALUE, without_signs

_FENCE = re.compile(
    r"(?P<before>[ \t>]{0,40}(?:(?:[-*+]|\d{1,3}[.)])[ \t]{1,9})?)(?P<sign>`{3,40}|~{3,40})(?P<info>[^`]*)"
)
_DIRECTIVE = re.compile(r"\s{0,9}\{(?P<name>[\w:.+-]{1,60})\}[ \t]*(?P<argument>.*)")
_OPTION = re.compile(r"[ \t]*(?::[\w-]{1,60}:.*|---)")
_PROGRAMS = frozenset({"code", "code-block", "code-cell", "sourcecode", "parsed-literal", "literalinclude"})
_NOTICES = frozenset({
    "note", "tip", "hint", "info", "important", "warning", "caution", "attention", "danger", "error",
    "seealso", "admonition", "dropdown", "card", "topic", "sidebar", "margin", "aside", "details",
    "tab-item", "tab-set", "grid", "grid-item", "grid-item-card", "figure", "versionadded",
    "versionchanged", "versionremoved", "deprecated", "epigraph", "pull-quote",
})  # fmt: skip
_TITLED = frozenset({"admonition", "dropdown", "card", "tab-item", "topic", "sidebar", "grid-item-card"})
_UNREAD = frozenset({
    "toctree", "contents", "tableofcontents", "include", "image", "bibliography", "index", "raw",
    "eval-rst", "automodule", "autoclass", "autofunction", "plot", "mermaid", "graphviz", "tags",
})  # fmt: skip
"""Directives of MyST by what their fence holds: a program, Markdown, Markdown with a title, nothing read."""

_INCLUDED = re.compile(
    r"\s{0,60}(?:\{\{#[^{}]*\}\}|-{1,2}8<-{1,2}.*|<<<[ ]*[@.\w/].*|\{\{[<%][^{}]*[%>]\}\}"
    r"|\{%-?[ ]*include[^{}]*%\})\s*"
)
"""A line of a program that stands for those of another file."""
_ALONE = re.compile(
    rf"[ \t>]{{0,60}}(?:(?:(?!{VALUE})(?:{TAG})[ \t]*)+|\{{[:.#][^{{}}\n]{{0,300}}\}}|\[\[?_?(?i:toc)_?\]\]?"
    r"|-{1,2}8<-{1,2}.*)[ \t]*"
)
_NOTICE = re.compile(
    r"""[ \t>]{0,60}(?:(?:!!!|\?\?\?\+?)[ ]+[\w -]{1,60}(?:"(?P<title>[^"]{0,200})")?"""
    r"""|===[!+]?[ ]+"(?P<tab>[^"]{1,200})")"""
)
_CONTAINER = re.compile(
    r"[ \t>]{0,60}:{3,20}[ ]*(?:\{[^{}\n]{0,200}\}.*"
    r"|[\w-]{1,60}(?:\[(?P<within>[^\]\n]{0,200})\]|[ ]+(?P<title>[^\n]{1,200}?))?)?[ ]*:{0,20}"
)
_CALLOUT = re.compile(r"(?P<before>[ \t]*>[ \t>]*)\[!\w{1,40}\][+-]?[ ]*(?P<title>.*)")
_OF_PROGRAM = re.compile(
    r"""import[ ](?:[\w*{}, $]{1,300}[ ]from[ ])?["'][^"'\n]{1,300}["'];?"""
    r"|export[ ](?:const|let|default|function|async)\b.*"
)
_HIDDEN = re.compile(
    r"\{%-?[ ]*comment[ ]*-?%\}.{0,5000}?\{%-?[ ]*endcomment[ ]*-?%\}"
    r"|\{/\*.{0,5000}?\*/\}|\{#[ ].{0,500}?[ ]#\}|^%%.{0,5000}?%%[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_COMPONENT = re.compile(
    r"""^[ \t]{0,60}</?[A-Z][\w.]{0,60}(?:[^<>{}"']{1,300}+|"[^"]{0,500}"|'[^']{0,500}'"""
    r"""|\{(?:[^{}]|\{[^{}]{0,200}\}){0,500}\}){0,40}>[ \t]*$""",
    re.MULTILINE,
)
"""A tag of JSX, which may have programs among its attributes."""
_TERM = re.compile(
    r"^(?![ \t]{0,3}:)(?=\S[^\n]{0,200}\n(?:[ \t]{0,60}\n)?[ ]{0,3}:[ \t]{1,3}[^\s:])", re.MULTILINE
)
_DEFINITION = re.compile(r"(?<=\S)\n(?:[ \t]{0,60}\n)?[ ]{0,3}:[ \t]{1,3}(?=[^\s:])")
_ATTRIBUTES = re.compile(r"[ \t]{0,60}\{[:#.][^{}\n]{0,200}\}[ \t]{0,60}$", re.MULTILINE)


class _Part(NamedTuple):
    """Lines outside of fences, or those of one fence with the line that opens it."""

    opening: re.Match[str] | None
    lines: list[str]


def common_markdown(text: str, has_expressions: bool = False) -> str:
    """Return a text as common Markdown; ``has_expressions`` tells that {…} is one of MDX."""
    return "\n".join(
        _of_fence(part.opening, part.lines)
        if part.opening
        else _of_prose("\n".join(part.lines), has_expressions)
        for part in _parts(text.split("\n"))
    )


def _parts(lines: list[str]) -> Iterator[_Part]:
    outside: list[str] = []
    rest = iter(lines)
    for line in rest:
        opening = _FENCE.fullmatch(line)
        if opening is None:
            outside.append(line)
            continue
        yield _Part(None, outside)
        outside, sign = [], opening["sign"]
        yield _Part(opening, list(takewhile(lambda line: not _closes(line, sign), rest)))  # noqa: B023 - read at once
    yield _Part(None, outside)


def _closes(line: str, sign: str) -> bool:
    end = line.strip(" \t>")
    return len(end) >= len(sign) and not end.strip(sign[0])


def _of_fence(opening: re.Match[str], lines: list[str]) -> str:
    directive = _DIRECTIVE.fullmatch(opening["info"])
    name = directive["name"].partition(":")[0] if directive else ""
    if name in _UNREAD:
        return ""
    if name == "math":
        return f"\n{HOLE}\n"
    if name in _PROGRAMS | _NOTICES:
        lines = lines[len(list(takewhile(_OPTION.fullmatch, lines))) :]
    if directive and name in _NOTICES:
        said = directive["argument"] if name != "figure" else ""
        return common_markdown("\n".join(["", _titled(said) if name in _TITLED else said, "", *lines, ""]))
    lines = [line for line in lines if not _INCLUDED.fullmatch(line)]
    closing = " " * len(opening["before"]) if opening["before"].strip(" \t>") else opening["before"]
    return "\n".join([opening[0], *lines, closing + opening["sign"]]) if any(lines) else ""


def _of_prose(text: str, has_expressions: bool) -> str:
    text = _HIDDEN.sub("", text) if "{" in text or "%%" in text else text
    text = _COMPONENT.sub("", text) if "<" in text else text
    lines = text.split("\n")
    text = "\n".join(map(_of_line, lines, [*lines[1:], ""]))
    text = _DEFINITION.sub("\n\n- ", _TERM.sub(TITLE, text)) if ": " in text or ":\t" in text else text
    return without_signs(_ATTRIBUTES.sub("", text) if "{" in text else text, has_expressions)


def _of_line(line: str, after: str) -> str:
    """Return a line without what tells only a tool something: the title of a notice is a paragraph."""
    if _ALONE.fullmatch(line) or _OF_PROGRAM.fullmatch(line):
        return ""
    if callout := _CALLOUT.fullmatch(line):
        return f"{callout['before']}{_titled(callout['title'])}\n{callout['before']}"
    if container := _CONTAINER.fullmatch(line):
        return f"\n{_titled(container['within'] or container['title'])}\n"
    is_above = not after.strip() or after.startswith(("    ", "\t"))
    notice = _NOTICE.fullmatch(line.rstrip()) if is_above else None
    return f"\n{_titled(notice['title'] or notice['tab'])}\n" if notice else line


def _titled(title: str | None) -> str:
    return TITLE + title if title else ""
