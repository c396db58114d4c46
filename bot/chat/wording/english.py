"""English, the language that stands in for any other.

``**bold**``; ``{count:one|many}`` chooses by number. Sentences here never state anything about the subject.
"""

from bot.chat.wording.english_upkeep import UPKEEP
from bot.chat.wording.names import Message as M  # noqa: N817 (it opens every line)

ENGLISH = {
    # Profile, menus and first steps
    M.LANGUAGE_NAME: "English",
    M.MONTHS: "January|February|March|April|May|June|July|August|September|October|November|December",
    M.DESCRIPTION: (
        "Ask a question. I answer only in the words of the articles that I was given, "
        "each quote with its source and a link to the sentence. When they do not answer, I say so."
    ),
    M.SHORT_DESCRIPTION: "Answers from given articles, only in their own words, each quote with its source.",
    M.START: (
        "**Ask me a question.** I answer only in the words of {count} {count:article|articles}, each quote "
        "with its source. I write nothing about the subject myself; when the articles do not answer, I say so.\n\n"
        "/sources lists the articles, /help says what else I can do."
    ),
    M.START_EXAMPLES: "You could ask about one of these articles:",
    M.HELP: (
        "**Asking**\n"
        "Send a question in your own words; names, dates and figures help most. You get up to three quotes, "
        "word for word, each with its source. The source's title leads to the very sentence.\n\n"
        "**Finding more exactly**\n"
        "before:2022-01-06, after:2021, source:courier and lang:en say where to look; a phrase in quotation marks has "
        "to stand there word for word. Send a whole sentence to learn where it stands, or reply to an answer with "
        "“and in …?” to go on asking.\n\n"
        "**In groups**\n"
        "/ask with a question, a reply to one of my messages, or a mention of my name. "
        "/ask alone, in reply to a message, takes that message as the question.\n\n"
        "**In any chat**\n"
        "Type my name and a few words, and choose a quote to send.\n\n"
        "**Commands**\n"
        "/sources – the articles that I quote\n"
        "/proof – where exactly a quote stands\n"
        "/privacy – what is kept, and for how long\n"
        "/forget – delete what is kept about you"
    ),
    M.GROUP_HELLO: (
        "Hello. I answer questions only in the words of given articles, each quote with its source. "
        "Ask with /ask and a question, by replying to me, or by mentioning {bot}. "
        "Otherwise I stay silent. Administrators choose with /settings how I answer here."
    ),
    M.ASK_USAGE: "Please write the question after /ask, or reply with /ask to the message that asks it.",
    M.UNKNOWN_COMMAND: "I do not know this command. /help lists the ones that I know.",
    M.PRIVACY: (
        "**What is kept**\n"
        "– what you send to me, until I have dealt with it, as a rule for less than a second;\n"
        "– which quotes were given as an answer, when, in which chat and to whom, so that the buttons below it work;\n"
        "– whether you found an answer useful;\n"
        "– the text of a question for one day; only if there was no answer, or if it was not useful, for longer, "
        "so that the articles can be completed;\n"
        "– a group's settings, and which chats I cannot reach.\n\n"
        "What you type after my name in other chats is not kept.\n\n"
        "**For how long**\n"
        "{days} {days:day|days}, then it is deleted; a group's settings stay until I leave the group.\n\n"
        "**Who sees it**\n"
        "The maintainers of this bot see unanswered questions without the names of those who asked. "
        "Nothing is passed on. Log files hold no questions and no answers.\n\n"
        "/forget deletes what is kept about you at once. What maintainers change is kept with their user numbers."
    ),
    M.FORGOTTEN: "Deleted: everything that was kept about you.",
    M.SOURCES_HEADING: "**Sources:** {count} {count:article|articles}, page {page} of {pages}",
    M.SOURCES_NONE: "There are no articles yet.",
    # Answers and refusals
    M.UNDERSTOOD_AS: "Asked together with the earlier question: {words}",
    M.CLOSEST_PASSAGES: "**The closest passages; they may not answer the question:**",
    M.QUOTED_SO: "**These very words stand here:**",
    M.QUOTED_OTHERWISE: "**Here the words are different:**",
    M.PASTED: "You sent: “{words}”",
    M.ONLY_PASTED: "Only in what you sent: {words}",
    M.ONLY_IN_ARTICLE: "Only in the article: {words}",
    M.SOURCES_DIFFER: "The sources differ: compare figures and dates.",
    M.ALSO_SEARCHED: "Also searched: {words}",
    M.MISSING_WORDS: "Not in the articles: {words}",
    M.QUOTE_GOES_ON: "The quote goes on; the title leads to all of it.",
    M.MARKS_LOST: "Telegram cannot show some accents of this quote; the title leads to the original.",
    M.PAGE_NUMBER: "p. {page}",
    M.REFUSED_EMPTY_QUESTION: "Please ask with a few words that say what you are looking for.",
    M.REFUSED_EMPTY_CORPUS: "There are no articles to answer from yet.",
    M.REFUSED_NO_MATCH: "The articles do not answer this: none of them has these words.",
    M.REFUSED_NOT_COVERED: "The articles do not seem to answer this.",
    M.REFUSED_BAD_FILTER: (
        "I cannot read a filter of this question. Filters look like before:2022-01-06, after:2021, "
        "source:courier, lang:en."
    ),
    M.REFUSED_NOTHING_LEFT: "No passage about this passes all filters and has all quoted phrases word for word.",
    M.REFUSED_NOT_QUOTED: "These words do not stand in the articles, and nothing like them.",
    M.FILTERS_TO_BLAME: "Filters: {words}",
    M.NEAREST: "The nearest articles:",
    M.CONTEXT_HEADING: "**The quote among its neighbours:**",
    M.PASSAGE_HEADING: "**From the article, part {number} of {count}:**",
    M.PROOF: (
        "**Where the quote stands**\n"
        "File: {file}\n"
        "Characters: {start} to {end}\n"
        "SHA-256 of the article's text: {revision}\n"
        "SHA-256 of the quote: {digest}"
    ),
    M.PROOF_OF: "Answer {answer}, quote {quote}",
    M.PROOF_READ_AT: "Read from the file: {moment} UTC",
    M.PROOF_USAGE: "Reply with /proof to an answer of mine, or write its number after the command.",
    M.ANSWER_UNKNOWN: "This answer is not kept any more. Please ask again.",
    M.ARTICLE_CHANGED: "The article has changed since; the quote no longer stands there. Please ask again.",
    M.ARTICLE_GONE: "This article is no longer among the sources.",
    M.NO_MORE_QUOTES: "There are no more quotes for this question.",
    # Buttons and what pressing them says
    M.BUTTON_MORE: "More quotes",
    M.BUTTON_CONTEXT: "Wider context",
    M.BUTTON_PROOF: "Proof",
    M.BUTTON_USEFUL: "👍 Useful",
    M.BUTTON_NOT_USEFUL: "👎 Not useful",
    M.BUTTON_OPEN_PRIVATE: "Open in private",
    M.BUTTON_PREVIOUS: "‹ Back",
    M.BUTTON_NEXT: "Next ›",
    M.BUTTON_CONFIRM: "Confirm",
    M.BUTTON_CANCEL: "Cancel",
    M.BUTTON_APPLY: "Apply this",
    M.BUTTON_SHOW: "Show the answer",
    M.BUTTON_SOURCES: "All sources",
    M.BUTTON_TOO_OLD: "This button is too old. Please ask again.",
    M.BUTTON_OF_ANOTHER: "This button belongs to whoever asked.",
    M.THANKS: "Thank you, noted.",
    M.CANCELLED: "Cancelled; nothing was changed.",
    # Inline mode
    M.INLINE_HINT: "Type a question; choose a quote to send it here",
    M.INLINE_NOTHING: "Nothing found – ask in private",
    # A group's settings
    M.SETTINGS_HEADING: "**Settings of this group**",
    M.SETTINGS_HINT: "Press a line to change it; only administrators can.",
    M.SETTING_LANGUAGE: "Language: {value}",
    M.SETTING_QUOTES: "Quotes in an answer: {count}",
    M.SETTING_MENTIONS: "Answer when mentioned: {value}",
    M.SETTING_QUIET: "Say nothing when there is no answer: {value}",
    M.SETTING_LANGUAGE_OF_ASKER: "that of each asker",
    M.SETTING_ON: "yes",
    M.SETTING_OFF: "no",
    M.SETTINGS_SAVED: "Saved.",
    M.ADMINISTRATORS_ONLY: "Only administrators of the group can do this.",
    M.GROUPS_ONLY: "This command is for groups.",
    # Trouble
    M.ERROR: "Something went wrong on my side; it has been noted as {id}. Please try again later.",
    M.TOO_MANY_QUESTIONS: "That was a lot at once. Please ask again in {seconds} {seconds:second|seconds}.",
    M.TOO_MANY_IN_CHAT: "This chat asks a lot at once. I answer again in {seconds} {seconds:second|seconds}.",
    M.BUSY: "I have many questions to answer just now. Please ask again in a minute.",
    M.MAYBE_SENT: "The network failed while I was answering. If the answer did not reach you, press the button.",
    # Descriptions of commands, for the menus
    M.COMMAND_ASK: "Ask the articles a question",
    M.COMMAND_HELP: "How to ask",
    M.COMMAND_SOURCES: "The articles that are quoted",
    M.COMMAND_PROOF: "Where exactly a quote stands",
    M.COMMAND_PRIVACY: "What is kept, and for how long",
    M.COMMAND_FORGET: "Delete what is kept about you",
    M.COMMAND_SETTINGS: "Settings of this group",
    M.COMMAND_RELOAD: "Read the articles again",
    M.COMMAND_ADD: "Add an article from an address",
    M.COMMAND_EDIT: "Correct title, publisher, date or address",
    M.COMMAND_REMOVE: "Remove an article",
    M.COMMAND_EDITIONS: "The editions that are kept",
    M.COMMAND_ROLLBACK: "Return to an earlier edition",
    M.COMMAND_HISTORY: "Who changed what",
    M.COMMAND_GAPS: "What was asked and not answered",
    M.COMMAND_STATS: "Questions, answers and sources in figures",
    M.COMMAND_STATUS: "Edition, memory, versions",
    **UPKEEP,
    # The terminal
    M.TERMINAL_HELLO: "{count} {count:article|articles}. Ask a question; /sources lists them, /quit ends.",
    M.TERMINAL_PROMPT: "? ",
}
