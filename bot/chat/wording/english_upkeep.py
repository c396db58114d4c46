"""What maintainers read, in English."""

from bot.chat.wording.names import Message as M  # noqa: N817 (it opens every line)

UPKEEP = {
    # Maintenance of the articles
    M.MAINTAINERS_ONLY: "Only maintainers can do this.",
    M.CONFIRM_IN_PERSON: "Anonymous administrators confirm with the button, so that it is known who acts.",
    M.RELOAD_RUNNING: "A reload by {who} is running. Please wait until it is done.",
    M.RELOAD_PROGRESS: "Reading the articles: {done} of {count}",
    M.RELOAD_DONE: "**Reloaded.** Edition {edition} serves now.",
    M.RELOAD_UNCHANGED: "**Nothing has changed.** Edition {edition} goes on serving.",
    M.RELOAD_DRY: "**Nothing was changed yet.** A reload would do this:",
    M.RELOAD_FAILED: "**The reload failed:** {problem}\nEdition {edition} goes on serving.",
    M.RELOAD_REPORT_ATTACHED: "The whole report is attached.",
    M.FILES_CHANGED_SINCE: "The files have changed since this report. Please look at a new one.",
    M.REPORT_ADDED: "**Added:** {count}",
    M.REPORT_CHANGED: "**Changed:** {count}",
    M.REPORT_CHANGED_LINE: (
        "{name}: {passages} {passages:passage differs|passages differ}, "
        "{quotes} {quotes:given quote no longer stands|given quotes no longer stand}"
    ),
    M.REPORT_REMOVED: "**Removed:** {count}",
    M.REPORT_REMOVED_LINE: "{name}: {quotes} {quotes:given quote no longer stands|given quotes no longer stand}",
    M.REPORT_UNCHANGED: "**Unchanged:** {count}",
    M.REPORT_REFUSED: "**Refused:** {count}",
    M.REPORT_REFUSED_LINE: "{place}: {problem}",
    M.REPORT_DUPLICATES: "**The same text in several files:** {count}",
    M.REPORT_SIMILAR: "**Nearly the same text:** {count}",
    M.REPORT_TOTALS: (
        "{articles} {articles:article|articles}, {passages} {passages:passage|passages}, {seconds} s, "
        "edition {edition}"
    ),
    # Maintenance: single articles and editions
    M.ADD_USAGE: "Please write an address after /add, or send a file: {formats}.",
    M.ADD_PREVIEW: (
        "**Add this article?**\n"
        "Title: {title}\n"
        "Publisher: {publisher}\n"
        "Date: {date}\n"
        "Language: {language}\n"
        "Passages: {passages}"
    ),
    M.ADD_FIRST_SENTENCES: "It begins:",
    M.ADD_RESIDUE: "Cut away, {count} {count:line|lines}:",
    M.ADD_REFUSED: "{name} cannot be added: {problem}",
    M.ADD_TOO_LARGE: "The file is larger than {megabytes} MB. Please put it into the folder of articles directly.",
    M.ADD_EXISTS: "The same text is there already: {file}.",
    M.ADD_SEVERAL: "**Add {count} {count:article|articles}?**",
    M.ADDED: "Added as {file}.",
    M.EDIT_USAGE: "Please reply to the article's preview with lines such as “title: …”. Possible: {fields}.",
    M.EDIT_PREVIEW: "Reply with lines such as “title: …” to correct it: {fields}.",
    M.EDITED: "Changed in {file}: {fields}.",
    M.REMOVE_USAGE: "Please write the file's name after /remove; /sources lists the articles.",
    M.REMOVE_CONFIRM: "Remove {name} ({file})? {count} {count:given quote|given quotes} will no longer stand.",
    M.REMOVED: "Removed: {file}.",
    M.ARTICLE_UNKNOWN: "There is no article {name}.",
    M.EDITIONS_HEADING: "**Editions, newest first**",
    M.EDITIONS_LINE: "{edition}, {moment}: {count} {count:article|articles}",
    M.ROLLBACK_USAGE: "Please write an edition's id after /rollback; /editions lists them.",
    M.ROLLED_BACK: "Edition {edition} serves again.",
    M.ROLLBACK_UNKEPT: "The folder holds changes that no edition has kept; a rollback would lose them. Please /reload first.",
    M.EDITION_UNKNOWN: "There is no edition {edition}; /editions lists them.",
    # Maintenance: looking back
    M.HISTORY_HEADING: "**Who changed what, newest first**",
    M.HISTORY_LINE: "{moment} {who}: {action}, {before} → {after}",
    M.HISTORY_EMPTY: "Nothing has been changed yet.",
    M.GAPS_HEADING: "**Asked and not answered, in the last {days} {days:day|days}**",
    M.GAPS_LINE: "{count} × {question}",
    M.GAPS_EMPTY: "Every question was answered in the last {days} {days:day|days}.",
    M.STATS: (
        "**The last {days} {days:day|days}**\n"
        "Questions: {questions}\n"
        "Answered: {answered} ({share} %)\n"
        "Useful: {useful}, not useful: {not_useful}"
    ),
    M.STATS_TOP_SOURCES: "Quoted most:",
    M.STATS_OTHERS: "others",
    M.STATS_LINE: "{number}. {name}: {count}",
    M.STATS_EMPTY: "No questions in the last {days} {days:day|days}.",
    M.STATUS: (
        "**Status**\n"
        "Edition: {edition}\n"
        "Articles: {articles}, passages: {passages}\n"
        "Last reload: {reloaded}\n"
        "Running since: {started}\n"
        "Memory: {megabytes} MB\n"
        "Quoth {version}"
    ),
}
