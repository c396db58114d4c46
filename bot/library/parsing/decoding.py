"""Bytes → text, in one place for all formats. The home of charset-normalizer.

The text of an article is the decoded text of its file with these changes, and no others:
line breaks of every kind become "\\n", tabs become blanks, letters are composed (Unicode NFC), and signs
that cannot be seen (controls, byte order marks, soft hyphens, direction overrides) are left out.
"""

import codecs
import re
import unicodedata

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.parsing.told_language import detect_language

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = [
    *("cp1251", "koi8_r", "koi8_u", "cp866", "kz1048", "iso8859_5", "mac_cyrillic"),
    *("cp1252", "cp1250", "cp1254", "cp1253", "cp1255", "cp1256", "iso8859_2", "iso8859_15"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
"""The encodings in practical use; of all that exist, a rare one often fits by accident."""

_MESS = 0.3
"""How odd a text may look: a short French one needs more than the usual 0.2, random bytes more than this."""

_CENTRAL_EUROPEAN = frozenset({"cp1250", "iso8859_2"})
_CENTRAL_EUROPE = frozenset({"bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq", "sr"})

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
    rb"|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ufffd]")
_FEW = 2
"""How many signs beyond ASCII there are for each broken one where a text is UTF-8 all the same."""

_BREAKS = re.compile("[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x7f-\x84\x86-\x9f\ufffd]")
_MARKS = re.compile(rf"[^\x00-\x7f\w\s]{{{LIMITS.files.marks + 1},}}")
"""ASCII first, which ends the look at most signs."""


def decode(data: bytes, declared: str = "") -> str:
    """Return the text of ``data``, tidied. Raises ArticleError as ``decode_raw`` and ``refuse_long`` do."""
    text = tidy(decode_raw(data, declared))
    if not text.strip():
        raise ArticleError(Message.FILE_EMPTY)
    refuse_long(text)
    return text


def refuse_long(text: str) -> None:
    """Raise ArticleError if ``text`` is longer, or has more lines, than an article may."""
    for message, size, limit in (
        (Message.TOO_MANY_CHARACTERS, len(text), LIMITS.files.characters),
        (Message.TOO_MANY_LINES, text.count("\n"), LIMITS.files.lines),
    ):
        if size > limit:
            raise ArticleError(message, size=size, limit=limit)


def decode_raw(data: bytes, declared: str = "") -> str:
    """Return the text of ``data``, every sign as it is.

    A byte order mark decides; else UTF-8 if it fits, else the encoding that the file has ``declared``, else
    UTF-8 if few bytes do not fit (U+FFFD stands for them), else the likeliest in practical use. Raises
    ArticleError for what is empty, binary or undecodable.
    """
    if not data.strip():
        raise ArticleError(Message.FILE_EMPTY)
    text = _decoded(data, declared)
    if len(_CONTROLS.findall(text)) > len(text) / 100:
        raise ArticleError(Message.NOT_TEXT)
    return text


def tidy(text: str) -> str:
    """Return ``text`` with the changes that this module's description lists.

    Raises ArticleError if a letter carries more than ``LIMITS.files.marks`` combining marks.
    """
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text.replace("\r\n", "\n")).replace("\t", " "))
    if any(_longest_run_of_marks(run) > LIMITS.files.marks for run in _MARKS.findall(text)):
        # Composing takes quadratic time in the length of such a run.
        raise ArticleError(Message.TOO_MANY_MARKS, limit=LIMITS.files.marks)
    return unicodedata.normalize("NFC", text)


def _decoded(data: bytes, declared: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if b"\0" in data and (data.count(0) * 100 > len(data) or not _is_utf_8(data)):
        return _strictly(data, _wide_encoding(data))
    for encoding in ("utf-8", _as_meant(declared)):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    text = data.decode(errors="replace")
    if text.count("\ufffd") * _FEW < len(_BEYOND_ASCII.findall(text)):
        return text
    return _likeliest(data)


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a page or an XML file declares at its beginning, "" if none."""
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2]).decode("ascii") if found else ""


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeError:
        return False
    return True


def _as_meant(declared: str) -> str:
    """Return the declared encoding as browsers read it: Latin-1 with the signs that Windows adds."""
    try:
        return "cp1252" if codecs.lookup(declared).name in {"iso8859-1", "ascii"} else declared
    except LookupError:
        return declared


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise ArticleError(Message.WRONG_ENCODING, encoding=encoding.upper()) from error


def _wide_encoding(data: bytes) -> str:
    """Return which UTF-16 the text is in; its ASCII signs have a zero on one side only."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if min(even, odd) * 10 > max(even, odd):
        raise ArticleError(Message.NOT_TEXT)
    return "utf-16-le" if odd > even else "utf-16-be"


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most folders are all UTF-8

    telling = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[: LIMITS.files.guessed]
    best = from_bytes(telling, cp_isolation=_LEGACY, threshold=_MESS).best()
    if best is None:
        raise ArticleError(Message.UNKNOWN_ENCODING)
    if best.encoding in _CENTRAL_EUROPEAN and detect_language(str(best)) not in _CENTRAL_EUROPE:
        # The two families differ in a few letters only; to mistake them turns "£" into "Ł".
        return _strictly(data, "cp1252")
    return _strictly(data, best.encoding)


def _longest_run_of_marks(run: str) -> int:
    longest = length = 0
    for sign in run:
        length = length + 1 if unicodedata.combining(sign) else 0
        longest = max(longest, length)
    return longest
