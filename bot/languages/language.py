"""The shape of what is known of a language. A field that a language leaves empty falls back to nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


def listed(text: str) -> frozenset[str]:
    """Return the words of a text, for lists that read better without quotation marks."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of ``text``, which commas part."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


class Asked(Enum):
    """The kind of fact that a question asks for."""

    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    CAUSE = "cause"
    SPEECH = "speech"
    MANNER = "manner"
    YES_NO = "yes_no"
    THING = "thing"
    """ "What ...": anything may answer."""
    KEYWORDS = "keywords"
    """No question at all, bare words to look up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What single words are: stop words, months, numbers, evidence.

    A text of evidence holds alternatives of a regular expression, one or more a line; case is ignored.
    """

    stop_words: frozenset[str] = frozenset()
    """Words that say nothing about a subject, folded: no capitals, accents, apostrophes."""
    only_behind: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Stop words that say nothing only behind one of these: "their own boat", but "who owns the port"."""
    names_too: frozenset[str] = frozenset()
    """Stop words that are names where they have a capital inside a question: Will, May."""
    led_by: str = ""
    """Letters that small words put before another without a blank, of a language without a stemmer."""
    before_apostrophes: str = ""
    """Small words that lose their vowel before another, with the apostrophe: l'eau."""
    behind_apostrophes: str = ""
    """Endings that are not of the word itself, with the apostrophe: the council's."""
    joints: str = ""
    """What may stand between the parts of a word that is put together from two, or nothing: "|s|es". Where this
    is empty, words are not put together."""
    interchanged: str = ""
    """Letters that some spellings or forms of a word have for others, folded, in pairs that commas part: "our or",
    "aufzu auf"; "$" is the end of the word: "t$ en$"."""
    short_forms: str = ""
    """Units and the like in their short form, and written out; a semicolon or a line's end behind the last."""
    irregular: str = ""
    """A word and its forms that no stemmer joins, folded; a semicolon or a line's end after the last."""
    times: str = ""
    """Evidence of a time: months, days of the week, parts of the day, units."""
    numbers: str = ""
    """Evidence of a number written in words."""
    parts: str = ""
    """What a part of a text is called before its number, which counts nothing: section 4."""
    causes: str = ""
    """Evidence of a cause."""
    speech: str = ""
    """Evidence that somebody says something. The ranker was trained with it."""
    reports: str = ""
    """Wider than ``speech``: beginnings of what a line may have before somebody's words."""
    refers_back: str = ""
    """Words at a sentence's beginning that lean on the sentence before."""
    before_places: frozenset[str] = frozenset()
    """Prepositions that a place may follow."""
    months: tuple[str, ...] = ()
    """For each month its names, as dates have it first, abbreviations last."""
    months_too: frozenset[str] = frozenset()
    """Names of months that are other words when they stand in small letters."""
    before_dates: str = ""
    """What stands before a date: with it, a month that is another word too is surely one."""
    before_month: str = ""
    """What may stand between the day and its month."""
    before_year: str = ""
    """What may stand between the month and its year."""
    ordinals: str = ""
    """Endings of the day in a date: the th of 5th."""
    days: str = ""
    """The days of a month in order, from the first on, where articles write them not only in figures."""
    years: str = ""
    """Words after which a number of four digits is a year, if it counts nothing."""
    surely_years: str = ""
    """Words after which it is one whatever follows."""
    after_years: str = ""
    """Words before which it is one."""
    capital_nouns: bool = False
    """Whether nouns are written with a capital, so that it tells no name."""
    not_dates: str = ""
    """Words after which figures with full stops are no date: version 1.2.2022."""
    small_numbers: tuple[str, ...] = ()
    """From two to twenty, each in its forms: what is often written in words."""
    fractions: tuple[str, str, str] = ("", "", "")
    """A half, a third and a quarter, each in its forms."""
    ten: str = ""
    """Ten, where the numbers behind it are ten and a unit in two words: "он алты"."""
    tens: tuple[str, ...] = ()
    """From twenty to ninety, each in its forms: "thirty" of "thirty-eight"."""
    unit_first: str = ""
    """What stands between a unit and its ten where they are written as one word: "acht-und-dreissig", folded."""
    elided: str = ""
    """First letters of units before which their ten loses its last one where they are written as one word: "trent-otto"."""
    one: str = ""
    """One as it stands in such a word: ein, uno."""
    scales: tuple[str, str, str] = ("", "", "")
    """A thousand, a million and a billion, each in its forms."""
    short_scales: str = ""
    """A short scale and what it is written out as, a pair a line."""
    glued_scales: tuple[str, str] = ("", "")
    """Short scales of a million and of a billion that may stand at the end of a figure without a blank."""
    bounds: str = ""
    """What stands before a figure or a date that is no exact one: at least, before."""
    part_of: str = ""
    """What stands behind or before a figure that counts a part of another: "103 *of these* people"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordedFilters:
    """How it is said in words where to look. Texts hold alternatives as those of ``Words`` do, in one line."""

    only: str = ""
    """Only, nothing but."""
    sources: str = ""
    """What may stand between *only* and a publisher: from, in, the."""
    says: str = ""
    """What stands before a publisher, without *only*: according to."""
    in_articles: str = ""
    """What stands before the title of an article: in the article."""
    in_language: str = ""
    """What stands before the name of a language: in."""
    language_word: str = ""
    """What may stand behind it, and has to where nothing stands before it."""
    languages: str = ""
    """Codes of languages and what may begin their names, in pairs that commas part: "ru russian"."""
    since: str = ""
    after: str = ""
    until: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointingWords:
    """How one points at an answer that was given: whole messages, in small letters, without punctuation."""

    more: str = ""
    """Asks for further quotes."""
    source: str = ""
    """Asks where it stands."""
    speaker: str = ""
    """Asks who says it."""
    before_ordinals: str = ""
    """What may stand before "second": the, show me."""
    ordinals: tuple[str, ...] = ()
    """The first to the fifth, in their forms."""
    quotes: str = ""
    """What may stand behind "second" or before "2": one, quote, answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How questions are asked in the language. Texts hold alternatives as those of ``Words`` do."""

    kinds: Mapping[Asked, str] = field(default_factory=dict)
    """What asks for each kind of fact."""
    yes_no_links: str = ""
    """What may stand before the first word of a question that is answered with yes or no."""
    yes_no_first: str = ""
    """First words of such a question."""
    exists: str = ""
    """What asks or tells that there is something, with a pronoun that stands for nothing: "was there"."""
    doubts: str = ""
    """What joins such a question to "tell me": "whether"."""
    yes_no_within: str = ""
    """Particles anywhere in it."""
    yes_no_last: str = ""
    """Particles at its end."""
    either: str = ""
    """What joins two answers that one question weighs: "or"."""
    begins_another: str = ""
    """What begins a question behind "and", whatever is asked before it: "*will the* mayor pay"."""
    begins_beside_whole: str = ""
    """What begins one only behind a whole question; behind "who sold it" "*was the* owner" goes on."""
    is_whole: str = ""
    """Beginnings of questions that nothing behind "and" but another question goes on: "when", "what did"."""
    about_next: str = ""
    """Question words that ask about the noun behind them: "which *hospital*"."""
    states: str = ""
    """What makes a statement of words that begin as a question does: "whatever may come"."""
    outcries: str = ""
    """Whole clauses that begin as a question does and ask nothing: "what a mess", "who would have thought"."""
    speakers: str = ""
    """Words by which people speak of themselves and to each other: "why am *I* not surprised"."""
    among_people: str = ""
    """What only hints at people who talk to each other, and tells where nothing else does: an inflected "you"
    or "we", "somebody", a time to come ("who comes *tonight*?")."""
    begs: str = ""
    """What asks to be told and is no question: "tell me more about", "any idea who"."""
    defines: tuple[str, str] = ("", "")
    """What stands before, and behind, all that somebody wants to have explained: "what is a", "mean"."""
    introduces: str = ""
    """What follows a thing where a text introduces it: "is a", "stands for"."""
    presents: tuple[str, str] = ("", "")
    """What joins somebody's name to what they are before it, "its head is Ada", and what follows behind a comma:
    "Ada, a former pilot"."""
    question_words: str = ""
    """What a question may begin with that a follow-up replaces."""
    links: str = ""
    """What a follow-up begins with: "and what about"."""
    particles: str = ""
    """What stands behind all that a follow-up asks, with the same meaning."""
    prepositions: str = ""
    """Prepositions besides those before places."""
    before_small_places: frozenset[str] = frozenset()
    """Prepositions that make a place even of a word in small letters."""
    verifies: frozenset[str] = frozenset()
    """Words by which one asks whether quoted words are true, or are said or written so."""
    asks_within: bool = False
    """Question words stand where the answer would, not first."""
    someone: frozenset[str] = frozenset()
    """The last word of "anybody", of whom one asks if he ``writes`` something."""
    writes: frozenset[str] = frozenset()
    worded_filters: WordedFilters = WordedFilters()
    pointing: PointingWords = PointingWords()
    now: str = ""
    """What asks how things stand at present: today, the latest."""
    filters: Mapping[str, str] = field(default_factory=dict)
    """The names of the filters ``before``, ``after``, ``source`` and ``lang`` in the language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """The words around a question by which people are polite, urgent, or speak of themselves and of the bot."""

    greetings: frozenset[str] = frozenset()
    thanks: frozenset[str] = frozenset()
    """Words of thanks and of farewell."""
    pleas: frozenset[str] = frozenset()
    """Please, sorry, excuse me."""
    urgency: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    """Who is spoken to: everybody, friends, the bot."""
    requests: frozenset[str] = frozenset()
    """Words by which one asks to be told something: tell, know, question, help."""
    wishes: frozenset[str] = frozenset()
    """First words of greetings and farewells that are other words elsewhere: *good* morning, *kind* regards."""
    beside: frozenset[str] = frozenset()
    """What may stand beside all these: good *morning*, thanks a *lot*, *quick* question, *really*?"""
    fillers: frozenset[str] = frozenset()
    """What people begin with before a question without a comma: *ok* when is it, *so* who paid."""
    asker: frozenset[str] = frozenset()
    """Words by which somebody speaks of himself."""
    you: frozenset[str] = frozenset()
    about_you: frozenset[str] = frozenset()
    """What else is said of the bot: who *made* you, what is your *name*."""
    leaning: frozenset[str] = frozenset()
    """Words that stand for what was named before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Where sentences end. Abbreviations stand in small letters, without blanks and their last full stop."""

    titles: frozenset[str] = frozenset()
    """Capitalised abbreviations that stand before a name."""
    inside: frozenset[str] = frozenset()
    """Abbreviations after which the sentence goes on."""
    before_names: frozenset[str] = frozenset()
    """Abbreviations, often words too, after which it goes on unless a starter follows."""
    numbered: frozenset[str] = frozenset()
    """Abbreviations after which it goes on if a number follows."""
    units: frozenset[str] = frozenset()
    """Abbreviations that end a sentence behind a number, whatever they mean elsewhere: 1999 г. and г. Тверь."""
    hours: frozenset[str] = frozenset()
    """Abbreviations behind an hour, after which it goes on with a word of the calendar: 5 a.m. Monday."""
    endings: frozenset[str] = frozenset()
    """Ends of compound words that are abbreviated like a word of ``before_names``: Hafenstr., Dipl.-Ing."""
    words_too: frozenset[str] = frozenset()
    """Pairs of words whose second is no abbreviation there: said no. 12 people."""
    starters: frozenset[str] = frozenset()
    """Words that begin a sentence and are nobody's name: they tell "plan B. Nobody came" from "B. Brecht"."""
    calendar: frozenset[str] = frozenset()
    """Months, days of the week and time zones: what may follow an hour."""
    leads_on: frozenset[str] = frozenset()
    """Words that nothing ends with, not even a line without a full stop: "the", "and"."""
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
    agencies: str = ""
    """Who is credited without such a word."""
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
    """The word above the readers' comments, beside which their number may stand."""
    commenting: str = ""
    """Other whole lines that head them."""
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
    accounts: str = ""
    """Whole names of accounts, which programs write where no author is known."""


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
class KnownLanguage:
    """A language by its ISO 639-1 code and its name in itself."""

    code: str
    name: str
    is_everywhere: bool = False
    """Its words are evidence in texts of every language, as the ranker was trained with them; those of others
    only in texts and questions of their own language, where they are not mistaken for another's words."""
    words: Words = Words()
    asking: Asking = Asking()
    manners: Manners = Manners()
    reading: Reading = Reading()
