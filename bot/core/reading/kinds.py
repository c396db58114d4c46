"""What each paragraph of a page is: by its own shape first, then by what stands around it.

A rule only ever turns a paragraph into something less quotable; what is doubtful stays prose.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from bot.core.nouns import BlockKind, CutAs
from bot.core.reading.captions import drop_captions, drop_doubled
from bot.core.reading.interviews import mark_questions
from bot.core.reading.lines import Paragraph
from bot.core.reading.residue import (
    is_address,
    is_attribution,
    is_author_card,
    is_comments_label,
    is_date,
    is_note,
    is_related_label,
    residue_of,
)
from bot.core.reading.shape import (
    asks,
    bare_words,
    ends_sentence,
    is_bulleted,
    is_listed,
    is_single,
    is_title_cased,
    mark_style,
    unmarked,
)
from bot.core.words.evidence import reports

PROSE, HEADING, QUESTION, NOTE = BlockKind.PROSE, BlockKind.HEADING, BlockKind.QUESTION, BlockKind.NOTE
ITEM, ROW, HEAD, CODE = BlockKind.ITEM, BlockKind.ROW, BlockKind.HEAD, BlockKind.CODE

_LIKE_ITEMS = {CutAs.LABEL, CutAs.BYLINE}
_NUMBERED = {"number", "letter"}
_LONGEST_LABEL = 3
"""Words of an item, its number included, that is a label in any list: "2. Share"."""
_SENDER = 1
"""How deep the line lies that says who sent a message: a term of a list of definitions lies deeper."""
_FACT = re.compile(r"[^\W\d_][^:|\n]{1,50}:\s(?P<told>\S[^\n]*)")
_NUMBERS = re.compile(r"[\d\s.,:/()+–-]+")
_FIGURE = re.compile(r"\d")
_LONG_ENOUGH = 18
"""Words from which a line is taken for prose even if it does not end as a sentence does."""
_SAID = 6
"""The same for a line that somebody says with a smile, or in brackets."""
_SMILEY = re.compile(
    "\\s[:;=8][-'o^]?[)(DP|/*]{1,3}$|[\U0001f600-\U0001f64f\U0001f910-\U0001f97a][\ufe0f\U0001f3fb-\U0001f3ff]?$"
)


def judge(paragraphs: list[Paragraph], title: str = "") -> None:
    """Set the paragraphs' kinds."""
    for paragraph, is_sent in zip(paragraphs, _sent(paragraphs), strict=True):
        if cut_as := None if is_sent else _residue(paragraph):
            paragraph.cut(cut_as)
        else:
            paragraph.kind = _shaped(paragraph)
        paragraph.hinted = paragraph.known is HEADING
    _keep_items(paragraphs)
    _find_items(paragraphs)
    _find_facts(paragraphs)
    _find_heads(paragraphs)
    _drop_comments(paragraphs)
    drop_captions(paragraphs)
    drop_doubled(paragraphs)
    _find_title(paragraphs, bare_words(title))
    _drop_related(paragraphs)
    _drop_repeated_headings(paragraphs)
    _set_lead_ins(paragraphs)
    _find_author_cards(paragraphs)
    mark_questions(paragraphs)
    _check_first_line(paragraphs)
    _thin_headings(paragraphs)


def _sent(paragraphs: list[Paragraph]) -> Iterator[bool]:
    """Tell of each paragraph whether it is a message, below who sent it: "ok" is an answer there."""
    above = last = None
    for paragraph in paragraphs:
        if paragraph.hint is not last:
            above, last = last, paragraph.hint
        led = above is not None and above.kind is NOTE and above.level == _SENDER
        yield led and paragraph.known is ITEM


def _residue(paragraph: Paragraph) -> CutAs | None:
    """Return as what a paragraph is cut by its own shape; a date may head what follows."""
    if paragraph.known is CODE:
        return None
    found = residue_of(unmarked(paragraph.text))
    if paragraph.known is BlockKind.REFERENCE and found is CutAs.REFERENCE:
        return None
    return None if paragraph.known in {HEADING, HEAD, ROW} and is_date(paragraph.text) else found


def _keep_items(paragraphs: list[Paragraph]) -> None:
    """Keep what reads like a label in a list that is no menu: steps say "Sign in with your number" as well.

    A menu is not numbered, and most of its items are labels or links.
    """
    for is_list, run in groupby(paragraphs, _is_in_list):
        items = list(run) if is_list else []
        labels = [item for item in items if item.cut_as in _LIKE_ITEMS]
        steps = all(mark_style(item.text) in _NUMBERED for item in items)
        if 2 * len(labels) > len(items) and not steps:
            continue
        for item in labels:
            if item.words > _LONGEST_LABEL or _is_term(item):
                item.kind, item.cut_as = _shaped(item), None


