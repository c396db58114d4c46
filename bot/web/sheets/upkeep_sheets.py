"""What maintainers see: forms, tables, reports. Names and counts are the articles', words the catalogue's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.chat.maintainers.preview import Look, beginning, facts_to_add, notes_on, refused_to_add
from bot.chat.maintainers.reload_report import render_report, short_id
from bot.chat.maintainers.reports import Months
from bot.chat.maintainers.unasked.offering import words_of
from bot.chat.pages.citations import title_of
from bot.chat.wording.markup import Html
from bot.chat.wording.texts import Language, plain, text
from bot.core.index.edition import Edition
from bot.core.nouns import Article, ArticleId
from bot.core.proving.difference import CameAndWent
from bot.core.proving.fate import Held
from bot.languages.interface.messages import Message
from bot.library.corpus.check import ArticleCheck, CheckReport
from bot.library.corpus.contribution import FIELDS
from bot.library.editions.changes import ReloadReport
from bot.library.editions.kept import Kept
from bot.library.formats.registry import SUFFIXES
from bot.library.parsing.problem import Problem
from bot.storage.figures import Counted, Votes
from bot.storage.maintaining.discoveries import Discovery, Sort
from bot.storage.maintaining.followed import Followed
from bot.web.addresses import (
    ADD,
    CHECK,
    EDITIONS_LIST,
    GAPS,
    LOGIN,
    LOGOUT,
    ON_A_PAGE,
    ON_THE_WEB,
    RELOAD,
    UPKEEP,
    VOTES,
    article_page,
    check_page,
    edit_page,
    remove_page,
    upload_page,
    waiting_page,
)
from bot.web.elements import Child, Element, element
from bot.web.gate import Sheet
from bot.web.sheets.article_text import paging
from bot.web.sheets.bars import bars
from bot.web.sheets.frame import said
from bot.web.sheets.replied import quotation
from bot.web.sheets.telling import came_and_went

SHOWN_LINES = 400
"""Lines of a report, or files of an upload, that a page shows."""
_ROOMS = (
    (CHECK, Message.UPKEEP_CHECK),
    (ADD, Message.UPKEEP_ADD),
    (EDITIONS_LIST, Message.COMMAND_EDITIONS),
    (GAPS, Message.COMMAND_GAPS),
    (VOTES, Message.COMMAND_STATS),
    (ON_THE_WEB, Message.UPKEEP_WEB),
)


@dataclass(frozen=True, slots=True)
class Maintainer:
    """For whom a page is made: ``proof`` goes into its forms."""

    proof: str
    language: Language

    def form(self, action: str, label: str, *fields: Child, upload: bool = False) -> Element:
        """Return a form with one button."""
        return element(
            "form",
            element("input", type="hidden", name="proof", value=self.proof),
            *fields,
            element("button", label, type="submit"),
            method="post",
            action=action,
            enctype="multipart/form-data" if upload else None,
        )

    def sheet(self, heading: str, *body: Child, held: Sequence[Held] = ()) -> Sheet:
        """Return a page below its heading, with the ways to the others."""
        title = plain(Message.UPKEEP_TITLE, self.language)
        ways = (element("a", plain(name, self.language), href=href) for href, name in _ROOMS)
        home = element("a", title, href=UPKEEP)
        rooms = element("nav", home, *ways, class_="ways", aria_label=title)
        main = element("main", rooms, _h1(heading), *body, id="main")
        return Sheet(heading, main, tuple(held))


def entry_sheet(language: Language, note: str = "") -> Sheet:
    """Return the page where a token is asked for."""
    heading = plain(Message.UPKEEP_TITLE, language)
    label = plain(Message.UPKEEP_TOKEN, language)
    field = element("input", name="token", type="password", required=True, autocomplete="current-password")
    form = element(
        "form",
        element("label", label, " ", field),
        element("button", plain(Message.UPKEEP_ENTER, language), type="submit"),
        method="post",
        action=LOGIN,
        class_="stacked",
    )
    body = element("main", _h1(heading), said(note, role="alert") if note else None, form, id="main")
    return Sheet(heading, body)


def first_sheet(whose: Maintainer, status: Html) -> Sheet:
    """Return the first page: what serves, and reloads."""
    language = whose.language
    dry = element("input", type="hidden", name="dry", value="1")
    return whose.sheet(
        plain(Message.UPKEEP_TITLE, language),
        *_lines(status),
        whose.form(RELOAD, plain(Message.UPKEEP_DRY, language), dry),
        whose.form(RELOAD, plain(Message.COMMAND_RELOAD, language)),
        whose.form(LOGOUT, plain(Message.UPKEEP_LEAVE, language)),
    )


def check_sheet(whose: Maintainer, report: CheckReport, number: int) -> Sheet:
    """Return what is wrong with the folder, and a page of its articles, from 1."""
    language, heading = whose.language, plain(Message.UPKEEP_CHECK, whose.language)
    pages = max(1, -(-len(report.articles) // ON_A_PAGE))
    number = min(max(number, 1), pages)
    before = check_page(number - 1) if number > 1 else ""
    after = check_page(number + 1) if number < pages else ""
    shown = report.articles[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    return whose.sheet(
        heading,
        *_listed(
            plain(Message.REPORT_REFUSED, language, count=len(report.problems)),
            _told(report.problems, language),
        ),
        *_listed(
            plain(Message.UPKEEP_REMARKS, language, count=len(report.remarks)),
            _told(report.remarks, language),
        ),
        *_listed(plain(Message.REPORT_DUPLICATES, language, count=len(report.copies)), _named(report.copies)),
        *_listed(plain(Message.REPORT_SIMILAR, language, count=len(report.similar)), _named(report.similar)),
        _table(heading, _HEADS, [_row(one, language) for one in shown], language),
        paging(before, after, number, pages, language) if pages > 1 else None,
    )


_HEADS = (
    Message.UPKEEP_ARTICLE,
    Message.PAGE_LANGUAGE,
    Message.UPKEEP_MISSING,
    Message.UPKEEP_PASSAGES,
    Message.UPKEEP_CUT,
    Message.UPKEEP_EDIT,
)


def add_sheet(whose: Maintainer, note: str = "") -> Sheet:
    """Return the page where files are given."""
    label = plain(Message.UPKEEP_FILES, whose.language)
    accepted = ",".join((*SUFFIXES, ".zip"))
    field = element("input", name="files", type="file", multiple=True, required=True, accept=accepted)
    form = whose.form(
        ADD,
        plain(Message.UPKEEP_PREVIEW, whose.language),
        element("label", label, " ", field, class_="drop"),
        upload=True,
    )
    return whose.sheet(
        plain(Message.UPKEEP_ADD, whose.language), said(note, role="alert") if note else None, form
    )


def preview_sheet(
    whose: Maintainer, look: Look, number: str, current: Edition, besides: ReloadReport | None = None
) -> Sheet:
    """Return what would be added; ``besides`` is what a reload would change already."""
    held: list[Held] = []
    parts: list[Child] = []
    for reading in look.readings[:ON_A_PAGE]:
        alone = Edition.of([reading.article])
        parts += [*_lines(facts_to_add(alone, whose.language))]
        if quote := beginning(alone):
            held.append(Held(quote, alone))
            source = element("figcaption", title_of(quote.citation), dir="auto")
            parts.append(said(plain(Message.ADD_FIRST_SENTENCES, whose.language)))
            parts.append(element("figure", quotation(quote), source))
        parts += [line for note in notes_on(reading, current, whose.language) for line in _lines(note)]
    refused = [
        line for p in look.problems[:SHOWN_LINES] for line in _lines(refused_to_add(p, whose.language))
    ]
    confirm = (
        whose.form(upload_page(number), plain(Message.BUTTON_CONFIRM, whose.language)) if look.given else None
    )
    counted = text(Message.REPORT_ADDED, whose.language, count=len(look.readings))
    also = report_lines(besides, whose.language) if besides and not besides.same else ()
    heading = plain(Message.UPKEEP_PREVIEW, whose.language)
    return whose.sheet(heading, *_lines(counted), *refused, confirm, *parts, *also, held=held)


def edit_sheet(whose: Maintainer, article: Article, quoted: int, note: str = "", given: str = "") -> Sheet:
    """Return the fields of an article to be corrected, as lines, and the button that removes it.

    ``quoted`` counts the given quotes of it; ``given`` are the lines that ``note`` says something of.
    """
    language, name = whose.language, article.title or article.id
    label = plain(Message.UPKEEP_LINES, language, fields=", ".join(FIELDS))
    lines = element("textarea", given or field_lines(article), name="lines", rows="8", dir="auto")
    warned = plain(Message.REMOVE_CONFIRM, language, name=name, file=article.file, count=quoted)
    return whose.sheet(
        plain(Message.UPKEEP_EDIT, language),
        said(name),
        said(note, role="alert") if note else None,
        whose.form(
            edit_page(article.id),
            plain(Message.COMMAND_EDIT, language),
            element("label", label, " ", lines, class_="lines"),
        ),
        said(warned),
        whose.form(remove_page(article.id), plain(Message.COMMAND_REMOVE, language)),
    )


def field_lines(article: Article) -> str:
    """Return what may be corrected of an article, a field a line."""
    told = ((name, getattr(article, name)) for name in FIELDS)
    return "\n".join(f"{name}: {_one_line(value)}" for name, value in told if value)


def _one_line(value: object) -> str:
    return " ".join(str(value).split())


def deed_sheet(whose: Maintainer, *body: Child) -> Sheet:
    """Return how far a deed is, or what it has done."""
    return whose.sheet(plain(Message.COMMAND_RELOAD, whose.language), element("div", *body, role="status"))


def apply_form(whose: Maintainer, files: str) -> Element:
    """Return the button that does what was only looked at, as long as the files are those."""
    digest = element("input", type="hidden", name="files", value=files)
    return whose.form(RELOAD, plain(Message.BUTTON_APPLY, whose.language), digest)


def report_lines(report: ReloadReport, language: Language) -> list[Element]:
    """Return what a reload did, or would do, line by line."""
    rendered = render_report(report, language)
    return _lines(rendered.attachment or rendered.message)[:SHOWN_LINES]


def editions_sheet(whose: Maintainer, kept: Iterable[Kept]) -> Sheet:
    """Return the kept editions, newest first, each but the newest with a way back to it."""
    items: list[Element] = []
    for one in kept:
        facts, edition = one.facts, short_id(one.facts.edition)
        moment = f"{datetime.fromtimestamp(facts.made_at, UTC):%Y-%m-%d %H:%M}"
        line = plain(
            Message.EDITIONS_LINE, whose.language, edition=edition, moment=moment, count=facts.articles
        )
        which = element("input", type="hidden", name="edition", value=facts.edition)
        label = plain(Message.UPKEEP_UNDO, whose.language, edition=edition)
        items.append(element("li", line, whose.form(EDITIONS_LIST, label, which) if items else None))
    return whose.sheet(plain(Message.COMMAND_EDITIONS, whose.language), element("ul", *items))


def gaps_sheet(whose: Maintainer, groups: Sequence[tuple[str, int]], days: int) -> Sheet:
    """Return what was asked and not answered, most often first."""
    language = whose.language
    lines = [
        element("li", plain(Message.GAPS_LINE, language, count=count, question=question), dir="auto")
        for question, count in groups[:SHOWN_LINES]
    ]
    heading = Message.GAPS_HEADING if lines else Message.GAPS_EMPTY
    note = said(plain(heading, language, days=days))
    return whose.sheet(plain(Message.COMMAND_GAPS, language), note, element("ul", *lines) if lines else None)


def found_sheet(
    whose: Maintainer,
    found: Sequence[Discovery],
    articles: Mapping[str, Article | None],
    followed: Sequence[Followed],
) -> Sheet:
    """Return what was found on the web and is not decided, and the lists that are followed."""
    language = whose.language
    told = [_waiting(one, articles.get(one.article), language) for one in found]
    dues = [(one.url, f"{datetime.fromtimestamp(one.due_at, UTC):%Y-%m-%d %H:%M}") for one in followed]
    lists = [plain(Message.UPKEEP_DUE, language, url=url, moment=moment) for url, moment in dues]
    return whose.sheet(
        plain(Message.UPKEEP_WEB, language),
        said(plain(Message.UPKEEP_WAITING, language, count=len(found))),
        element("ul", *(element("li", one, dir="auto") for one in told)) if told else None,
        *_lines(text(Message.FOLLOW_HEADING, language, count=len(lists))),
        element("ul", *(element("li", one) for one in lists)) if lists else None,
    )


def _waiting(one: Discovery, article: Article | None, language: Language) -> Child:
    """Return what was found in one line: of a change, the way to what went and came."""
    words = words_of(one, article, language).visible if article else one.url
    is_change = article is not None and one.sort is Sort.CHANGED
    return element("a", words, href=waiting_page(one.id)) if is_change else words


def change_sheet(whose: Maintainer, heading: Html, found: CameAndWent) -> Sheet:
    """Return what a page on the web says otherwise than its article."""
    held: list[Held] = []
    told = came_and_went(found, held, whose.language)
    return whose.sheet(heading.visible, *told, held=held)


def votes_sheet(
    whose: Maintainer, counted: Counted, votes: Sequence[Votes], sources: Months, days: int
) -> Sheet:
    """Return the use in figures, and what was thought of the answers, month by month."""
    language, heading = whose.language, plain(Message.COMMAND_STATS, whose.language)
    if not counted.questions:
        return whose.sheet(heading, said(plain(Message.STATS_EMPTY, language, days=days)))
    use = text(
        Message.STATS,
        language,
        days=days,
        questions=counted.questions,
        answered=counted.answered,
        share=counted.share,
        useful=counted.useful,
        not_useful=counted.not_useful,
    )
    both = Message.BUTTON_USEFUL, Message.BUTTON_NOT_USEFUL
    rows = [[vote.useful for vote in votes], [vote.not_useful for vote in votes]]
    thought = Months(
        tuple(vote.month for vote in votes),
        tuple(plain(name, language) for name in both),
        tuple(map(tuple, rows)),
    )
    return whose.sheet(
        heading,
        *_lines(use),
        *_drawn(Message.UPKEEP_VOTES, thought, language),
        *_drawn(Message.UPKEEP_SOURCES, sources, language),
    )


def _drawn(name: Message, table: Months, language: Language) -> list[Element]:
    """Return a chart and the figures that it shows; nothing where there are none."""
    if not table.months:
        return []
    label = plain(name, language)
    names = [name or plain(Message.STATS_OTHERS, language) for name in table.names]
    rows = [[month, *map(str, column)] for month, column in _columns(table)]
    heads = [plain(Message.UPKEEP_MONTH, language), *names]
    keyed = [element("span", head, class_=f"key bar-{n}" if n else None) for n, head in enumerate(heads)]
    return [
        element("h2", label),
        bars(table.months, table.rows, label),
        _scrolled(label, [element("th", head, scope="col") for head in keyed], rows),
    ]


def _columns(table: Months) -> list[tuple[str, tuple[int, ...]]]:
    return list(zip(table.months, zip(*table.rows, strict=True), strict=True))


def _h1(heading: str) -> Element:
    return element("h1", heading)


def _lines(words: Html) -> list[Element]:
    return [said(line) for line in words.visible.split("\n") if line]


def _listed(heading: str, lines: Sequence[str]) -> list[Element]:
    """Return lines below their heading, nothing where there are none."""
    if not lines:
        return []
    items = [element("li", line) for line in lines[:SHOWN_LINES]]
    return [element("h2", heading), element("ul", *items)]


def _told(problems: Iterable[Problem], language: Language) -> list[str]:
    places = ((f"{one.file}:{one.line}" if one.line else one.file, one.sentence) for one in problems)
    return [
        plain(Message.REPORT_REFUSED_LINE, language, place=place, problem=problem)
        for place, problem in places
    ]


def _named(groups: Iterable[frozenset[ArticleId]]) -> list[str]:
    return [", ".join(sorted(group)) for group in groups]


def _row(one: ArticleCheck, language: Language) -> list[Child]:
    name = element("a", one.title or one.id, href=article_page(one.id), dir="auto")
    edit = element("a", plain(Message.UPKEEP_EDIT, language), href=edit_page(one.id))
    return [name, one.language, ", ".join(one.missing), str(one.passages), str(one.cut), edit]


def _table(
    label: str, heads: Iterable[Message], rows: Sequence[Sequence[Child]], language: Language
) -> Element:
    return _scrolled(label, [element("th", plain(head, language), scope="col") for head in heads], rows)


def _scrolled(label: str, heads: Sequence[Element], rows: Sequence[Sequence[Child]]) -> Element:
    """Return a table that scrolls in itself where the window is narrow, by keyboard too."""
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *body))
    return element("div", table, class_="scroll", role="region", aria_label=label, tabindex="0")
