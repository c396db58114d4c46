"""The pages of maintainers: nothing is shown, and nothing done, but to who has entered with a token."""

import asyncio
from http import HTTPStatus
from urllib.parse import urlsplit

from tornado.httputil import HTTPFile, parse_body_arguments
from tornado.web import HTTPError, stream_request_body

from bot.basics.errors import ArticleError, BotError
from bot.basics.limits import LIMITS
from bot.chat.maintainers.preview import Look
from bot.chat.maintainers.reload_report import short_id
from bot.chat.maintainers.reports import gap_groups, months_of
from bot.chat.maintainers.unasked.offering import words_of
from bot.chat.wording.texts import plain, text
from bot.core.nouns import Article
from bot.languages.interface.messages import Message
from bot.library.corpus.afar.refreshing import said_otherwise
from bot.library.corpus.contribution import Contribution, contributions, parse_corrections
from bot.library.editions.changes import ReloadReport
from bot.library.parsing.problem import Problem
from bot.storage.maintaining.discoveries import Sort
from bot.upkeep import Actor, Busy, FilesChanged, Outcome
from bot.web.addresses import LOGIN, UPKEEP, deed_page
from bot.web.elements import Child, element
from bot.web.http.base import Base, House
from bot.web.http.page_handlers import found, number
from bot.web.http.sessions import Session, holder
from bot.web.http.workshop import Begun, Workshop
from bot.web.sheets.frame import said
from bot.web.sheets.upkeep_sheets import (
    Maintainer,
    add_sheet,
    apply_form,
    change_sheet,
    check_sheet,
    deed_sheet,
    edit_sheet,
    editions_sheet,
    entry_sheet,
    field_lines,
    first_sheet,
    found_sheet,
    gaps_sheet,
    preview_sheet,
    report_lines,
    votes_sheet,
)

COOKIE = "quoth_session"
_SEE_OTHER = 303
_LOOK_AGAIN_SECONDS = 2


