"""What page furniture looks like: the shapes here, the words in the files of the languages.

Case is ignored. Every pattern knows all languages at once, since a page mixes them.
"""

import re

from bot.core.reading.shape import LOWER
from bot.languages.beyond.residues import RESIDUES
from bot.languages.known import LANGUAGES, joined

_RESIDUES = (*(language.reading.residue for language in LANGUAGES.values()), *RESIDUES)


def compiled(*texts: str) -> re.Pattern[str]:
    """Compile the lines of the texts as alternatives; case is ignored."""
    return re.compile(joined(texts), re.IGNORECASE)


def _all(field: str) -> str:
    """Return a field's alternatives in all languages."""
    return joined(getattr(residue, field) for residue in _RESIDUES)


def _words(field: str) -> frozenset[str]:
    return frozenset[str]().union(*(getattr(residue, field) for residue in _RESIDUES))


ADDRESS = compiled(r"""
    (?:[\w ]{1,20}: ?)?<?(?:https?://|ftp://|www\.)\S+>?[.,;]?(?:\s+(?:https?://|www\.)\S+)*
    (?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|ru|kz|uk|ua|de|at|ch|fr|es|io|edu|gov|eu)(?:/\S*)?
    (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+(?:[ ,]+[@#]\w+)*
""")

MEDIA_FILE = compiled(
    r"\(?[^\s/][^/\n]{0,120}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic|mp[34]|webm|mov)\)?(?:\s*\([^)]*\))?"
)

LABEL = compiled(
    _all("labels"),
    r"""
    facebook|twitter|x|telegram|whatsapp|linkedin|vk|viber|instagram|youtube|reddit|pinterest|messenger|threads
    bluesky|©.*|\(c\) \d{4}.*
""",
)
"""Whole lines without the shape of a sentence."""

BOILERPLATE = compiled(_all("boilerplate"))
"""How a sentence begins that speaks for the site."""

BANNER = compiled(_all("banners"), r"(?:©|\(c\))\W{0,3}(?:\(c\)|©)?\s*\d{4}")
"""How a paragraph of any shape begins that speaks of cookies or rights."""

BYLINE = compiled(rf"(?:{_all('makers')})\s+(?-i:[^\W\d_{LOWER}]).*")
"""A line that begins with who made the text."""

JOINS_NAMES = _words("joins_names")

_CREDITED = f"(?:{_all('credits')})"
_AGENCY = (
    r"(?:getty images|afp|ap photo|ap|reuters|epa(?:-efe)?|tass|alamy(?: stock photo)?|shutterstock|istock"
    rf"|unsplash|pixabay|wikimedia commons|depositphotos|anadolu|xinhua|zuma|rex|{_all('agencies')})"
)
CREDIT = compiled(rf"""
    {_CREDITED}\s*[:/|©]\s?\S.*
    .*(?:[|/•(\[]|[.!?…»”"]\s|\s[–—-]\s|,\s)\s*(?:by )?{_CREDITED}\s*[:/©]\s*\S.{{0,80}}
    .*\s\|\s*(?:{_all("sources")})\s*:.*
    .*\((?:{_all("archived")})\)\W*
    .*[/|©]\s*(?:via )?{_AGENCY}[\s/)\w]{{0,40}}\W*
    {_AGENCY}(?:[/|,©].{{0,40}})?|.*\bvia getty images\W*
    .*©.*|.*[|/]\s*\(c\)\s.*|\(c\)\s*\d{{4}}.*
""")

SOURCE = compiled(rf"\b(?:{_all('sources')})\s*:\s*")
"""What names a source, wherever it stands."""

TENSED = compiled(rf"\b(?:{_all('finite_verbs')})\b")
"""Rough signs of a finite verb: a credit line has none, a sentence has one."""

REFERENCE = compiled(
    r"""
    (?:\d{1,3}\.\s*)?[↑^].*
    [\w'’-]+, (?:\w\.[\s-]?){1,3}.{0,120}\((?:1[6-9]|20)\d\d[a-z]?\).*
    .{0,200}\b(?:isbn|issn|pmid|s2cid|oclc)[\s:-]*[\dx-]{6,}.*|.{0,200}\bdoi(?::|\.org).*
""",
    _all("references"),
)

NOTE = compiled(_all("notes"))

ATTRIBUTION = compiled(_all("attributions"))

RELATED = compiled(_all("related"))

COMMENTS = compiled(
    rf"(?:\d+ )?(?:{_all('comments')})\s*(?:\(?\d+\)?)?\s*:?",
    _all("commenting"),
)

AUTHOR_CARD = compiled(_all("author_cards"))
"""What stands under an author's name at the foot of a page."""

TAIL = compiled(_all("tails"), r"©.{0,40}")
"""What may stand behind the last sentence of a paragraph."""

EDIT_MARK = compiled(rf"\s*\[(?:{_all('edit_marks')})\]$")
"""What an encyclopedia puts behind a heading."""

HEAD = compiled(r"\[\d{1,3}\]\s+")
"""A reference mark that may stand before the first sentence of a paragraph."""

DATE_WORDS = _words("date_words").union(*(known.reading.sentences.calendar for known in LANGUAGES.values()))
"""Words of a line that is nothing but a date or a time."""
