"""The shape of what is known of a language. A field that a language leaves empty falls back to nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What single words are: stop words, months, numbers, evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How questions are asked in the language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Where sentences end. Abbreviations stand in small letters, without blanks and their last full stop."""

    titles: frozenset[str] = frozenset()
    """Capitalised abbreviations that stand before a name."""
    inside: frozenset[str] = frozenset()
    """Abbreviations after which the sentence goes on."""
    before_names: frozenset[str] = frozenset()
    """Abbreviations, often words too, after which it goes on unless a starter follows, or a number."""
    numbered: frozenset[str] = frozenset()
    """Abbreviations after which it goes on if a number follows."""
    units: frozenset[str] = frozenset()
    """Abbreviations that end a sentence behind a number, whatever they mean elsewhere: 1999 г. and г. Тверь."""
    hours: frozenset[str] = frozenset()
    """Abbreviations behind an hour, after which it goes on with a word of the calendar: 5 a.m. Monday."""
    words_too: frozenset[str] = frozenset()
    """Pairs of words whose second is no abbreviation there: said no. 12 people."""
    starters: frozenset[str] = frozenset()
    """Words that begin a sentence and are nobody's name: they tell "plan B. Nobody came" from "B. Brecht"."""
    calendar: frozenset[str] = frozenset()
    """Months and days of the week, in all their forms."""
    dotted_ordinals: bool = False
    """Whether "the 3rd" is written as "3."."""
    also: tuple[str, ...] = ()
    """Codes of languages whose abbreviations and names its texts use as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Residue:
    """What a page carries besides its text.

    Every text holds alternatives of a regular expression, one or more a line; case is ignored.
    """

    labels: str = ""
    """Whole lines without the shape of a sentence: navigation, buttons, bylines."""
    boilerplate: str = ""
    """How a sentence begins that speaks for the site."""
    banners: str = ""
    """How a paragraph of any shape begins that speaks of cookies or rights."""
    makers: str = ""
    """How a line begins that names who made the text, up to the name."""
    joins_names: frozenset[str] = frozenset()
    """The small words between the names and places of such a line."""
    credits: str = ""
    """What is credited: photo, picture, courtesy of."""
    archived: str = ""
    """What stands in brackets behind a caption: file photo."""
    sources: str = ""
    """The word before the colon of a credit that names a source."""
    finite_verbs: str = ""
    """Rough signs of a finite verb, searched for: a credit line has none, a sentence has one."""
    references: str = ""
    """Whole lines of an encyclopedia's references."""
    notes: str = ""
    """Whole lines about the text itself: an editor's note, where the text comes from."""
    attributions: str = ""
    """Whole lines that only name whose words follow."""
    related: str = ""
    """Whole lines that head a list of other pages."""
    comments: str = ""
    """Whole lines that head the readers' comments."""
    author_cards: str = ""
    """What stands under an author's name at the foot of a page."""
    tails: str = ""
    """What may stand behind the last sentence of a paragraph."""
    edit_marks: str = ""
    """What an encyclopedia puts in square brackets behind a heading."""
    date_words: frozenset[str] = frozenset()
    """Words of a line that is nothing but a date or a time; months and days of the week apart."""
    small_words: frozenset[str] = frozenset()
    """Words that a headline in capitals leaves small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviews:
    """How questions are put to somebody. Texts hold alternatives as those of ``Residue`` do."""

    you: str = ""
    """Words for whom is asked."""
    prompts: str = ""
    """How a request to tell something begins."""
    askers: frozenset[str] = frozenset()
    """What a transcript calls those who ask."""
    answerers: frozenset[str] = frozenset()
    """What it calls those who answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What tells the language of a text at once; where there is nothing, a model tells it more slowly."""

    own_letters: str = ""
    """Letters of which one in fifty is enough, where none of ``foreign_letters`` is found."""
    foreign_letters: str = ""
    """Alternatives of a regular expression, for what the language never writes."""
    needed_letters: str = ""
    """Letters of which a text that has no more than a few foreign ones needs one."""
    words: str = ""
    """Alternatives of a regular expression, for its most frequent words."""
    words_share: float = 1.0
    """The share of them among the words that tells the language."""
    foreign_words: str = ""
    """Alternatives for frequent words of languages that are easily taken for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How texts are written in the language: where sentences end, how speech and residue look."""

    sentences: Sentences = Sentences()
    residue: Residue = Residue()
    interviews: Interviews = Interviews()
    signs: Signs = Signs()


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language by its ISO 639-1 code and its name in itself."""

    code: str
    name: str
    words: Words = Words()
    asking: Asking = Asking()
    reading: Reading = Reading()
