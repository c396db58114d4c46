"""The lines of ours that stand beside quotes or in their place, the same in chats and in the terminal."""

from collections.abc import Sequence

from bot.chat.pages.citations import isolated, word_list
from bot.chat.wording.markup import NOTHING, Html, shortened
from bot.chat.wording.texts import Language, refusal_for, text
from bot.core.nouns import Span
from bot.core.proving.quote import Quote
from bot.core.replies import ASKS_NOTHING, Figure, Reason
from bot.languages.interface.messages import Message
from bot.storage.told import AskedPart, Told

_MOST_PAIRS = 4
_MOST_MISSING = 5
_LONGEST_ASKED = 300


def above(told: Told, shown: Sequence[Quote], language: Language) -> list[Html]:
    """Return the lines above the quotes ``shown``: what was asked, that they may not answer, how they differ.

    Of the words that only the article has, those are named that these quotes hold.
    """
    return [*understood_note(told, language), *_verdict(told, shown, language)]


def understood_note(told: Told, language: Language) -> list[Html]:
    """Return the lines that tell what was waited for, and which question completed this one, as it was asked.

    How the two were joined is not told: that is made for searching, and seldom a sentence of anybody.
    """
    noted = {Message.WAITED_FOR: told.words.waited_for, Message.UNDERSTOOD_AS: told.words.understood}
    return [text(note, language, words=_asked(words)) for note, words in noted.items() if words]


def _verdict(told: Told, shown: Sequence[Quote], language: Language) -> list[Html]:
    if told.verbatim is None:
        return [text(Message.CLOSEST_PASSAGES, language)] if told.hedged else []
    if told.verbatim:
        return [text(Message.QUOTED_SO, language)]
    if told.hedged:  # nothing like them was found
        near = Message.QUOTED_NEAR_MEANING if told.by_meaning else Message.QUOTED_NOWHERE
        return [text(near, language)]
    lines = [text(Message.QUOTED_OTHERWISE, language)]
    if pasted := told.words.pasted:
        lines.append(text(Message.PASTED, language, words=_asked(pasted.text)))
        if pasted.added:
            lines.append(text(Message.ONLY_PASTED, language, words=word_list(pasted.added)))
        if left_out := pasted.left_out_of(shown):
            lines.append(text(Message.ONLY_IN_ARTICLE, language, words=word_list(left_out)))
    return lines


def notes(told: Told, language: Language, *, compared: bool = False) -> list[Html]:
    """Return what to note below quotes: that sources differ, what was searched, what is missing.

    Where the figures are ``compared`` above the quotes, it was said there that they differ.
    """
    searched, missing = also_searched_note(told, language), _missing(told.words.missing, language)
    refused = [
        text(Message.PART_REFUSED, language, words=_asked(part.question))
        for part in told.words.parts
        if part.reason
    ]
    return [
        *refused,
        *unread_note(told, language),
        *_foreign(told, language),
        *([] if compared else _differ(told, language)),
        *searched,
        *missing,
    ]


def group_notes(told: Told, language: Language, *, compared: bool = False) -> list[Html]:
    """Return what also a group is told below quotes: that sources differ, and what was not read."""
    return [*unread_note(told, language), *([] if compared else _differ(told, language))]


def _differ(told: Told, language: Language) -> list[Html]:
    return [text(Message.SOURCES_DIFFER, language)] if told.voices else []


def figures_among(told: Told, quotes: Sequence[tuple[int, Quote]]) -> list[Figure]:
    """Return what differs, where all quotes that differ are among these, each with its number; else nothing.

    What is kept is not trusted: a range that is no part of its quote is no figure.
    """
    numbered = dict(quotes)
    told_of = [(numbered.get(number), start, end) for number, start, end in told.figures]
    found = [
        Figure(quote, Span(start, end))
        for quote, start, end in told_of
        if quote and quote.span.start <= start < end <= quote.span.end
    ]
    return found if 1 < len(found) == len(told.figures) else []


def over_parts(told: Told, numbers: Sequence[int], language: Language) -> list[Html]:
    """Return for each quote, by its number from 1, the question that it answers, where there are several."""
    asked = {part.quote: part.question for part in reversed(told.words.parts)}
    return [_part_asked(asked[number], language) if number in asked else NOTHING for number in numbers]


def _part_asked(question: str, language: Language) -> Html:
    return text(Message.PART_ASKED, language, words=_asked(question))


def unread_note(told: Told, language: Language) -> list[Html]:
    """Return the line that tells of questions that were not read, if there are any."""
    return [text(Message.UNREAD, language, count=told.answered_parts)] if told.answered_parts else []


def _foreign(told: Told, language: Language) -> list[Html]:
    """Return the line, in the question's language, that the articles are in another, where they are."""
    return [text(Message.OTHER_LANGUAGE, _spoken(told, language))] if told.asked_in else []


def _spoken(told: Told, language: Language) -> Language:
    """Return the language of the message where Quoth speaks it, else the reader's."""
    known = [known for known in Language if known in told.asked_in]
    return language if language in known or not known else known[0]


def refusal(reason: Reason, told: Told, language: Language) -> list[Html]:
    """Return why there is no answer, the filters to blame, and the question's words that stand nowhere.

    Of several questions, all that is said of each; of talk, in the language of the message.
    """
    understood = understood_note(told, language)
    if told.words.parts:
        refused = [line for part in told.words.parts for line in _part_refused(part, language)]
        return [*understood, *refused, *unread_note(told, language)]
    is_talk = reason in ASKS_NOTHING
    why = _why(reason, told.words.filters, _spoken(told, language) if is_talk else language)
    foreign = [] if is_talk else _foreign(told, language)
    return [*understood, *why, *foreign, *_missing(told.words.missing, language)]


def _part_refused(part: AskedPart, language: Language) -> list[Html]:
    if not part.reason:
        return []
    why = _why(Reason(part.reason), part.filters, language)
    return [_part_asked(part.question, language), *why, *_missing(part.missing, language)]


def _why(reason: Reason, filters: Sequence[str], language: Language) -> list[Html]:
    to_blame = [text(Message.FILTERS_TO_BLAME, language, words=word_list(filters))] if filters else []
    return [text(refusal_for(reason), language), *to_blame]


def also_searched_note(told: Told, language: Language) -> list[Html]:
    """Return the line that names other spellings that were searched, if there are any."""
    searched = told.words.also_searched.items()
    pairs = [f"{word_list([word])} → {word_list(found)}" for word, found in searched if found]
    return [text(Message.ALSO_SEARCHED, language, words="; ".join(pairs[:_MOST_PAIRS]))] if pairs else []


def _missing(words: Sequence[str], language: Language) -> list[Html]:
    return [text(Message.MISSING_WORDS, language, words=word_list(words[:_MOST_MISSING]))] if words else []


def _asked(words: str) -> str:
    return isolated(shortened(words, _LONGEST_ASKED))
