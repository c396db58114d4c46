"""The lines that promises rest on, each removed or turned around, with the tests that must notice.

One that can be changed without any test noticing is a hole in the tests, or a line that is not needed. So went what
``on_material`` and ``on_correction`` asked of rights that the handlers' filter asks for, ``prove``'s look at
the text's end, beyond which no passage lies, and aliases of YAML, which are told by their anchors.
"""

from dataclasses import dataclass

TYPES = "mypy"
"""In place of tests: the types of the changed file must be found wrong."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """``text`` stands once in ``file`` and becomes ``other``; one of ``tests`` fails, or the types do."""

    file: str
    text: str
    other: str
    tests: str


def changed(file: str, tests: str, *changes: tuple[str, str]) -> list[Mutant]:
    """Return a mutant of the file for each (text, other)."""
    return [Mutant(file, text, other, tests) for text, other in changes]


PROOF = [
    *changed(
        "bot/core/carried.py",
        "tests/core/test_carried.py",
        ("if article and (article.facts, article.file) == (citation.facts, citation.file):", "if article:"),
    ),
    *changed(
        "bot/chat/pages/buttons.py",
        "tests/stories/test_inline.py",
        (" or _beginning(article.revision) != shared.revision", ""),
        (" or shared.start >= shared.end", ""),
    ),
    *changed(
        "bot/core/replies.py",
        "tests/core/choosing/test_disagreement.py",
        ("        if not self.quote.span.contains(self.span):", "        if False:"),
    ),
    *changed(
        "bot/chat/pages/notes.py",
        "tests/chat/pages/test_render.py",
        (" and quote.span.start <= start < end <= quote.span.end", ""),
        ("1 < len(found) == len(told.figures)", "1 < len(found)"),
    ),
    *changed(
        "bot/web/gate.py",
        "tests/web/test_gate.py",
        (
            "    if [one.visible for one in shown] != [figure.text for figure in sheet.figures]:",
            "    if False:",
        ),
        (
            "    if not {figure.quote for figure in sheet.figures} <= {held.quote for held in sheet.held}:",
            "    if False:",
        ),
    ),
    *changed(
        "bot/core/proving/seal.py",
        "tests/core/proving/test_quote.py tests/chat/pages/test_page.py",
        ("if shown is not self:", "if False:"),
    ),
    *changed(
        "bot/library/indexed/stored.py",
        "tests/library/indexed/test_stored.py",
        ("        if self.hash != expected:", "        if False:"),
    ),
    *changed(
        "bot/core/proving/quote.py",
        "tests/core/proving/test_quote.py",
        (" or article.revision != claim.revision", ""),
        (" or claim.span.of(article.text) != claim.text", ""),
        (" or not _whole_sentences(claim.span, passage)", ""),
        ("any(s.start == span.start for s in passage.sentences) and ", ""),
        ("        _SEAL.refuse_others(seal)", "        pass"),
        (
            '    def __init_subclass__(cls) -> None:\n        raise TypeError("a kind',
            '    def _(cls) -> None:\n        raise TypeError("a kind',
        ),
        ("    def __reduce__(self)", "    def _reduce(self)"),
    ),
    *changed(
        "bot/core/nouns.py",
        "tests/core/proving/test_quote.py",
        ("        if sha256(self.text.encode()).hexdigest() != self.revision:", "        if False:"),
        ("0 <= self.start < self.end", "self.start < self.end"),
        ("0 <= self.start < self.end", "0 <= self.start <= self.end"),
        ("<= self.span.end <= len(self.article.text)", "<= self.span.end"),
        ("self.span.start <= first.start <", "first.start <"),
        ("if not self.sentences:", "if False:"),
    ),
    *changed(
        "bot/chat/pages/references.py",
        "tests/chat/pages/test_references.py",
        ("if prove(quote.claim, edition) != quote:", "if False:"),
        ("        _SEAL.refuse_others(seal)", "        pass"),
    ),
    *changed(
        "bot/core/replies.py",
        "tests/test_gates.py",
        ("if not all(isinstance(quote, Quote) for quote in self.quotes):", "if False:"),
    ),
    *changed(
        "bot/core/index/edition.py",
        "tests/core/index/test_edition.py",
        *[
            ('"page_starts", *SOURCE_FIELDS})', f'"page_starts", *SOURCE_FIELDS, "{name}"}})')
            for name in ("id", "file", "revision")
        ],
        ("*own, *facts,", "*own,"),
        (", *later", ""),
        ("article.page_starts, blocks", "blocks"),
        (", b.level, b.inset)", ", b.inset)"),
        (", b.inset)", ")"),
        ("digest.update(repr(sorted(synonyms.items())).encode())", "pass"),
    ),
]

SENDING = [
    *changed(
        "bot/chat/pages/page.py",
        "tests/chat/pages/test_page.py tests/test_gates.py tests/stories/test_altered.py",
        ("        _SEAL.refuse_others(seal)", "        pass"),
        ("if self.html.quoted:", "if False:"),
        ("(prove(shown.quote.claim, edition) for edition in own)", "(shown.quote for edition in own)"),
        (" or not any(part.contains(shown.span) for part in around)", ""),
        ("        if start < 0:", "        if False:"),
        ('if f"{rest}{quoted[place:]}".replace(OMITTED, "").strip(_SIGNS):', "if False:"),
        ("if title_of(quote.citation) not in page.html.visible:", "if False:"),
        ("if not shows_marks(page.html.visible, quote.article):", "if False:"),
        ("all(comparable(part.text) in returned for part in shown)", "bool(returned)"),
    ),
    *changed(
        "bot/web/gate.py",
        "tests/web/test_gate.py",
        ("        _SEAL.refuse_others(seal)", "        pass"),
        ("if len(figures) != len(sheet.held) or len(", "if len("),
        (' or len(list(sheet.body.all("blockquote"))) != len(figures):', ":"),
        ("if prove(quote.claim, held.edition) != quote:", "if False:"),
        ("if words != text_of(quote, parts(quote)):", "if False:"),
        ("if title_of(quote.citation) not in", "if not title_of(quote.citation) and not"),
        ("if not shows_marks(below, quote.article):", "if False:"),
        ("if len(shown) != (stretch is not None):", "if False:"),
        ("        yield from _objects(child)", "        pass"),
        (' or article.revision != told["revision"]', ""),
        ('return bool(told["text"] == article.text)', "return True"),
        ("return quote is not None and quote_object(quote) ==", "return quote is not None and {} !="),
        ("if stretch.edition.article(article.id) != article:", "if False:"),
        ("if _squeezed(shown[0].visible) != _squeezed(span.of(article.text)):", "if False:"),
        ('if "revision" in one and "text" in one and not any(', "if any(False and "),
        ("article is None or article.revision != told", "article is None or False and told"),
        ('return bool(told["text"] == article.text)', "return True"),
        (
            'return quote is not None and quote_object(quote) == {k: v for k, v in told.items() if k != "found_by"}',
            "return quote is not None",
        ),
    ),
    *changed(
        "bot/chat/talk/replying.py",
        "tests/stories/test_altered.py",
        ("        self._check(post.page, sent)\n", ""),
        ("            self._check(post.page, changed)\n", "            pass\n"),
        ('            self.metrics.count("errors", "changed_on_the_way")\n', ""),
    ),
    *changed("bot/chat/talk/inline.py", TYPES, ("checked(found.page, asked.edition)", "found.page")),
    *changed(
        "bot/chat/talk/views.py",
        TYPES,
        ("Drawn(checked(page, self.edition), 0, below)", "Drawn(page, 0, below)"),
        ("            checked(page, self.edition), count, lambda", "            page, count, lambda"),
        ("Drawn(checked(page, self.edition), len(", "Drawn(page, len("),
    ),
    *changed(
        "bot/chat/talk/browsing.py",
        TYPES,
        (
            "checked(render_passage(quote, number, count, language), edition)",
            "render_passage(quote, number, count, language)",
        ),
    ),
    *changed("bot/chat/maintainers/preview.py", TYPES, ("return checked(", "return tuple[Page, Edition](")),
    *changed(
        "bot/chat/wording/markup.py",
        "tests/chat/wording/test_markup.py",
        ("escaped(run.text, quote=False)", "run.text"),
        ('href="{escaped(url)}"', 'href="{url}"'),
        ('parts.scheme not in {"http", "https", "tg"} or ', ""),
        (" and len(escaped(url).encode()) <= telegram.URL_BYTES", ""),
        ("    if content.quoted:\n", "    if False:\n"),
        ("if one is not other:", "if one.tag != other.tag:"),
    ),
    *changed(
        "bot/chat/maintainers/unasked/correcting.py",
        TYPES,
        (
            "return checked(render_correction(fate, language), *editions)",
            "return render_correction(fate, language)",
        ),
    ),
    *changed(
        "bot/chat/maintainers/unasked/correcting.py",
        "tests/stories/test_corrections.py",
        ("        await self.replying.redraw(place, Post(page))\n", ""),
        ("            await self.corrections.announce(correction, sent.message_id)\n", ""),
    ),
    *changed(
        "bot/storage/personal/corrections.py",
        "tests/storage/personal/test_corrections.py",
        ("WHERE a.answer_message IS NOT NULL AND claim", "WHERE claim"),
        (" AND edition = ?", " AND ? <> ''"),
        ("if number < Told.read(told).shown_first(most)", "if number < 9"),
        (" AND c.claim = claim.value AND c.state > 0)", " AND FALSE)"),
    ),
    *changed(
        "bot/core/proving/fate.py",
        "tests/core/proving/test_fate.py",
        ("        if before is None:", "        if False:"),
        ("article.marks != before.article.marks", "False"),
        ("or not _same_words(claim.text, article, new)", "or True"),
    ),
]

PEOPLE = [
    *changed(
        "bot/chat/access/admission.py",
        "tests/stories/test_admission.py -k 'the_setting_lists or shuts_out or closed_and_opened'",
        ("        if not self.maintainers.isdisjoint(ids):", "        if False:"),
        ("        if own is not None:", "        if own:"),
        ("not self.listed.isdisjoint(ids) or ", ""),
        ("decided.get(EVERYBODY, not self.listed)", "decided.get(EVERYBODY, True)"),
    ),
    *changed(
        "bot/chat/running/handing.py",
        "tests/stories/test_handing.py",
        ("if self.place is None or self.of_one.take(wish.user_id) or", "if self.place is None or"),
        (
            "        if self.rights.actor(query.from_user) is None:\n            said",
            "        if False:\n            said",
        ),
        (
            "        if self.rights.actor(query.from_user) is None or message is None:",
            "        if message is None:",
        ),
        ("        if prove(claim, seen.edition) is None:", "        if False:"),
    ),
    *changed(
        "bot/storage/personal/wishes.py",
        "tests/stories/test_handing.py",
        ("Wished.KEPT if handed else int(number)", "int(number)"),
    ),
    *changed(
        "bot/chat/running/owing.py",
        "tests/stories/test_admission.py -k owed",
        ("        if not await self.admission.serves(given", "        if await self.admission.serves(given"),
    ),
    *changed(
        "bot/chat/access/scope.py",
        "tests/chat/access/test_scope.py",
        ('other.startswith(f"{name}/")', "other.startswith(name)"),
        ("            return self.is_all\n", "            return True\n"),
    ),
    *changed(
        "bot/chat/access/sight.py",
        "tests/chat/access/test_sight.py -k moved",
        (" or self.hides_text(article.revision)", ""),
    ),
    *changed(
        "bot/core/index/edition.py",
        "tests/core/index/test_within.py",
        ("if admits(entry.article)]", "if True]"),
        ("[] if self.lies_elsewhere else self.entries.values()", "self.entries.values()"),
        ("synonyms = _known_synonyms(self.synonyms, vocabulary)", "synonyms = self.synonyms"),
    ),
    *changed(
        "bot/chat/talk/views.py",
        "tests/stories/test_scopes.py",
        ("        if not self.seen.may_show(given):", "        if False:"),
        ('reading = "" if self.edition.is_part else reading', "reading = reading"),
    ),
    *changed(
        "bot/chat/maintainers/unasked/correcting.py",
        "tests/stories/test_scopes.py",
        (
            "        if edition.is_part and not (fate and seen.admits_past(fate.then.quote.article)):",
            "        if False:",
        ),
    ),
    *changed(
        "bot/chat/running/door.py",
        "tests/stories/test_admission.py -k 'judged or reaction or the_setting_lists or asked_once'",
        ("        passes = False\n", "        passes = True\n"),
        (
            "            return await self.admission.serves(change.user.id, change.chat.id)",
            "            return True",
        ),
        ("        if not passes:\n            raise", "        if False:\n            raise"),
        ("        if self.asking.take(chat.id) or", "        if"),
    ),
    *changed(
        "bot/storage/personal/guests.py",
        "tests/stories/test_admission.py",
        (" AND (NOT decided OR (decided = ?2 AND NOT heard))", ""),
        (" if may else ():", ":"),
    ),
    *changed(
        "bot/chat/maintainers/rights.py",
        "tests/chat/maintainers/test_rights.py",
        ("user.is_bot or ", ""),
        (" or user.id not in self.maintainers", ""),
        ("None if message.sender_chat else self.actor(message.from_user)", "self.actor(message.from_user)"),
    ),
    *changed(
        "bot/chat/maintainers/maintenance.py",
        "tests/stories/test_maintenance.py -k others",
        ("new & maintainer & material", "new & material"),
        ("if actor:\n            self._begin(does", "if True:\n            self._begin(does"),
    ),
    *changed(
        "bot/chat/talk/settings_menu.py",
        "tests/stories/test_settings.py",
        ("elif not await self.may_open(message):", "elif False:"),
        (
            "elif not (in_private or await self.administrators.include(query.from_user.id, message.chat)):",
            "elif False:",
        ),
    ),
    *changed(
        "bot/chat/talk/given.py",
        "tests/stories/test_corrections.py -k proof",
        (" or fate.then.quote.text != claim.text", ""),
    ),
    *changed(
        "bot/chat/talk/given.py",
        "tests/stories/test_buttons.py",
        (" or given.chat_id != message.chat.id", ""),
        ("return given.asker_id in {None, user.id} or (", "return True or ("),
        ("if await _may_see(given, query.from_user, query.message.chat) else None", "if True else None"),
        (
            "if given is None or not await _may_see(given, person, message.chat):",
            "if given is None:",
        ),
    ),
    *changed(
        "bot/chat/wire/turns.py",
        "tests/chat/wire/test_turns.py",
        ("key=lambda person: self._last.get((door, person), 0))", "key=lambda person: 0)"),
        ("            self._doors[door] = people", "            self._doors = {door: people, **self._doors}"),
        ("            if turn.is_set():", "            if False:"),
        ("return await asyncio.shield(working)", "return await working"),
    ),
    *changed(
        "bot/chat/wire/order.py",
        "tests/chat/wire/test_order.py",
        ('return ("writer", writer.id) if writer else', "return"),
        ("if await self._tasks.ended(update_id) and not self._cancelled:", "if not self._cancelled:"),
    ),
    *changed(
        "bot/chat/wire/allowance.py",
        "tests/chat/wire/test_allowance.py",
        ("if len(taken) < self._count:", "if True:"),
        ("taken[0] <= now - self._seconds", "True"),
    ),
    *changed(
        "bot/chat/talk/answering.py",
        "tests/stories/test_private.py tests/stories/test_groups.py -k 'not webhook'",
        ("        if refused:\n", "        if False:\n"),
        ("self.rules.chat.take(message.chat.id, ago)", "None"),
    ),
    *changed(
        "bot/chat/running/handlers.py",
        "tests/stories/test_buttons.py -k 'not webhook'",
        ("if refused := self.presses.take(query.from_user.id):", "if refused := None:"),
    ),
    *changed(
        "bot/chat/running/handlers.py",
        "tests/stories/test_who_may.py -k 'press and quotes'",
        ("message is not None and not stands_below", "False and not stands_below"),
    ),
    *changed(
        "bot/chat/running/trouble.py",
        "tests/chat/running/test_trouble.py",
        (' and self.reports.take("report") is None', ""),
        ("if isinstance(error, TelegramError | BotError) else", "if True else"),
    ),
]

FILES = [
    *changed(
        "bot/library/corpus/disk.py",
        "tests/library/corpus/test_disk.py",
        (
            "            write_through(temporary, data, mode)\n            temporary.replace(path)\n",
            "            path.write_bytes(data)\n",
        ),
        ("        os.fsync(stream.fileno())\n", ""),
        ("        sync_folder(path.parent)\n    except OSError", "    except OSError"),
        ("        os.fsync(descriptor)\n", "        pass\n"),
        ("not path.parent.resolve().is_relative_to(root.resolve()) or ", ""),
        (' or path.name in {"", ".."}', ""),
    ),
    *changed(
        "bot/library/corpus/untrusted.py",
        "tests/library/corpus/test_disk.py tests/library/corpus/test_folder.py",
        (' | getattr(os, "O_NOFOLLOW", 0)', ""),
        (' | getattr(os, "O_NONBLOCK", 0)', ""),
        ("if not target.is_relative_to(root.resolve()):", "if False:"),
    ),
    *changed(
        "bot/library/editions/kept.py",
        "tests/library/editions/test_shelf.py",
        (
            "            (self.root / _NEW).rename(kept.path)\n",
            "            shutil.copytree(self.root / _NEW, kept.path)\n",
        ),
        ("if hashlib.sha256(data).hexdigest() != sha:", "if False:"),
    ),
    *changed(
        "bot/storage/database.py",
        "tests/storage/test_database.py",
        ("secure_delete = ON", "secure_delete = OFF"),
        ('await self._execute("ROLLBACK")', "pass"),
        (
            '            try:\n                # Inside: who is cancelled while this waits has begun a transaction all the same.\n                await self._execute("BEGIN IMMEDIATE")\n',
            '            await self._execute("BEGIN IMMEDIATE")\n            try:\n',
        ),
        ("    except sqlite3.ProgrammingError:\n        raise\n", ""),
        ("if version > DATA_VERSION:", "if False:"),
        ("            if any(deleted):\n", "            if False:\n"),
    ),
    *changed(
        "bot/storage/journal.py",
        "tests/storage/test_journal.py",
        ("DELETE FROM answers WHERE asker_id = ?1 RETURNING 1", "SELECT 1 FROM answers WHERE asker_id = ?1"),
        ("user_id = ?1 OR ", ""),
    ),
]

STRANGERS = [
    *changed(
        "bot/library/corpus/afar/fetching.py",
        "tests/library/corpus/test_fetching.py",
        ("if not addresses or not all(map(is_public, addresses)):", "if not addresses:"),
        ("return await connect(addresses[0],", "return await connect(host,"),
        ("if inner is not None:", "if False:"),
        ("return ip.is_global and not", "return not"),
        (" or parts.username is not None", ""),
        ("    if port not in {None, 80, 443, 8080, 8443}:", "    if False:"),
        ("if len(body) > LIMITS.files.one:", "if False:"),
    ),
    *changed(
        "bot/library/parsing/archive.py",
        "tests/library/test_documents.py -k archive",
        ('path.is_absolute() or ".." in path.parts or ', ""),
    ),
    *changed(
        "bot/library/formats/saved/web_page.py",
        "tests/library/formats/test_pages.py -k 'scripts or laid_out or program'",
        ("    etree.strip_elements(tree, *_NEVER_SHOWN, with_tail=False)\n", ""),
        ("map(spacing.restored, _laid_out(body, tree))", "_pieces(body)"),
    ),
    *changed(
        "bot/library/formats/printed/pdf.py",
        "tests/library/test_documents.py tests/library/formats/test_budgets.py -k pdf",
        (", LIMITS.pages.seconds\n", ", 10_000\n"),
        ("if time.thread_time() > end:", "if False:"),
    ),
    *changed(
        "bot/library/parsing/yaml.py",
        "tests/library/parsing/test_yaml.py",
        ('if getattr(event, "anchor", None):', "if False:"),
    ),
    *changed(
        "bot/basics/logs.py",
        "tests/basics/test_logs.py",
        ("record.msg, record.args = self.redact(record.getMessage()), ()", "pass"),
        ('_TOKEN.sub("<token>", text', '("".join)(text'),
    ),
]

MAINTAINERS_OF_THE_PAGE = [
    *changed(
        "bot/web/http/upkeep_handlers.py",
        "tests/web/http/test_upkeep.py",
        (
            "        if found is None:\n            self.lead_to(LOGIN)",
            "        if False:\n            self.lead_to(LOGIN)",
        ),
        ("        if not self.session.made(proof):", "        if False:"),
        ('            return fetched == "same-origin"', "            return True"),
        ("        return origin is None or urlsplit(origin).netloc in ours", "        return True"),
        ("        self.check_form(proof)", "        pass"),
        ("        if wait:", "        if False:"),
    ),
    *changed(
        "bot/web/http/sessions.py",
        "tests/web/http/test_upkeep.py",
        ("if hmac.compare_digest(given, kept):", "if True:"),
        ("if self.clock() - session.used_at > LIMITS.servers.session_seconds:", "if False:"),
    ),
    *changed(
        "bot/upkeep.py",
        "tests/web/http/test_upkeep.py",
        ("        if not self.shelf.has_read(file):", "        if False:"),
    ),
    *changed(
        "bot/web/http/api.py",
        "tests/web/http/test_api.py",
        (
            "        if not text.strip() or len(text) > LIMITS.asking.question:",
            "        if not text.strip():",
        ),
    ),
]

FETCHED_AGAIN = [
    *changed(
        "bot/library/corpus/afar/listing_pages.py",
        "tests/library/corpus/test_listing_pages.py",
        ("    refuse_git(url)\n", ""),
        ("    if len(found) > LIMITS.files.one:", "    if False:"),
        ("    if len(pages) > LIMITS.fetching.listed:", "    if False:"),
    ),
    *changed(
        "bot/serving/rounds.py",
        "tests/stories/test_follow.py",
        (" if url not in there]", "]"),
    ),
    *changed(
        "bot/library/corpus/afar/politeness.py",
        "tests/library/corpus/test_politeness.py",
        ("        if not await asyncio.to_thread(rules.can_fetch, AGENT, url):", "        if False:"),
        ("                await self.pause(wait)", "                pass"),
        ("            host.free_at = max(host.free_at, later)", "            pass"),
        ("        if response.status >= 500 or response.status == 429:", "        if False:"),
    ),
    *changed(
        "bot/chat/maintainers/unasked/notices.py",
        "tests/stories/test_notices.py",
        ("        elif not self._times_of(keeper).is_quiet(now):", "        else:"),
        ("        if minute is not None and times.quiet.holds(minute):", "        if False:"),
    ),
    *changed(
        "bot/chat/maintainers/maintenance.py",
        "tests/stories/test_refresh.py",
        (
            "        if actor is None:\n            await acknowledge(query, plain(Words.MAINTAINERS_ONLY, language))\n",
            "        if False:\n            await acknowledge(query, plain(Words.MAINTAINERS_ONLY, language))\n",
        ),
    ),
]

MUTANTS = (*PROOF, *SENDING, *PEOPLE, *FILES, *STRANGERS, *MAINTAINERS_OF_THE_PAGE, *FETCHED_AGAIN)
