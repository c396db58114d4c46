"""What a page carries besides its text: navigation, captions, bylines, banners and footers.

Two tiers, because a wrong deletion loses prose: a line without the shape of a sentence is dropped on a loose
match (labels), a paragraph that reads like a sentence only on a narrow one (boilerplate). The shapes are
here, the words in the files of the languages; a page mixes languages, so every pattern knows all at once.
"""

import re
from functools import lru_cache

from bot.basics.limits import LIMITS
from bot.basics.needles import Sifted
from bot.core.nouns import CutAs
from bot.core.reading.shape import CLOSERS, LOWER, ends_sentence, word_count
from bot.languages.beyond.residues import RESIDUES
from bot.languages.known import LANGUAGES, joined

_RESIDUES = (*(language.reading.residue for language in LANGUAGES.values()), *RESIDUES)


def compiled(*texts: str) -> re.Pattern[str]:
    """Compile the lines of the texts as alternatives; case is ignored."""
    return re.compile(joined(texts), re.IGNORECASE)


_SCANS = re.compile(r"(?:^|[|(?:=])\.(?:\*|\{0?,)")
"""Where an alternative begins with anything: it is looked for at every place of a line."""


def sifted(*texts: str) -> Sifted:
    """Compile the lines of the texts as ``compiled`` does, those that scan a whole line each by itself."""
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    scanning = [line for line in lines if _SCANS.search(line)]
    return Sifted([compiled(*(line for line in lines if line not in scanning)), *map(compiled, scanning)])


def _lines(field: str) -> str:
    """Return a field's lines in all languages."""
    return "\n".join(getattr(residue, field) for residue in _RESIDUES)


def _all(field: str) -> str:
    """Return a field's alternatives in all languages."""
    return joined(getattr(residue, field) for residue in _RESIDUES)


def _words(field: str) -> frozenset[str]:
    return frozenset[str]().union(*(getattr(residue, field) for residue in _RESIDUES))


_ADDRESS = compiled(r"""
    (?:[\w ]{1,20}: ?)?<?(?:https?://|ftp://|www\.)\S+>?[.,;]?(?:\s+(?:https?://|www\.)\S+)*
    (?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|ru|kz|uk|ua|de|at|ch|fr|es|io|edu|gov|eu)(?:/\S*)?
    (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+(?:[ ,]+[@#]\w+)*
""")

_MEDIA_FILE = compiled(
    r"\(?[^\s/][^/\n]{0,120}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic|mp[34]|webm|mov)\)?(?:\s*\([^)]*\))?"
)

_LABEL = compiled(
    _all("labels"),
    r"""
    facebook|twitter|x|telegram|whatsapp|linkedin|vk|viber|instagram|youtube|reddit|pinterest|messenger|threads
    bluesky|©.*|\(c\) \d{4}.*
""",
)
"""Whole lines without the shape of a sentence."""

_BOILERPLATE = sifted(_lines("boilerplate"))
"""How a sentence begins that speaks for the site."""

_BANNER = sifted(_lines("banners"), r"(?:©|\(c\))\W{0,3}(?:\(c\)|©)?\s*\d{4}")
"""How a paragraph of any shape begins that speaks of cookies or rights."""

_BYLINE = compiled(rf"(?:{_all('makers')})\s+(?-i:[^\W\d_{LOWER}]).*")
"""A line that begins with who made the text."""

_JOINS_NAMES = _words("joins_names")

_CREDITED = f"(?:{_all('credits')})"
_AGENCY = (
    r"(?:getty images|afp|ap photo|ap|reuters|epa(?:-efe)?|tass|alamy(?: stock photo)?|shutterstock|istock"
    rf"|unsplash|pixabay|wikimedia commons|depositphotos|anadolu|xinhua|zuma|rex|{_all('agencies')})"
)
_CREDIT = sifted(rf"""
    {_CREDITED}\s*[:/|©]\s?\S.*
    .*(?:[|/•(\[]|[.!?…»”"]\s|\s[–—-]\s|,\s)\s*(?:by )?{_CREDITED}\s*[:/©]\s*\S.{{0,80}}
    .*\s\|\s*(?:{_all("sources")})\s*:.*
    .*\((?:{_all("archived")})\)\W*
    .*[/|©]\s*(?:via )?{_AGENCY}[\s/)\w]{{0,40}}\W*
    {_AGENCY}(?:[/|,©].{{0,40}})?
    .*\bvia getty images\W*
    .*©.*
    .*[|/]\s*\(c\)\s.*
    \(c\)\s*\d{{4}}.*
""")

_SOURCE_NAMED = compiled(rf"\b(?:{_all('sources')})\s*:\s*")
"""What names a source, wherever it stands."""

_TENSED = compiled(rf"\b(?:{_all('finite_verbs')})\b")
"""Rough signs of a finite verb: a credit line has none, a sentence has one."""

_REFERENCE = sifted(
    r"""
    (?:\d{1,3}\.\s*)?(?:↑|\^(?!\w)).*
    [\w'’-]+, (?:\w\.[\s-]?){1,3}.{0,120}\((?:1[6-9]|20)\d\d[a-z]?\).*
    .{0,200}\b(?:isbn|issn|pmid|s2cid|oclc)[\s:-]*[\dx-]{6,}.*|.{0,200}\bdoi(?::|\.org).*
""",
    _lines("references"),
)

_NOTE = compiled(_all("notes"))

_ATTRIBUTION = compiled(_all("attributions"))

_RELATED = compiled(_all("related"))

_COMMENTS = compiled(
    rf"(?:\d+ )?(?:{_all('comments')})\s*(?:\(?\d+\)?)?\s*:?",
    _all("commenting"),
)

