"""The lines of ours that stand beside quotes or in their place, the same in chats and in the terminal."""

from collections.abc import Sequence

from bot.chat.pages.citations import isolated, word_list
from bot.chat.wording.markup import NOTHING, Html, shortened
from bot.chat.wording.texts import Language, refusal_for, text
from bot.core.proving.quote import Quote
from bot.core.replies import Abstention, Answer, Reply, is_talk
from bot.languages.interface.messages import Message

_MOST_PAIRS = 4
_MOST_MISSING = 5
_LONGEST_PASTED = 300


def above(reply: Answer, shown: Sequence[Quote], language: Language) -> list[Html]:
    """Return the lines above the quotes ``shown``: that they may not answer, or how pasted words differ.

    Of the words that only the article has, those are named that these quotes hold.
    """
    if reply.pasted is None:
        return [text(Message.CLOSEST_PASSAGES, language)] if reply.hedged else []
    if reply.pasted.is_verbatim:
        return [text(Message.QUOTED_SO, language)]
    sent = isolated(shortened(reply.pasted.text, _LONGEST_PASTED))
    lines = [text(Message.QUOTED_OTHERWISE, language), text(Message.PASTED, language, words=sent)]
    if reply.pasted.added:
        lines.append(text(Message.ONLY_PASTED, language, words=word_list(reply.pasted.added)))
    if left_out := reply.pasted.left_out_of(shown):
        lines.append(text(Message.ONLY_IN_ARTICLE, language, words=word_list(left_out)))
    return lines


def notes(reply: Answer, language: Language) -> list[Html]:
    """Return what to note about an answer: that sources differ, what was searched, what is missing."""
    differ = [text(Message.SOURCES_DIFFER, language)] if reply.sources_differ else []
    searched, missing = also_searched_note(reply, language), _missing(reply.missing, language)
    foreign = other_language_note(reply, language)
    return [
        *refused_parts(reply, language),
        *unread_note(reply, language),
        *foreign,
        *differ,
        *searched,
        *missing,
    ]


def over_parts(reply: Answer, shown: Sequence[Quote], language: Language) -> list[Html]:
    """Return for each quote the question that it answers, where there are several."""
    asked = {id(part.reply.lead): part.question for part in reply.parts if isinstance(part.reply, Answer)}
    return [_part_asked(asked[id(quote)], language) if id(quote) in asked else NOTHING for quote in shown]


def _part_asked(question: str, language: Language) -> Html:
    return text(Message.PART_ASKED, language, words=isolated(shortened(question, _LONGEST_PASTED)))


def refused_parts(reply: Answer, language: Language) -> list[Html]:
    """Return a line for each of several questions that got no answer."""
    return [
        text(Message.PART_REFUSED, language, words=isolated(shortened(part.question, _LONGEST_PASTED)))
        for part in reply.parts
        if isinstance(part.reply, Abstention)
    ]


def unread_note(reply: Reply, language: Language) -> list[Html]:
    """Return the line that tells of questions that were not read, if there are any."""
    return [text(Message.UNREAD, language, count=len(reply.parts))] if reply.unread else []


def other_language_note(reply: Reply, language: Language) -> list[Html]:
    """Return the line, in the question's language, that the articles are in another, where they are."""
    if is_talk(reply) or not reply.asked_in:
        return []
    return [text(Message.OTHER_LANGUAGE, _spoken(reply, language))]


def _spoken(reply: Reply, language: Language) -> Language:
    """Return the language of the message where Quoth speaks it, else the reader's."""
    known = [known for known in Language if known in reply.asked_in]
    return language if language in known or not known else known[0]


def refusal(reply: Abstention, language: Language) -> list[Html]:
    """Return why there is no answer, the filters to blame, and the question's words that stand nowhere.

    Of several questions, all that is said of each; of talk, in the language of the message.
    """
    if reply.parts:
        refused = [
            line
            for part in reply.parts
            if isinstance(part.reply, Abstention)
            for line in (_part_asked(part.question, language), *refusal(part.reply, language))
        ]
        return [*refused, *unread_note(reply, language)]
    said_in = _spoken(reply, language) if is_talk(reply) else language
    why = [text(refusal_for(reply.reason), said_in)]
    if reply.filters:
        why.append(text(Message.FILTERS_TO_BLAME, language, words=word_list(reply.filters)))
    return [*why, *other_language_note(reply, language), *_missing(reply.missing, language)]


def also_searched_note(reply: Reply, language: Language) -> list[Html]:
    """Return the line that names other spellings that were searched, if there are any."""
    pairs = [f"{word_list([w])} → {word_list(found)}" for w, found in reply.also_searched.items() if found]
    return [text(Message.ALSO_SEARCHED, language, words="; ".join(pairs[:_MOST_PAIRS]))] if pairs else []


def _missing(words: Sequence[str], language: Language) -> list[Html]:
    return [text(Message.MISSING_WORDS, language, words=word_list(words[:_MOST_MISSING]))] if words else []
