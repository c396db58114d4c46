"""Signs that command a terminal or turn the order of letters: shown as marks wherever words leave Quoth."""

import re

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066\u2067\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Return the text with a mark, such as ``\u001b``, for each such sign; in JSON it is the sign again.

    Line ends and tabs stay, and the two signs by which words of others are kept apart from ours (U+2068 and
    U+2069), which turn nothing outside of them.
    """
    return _COMMANDS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def visible_name(name: str) -> str:
    """Return a file's name with a mark for every sign that is not a character, or would break a line."""
    return "".join(c if c == " " or c.isprintable() else c.encode("unicode_escape").decode() for c in name)
