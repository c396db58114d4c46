"""What a page carries besides its text: navigation, captions, bylines, banners and footers.

Two tiers, because a wrong deletion loses prose: a line without the shape of a sentence is dropped on a loose
match (LABEL), a paragraph that reads like a sentence only on a narrow one (BOILERPLATE).
"""

import re

from bot.basics.limits import LIMITS
from bot.core.nouns import CutAs
from bot.core.reading import furniture
from bot.core.reading.shape import CLOSERS, ends_sentence, word_count

_BACK_LINKS = ("^ ", "↑")
"""What an encyclopedia's notes begin with."""
_PARTING = tuple('.!?…|/(•,;—–-»”"')
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])?|\d+")


def _matches(pattern: re.Pattern[str], text: str, most_words: int) -> bool:
    return (
        len(text) <= LIMITS.files.residue
        and word_count(text) <= most_words
        and pattern.fullmatch(text) is not None
    )


def is_date(text: str) -> bool:
    """Tell whether the line is nothing but a date, a time or numbers."""
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    if ends_sentence(text) and not any(token.isdigit() for token in tokens):
        return False
    return len(tokens) <= 20 and all(token.isdigit() or token in furniture.DATE_WORDS for token in tokens)


def is_address(text: str) -> bool:
    """Tell whether the line is nothing but web or mail addresses or handles."""
    return len(text) <= LIMITS.files.residue and furniture.ADDRESS.fullmatch(text) is not None


def is_credit(text: str) -> bool:
    """Tell whether the line is the name of an image file, or a caption or credit that says so itself."""
    if len(text) > LIMITS.files.residue or word_count(text) > 45:
        return False
    if furniture.MEDIA_FILE.fullmatch(text) or furniture.CREDIT.fullmatch(text):
        return True
    return _names_its_source(text)


def _names_its_source(text: str) -> bool:
    """Tell whether the line is a source, or a caption and its source: neither says anything of it.

    "Energy source: coal." is no credit, for the word does not stand apart and no capital begins it.
    """
    found = furniture.SOURCE.search(text)
    if found is None:
        return False
    caption, source = text[: found.start()].rstrip(), text[found.end() :]
    if word_count(caption) > 15 or furniture.TENSED.search(caption) or not 0 < len(source) <= 61:
        return False
    apart = not caption or caption[-1] in _PARTING or found[0][0].isupper()
    return apart and not (ends_sentence(source) and (source[0].islower() or furniture.TENSED.search(source)))


def _is_byline(text: str) -> bool:
    """Tell whether the line says who made the text; a sentence that does so says something more."""
    if not _matches(furniture.BYLINE, text, 45):
        return False
    made_of_names = (w[0].isupper() or w in furniture.JOINS_NAMES for w in _LETTERS.findall(text)[1:])
    return all(made_of_names) or not ends_sentence(text)


def residue_of(text: str) -> CutAs | None:
    """Return as what the line belongs to the page and not to its text, None if it does not."""
    if len(text) > LIMITS.files.residue:
        return None
    return next((cut_as for cut_as, is_this in _RESIDUE if is_this(text)), None)


def _is_reference(text: str) -> bool:
    return text.startswith(_BACK_LINKS) or _matches(furniture.REFERENCE, text, 45)


def _is_label(text: str) -> bool:
    shapeless = word_count(text) <= 1 or text.endswith(("…", "...")) or not ends_sentence(text)
    return shapeless and _matches(furniture.LABEL, text.rstrip(" :.!»>→▼▾"), 25)


def is_boilerplate(text: str) -> bool:
    """Tell whether a text with the shape of a sentence speaks for the site: subscribe, all rights."""
    count = word_count(text) if len(text) <= LIMITS.files.residue else LIMITS.files.residue
    if furniture.TAIL.fullmatch(text):
        return True
    found = furniture.BOILERPLATE.match(text) if count <= 30 else None
    return bool(found or (count <= 80 and furniture.BANNER.match(text)))


def is_note(text: str) -> bool:
    """Tell whether the line speaks about the text itself: an editor's note, where the text comes from."""
    return _matches(furniture.NOTE, furniture.HEAD.sub("", text), 80)


def is_attribution(text: str) -> bool:
    """Tell whether the line only names whose words follow ("According to the newspaper:")."""
    return _matches(furniture.ATTRIBUTION, text.rstrip('"”» '), 20)


def is_related_label(text: str) -> bool:
    """Tell whether the line heads a list of other pages."""
    return not ends_sentence(text) and _matches(furniture.RELATED, text, 6)


def is_comments_label(text: str) -> bool:
    """Tell whether the line heads the readers' comments."""
    return _matches(furniture.COMMENTS, text, 15) and not (ends_sentence(text) and text[-1] not in CLOSERS)


def is_author_card(text: str) -> bool:
    """Tell whether the line says what its author does for a living."""
    return _matches(furniture.AUTHOR_CARD, text, 60)


_RESIDUE = (
    (CutAs.ADDRESS, is_address),
    (CutAs.CREDIT, is_credit),
    (CutAs.DATE, is_date),
    (CutAs.BYLINE, _is_byline),
    (CutAs.REFERENCE, _is_reference),
    (CutAs.LABEL, _is_label),
    (CutAs.LINK, is_related_label),
    (CutAs.BOILERPLATE, is_boilerplate),
)
"""What a line is looked at for, in this order."""