class Guarded(Base):
    """What all of these pages have in common: nothing is kept by browsers, no other site can send a form."""

    shop: Workshop

    def initialize(self, house: House, **given: Workshop) -> None:
        """Take what maintainers work with, ``shop``."""
        super().initialize(house)
        self.shop = given["shop"]

    def prepare(self) -> None:
        """Refuse what another site sends."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "same-origin")  # without, browsers hide where a form is from
        if self.request.method == "POST" and not self._is_of_this_site():
            raise HTTPError(HTTPStatus.FORBIDDEN)

    def lead_to(self, address: str) -> None:
        """Let the browser open another page of ours."""
        self.redirect(address, status=_SEE_OTHER)

    def _is_of_this_site(self) -> bool:
        headers = self.request.headers
        if fetched := headers.get("Sec-Fetch-Site"):
            return fetched == "same-origin"
        origin = headers.get("Origin")
        ours = {self.request.host, urlsplit(self.shop.public).netloc} - {""}
        return origin is None or urlsplit(origin).netloc in ours


class EnterPage(Guarded):
    """Where a token is given."""

    def get(self) -> None:
        """Ask for a token."""
        self.show(entry_sheet(self.language))

    def post(self) -> None:
        """Open a session for who has a token."""
        wait = self.shop.seconds_to_wait(self.client)
        if wait:
            self.set_status(HTTPStatus.TOO_MANY_REQUESTS)
            self.set_header("Retry-After", str(wait))
            words = plain(Message.TOO_MANY_QUESTIONS, self.language, seconds=wait)
            self.show(entry_sheet(self.language, words))
            return
        name = holder(self.get_body_argument("token", ""), self.shop.keys)
        if not name:
            self.set_status(HTTPStatus.FORBIDDEN)
            self.show(entry_sheet(self.language, plain(Message.UPKEEP_WRONG, self.language)))
            return
        secure = self.request.protocol == "https" or self.shop.public.startswith("https:")
        self.set_cookie(
            COOKIE,
            self.shop.sessions.begin(name),
            path=UPKEEP,
            httponly=True,
            samesite="Strict",
            secure=secure,
        )
        self.lead_to(UPKEEP)


class Inside(Guarded):
    """A page for who has entered; all others are led to where a token is given."""

    session: Session

    def prepare(self) -> None:
        """Find the session, and refuse forms that were not made for it."""
        super().prepare()
        found = self.shop.sessions.find(self.held)
        if found is None:
            self.lead_to(LOGIN)
            return
        self.session = found
        if self.request.method == "POST" and self.has_read_form:
            self.check_form(self.get_body_argument("proof", ""))

    has_read_form = True
    """Whether the fields of a form are known before it is answered."""

    def check_form(self, proof: str) -> None:
        """Raise HTTPError 403 where a form was not made for this session."""
        if not self.session.made(proof):
            raise HTTPError(HTTPStatus.FORBIDDEN)

    @property
    def held(self) -> str:
        """What the browser holds of its session, "" if nothing."""
        return self.get_cookie(COOKIE, "") or ""

    @property
    def whose(self) -> Maintainer:
        """For whom pages are made."""
        return Maintainer(self.session.proof, self.language)

    @property
    def actor(self) -> Actor:
        """Who acts, as the history names it."""
        return Actor(self.session.name)

    def refuse(self, words: str) -> None:
        """Say that a form is too old, where that is why."""
        is_old = self.get_status() == HTTPStatus.FORBIDDEN
        super().refuse(plain(Message.UPKEEP_FORM_OLD, self.language) if is_old else words)


class FirstPage(Inside):
    """What serves."""

    def get(self) -> None:
        """Tell what serves, with the ways to all that can be done."""
        shelf = self.shop.upkeep.shelf
        status = text(
            Message.EDITIONS_LINE,
            self.language,
            edition=short_id(shelf.current.id),
            moment=f"{shelf.read_at:%Y-%m-%d %H:%M}",
            count=len(shelf.current.entries),
        )
        self.show(first_sheet(self.whose, status))


class LeavePage(Inside):
    """The way out."""

    def post(self) -> None:
        """End the session."""
        self.shop.sessions.end(self.held)
        self.clear_cookie(COOKIE, path=UPKEEP)
        self.lead_to(LOGIN)


class CheckPage(Inside):
    """What is wrong with the folder."""

    async def get(self) -> None:
        """Show the articles and all problems, as ``check`` finds them."""
        async with self.shop.checking:
            report = await asyncio.to_thread(self.shop.upkeep.shelf.check)
        self.show(check_sheet(self.whose, report, number(self, "page")))


class ReloadPage(Inside):
    """Reloads."""

    def post(self) -> None:
        """Begin a reload, or only look what one would do."""
        upkeep = self.shop.upkeep
        if self.get_body_argument("dry", ""):
            work = upkeep.look(self.actor)
        else:
            work = upkeep.reload(self.actor, self.get_body_argument("files", ""))
        self.lead_to(deed_page(self.shop.begin(work)))


class DeedPage(Inside):
    """How far a deed is."""

    def get(self, which: str) -> None:
        """Tell how far it is, and in the end what it has done."""
        begun = self.shop.deeds.get(which)
        if begun is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        if not begun.task.done():
            self.set_header("Refresh", str(_LOOK_AGAIN_SECONDS))
        self.show(deed_sheet(self.whose, *self._told(begun, deed_page(which))))

    def _told(self, begun: Begun, address: str) -> list[Child]:
        if not begun.task.done():
            busy = self.shop.upkeep.busy or Busy(self.actor)
            again = element("a", plain(Message.UPKEEP_AGAIN, self.language), href=address)
            return [
                self._said(Message.RELOAD_PROGRESS, done=busy.done, count=busy.total),
                element("p", again),
            ]
        error = begun.task.exception()
        if isinstance(error, BotError):
            edition = short_id(self.shop.upkeep.shelf.current.id)
            return [self._said(Message.RELOAD_FAILED, problem=error.sentence, edition=edition)]
        if error:
            raise error
        return self._outcome(begun, begun.task.result())

    def _outcome(self, begun: Begun, outcome: Outcome) -> list[Child]:
        match outcome:
            case Busy():
                return [self._said(Message.RELOAD_RUNNING, who=outcome.who.name)]
            case FilesChanged():
                return [self._said(begun.changed)]
            case ReloadReport():
                lines: list[Child] = [*report_lines(outcome, self.language)]
                if begun.added:
                    lines.insert(0, self._said(Message.ADDED, file=", ".join(begun.added)[:1000]))
                if not outcome.applied and not outcome.same:
                    lines.append(apply_form(self.whose, outcome.files))
                return lines

    def _said(self, message: Message, **values: object) -> Child:
        return said(plain(message, self.language, **values))  # type: ignore[arg-type]


@stream_request_body
class AddPage(Inside):
    """Uploads: only who has entered may send more than a question's worth of bytes."""

    has_read_form = False

    def prepare(self) -> None:
        """Let an upload be as long as the files that are read; a stranger's may be as long as a question.

        Whoever is refused hears of it when the body was read: browsers do not listen before.
        """
        self._body = bytearray()
        if self._is_of_this_site() and self.shop.sessions.find(self.held):
            connection = self.request.connection
            connection.set_max_body_size(LIMITS.files.one)  # type: ignore[union-attr]
            connection.set_body_timeout(LIMITS.servers.upload_seconds)  # type: ignore[union-attr]

    def data_received(self, chunk: bytes) -> None:
        """Take a piece of the body."""
        self._body += chunk

    def get(self) -> None:
        """Ask for files."""
        super().prepare()
        if not self._finished:
            self.show(add_sheet(self.whose))

    async def post(self) -> None:
        """Show what would be added."""
        super().prepare()
        if self._finished:
            return
        proof, files = _parted(self.request.headers.get("Content-Type", ""), bytes(self._body))
        self.check_form(proof)
        look = await asyncio.to_thread(_look_at, files)
        outcome = await self.shop.upkeep.look(self.actor)
        besides = outcome if isinstance(outcome, ReloadReport) else None
        which = self.shop.offer(look)
        self.show(preview_sheet(self.whose, look, which, self.shop.upkeep.shelf.current, besides))