_AUTHOR_CARD = compiled(_all("author_cards"))
"""What stands under an author's name at the foot of a page."""

_TAIL = compiled(_all("tails"), r"©.{0,40}")
"""What may stand behind the last sentence of a paragraph."""

EDIT_MARK = compiled(rf"\s*\[(?:{_all('edit_marks')})\]$")
"""What an encyclopedia puts behind a heading."""

MARK_BEFORE = compiled(r"\[\d{1,3}\]\s+")
"""A reference mark that may stand before the first sentence of a paragraph."""

_DATE_WORDS = _words("date_words").union(*(known.reading.sentences.calendar for known in LANGUAGES.values()))
"""Words of a line that is nothing but a date or a time."""

_MOST_OF_DATE = 20
"""Words and numbers of a line that is a date."""

_BACK_LINKS = ("^ ", "↑")
"""What an encyclopedia's notes begin with."""
_PARTING = tuple('.!?…|/(•,;—–-»”"')
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WRITTEN = re.compile("[\\w\ufffc]")
"""A line without a letter, a figure or what stands for a formula says nothing."""
_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])?|\d+")


def _matches(pattern: re.Pattern[str] | Sifted, text: str, most_words: int) -> bool:
    return (
        len(text) <= LIMITS.files.residue and word_count(text) <= most_words and bool(pattern.fullmatch(text))
    )


def is_date(text: str) -> bool:
    """Tell whether the line is nothing but a date, a time or numbers."""
    tokens: list[str] = []
    for found in _TOKEN.finditer(text):
        tokens.append(found[0].casefold())
        if len(tokens) > _MOST_OF_DATE or not (tokens[-1].isdigit() or tokens[-1] in _DATE_WORDS):
            return False
    return any(token.isdigit() for token in tokens) or not ends_sentence(text)


def is_address(text: str) -> bool:
    """Tell whether the line is nothing but web or mail addresses or handles."""
    return len(text) <= LIMITS.files.residue and _ADDRESS.fullmatch(text) is not None


def is_credit(text: str) -> bool:
    """Tell whether the line is the name of an image file, or a caption or credit that says so itself."""
    if len(text) > LIMITS.files.residue or word_count(text) > 45:
        return False
    if _MEDIA_FILE.fullmatch(text) or _CREDIT.fullmatch(text):
        return True
    return _names_its_source(text)


def _names_its_source(text: str) -> bool:
    """Tell whether the line is a source, or a caption and its source: neither says anything of it.

    "Energy source: coal." is no credit, for the word does not stand apart and no capital begins it.
    """
    found = _SOURCE_NAMED.search(text)
    if found is None:
        return False
    caption, source = text[: found.start()].rstrip(), text[found.end() :]
    if word_count(caption) > 15 or _TENSED.search(caption) or not 0 < len(source) <= 61:
        return False
    apart = not caption or caption[-1] in _PARTING or found[0][0].isupper()
    return apart and not (ends_sentence(source) and (source[0].islower() or _TENSED.search(source)))


def _is_byline(text: str) -> bool:
    """Tell whether the line says who made the text; a sentence that does so says something more."""
    if not _matches(_BYLINE, text, 45):
        return False
    made_of_names = (w[0].isupper() or w in _JOINS_NAMES for w in _LETTERS.findall(text)[1:])
    return all(made_of_names) or not ends_sentence(text)


def residue_of(text: str) -> CutAs | None:
    """Return as what the line belongs to the page and not to its text, None if it does not."""
    return None if len(text) > LIMITS.files.residue else _residue_of_short(text)


@lru_cache(maxsize=LIMITS.caches.lines)
def _residue_of_short(text: str) -> CutAs | None:
    return next((cut_as for cut_as, is_this in _RESIDUE if is_this(text)), None)


def _is_reference(text: str) -> bool:
    return text.startswith(_BACK_LINKS) or _matches(_REFERENCE, text, 45)


def _is_label(text: str) -> bool:
    if not _WRITTEN.search(text):
        return True
    shapeless = word_count(text) <= 1 or text.endswith(("…", "...")) or not ends_sentence(text)
    return shapeless and _matches(_LABEL, text.rstrip(" :.!»>→▼▾"), 25)


def is_boilerplate(text: str) -> bool:
    """Tell whether a text with the shape of a sentence speaks for the site: subscribe, all rights."""
    count = word_count(text) if len(text) <= LIMITS.files.residue else LIMITS.files.residue
    if _TAIL.fullmatch(text):
        return True
    found = _BOILERPLATE.match(text) if count <= 30 else None
    return bool(found or (count <= 80 and _BANNER.match(text)))


def is_note(text: str) -> bool:
    """Tell whether the line speaks about the text itself: an editor's note, where the text comes from."""
    return _matches(_NOTE, MARK_BEFORE.sub("", text), 80)


def is_attribution(text: str) -> bool:
    """Tell whether the line only names whose words follow ("According to the newspaper:")."""
    return _matches(_ATTRIBUTION, text.rstrip('"”» '), 20)


def is_related_label(text: str) -> bool:
    """Tell whether the line heads a list of other pages."""
    return not ends_sentence(text) and _matches(_RELATED, text, 6)


def is_comments_label(text: str) -> bool:
    """Tell whether the line heads the readers' comments."""
    return _matches(_COMMENTS, text, 15) and not (ends_sentence(text) and text[-1] not in CLOSERS)


def is_author_card(text: str) -> bool:
    """Tell whether the line says what its author does for a living."""
    return _matches(_AUTHOR_CARD, text, 60)


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
