"""The names of all that Quoth says of its own; what it says is in ``bot.chat.wording``, per language.

A new message is a line here and one in each language; a test names what is missing.
"""

from enum import Enum, auto


class Message(Enum):
    """Something that a user can read and that is not an article's own words."""

    # Profile, menus and first steps
    LANGUAGE_NAME = auto()
    MONTHS = auto()
    DESCRIPTION = auto()
    SHORT_DESCRIPTION = auto()
    START = auto()
    START_EXAMPLES = auto()
    HELP = auto()
    GROUP_HELLO = auto()
    ASK_USAGE = auto()
    UNKNOWN_COMMAND = auto()
    PRIVACY = auto()
    FORGOTTEN = auto()
    SOURCES_HEADING = auto()
    SOURCES_NONE = auto()

    # Answers and refusals
    CLOSEST_PASSAGES = auto()
    SOURCES_DIFFER = auto()
    ALSO_SEARCHED = auto()
    MISSING_WORDS = auto()
    QUOTE_GOES_ON = auto()
    MARKS_LOST = auto()
    PAGE_NUMBER = auto()
    REFUSED_EMPTY_QUESTION = auto()
    REFUSED_EMPTY_CORPUS = auto()
    REFUSED_NO_MATCH = auto()
    REFUSED_NOT_COVERED = auto()
    NEAREST = auto()
    CONTEXT_HEADING = auto()
    PROOF = auto()
    PROOF_READ_AT = auto()
    PROOF_USAGE = auto()
    ANSWER_UNKNOWN = auto()
    ARTICLE_CHANGED = auto()
    ARTICLE_GONE = auto()
    NO_MORE_QUOTES = auto()

    # Buttons and what pressing them says
    BUTTON_MORE = auto()
    BUTTON_CONTEXT = auto()
    BUTTON_PROOF = auto()
    BUTTON_USEFUL = auto()
    BUTTON_NOT_USEFUL = auto()
    BUTTON_OPEN_PRIVATE = auto()
    BUTTON_PREVIOUS = auto()
    BUTTON_NEXT = auto()
    BUTTON_CONFIRM = auto()
    BUTTON_CANCEL = auto()
    BUTTON_APPLY = auto()
    BUTTON_TOO_OLD = auto()
    BUTTON_OF_ANOTHER = auto()
    THANKS = auto()
    CANCELLED = auto()

    # Inline mode
    INLINE_HINT = auto()
    INLINE_NOTHING = auto()

    # A group's settings
    SETTINGS_HEADING = auto()
    SETTING_LANGUAGE = auto()
    SETTING_QUOTES = auto()
    SETTING_MENTIONS = auto()
    SETTING_QUIET = auto()
    SETTING_ON = auto()
    SETTING_OFF = auto()
    SETTINGS_SAVED = auto()
    ADMINISTRATORS_ONLY = auto()
    GROUPS_ONLY = auto()

    # Trouble
    ERROR = auto()
    TOO_MANY_QUESTIONS = auto()
    TOO_MANY_IN_CHAT = auto()
    BUSY = auto()

    # Descriptions of commands, for the menus
    COMMAND_ASK = auto()
    COMMAND_HELP = auto()
    COMMAND_SOURCES = auto()
    COMMAND_PROOF = auto()
    COMMAND_PRIVACY = auto()
    COMMAND_FORGET = auto()
    COMMAND_SETTINGS = auto()
    COMMAND_RELOAD = auto()
    COMMAND_ADD = auto()
    COMMAND_EDIT = auto()
    COMMAND_REMOVE = auto()
    COMMAND_EDITIONS = auto()
    COMMAND_ROLLBACK = auto()
    COMMAND_HISTORY = auto()
    COMMAND_GAPS = auto()
    COMMAND_STATS = auto()
    COMMAND_STATUS = auto()

    # Maintenance of the articles
    MAINTAINERS_ONLY = auto()
    CONFIRM_IN_PERSON = auto()
    RELOAD_RUNNING = auto()
    RELOAD_PROGRESS = auto()
    RELOAD_DONE = auto()
    RELOAD_UNCHANGED = auto()
    RELOAD_DRY = auto()
    RELOAD_FAILED = auto()
    RELOAD_REPORT_ATTACHED = auto()
    FILES_CHANGED_SINCE = auto()
    REPORT_ADDED = auto()
    REPORT_CHANGED = auto()
    REPORT_CHANGED_LINE = auto()
    REPORT_REMOVED = auto()
    REPORT_UNCHANGED = auto()
    REPORT_REFUSED = auto()
    REPORT_REFUSED_LINE = auto()
    REPORT_DUPLICATES = auto()
    REPORT_TOTALS = auto()

    # Maintenance: single articles and editions
    ADD_USAGE = auto()
    ADD_PREVIEW = auto()
    ADD_FIRST_SENTENCES = auto()
    ADD_RESIDUE = auto()
    ADD_REFUSED = auto()
    ADD_TOO_LARGE = auto()
    ADDED = auto()
    EDIT_USAGE = auto()
    EDITED = auto()
    REMOVE_USAGE = auto()
    REMOVE_CONFIRM = auto()
    REMOVED = auto()
    ARTICLE_UNKNOWN = auto()
    EDITIONS_HEADING = auto()
    EDITIONS_LINE = auto()
    ROLLBACK_USAGE = auto()
    ROLLED_BACK = auto()
    EDITION_UNKNOWN = auto()

    # Maintenance: looking back
    HISTORY_HEADING = auto()
    HISTORY_LINE = auto()
    HISTORY_EMPTY = auto()
    GAPS_HEADING = auto()
    GAPS_LINE = auto()
    GAPS_EMPTY = auto()
    STATS = auto()
    STATS_TOP_SOURCES = auto()
    STATS_EMPTY = auto()
    STATUS = auto()

    # The terminal
    TERMINAL_HELLO = auto()
    TERMINAL_PROMPT = auto()