class AddedPage(Inside):
    """The confirmation of an upload."""

    def post(self, which: str) -> None:
        """Begin to add what was shown."""
        look = self.shop.uploads.pop(which, None)
        if look is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.lead_to(deed_page(self.shop.add(self.actor, look)))


class EditPage(Inside):
    """The fields of an article, to be corrected."""

    async def get(self, name: str) -> None:
        """Show them, and what its removal would do."""
        await self._shown(found(self.shop.upkeep.shelf.current, name))

    async def post(self, name: str) -> None:
        """Begin to correct those that were changed."""
        article, lines = found(self.shop.upkeep.shelf.current, name), self.get_body_argument("lines", "")
        known = field_lines(article).split("\n")
        changed = [line for line in map(str.strip, lines.splitlines()) if line not in known]
        try:
            fields = parse_corrections("\n".join(changed))
        except ArticleError as error:
            await self._shown(article, error.sentence.said(self.language.value), lines)
            return
        self.lead_to(deed_page(self.shop.begin(self.shop.upkeep.correct(self.actor, article, fields))))

    async def _shown(self, article: Article, note: str = "", lines: str = "") -> None:
        quoted = await self.shop.upkeep.quoted(article)
        self.show(edit_sheet(self.whose, article, len(quoted), note, lines))


class RemovePage(Inside):
    """The removal of an article."""

    def post(self, name: str) -> None:
        """Begin to remove the file that has it."""
        work = self.shop.upkeep.remove(self.actor, found(self.shop.upkeep.shelf.current, name).file)
        self.lead_to(deed_page(self.shop.begin(work)))


