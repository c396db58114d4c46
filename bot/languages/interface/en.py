"""English, the language that stands in for any other.

``**bold**``; ``{count:one|many}`` chooses by number. Sentences here never state anything about the subject.
"""

from bot.languages.interface.catalogue import Catalogue, one_other

INTERFACE = Catalogue(
    plural=one_other,
    grouping=",",
    sentences={
        # Profile, menus and first steps
        "LANGUAGE_NAME": "English",
        "MONTHS": "January|February|March|April|May|June|July|August|September|October|November|December",
        "DAY": "{day} {month} {year}",
        "DESCRIPTION": "Ask a question. I answer only in the words of the articles that I was given, each quote with its source and a link to the sentence. When they do not answer, I say so.",
        "SHORT_DESCRIPTION": "Answers from given articles, only in their own words, each quote with its source.",
        "START": (
            "**Ask me a question.** I answer only in the words of {count} {count:article|articles}, each quote with its source. I write nothing about the subject myself; when the articles do not answer, I say so.\n\n"
            "/sources lists the articles, /help says what else I can do."
        ),
        "START_EXAMPLES": "You could ask about one of these articles:",
        "HELP": (
            "**Asking**\n"
            "Send a question in your own words; names, dates and figures help most. You get up to three quotes, word for word, each with its source. The source's title leads to the very sentence.\n\n"
            "**Finding more exactly**\n"
            "before:2022-01-06, after:2021, source:courier and lang:en say where to look; a phrase in quotation marks has to stand there word for word. Send a whole sentence to learn where it stands, or reply to an answer with “and in …?” to go on asking.\n\n"
            "**In groups**\n"
            "/ask with a question, a reply to one of my messages, or a mention of my name. /ask alone, in reply to a message, takes that message as the question.\n\n"
            "**In any chat**\n"
            "Type my name and a few words, and choose a quote to send.\n\n"
            "**Commands**\n"
            "/sources – the articles that I quote\n"
            "/proof – where exactly a quote stands\n"
            "/privacy – what is kept, and for how long\n"
            "/forget – delete what is kept about you"
        ),
        "GROUP_HELLO": "Hello. I answer questions only in the words of given articles, each quote with its source. Ask with /ask and a question, by replying to me, or by mentioning {bot}. Otherwise I stay silent. Administrators choose with /settings how I answer here.",
        "ASK_USAGE": "Please write the question after /ask, or reply with /ask to the message that asks it.",
        "UNKNOWN_COMMAND": "I do not know this command. /help lists the ones that I know.",
        "PRIVACY": (
            "**What is kept**\n"
            "– what you send to me, until I have dealt with it, as a rule for less than a second;\n"
            "– which quotes were given as an answer, when, in which chat and to whom, so that the buttons below it work;\n"
            "– whether you found an answer useful;\n"
            "– the text of a question for one day; only if there was no answer, or if it was not useful, for longer, so that the articles can be completed;\n"
            "– a group's settings, and which chats I cannot reach.\n\n"
            "What you type after my name in other chats is not kept.\n\n"
            "**For how long**\n"
            "{days} {days:day|days}, then it is deleted; a group's settings stay until I leave the group.\n\n"
            "**Who sees it**\n"
            "The maintainers of this bot see unanswered questions without the names of those who asked. {passed_on} Log files hold no questions and no answers.\n\n"
            "/forget deletes what is kept about you at once. What maintainers change is kept with their user numbers."
        ),
        "PASSED_ON_NOTHING": "Nothing is passed on.",
        "PASSED_ON_QUESTIONS": "To find by meaning, questions are also sent to {host}, without names or chats. Nothing else is passed on.",
        "FORGOTTEN": "Deleted: everything that was kept about you.",
        "SOURCES_HEADING": "**Sources:** {count} {count:article|articles}, page {page} of {pages}",
        "SOURCES_NONE": "There are no articles yet.",
        # Answers and refusals
        "UNDERSTOOD_AS": "Asked together with the earlier question: {words}",
        "CLOSEST_PASSAGES": "**Closest passages – read them before you rely on them:**",
        "QUOTED_SO": "**These very words stand here:**",
        "QUOTED_OTHERWISE": "**Here the words are different:**",
        "QUOTED_NOWHERE": "**These words do not stand in the articles. The closest passages:**",
        "PASTED": "You sent: “{words}”",
        "ONLY_PASTED": "Only in what you sent: {words}",
        "ONLY_IN_ARTICLE": "Only in the article: {words}",
        "SOURCES_DIFFER": "The sources differ: compare figures and dates.",
        "ALSO_SEARCHED": "Also searched: {words}",
        "MISSING_WORDS": "Not in the articles: {words}",
        "QUOTE_GOES_ON": "The quote goes on; the title leads to all of it.",
        "MARKS_LOST": "Telegram cannot show some accents of this quote; the title leads to the original.",
        "PAGE_NUMBER": "p. {page}",
        "REFUSED_EMPTY_QUESTION": "Please ask with a few words that say what you are looking for.",
        "PART_ASKED": "Question: **{words}**",
        "PART_REFUSED": "The articles do not seem to answer: {words}",
        "UNREAD": "I answer {count} questions of a message; please ask the others in another one.",
        "OTHER_LANGUAGE": "The articles are in another language than your question: of its words only names, numbers and dates can be found in them.",
        "REFUSED_SMALL_TALK": "I find answers in a folder of articles and quote them. Ask about what they tell: who, what, where, when or how many.",
        "REFUSED_NO_SUBJECT": "Please say what you ask about: a few words of the subject are enough.",
        "REFUSED_EMPTY_CORPUS": "There are no articles to answer from yet.",
        "REFUSED_NO_MATCH": "The articles do not answer this: none of them has these words.",
        "REFUSED_NOT_COVERED": "The articles do not seem to answer this.",
        "REFUSED_BAD_FILTER": "I cannot read a filter of this question. Filters look like before:2022-01-06, after:2021, source:courier, lang:en.",
        "REFUSED_NOTHING_LEFT": "No passage about this passes all filters and has all quoted phrases word for word.",
        "REFUSED_NOT_QUOTED": "These words do not stand in the articles, and nothing like them.",
        "FILTERS_TO_BLAME": "Filters: {words}",
        "NEAREST": "The nearest articles:",
        "CONTEXT_HEADING": "**The quote among its neighbours:**",
        "PASSAGE_HEADING": "**From the article, part {number} of {count}:**",
        "PROOF": (
            "**Where the quote stands**\n"
            "File: {file}\n"
            "Characters: {start} to {end}\n"
            "SHA-256 of the article's text: {revision}\n"
            "SHA-256 of the quote: {digest}"
        ),
        "PROOF_OF": "Answer {answer}, quote {quote}",
        "PROOF_READ_AT": "Read from the file: {moment} UTC",
        "PROOF_USAGE": "Reply with /proof to an answer of mine, or write its number after the command.",
        "ANSWER_UNKNOWN": "This answer is not kept any more. Please ask again.",
        "ARTICLE_CHANGED": "The article has changed since; the quote no longer stands there. Please ask again.",
        "ARTICLE_GONE": "This article is no longer among the sources.",
        "NO_MORE_QUOTES": "There are no more quotes for this question.",
        # Buttons and what pressing them says
        "BUTTON_MORE": "More quotes",
        "BUTTON_CONTEXT": "Wider context",
        "BUTTON_PROOF": "Proof",
        "BUTTON_USEFUL": "👍 Useful",
        "BUTTON_NOT_USEFUL": "👎 Not useful",
        "BUTTON_OPEN_PRIVATE": "Open in private",
        "BUTTON_PREVIOUS": "‹ Back",
        "BUTTON_NEXT": "Next ›",
        "BUTTON_CONFIRM": "Confirm",
        "BUTTON_CANCEL": "Cancel",
        "BUTTON_APPLY": "Apply this",
        "BUTTON_SHOW": "Show the answer",
        "BUTTON_SOURCES": "All sources",
        "BUTTON_TOO_OLD": "This button is too old. Please ask again.",
        "BUTTON_OF_ANOTHER": "This button belongs to whoever asked.",
        "THANKS": "Thank you, noted.",
        "CANCELLED": "Cancelled; nothing was changed.",
        # Inline mode
        "INLINE_HINT": "Type a question; choose a quote to send it here",
        "INLINE_NOTHING": "Nothing found – ask in private",
        # A group's settings
        "SETTINGS_HEADING": "**Settings of this group**",
        "SETTINGS_HINT": "Press a line to change it; only administrators can.",
        "SETTING_LANGUAGE": "Language: {value}",
        "SETTING_QUOTES": "Quotes in an answer: {count}",
        "SETTING_MENTIONS": "Answer when mentioned: {value}",
        "SETTING_QUIET": "Say nothing when there is no answer: {value}",
        "SETTING_LANGUAGE_OF_ASKER": "that of each asker",
        "SETTING_ON": "yes",
        "SETTING_OFF": "no",
        "SETTINGS_SAVED": "Saved.",
        "ADMINISTRATORS_ONLY": "Only administrators of the group can do this.",
        "GROUPS_ONLY": "This command is for groups.",
        # Trouble
        "ERROR": "Something went wrong on my side; it has been noted as {id}. Please try again later.",
        "TOO_MANY_QUESTIONS": "That was a lot at once. Please ask again in {seconds} {seconds:second|seconds}.",
        "TOO_MANY_IN_CHAT": "This chat asks a lot at once. I answer again in {seconds} {seconds:second|seconds}.",
        "MAYBE_SENT": "The network failed while I was answering. If the answer did not reach you, press the button.",
        # Descriptions of commands, for the menus
        "COMMAND_ASK": "Ask the articles a question",
        "COMMAND_HELP": "How to ask",
        "COMMAND_SOURCES": "The articles that are quoted",
        "COMMAND_PROOF": "Where exactly a quote stands",
        "COMMAND_PRIVACY": "What is kept, and for how long",
        "COMMAND_FORGET": "Delete what is kept about you",
        "COMMAND_SETTINGS": "Settings of this group",
        "COMMAND_RELOAD": "Read the articles again",
        "COMMAND_ADD": "Add an article from an address",
        "COMMAND_EDIT": "Correct title, publisher, date or address",
        "COMMAND_REMOVE": "Remove an article",
        "COMMAND_EDITIONS": "The editions that are kept",
        "COMMAND_ROLLBACK": "Return to an earlier edition",
        "COMMAND_HISTORY": "Who changed what",
        "COMMAND_GAPS": "What was asked and not answered",
        "COMMAND_STATS": "Questions, answers and sources in figures",
        "COMMAND_STATUS": "Edition, memory, versions",
        # Maintenance of the articles
        "MAINTAINERS_ONLY": "Only maintainers can do this.",
        "REPORTED_IN_PRIVATE": "I have written to you in private.",
        "OPEN_PRIVATE_FIRST": "I cannot write to you yet: please open a private chat with me and press Start.",
        "CONFIRM_IN_PERSON": "Anonymous administrators confirm with the button, so that it is known who acts.",
        "RELOAD_RUNNING": "A reload by {who} is running. Please wait until it is done.",
        "RELOAD_PROGRESS": "Reading the articles: {done} of {count}",
        "RELOAD_DONE": "**Reloaded.** Edition {edition} serves now.",
        "RELOAD_UNCHANGED": "**Nothing has changed.** Edition {edition} goes on serving.",
        "RELOAD_DRY": "**Nothing was changed yet.** A reload would do this:",
        "RELOAD_FAILED": ("**The reload failed:** {problem}\nEdition {edition} goes on serving."),
        "RELOAD_REPORT_ATTACHED": "The whole report is attached.",
        "FILES_CHANGED_SINCE": "The files have changed since this report. Please look at a new one.",
        "REPORT_ADDED": "**Added:** {count}",
        "REPORT_CHANGED": "**Changed:** {count}",
        "REPORT_CHANGED_LINE": "{name}: {passages} {passages:passage differs|passages differ}, {quotes} {quotes:given quote no longer stands|given quotes no longer stand}",
        "REPORT_REMOVED": "**Removed:** {count}",
        "REPORT_REMOVED_LINE": "{name}: {quotes} {quotes:given quote no longer stands|given quotes no longer stand}",
        "REPORT_UNCHANGED": "**Unchanged:** {count}",
        "REPORT_REFUSED": "**Refused:** {count}",
        "REPORT_REFUSED_LINE": "{place}: {problem}",
        "REPORT_DUPLICATES": "**The same text in several files:** {count}",
        "REPORT_SIMILAR": "**Nearly the same text:** {count}",
        "REPORT_TOTALS": "{articles} {articles:article|articles}, {passages} {passages:passage|passages}, {seconds} s, edition {edition}",
        # Maintenance: single articles and editions
        "ADD_USAGE": "Please write an address after /add, or send a file: {formats}.",
        "ADD_PREVIEW": (
            "**Add this article?**\n"
            "Title: {title}\n"
            "Publisher: {publisher}\n"
            "Date: {date}\n"
            "Language: {language}\n"
            "Passages: {passages}"
        ),
        "ADD_FIRST_SENTENCES": "It begins:",
        "ADD_RESIDUE": "Cut away, {count} {count:line|lines}:",
        "ADD_REFUSED": "{name} cannot be added: {problem}",
        "ADD_TOO_LARGE": "The file is larger than {megabytes} MB. Please put it into the folder of articles directly.",
        "ADD_EXISTS": "The same text is there already: {file}.",
        "ADD_SEVERAL": "**Add {count} {count:article|articles}?**",
        "ADDED": "Added as {file}.",
        "EDIT_USAGE": "Please reply to the article's preview with lines such as “title: …”. Possible: {fields}.",
        "EDIT_PREVIEW": "Reply with lines such as “title: …” to correct it: {fields}.",
        "EDITED": "Changed in {file}: {fields}.",
        "REMOVE_USAGE": "Please write the file's name after /remove; /sources lists the articles.",
        "REMOVE_CONFIRM": "Remove {name} ({file})? {count} {count:given quote|given quotes} will no longer stand.",
        "ARTICLE_UNKNOWN": "There is no article {name}.",
        "EDITIONS_HEADING": "**Editions, newest first**",
        "EDITIONS_LINE": "{edition}, {moment}: {count} {count:article|articles}",
        "ROLLBACK_USAGE": "Please write an edition's id after /rollback; /editions lists them.",
        "ROLLBACK_UNKEPT": "The folder holds changes that no edition has kept; a rollback would lose them. Please /reload first.",
        "EDITION_UNKNOWN": "There is no edition {edition}; /editions lists them.",
        # Maintenance: looking back
        "HISTORY_HEADING": "**Who changed what, newest first**",
        "HISTORY_LINE": "{moment} {who}: {action}, {before} → {after}",
        "HISTORY_EMPTY": "Nothing has been changed yet.",
        "GAPS_HEADING": "**Asked and not answered, in the last {days} {days:day|days}**",
        "GAPS_LINE": "{count} × {question}",
        "GAPS_EMPTY": "Every question was answered in the last {days} {days:day|days}.",
        "STATS": (
            "**The last {days} {days:day|days}**\n"
            "Questions: {questions}\n"
            "Answered: {answered} ({share} %)\n"
            "Useful: {useful}, not useful: {not_useful}"
        ),
        "STATS_TOP_SOURCES": "Quoted most:",
        "STATS_OTHERS": "others",
        "STATS_LINE": "{number}. {name}: {count}",
        "STATS_EMPTY": "No questions in the last {days} {days:day|days}.",
        "STATUS_MEANING": "Found by meaning too: {encoder}",
        "STATUS_FOLLOWS": "Meaning follows: {done} of {count} sentences are encoded",
        "STATUS_WORDS": "Found by words alone",
        "STATUS": (
            "**Status**\n"
            "Edition: {edition}\n"
            "Articles: {articles}, passages: {passages}\n"
            "Last reload: {reloaded}\n"
            "Running since: {started}\n"
            "{meaning}\n"
            "Memory: {megabytes} MB\n"
            "Quoth {version}"
        ),
        # Why a file, or a part of it, is refused
        "PROBLEM_AT": "{name}: {problem}",
        "UNKNOWN_ENDING": "files ending in {suffix} are not read; known are {known}",
        "NO_ENDING": "files without an ending are not read; known are {known}",
        "FILE_EMPTY": "the file is empty",
        "NO_ARTICLE": "it holds no article",
        "NO_SENTENCE": "no sentence is left when headings and residue are taken away",
        "READER_FAILED": "its reader failed ({kind}); save it as .txt or .md",
        "READER_ENDED": "its reader needed too much memory or broke; save its text as .txt or .md",
        "TOO_MANY_BYTES": "its {size} bytes are more than the limit of {limit}; split it",
        "TOO_MANY_CHARACTERS": "its {size} characters are more than the limit of {limit}; split it",
        "TOO_MANY_LINES": "its {size} lines are more than the limit of {limit}; split it",
        "TOO_MANY_PAGES": "its {size} pages are more than the limit of {limit}; split it",
        "TOO_MANY_KEYS": "a header has at most {limit} keys; remove those that are unknown",
        "TOO_MANY_REFUSED": "more than {limit} of its parts were refused; the rest is not read",
        "MORE_REFUSED": "parts that were refused besides: {count}",
        "TOO_MANY_MARKS": "a letter carries more than {limit} combining marks; this is no readable text",
        "TOO_SLOW": "reading it takes more than {seconds} seconds; split it",
        "NOT_TEXT": "this is not a text: it holds binary data; remove it or save it as text",
        "WRONG_ENCODING": "it cannot be decoded as {encoding}; save it as UTF-8",
        "UNKNOWN_ENCODING": "its encoding is not known; save it as UTF-8",
        "ENCRYPTED": "it is encrypted; save it without a password",
        # What a header says that cannot be
        "FIELD_TOO_LONG": "it is longer than {limit} characters",
        "FIELD_MISSING": "is missing",
        "FIELD_NOT_A_TEXT": "expected one text",
        "FIELD_NOT_BELOW": "expected {known} below it",
        "FIELD_WRONG": "it cannot be right ({problem})",
        "FIELD_NOT_AN_ADDRESS": "{value} is not a web address; it has to begin with http:// or https://",
        "FIELD_NO_SUCH_DAY": "there is no day {value} in the calendar",
        "FIELD_NOT_A_DATE": "{value} is not a date; write it as YYYY-MM-DD",
        "FIELD_NOT_A_LANGUAGE": "{value} is not a language; write its two-letter ISO 639-1 code, such as en, ru or kk",
        "FIELD_UNKNOWN": "unknown key; known are {known}",
        "FIELD_MISSPELT": "unknown key; did you mean {near}?",
        "FURTHER_PROBLEM": "{problem}; line {number}: {further}",
        "KEYS_UNUSED": "keys that are of no use here: {keys}",
        "IS_A_DRAFT": "it is marked as a draft and is not read",
        "TOML_BROKEN": "the header cannot be read as TOML: {problem}",
        "HEADER_NOT_CLOSED": "the header that begins here is not closed; add a line of --- after it",
        "HEADERS_DIFFER": "its header and the .yaml beside it differ in {key}; keep one of them",
        "HEADER_ALONE": "there is no article {name} that needs this header; rename or remove it",
        "MANY_HEADERS": "it holds many articles, each with its own header; correct them in the file",
        "YAML_TOO_LONG": "the YAML is longer than the limit of {limit} characters",
        "YAML_BROKEN": "not YAML: {problem}; put a text with ':' or other special signs in quotes",
        "YAML_CHARACTERS": "not YAML: it holds characters that YAML does not allow",
        "YAML_NO_MAPPING": "expected lines of the form 'key: value'",
        "YAML_SECOND_DOCUMENT": "a second YAML document begins here; remove it",
        "YAML_NO_KEY": "a key is missing before ':'",
        "YAML_KEY_TWICE": "the key {key} occurs twice (first in line {first})",
        "YAML_TOO_DEEP": "lists and mappings are nested too deeply here",
        "YAML_ALIAS": "YAML aliases (& and *) are not accepted; put the text in quotes",
        "YAML_TAG": "YAML tags (!) are not accepted; put the text in quotes",
        # Why a format's reader gives up
        "CSV_NO_TEXT": "no column is named 'text'; its columns are {columns}",
        "CSV_BROKEN": "the row cannot be read: {problem}",
        "JSON_BROKEN": "the line is no JSON: {problem}",
        "JSON_NO_OBJECT": 'the line is no JSON object; write {{"text": …}}',
        "NOT_READ": "not read: {what}",
        "JSON_NO_ARTICLES": "nothing in it is known to be a text",
        "XML_BROKEN": "the file is no XML: {problem}",
        "FEED_BROKEN": "the feed is broken ({kind})",
        "FEED_NONE": "the file is no RSS or Atom feed; remove it or save its articles as text",
        "HTML_EMPTY": "no article was found in the page; save it as .txt or .md",
        "HTML_BROKEN": "the page is too broken to be read; save it as .txt or .md",
        "HTML_TOO_LARGE": "the page has more than {limit} elements; save its text as .txt or .md",
        "HTML_ATTRIBUTES": "<{tag}> has more than {limit} attributes; remove them",
        "HTML_ALL_ATTRIBUTES": "the page has more than {limit} attributes; save its text as .txt or .md",
        "FEED_ATTRIBUTES": "a tag of the feed has too many attributes; save its articles as text",
        "PDF_TOO_COMPLEX": "a page of the PDF is too complex; save its text as .txt or .md",
        "PDF_BROKEN": "the PDF is broken ({kind}); save its text as .txt",
        "PDF_PICTURES": "the PDF holds pictures of text, no text; run it through a text recognition (OCR)",
        "PDF_FONTS": "the fonts of the PDF do not tell their letters; save its text as .txt or .md",
        "NOT_INSTALLED": "reading such files needs a library that is not installed: pip install '{extra}'",
        # Synonyms
        "TOO_MANY_PARTS": "its {size} parts are more than the limit of {limit}; split it",
        "TOO_MANY_TAGS": "it has more than {limit} tags; save its text as .txt or .md",
        "ARCHIVE_BROKEN": "the file is broken: it is no zip archive; save it anew",
        "ARCHIVE_UNUSUAL": "it is packed in an unusual way; pack it anew as an ordinary zip archive",
        "UNPACKS_TO_TOO_MUCH": "it unpacks to more than the limit of {limit} bytes; split it",
        "PART_MISSING": "the file is broken: its part {part} is missing; save it anew",
        "PART_BROKEN": "the file is broken: its part {part} cannot be unpacked; save it anew",
        "PART_ELSEWHERE": "its part {part} would be unpacked elsewhere; pack it anew",
        "PART_TOO_LARGE": "a part of it unpacks to more than the limit of {limit} bytes; split it",
        "PARTS_TOO_LARGE": "its parts have more bytes than the limit of {limit}; split it",
        "DOCX_ENCRYPTED": "it is encrypted or an old .doc; save it as .docx without a password",
        "DOCX_BROKEN": "the document is broken ({kind}); save it anew",
        "EPUB_NO_CONTENTS": "the book is broken: it does not name its contents; save it anew",
        "EPUB_PROTECTED": "the book is copy-protected; its text cannot be read",
        "EPUB_NO_XML": "the book is broken: {part} is no XML; save it anew",
        "EPUB_EMPTY": "the book is broken: {part} is empty; save it anew",
        "EPUB_TAGS": "the book is broken: {part} has more than {limit} tags",
        "EPUB_TOO_LONG": "its chapters have more characters than the limit of {limit}; split it",
        "DATABASE_UNUSABLE": "The database {path} cannot be used: {problem}",
        "NAME_TWICE": "{name} occurs twice (first in line {first}); join the two",
        "NAMES_EXPECTED": "{name}: expected names separated by commas",
        "NAME_ALONE": "{name} has no other name; write one after the colon",
        "NAME_EMPTY": "a name is empty; write it before the colon",
        "NAME_TOO_LONG": "the name that begins {name} is longer than {limit} characters",
        # The folder of articles
        "UNREADABLE": "it cannot be read: {problem}; check its permissions",
        "UNREADABLE_LINK": "it cannot be read: {problem}; remove it",
        "NOT_A_FILE": "it is a pipe, a socket or a device; remove it",
        "NAME_UNPRINTABLE": "its name holds signs that cannot be shown; rename it",
        "LINK_TO_FOLDER": "links to folders are not followed; move the folder here",
        "LINK_LEADS_OUT": "the link leads out of the folder; put the file itself here",
        "LEFT_OUT": "{problem} ({file} is left out until then)",
        "ID_TAKEN": "its id {id} is taken by {file}; rename one of them",
        "FOLDER_UNREADABLE": "the folder {folder} cannot be read ({problem}); give an existing folder of articles with --corpus or BOT_CORPUS",
        "WOULD_LIE_OUTSIDE": "{file} would lie outside of {folder}; give it another name",
        "NOT_WRITTEN": "{file} cannot be written ({problem}); check its permissions",
        "NOT_REMOVED": "{file} cannot be removed ({problem}); check its permissions",
        "EDITION_NOT_KEPT": "the edition cannot be kept in {folder} ({problem})",
        "KEPT_DAMAGED": "the kept {file} is damaged; take another edition",
        "CHANGED_WHILE_READ": "{file} has changed while it was read; try again when nobody writes",
        "CHANGED_SINCE_READ": "{file} has changed since it was read; reload first",
        "STOPPING": "the bot is stopping; nothing was changed",
        # Corrections and addresses
        "EDIT_FIELD": "expected one of {fields}, then a colon and the value",
        "EDIT_LINES": "expected lines such as 'title: …' with one of {fields}",
        "ADDRESS_SLOW": "the address did not answer within {seconds} seconds; try later",
        "ADDRESS_UNREACHABLE": "the address cannot be reached ({kind}); try later",
        "ADDRESS_KIND": "there is {kind} at the address; known are {known}",
        "ADDRESS_LEADS_ON": "the address leads on more than {limit} times; give the last one",
        "ADDRESS_REFUSES": "the server answered {status}; open the address in a browser first",
        "ADDRESS_TOO_LARGE": "it is larger than the limit of {limit} bytes",
        "ADDRESS_BROKEN": "the server's answer is broken; try later",
        "ADDRESS_WRONG": "it has to be an address that begins with http:// or https://",
        "ADDRESS_LETTERS": "the address holds letters that have to be encoded; copy it from the browser",
        "ADDRESS_PRIVATE": "the address is not on the public internet; send the file instead",
        # The page to read on
        "PAGE_ASK": "Ask the articles",
        "PAGE_ASK_BUTTON": "Ask",
        "PAGE_ABOUT": "Every answer is made of quotes from {count} {count:article|articles}, word for word, each with its source. Nothing else is said about the subject.",
        "PAGE_SKIP": "Skip to the content",
        "PAGE_ARTICLES": "Articles",
        "PAGE_FILTERS": "Where to look",
        "PAGE_SOURCE": "Source",
        "PAGE_AFTER": "Published after",
        "PAGE_BEFORE": "Published before",
        "PAGE_LANGUAGE": "Language",
        "PAGE_ANY": "any",
        "PAGE_READ": "Read in the article",
        "PAGE_ORIGINAL": "Original page",
        "PAGE_LINK": "Permanent link",
        "PAGE_PROVEN": "Proven: the article has these very words.",
        "PAGE_MOVED": "The article has changed; these very words still stand in it, at another place.",
        "PAGE_REWORDED": "The article has changed; these words do not stand in it any more. Below: the quote as it was, and the sentence of today’s article that is most like it.",
        "PAGE_QUOTE_LOST": "The article has changed; neither these words nor anything like them stands in it now. Below: the quote as it was.",
        "PAGE_THEN": "Then",
        "PAGE_NOW": "Now",
        "PAGE_NOT_FOUND": "There is no such page, or what is asked for cannot be read.",
        "PAGE_HISTORY": "History",
        "PAGE_NO_HISTORY": "No kept edition has another text of this article.",
        "PAGE_CAME": "Sentences that came: {count}",
        "PAGE_WENT": "Sentences that went: {count}",
        "PAGE_PART": "Part {number} of {count}",
        "TOOL_UNKNOWN": "There is no tool {name}; there are {known}.",
        "TOOL_TAKES": "{tool} takes {names}: a text of 1 to {count} characters, or a number from 1.",
        # The terminal
        "TERMINAL_HELLO": "{count} {count:article|articles}. Ask a question; /sources lists them, /quit ends.",
        "TERMINAL_PROMPT": "? ",
        "FIRST_ARTICLE": "About this folder",
        "FIRST_ARTICLE_TEXT": "Quoth answers only in the words of the articles in this folder. Put your own files here: Markdown, plain text, saved web pages, PDF, Word, EPUB or feeds. This file can be deleted as soon as there is another one.",
    },
)