def _is_in_list(paragraph: Paragraph) -> bool:
    return paragraph.known is ITEM or _is_term(paragraph) or bool(mark_style(paragraph.text))


def _is_term(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is known to be what is defined below it."""
    hint = paragraph.hint
    return hint is not None and hint.kind is NOTE and hint.level > _SENDER


def _shaped(paragraph: Paragraph) -> BlockKind:
    text, known = paragraph.text, paragraph.known
    if known is CODE:
        return PROSE if ends_sentence(text) and is_single(text) and "\n" not in text else CODE
    if known is HEADING or (known in {HEAD, ROW} and is_date(text)):
        return known
    if is_note(text) or is_attribution(text):
        return NOTE
    return _by_ending(text, paragraph.words) if known is PROSE else known


def _by_ending(text: str, count: int) -> BlockKind:
    if not ends_sentence(text):
        return _unfinished(text, count)
    headline = 4 <= count <= 25 and text[-1] in "?!" and is_title_cased(text)
    return HEADING if headline else PROSE


def _unfinished(text: str, count: int) -> BlockKind:
    """Return the kind of a line that does not end as a sentence does."""
    if text.rstrip("—–").endswith((":", "：")):
        return PROSE if count > 3 else NOTE
    if count >= _LONG_ENOUGH or (count >= _SAID and _is_said(text)):
        return PROSE
    if text.endswith((",", ";", "，", "；", "—", "–")):
        return PROSE if count >= 5 else NOTE
    if is_bulleted(text):
        return PROSE if count >= 8 else NOTE
    return HEADING


def _is_said(text: str) -> bool:
    """Tell whether a line ends with a smiley or stands in brackets, as no heading does."""
    return _SMILEY.search(text) is not None or (text[0] in "([" and text[-1] in ")]")


def _find_items(paragraphs: list[Paragraph]) -> None:
    """Mark as items what stands behind a lead-in, or begins with the same kind of mark as its neighbour.

    A turn of speech begins with a dash as well, but ends as a sentence does; lines with bullets above all
    text are links.
    """
    kept = [p for p in paragraphs if p.kind]
    styles = [mark_style(p.text) if p.known is PROSE else "" for p in kept]
    begun = False
    for n, (paragraph, style) in enumerate(zip(kept, styles, strict=True)):
        begun = begun or (paragraph.kind is PROSE and not style)
        if style and (_is_led_to(kept[n - 1 : n]) or (begun and _is_listed_with(styles, n, paragraph.text))):
            paragraph.kind = ITEM


def _find_facts(paragraphs: list[Paragraph]) -> None:
    """Mark as items lines that say how much or where: "Adults: 3 crowns", if half of them hold a figure."""
    for is_fact, run in groupby(paragraphs, _is_fact):
        facts = list(run) if is_fact else []
        if len(facts) > 1 and 2 * sum(_FIGURE.search(fact.text) is not None for fact in facts) >= len(facts):
            for fact in facts:
                fact.kind = ITEM


def _is_fact(paragraph: Paragraph) -> bool:
    """Tell whether a line names something and says more of it than a number, an address or a day."""
    fact = _FACT.fullmatch(paragraph.text)
    if not fact or paragraph.kind is not HEADING or paragraph.known is not PROSE:
        return False
    told = fact["told"]
    return not (_NUMBERS.fullmatch(told) or is_address(told)) and not (
        is_date(told) and any(map(str.isalpha, told))
    )


def _is_led_to(before: list[Paragraph]) -> bool:
    """Tell whether the paragraph before is one that does not end by itself."""
    open_ended = (p for p in before if not ends_sentence(p.text))
    return any(p.kind is ITEM or (p.kind in {PROSE, NOTE} and not is_listed(p.text)) for p in open_ended)


def _is_listed_with(styles: list[str], n: int, text: str) -> bool:
    if ends_sentence(text) and (styles[n] == "dash" or asks(text)):
        return False
    return styles[n] in styles[max(0, n - 1) : n] + styles[n + 1 : n + 2]


def _find_heads(paragraphs: list[Paragraph]) -> None:
    """Mark the first row of a table that names its columns: no figure in it, but in the row below."""
    for before, first, second in zip([None, *paragraphs], paragraphs, paragraphs[1:], strict=False):
        begins = before is None or before.kind not in {ROW, HEAD}
        if begins and first.kind is ROW and second.kind is ROW:
            alike = first.text.count("|") == second.text.count("|")
            if alike and not _FIGURE.search(first.text) and _FIGURE.search(second.text):
                first.kind = HEAD


def _drop_comments(paragraphs: list[Paragraph]) -> None:
    """Drop the readers' comments: all that follows their label in the second half of the page."""
    for n in range(len(paragraphs) // 2, len(paragraphs)):
        if is_comments_label(paragraphs[n].text):
            for paragraph in paragraphs[n:]:
                paragraph.cut(CutAs.COMMENT)
            return


def _find_title(paragraphs: list[Paragraph], title: tuple[str, ...]) -> None:
    """Mark the title and its parts; what is short and stands above it is navigation."""
    top = _page_top(paragraphs)
    parts = [p for p in top if title and p.key and p.known in {PROSE, HEADING} and set(p.key) <= set(title)]
    for paragraph in parts:
        paragraph.kind, paragraph.hinted = HEADING, True
    if parts:
        for paragraph in top[: top.index(parts[0])]:
            if paragraph.words <= 15:
                paragraph.cut(CutAs.LABEL)


def _check_first_line(paragraphs: list[Paragraph]) -> None:
    """Mark a page's first line as its heading if it is a lone word or a question."""
    first = next((p for p in paragraphs if p.kind), None)
    if first and first.kind is PROSE and (first.words == 1 or (first.words <= 20 and asks(first.text))):
        first.kind = HEADING


def _page_top(paragraphs: list[Paragraph]) -> list[Paragraph]:
    for n, paragraph in enumerate(paragraphs):
        if paragraph.kind is PROSE and (paragraph.words >= 30 or not is_single(paragraph.text)):
            return paragraphs[:n]
    return paragraphs[: len(paragraphs) // 2]


def _drop_related(paragraphs: list[Paragraph]) -> None:
    """Drop the list of other pages that a label such as "Related:" heads."""
    inside = False
    for paragraph in paragraphs:
        if is_related_label(paragraph.text):
            paragraph.cut(CutAs.LINK)
            inside = True
        elif inside:
            inside = paragraph.words <= 25 and not paragraph.hinted and not ends_sentence(paragraph.text)
            if inside:
                paragraph.cut(CutAs.LINK)


def _drop_repeated_headings(paragraphs: list[Paragraph]) -> None:
    """Drop lines of a table of contents (they recur as headings) and running heads (they recur often)."""
    left = Counter(p.key for p in paragraphs if p.kind is HEADING and p.key)
    often = {key for key, count in left.items() if count > 2}
    for paragraph in paragraphs:
        if paragraph.kind is ITEM and bare_words(unmarked(paragraph.text)) in left:
            paragraph.cut(CutAs.CONTENTS)
        if paragraph.kind is HEADING and paragraph.key:
            left[paragraph.key] -= 1
            if not paragraph.hinted and (left[paragraph.key] or paragraph.key in often):
                paragraph.cut(CutAs.CONTENTS)


def _set_lead_ins(paragraphs: list[Paragraph]) -> None:
    """Keep lines with a colon that say whose words follow; mark those that introduce links and the like."""
    for paragraph, following in reversed(tuple(pairwise(paragraphs))):
        leads = paragraph.kind is NOTE and following.kind and following.kind.quotable
        if leads and paragraph.text.endswith(":") and reports(paragraph.text):
            paragraph.kind = PROSE
        if paragraph.kind is ITEM and following.kind is ITEM and paragraph.text.endswith(":"):
            paragraph.kind = NOTE
        lost = following.kind is None or (following.kind is NOTE and following.text.endswith(":"))
        if lost and paragraph.kind is PROSE and paragraph.text.endswith(":") and is_single(paragraph.text):
            paragraph.kind = NOTE


def _find_author_cards(paragraphs: list[Paragraph]) -> None:
    """Mark what is said about the author below the author's name in the second half of the page."""
    for name, card in pairwise(paragraphs[len(paragraphs) // 2 :]):
        named = 1 < name.words <= 4 and card.key[: len(name.key)] == name.key
        if named and card.kind is PROSE and is_author_card(card.text):
            card.kind = NOTE


def _thin_headings(paragraphs: list[Paragraph]) -> None:
    """Keep a heading only where text follows; of a run of headings keep the last two: the rest are links."""
    run: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.kind is HEADING:
            run.append(paragraph)
        elif paragraph.kind:
            _drop_unhinted(run[:-2])
            run = []
    _drop_unhinted(run)


def _drop_unhinted(run: list[Paragraph]) -> None:
    for paragraph in run:
        if not paragraph.hinted:
            paragraph.cut(CutAs.LINK)