class EditionsPage(Inside):
    """The kept editions, and the way back to one."""

    async def get(self) -> None:
        """List them."""
        kept = await asyncio.to_thread(self.shop.upkeep.shelf.editions.all)
        self.show(editions_sheet(self.whose, kept))

    async def post(self) -> None:
        """Begin to go back to one."""
        editions = self.shop.upkeep.shelf.editions
        kept = await asyncio.to_thread(editions.find, self.get_body_argument("edition", "").casefold())
        if kept is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        work = self.shop.upkeep.roll_back(self.actor, kept)
        self.lead_to(deed_page(self.shop.begin(work, Message.ROLLBACK_UNKEPT)))


class GapsPage(Inside):
    """What was not answered."""

    async def get(self) -> None:
        """Show it, similar wordings together."""
        groups = await gap_groups(self.shop.journal, self.shop.upkeep.shelf.current)
        self.show(gaps_sheet(self.whose, groups, self.shop.kept_days))


class VotesPage(Inside):
    """The use in figures."""

    async def get(self) -> None:
        """Show it."""
        figures = self.shop.upkeep.figures
        counted, votes = await figures.counted(), await figures.votes()
        sources = months_of(await figures.quoted(), self.shop.upkeep.shelf.current)
        self.show(votes_sheet(self.whose, counted, votes, sources, self.shop.kept_days))


class FoundPage(Inside):
    """What was found on the web and waits, and what is followed."""

    async def get(self) -> None:
        """Show it; it is decided in the chat."""
        shop = self.shop
        found = [*await shop.findings.after(0), *await shop.findings.entries()]
        articles = {one.article: shop.upkeep.article(one.article) for one in found if one.article}
        self.show(found_sheet(self.whose, found, articles, await shop.lists.all()))


class WaitingPage(Inside):
    """What a page on the web says otherwise than its article."""

    async def get(self, which: str) -> None:
        """Show which sentences went and came; it is decided in the chat."""
        finding = await self.shop.findings.get(int(which))
        article = self.shop.upkeep.article(finding.article) if finding else None
        if finding is None or article is None or finding.sort is not Sort.CHANGED:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        page = Contribution(finding.name, finding.data)
        try:
            differs = await asyncio.to_thread(said_otherwise, article, page)
        except ArticleError as error:
            raise HTTPError(HTTPStatus.NOT_FOUND) from error
        self.show(change_sheet(self.whose, words_of(finding, article, self.language), differs))


ROUTES = (
    (UPKEEP, FirstPage),
    (LOGIN, EnterPage),
    (f"{UPKEEP}/leave", LeavePage),
    (f"{UPKEEP}/articles", CheckPage),
    (f"{UPKEEP}/reload", ReloadPage),
    (f"{UPKEEP}/deeds/([0-9a-f]{{16}})", DeedPage),
    (f"{UPKEEP}/add", AddPage),
    (f"{UPKEEP}/add/([0-9a-f]{{16}})", AddedPage),
    (f"{UPKEEP}/edit/(.+)", EditPage),
    (f"{UPKEEP}/remove/(.+)", RemovePage),
    (f"{UPKEEP}/editions", EditionsPage),
    (f"{UPKEEP}/gaps", GapsPage),
    (f"{UPKEEP}/votes", VotesPage),
    (f"{UPKEEP}/web", FoundPage),
    (f"{UPKEEP}/web/([0-9]{{1,15}})", WaitingPage),
)


def _parted(kind: str, body: bytes) -> tuple[str, list[HTTPFile]]:
    """Return the proof in a form with files, and the files. Raises HTTPError 400 for anything else."""
    fields: dict[str, list[bytes]] = {}
    files: dict[str, list[HTTPFile]] = {}
    try:
        parse_body_arguments(kind, body, fields, files)
    except Exception as error:
        raise HTTPError(HTTPStatus.BAD_REQUEST) from error
    return fields.get("proof", [b""])[-1].decode(errors="replace"), files.get("files", [])


def _look_at(files: list[HTTPFile]) -> Look:
    """Return what is found in the files that somebody sent."""
    found = [contributions(file.filename or "article", file.body) for file in files]
    given = [one for some, _ in found for one in some]
    problems: list[Problem] = [problem for _, some in found for problem in some]
    return Look.at(given, problems)
