"""What a format says of itself. Each file of ``bot.library.formats`` that reads one has its ``FORMATS``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.basics.called import to_install
from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.parsing.draft import Draft
from bot.library.parsing.header import Header
from bot.library.parsing.problem import Remark

Drafts = Iterable[Draft | ArticleError | Remark]
"""The articles of one file, why some were refused, and what is worth a remark."""


HEADERS = (".yaml", ".yml")
"""The endings of what stands beside a file and says what is known about it."""

_EXTRAS = {
    "trafilatura": "web", "lxml": "web", "feedparser": "feeds", "docx": "word", "pypdf": "pdf",
    "docutils": "markup", "pylatexenc": "markup", "mwparserfromhell": "wiki", "py7zr": "sevenzip",
}  # fmt: skip
"""Libraries that are not always installed, with the extra of ours that brings them."""
_ABOUT = "readme"
_WITHOUT_ENDING = frozenset({_ABOUT, "license", "licence", "copying", "contributing", "changelog", "authors"})
"""Files that code repositories bring along; with an ending such as ``.md`` they are read like any other."""
_ASSETS = frozenset(
    {".css", ".js", ".woff", ".woff2", ".ttf", ".otf", ".ico", ".svg", ".png", ".jpg", ".jpeg", ".gif"}
    | {".webp", ".avif", ".bmp", ".tif", ".tiff", ".mp3", ".mp4", ".webm"}
)


def is_about(file: str) -> bool:
    """Tell whether a file at the top of a folder or archive says what that is: a README.

    One further down begins a section where documents lie in folders, and is read.
    """
    path = PurePosixPath(file)
    return len(path.parts) == 1 and path.stem.lower() == _ABOUT


def is_asset(file: str) -> bool:
    """Tell whether a file is what saved pages and code repositories bring along."""
    path = PurePosixPath(file)
    return path.suffix.lower() in _ASSETS or path.name.lower() in _WITHOUT_ENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file and how it is read. Its library is imported in ``parse``: knowing it costs nothing.

    ``suffixes`` are the endings of its files, in lower case; what an address gives as one of ``media_types``
    is kept under the first. A text has its header in front and is read in this process, any other format in a
    child. A file that holds many articles may be larger than others, and no single header describes it.

    ``parse`` takes the file's bytes and the header beside it. It raises ArticleError for a file that cannot
    be read.
    """

    suffixes: tuple[str, ...]
    media_types: tuple[str, ...] = ()
    is_text: bool = False
    holds_many: bool = False
    parse: Callable[[bytes, Header], Draft | Drafts]

    @property
    def limit(self) -> int:
        """Return how many bytes a file of it may have."""
        return LIMITS.files.many if self.holds_many else LIMITS.files.one

    def drafts(self, data: bytes, beside: Header) -> Drafts:
        """Yield the articles in ``data``. Raises ArticleError, also where a library is not installed."""
        try:
            parsed = self.parse(data, beside)
            yield from [parsed] if isinstance(parsed, Draft) else parsed
        except ModuleNotFoundError as error:
            library = (error.name or "").partition(".")[0]
            if library not in _EXTRAS:
                raise
            raise ArticleError(Message.NOT_INSTALLED, command=to_install(_EXTRAS[library])) from None
