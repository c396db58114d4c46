"""What a page carries besides its text: navigation, captions, bylines, banners and footers.

Two tiers, because a wrong deletion loses prose: a line without the shape of a sentence is dropped on a loose
match (LABEL), a paragraph that reads like a sentence only on a narrow one (BOILERPLATE).
"""

import re

from bot.core import patterns
from bot.core.shape import ends_sentence, word_count

_LONGEST = 1000
"""No residue is longer, in characters; keeps the patterns off huge lines."""

_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])?|\d+")


def _matches(pattern: re.Pattern[str], text: str, most_words: int) -> bool:
    return len(text) <= _LONGEST and word_count(text) <= most_words and pattern.fullmatch(text) is not None


def _is_date(text: str) -> bool:
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    if ends_sentence(text) and not any(token.isdigit() for token in tokens):
        return False
    return len(tokens) <= 20 and all(token.isdigit() or token in patterns.DATE_WORDS for token in tokens)


def is_address(text: str) -> bool:
    """Tell whether the line is nothing but web or mail addresses or handles."""
    return len(text) <= _LONGEST and patterns.ADDRESS.fullmatch(text) is not None


def is_credit(text: str) -> bool:
    """Tell whether the line is the name of an image file, or a caption or credit that says so itself."""
    if len(text) > _LONGEST or word_count(text) > 45:
        return False
    if patterns.MEDIA_FILE.fullmatch(text) or patterns.CREDIT.fullmatch(text):
        return True
    sourced = patterns.SOURCED.fullmatch(text)
    return bool(sourced and word_count(sourced[1]) <= 15 and not patterns.TENSED.search(sourced[1]))


def is_residue(text: str) -> bool:
    """Tell whether the line belongs to the page and not to its text."""
    if len(text) > _LONGEST:
        return False
    if is_address(text) or is_credit(text) or _is_date(text):
        return True
    if _matches(patterns.BYLINE, text, 45) or _matches(patterns.REFERENCE, text, 45):
        return True
    words = word_count(text)
    shapeless = words <= 3 or not ends_sentence(text)
    if shapeless and (_matches(patterns.LABEL, text.rstrip(" :.!»>→▼▾"), 25) or is_related_label(text)):
        return True
    return is_boilerplate(text)


def is_boilerplate(text: str) -> bool:
    """Tell whether a text with the shape of a sentence speaks for the site: subscribe, all rights."""
    words = word_count(text) if len(text) <= _LONGEST else _LONGEST
    found = patterns.BOILERPLATE.search(text) if words <= 30 else None
    return bool(found or (words <= 80 and patterns.BANNER.search(text)))


def is_note(text: str) -> bool:
    """Tell whether the line speaks about the text itself: an editor's note, where the text comes from."""
    return _matches(patterns.NOTE, patterns.HEAD.sub("", text), 80)


def is_attribution(text: str) -> bool:
    """Tell whether the line only names whose words follow ("According to the newspaper:")."""
    return _matches(patterns.ATTRIBUTION, text.rstrip('"”» '), 20)


def is_related_label(text: str) -> bool:
    """Tell whether the line heads a list of other pages."""
    return _matches(patterns.RELATED, text, 6)


def is_comments_label(text: str) -> bool:
    """Tell whether the line heads the readers' comments."""
    return _matches(patterns.COMMENTS, text, 15)


def is_author_card(text: str) -> bool:
    """Tell whether the line says what its author does for a living."""
    return _matches(patterns.AUTHOR_CARD, text, 60)
