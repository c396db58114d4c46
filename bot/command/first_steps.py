"""``init``: asks for what cannot be guessed and writes the settings and a first article."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from getpass import getpass
from pathlib import Path

from bot.basics.called import called
from bot.basics.errors import BotError, SettingsError, told
from bot.basics.settings import problem_with
from bot.basics.sources import DOTENV
from bot.chat.wording.texts import Language, plain
from bot.command.questions import CalledWronglyError
from bot.command.streams import note, write
from bot.languages.interface.messages import Message

_FIRST_ARTICLE = "about-this-folder.md"
_PRIVATE = 0o600
_PLAIN = re.compile(r"[\w./~@:,-]*")
"""A value that needs no quotation marks in ``.env``."""
_HEAD = """\
# Settings of Quoth; the command settings lists all. Keep this file to yourself: it holds the token.
"""
_NEXT = """\
Next:
  {run} check    looks for what is wrong with your articles
  {run} chat     asks them in a conversation
  {run} doctor   looks whether the bot can serve
  {run} serve    runs the Telegram bot"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written; "" stands for "later"."""

    corpus: str
    token: str
    maintainers: str
    language: Language


def begin(wanted: Wanted, ask: bool) -> int:
    """Write ``.env`` and a first article as ``wanted``, after ``ask``-ing; return the exit code.

    Raises BotError where something is there already, cannot be written, or cannot be followed.
    """
    if DOTENV.exists():
        raise BotError(f"{DOTENV} is there already: change it with an editor, or move it away first")
    wanted = _asked(wanted) if ask else wanted
    for field, value in _fields(wanted).items():
        if problem := problem_with(field, value):
            raise SettingsError(problem)
    written = [*_write_settings(wanted), *_write_article(wanted)]
    write(f"Written: {', '.join(map(str, written))}")
    write(_NEXT.format(run=called()))
    return 0


def _asked(wanted: Wanted) -> Wanted:
    write("Enter takes what stands in brackets; an empty answer leaves it for later.")
    corpus = _answer("Folder of the articles", "corpus", wanted.corpus)
    token = _answer("Token from @BotFather (is not shown)", "token", wanted.token, _secretly)
    maintainers = _answer("User ids that may change articles", "maintainers", wanted.maintainers)
    codes = ", ".join(Language)
    language = _answer(f"Language of the first article ({codes})", "", wanted.language)
    while language not in set(Language):
        note(f"should be one of {codes}")
        language = _answer(f"Language of the first article ({codes})", "", wanted.language)
    return replace(wanted, corpus=corpus, token=token, maintainers=maintainers, language=Language(language))


def _answer(question: str, field: str, usual: str, read: Callable[[str], str] = input) -> str:
    """Return an answer that the setting ``field`` can have; asks until there is one."""
    shown = "as in BOT_TOKEN" if usual and read is _secretly else usual
    while True:
        try:
            answer = read(f"{question}{shown and f' [{shown}]'}: ").strip() or usual
        except EOFError:
            raise CalledWronglyError("nobody answers; --yes asks nothing and takes the options") from None
        problem = problem_with(field, answer) if field else ""
        if not problem:
            return answer
        note(problem)


def _secretly(prompt: str) -> str:
    return getpass(prompt) if sys.stdin.isatty() else input(prompt)


def _fields(wanted: Wanted) -> Mapping[str, str]:
    ids = ",".join(wanted.maintainers.replace(",", " ").split())
    return {"token": wanted.token, "corpus": wanted.corpus, "maintainers": ids}


def _write_settings(wanted: Wanted) -> list[Path]:
    lines = [
        f"{'' if value else '# '}BOT_{name.upper()}={_quoted(value)}\n"
        for name, value in _fields(wanted).items()
    ]
    _write_new(DOTENV, _HEAD + "".join(lines), _PRIVATE)
    return [DOTENV]


def _write_article(wanted: Wanted) -> list[Path]:
    """Write the first article where the folder has no file."""
    folder = Path(wanted.corpus).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            return []
    except OSError as error:
        raise BotError(f"{folder} cannot be used: {told(error)}") from None
    title = plain(Message.FIRST_ARTICLE, wanted.language)
    text = plain(Message.FIRST_ARTICLE_TEXT, wanted.language)
    header = f"---\ntitle: {title}\npublisher: Quoth\nlanguage: {wanted.language}\n---\n"
    _write_new(folder / _FIRST_ARTICLE, f"{header}\n{text}\n", 0o644)
    return [folder / _FIRST_ARTICLE]


def _write_new(path: Path, text: str, mode: int) -> None:
    """Write a file that was not there, at once with its mode. Raises BotError."""
    try:
        with open(path, "x", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(text)
    except OSError as error:
        raise BotError(f"{path} cannot be written: {told(error)}") from None


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return value if _PLAIN.fullmatch(value) else f"'{escaped}'"
