"""The addresses of pages and files, each made in one place."""

from hashlib import sha256
from pathlib import Path
from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode

from bot.core.nouns import Article, ArticleId, Span
from bot.core.proving.quote import Quote

_LONGEST = 1_000
"""Characters of an address that a button of Telegram leads to."""
ON_A_PAGE = 50
"""Articles on a page of the list."""
HOME = "/"
ARTICLES = "/articles"
UPKEEP = "/maintain"
"""Where maintainers enter; all of theirs stands below it."""
LOGIN, LOGOUT, CHECK, ADD, RELOAD, EDITIONS_LIST, GAPS, VOTES, ON_THE_WEB = (
    f"{UPKEEP}/{name}"
    for name in ("enter", "leave", "articles", "add", "reload", "editions", "gaps", "votes", "web")
)
_ASSETS = Path(__file__).parent / "assets"
FILES = {
    "style.css": ("text/css; charset=utf-8", (_ASSETS / "style.css").read_bytes()),
    "script.js": ("text/javascript; charset=utf-8", (_ASSETS / "script.js").read_bytes()),
}
"""The one style sheet and the one script: media type and content."""


def _versioned(name: str) -> str:
    """Return an address that changes with the file, so that a browser may keep it for ever."""
    return f"/assets/{name}?v={sha256(FILES[name][1]).hexdigest()[:12]}"


STYLE = _versioned("style.css")
SCRIPT = _versioned("script.js")


def home_of(question: str) -> str:
    """Return where a question is answered."""
    return f"{HOME}?{urlencode({'q': question})}"


def article_page(article_id: ArticleId, part: int = 1) -> str:
    """Return the page of an article, or of a later part of it."""
    address = f"{ARTICLES}/{_id(article_id)}"
    return address if part == 1 else f"{address}?{urlencode({'part': part})}"


def history_page(article_id: ArticleId) -> str:
    """Return the page that tells how an article has changed."""
    return f"/history/{_id(article_id)}"


def list_page(number: int) -> str:
    """Return a page of the list of articles."""
    return f"{ARTICLES}?{urlencode({'page': number})}"


def check_page(number: int) -> str:
    """Return a page of the table of articles that maintainers see."""
    return f"{CHECK}?{urlencode({'page': number})}"


def deed_page(number: str) -> str:
    """Return where a deed of maintenance tells how far it is, and in the end what it has done."""
    return f"{UPKEEP}/deeds/{number}"


def edit_page(article_id: ArticleId) -> str:
    """Return where a maintainer corrects or removes an article."""
    return f"{UPKEEP}/edit/{_id(article_id)}"


def remove_page(article_id: ArticleId) -> str:
    """Return where the removal of an article is confirmed."""
    return f"{UPKEEP}/remove/{_id(article_id)}"


def waiting_page(finding: int) -> str:
    """Return where a maintainer reads what a page on the web says otherwise than its article."""
    return f"{ON_THE_WEB}/{finding}"


def upload_page(number: str) -> str:
    """Return where an upload is confirmed."""
    return f"{ADD}/{number}"


def reading_page(quote: Quote) -> str:
    """Return the article's page at the quote, which it highlights as long as the article stands so."""
    marked = {"quote": span_written(quote.span), "revision": quote.article.revision}
    return f"{article_page(quote.article.id)}?{urlencode(marked)}#quote"


def public_reading_page(address: str, quote: Quote) -> str:
    """Return where everybody can read the quote: ``reading_page``, or the permanent one if that is long."""
    page = reading_page(quote)
    if len(page) > _LONGEST:
        page = permanent_page(quote.article, quote.span)
    return address.rstrip("/") + page


def permanent_page(article: Article, span: Span) -> str:
    """Return where a quote is proven for ever, or what has changed since is told."""
    return f"/q/{article.revision}/{span_written(span)}"


def span_written(span: Span) -> str:
    """Return a range as addresses have it."""
    return f"{span.start}-{span.end}"


def read_span(text: str) -> Span | None:
    """Return the range that ``span_written`` wrote, None for anything else."""
    start, _, end = text.partition("-")
    if not all(n.isascii() and n.isdigit() and len(n) < 10 for n in (start, end)):
        return None
    return Span(int(start), int(end)) if int(start) < int(end) else None


def _id(article_id: ArticleId) -> str:
    return percent_encoded(article_id, safe="/")
