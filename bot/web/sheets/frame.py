"""What stands around every page: the head, the way past it for keyboards, the search field."""

from bot.basics.limits import LIMITS
from bot.chat.wording.texts import Language, plain
from bot.languages.interface.messages import Message
from bot.web.addresses import ARTICLES, HOME, SCRIPT, STYLE
from bot.web.elements import Child, Element, element, printed
from bot.web.gate import Sealed, Sheet

NAME = "Quoth"


def document(page: Sealed, language: Language) -> bytes:
    """Return the whole page as UTF-8; a sign that UTF-8 cannot write becomes a question mark."""
    sheet = page.sheet
    root = element("html", _head(sheet.title), _body(sheet, language), lang=language.value)
    return b"<!doctype html>\n" + printed(root).encode(errors="replace")


def notice(words: str, language: Language) -> Sheet:
    """Return a page that only says something of ours."""
    return Sheet(words, element("main", _home_heading(language), said(words), id="main"))


def said(*words: Child, role: str | None = None) -> Element:
    """Return a paragraph of ours."""
    return element("p", *words, class_="ours", role=role)


def _home_heading(language: Language) -> Element:
    return element("h1", plain(Message.PAGE_ASK, language))


def _head(title: str) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("title", f"{title} – {NAME}" if title != NAME else NAME),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("link", rel="stylesheet", href=STYLE),
        element("script", src=SCRIPT, defer=True),
    )


def _body(sheet: Sheet, language: Language) -> Element:
    return element(
        "body",
        element("a", plain(Message.PAGE_SKIP, language), href="#main", class_="skip"),
        element(
            "header",
            element("a", NAME, href=HOME, class_="name"),
            element("nav", element("a", plain(Message.PAGE_ARTICLES, language), href=ARTICLES)),
            _search(sheet.asked, language),
        ),
        sheet.body,
    )


def _search(asked: str, language: Language) -> Element:
    """Return the search field, which asks without any script."""
    label = plain(Message.PAGE_ASK, language)
    field = element(
        "input",
        id="question",
        name="q",
        type="search",
        value=asked,
        required=True,
        maxlength=str(LIMITS.asking.question),
        aria_label=label,
        placeholder=label,
        autocomplete="off",
        aria_keyshortcuts="/",
        dir="auto",
    )
    button = element("button", plain(Message.PAGE_ASK_BUTTON, language), type="submit")
    return element("form", field, button, role="search", action=HOME, method="get")
