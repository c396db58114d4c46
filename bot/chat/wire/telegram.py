"""Facts about Telegram that this bot has to know, each with where the Bot API tells it."""

MESSAGE_CHARACTERS = 4096
"""Visible code points in a message, after parsing (sendMessage, ``text``)."""
MESSAGE_ENTITIES = 100
"""Entities in a message; further ones are dropped without a word (Limits, "Formatting options")."""
MARKUP_BYTES = 32_768
"""Bytes of markup that the Bot API server reads of one text (not documented)."""
URL_BYTES = 4000
"""Bytes of an escaped URL in a link; where it is longer the label stands without a link (not documented)."""
BUTTON_BYTES = 64
"""Bytes of a button's ``callback_data`` (InlineKeyboardButton), and of a deep link's payload (Features)."""
POP_UP_CHARACTERS = 200
"""Characters of the words that pop up after a press (answerCallbackQuery, ``text``)."""
REPLIED_PART = 1024
"""Characters of the part of a message that a reply is to (ReplyParameters, ``quote``)."""
COPIED = 256
"""UTF-16 units of what a button copies (CopyTextButton, ``text``; which unit is not documented)."""
TYPING_SECONDS = 4.5
"""After which "typing" is shown anew: it ends after five seconds (sendChatAction)."""
