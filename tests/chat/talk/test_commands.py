from pathlib import Path

import pytest

from bot.chat.access.scope import EVERYTHING
from bot.chat.access.sight import Sight
from bot.chat.pages.buttons import (
    BUTTONS,
    AskIn,
    Cancel,
    Confirm,
    Decide,
    Dismiss,
    DropQuestion,
    HandOver,
    LetIn,
    SendQuote,
    TellMe,
)
from bot.chat.talk.administrators import Administrators
from bot.chat.talk.bookmarking import Bookmarking
from bot.chat.talk.browsing import Browsing
from bot.chat.talk.commands import COMMANDS, Commands, Menu, Privacy
from bot.chat.talk.given import Viewing
from bot.chat.talk.replying import Replying
from bot.chat.talk.settings_menu import SettingsMenu
from bot.chat.wire.metrics import Metrics
from bot.chat.wire.tasks import Tasks
from bot.chat.wording.texts import Language, plain
from bot.languages.interface.messages import Message
from bot.library.editions.kept import Editions
from bot.library.editions.past import Past
from bot.library.editions.shelf import Shelf
from bot.storage.chats import Chats
from bot.storage.database import Database
from bot.storage.journal import Journal
from bot.storage.personal.bookmarks import Bookmarks
from bot.storage.personal.guests import Guests
from bot.storage.personal.owed import Owed
from bot.storage.personal.wishes import Wishes


async def test_every_button_of_readers_does_something(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, Editions(tmp_path))
    async with Database.open(tmp_path / "quoth.db") as database:
        chats, journal = Chats(database), Journal(database)
        replying = Replying(journal, Owed(database), Metrics(), Tasks())
        sight = Sight(shelf, chats, EVERYTHING)
        viewing = Viewing(sight, journal, chats, replying, Past(shelf.editions))
        commands = Commands(
            sight,
            Privacy(journal, chats, Bookmarks(database), Wishes(database), Guests(database), 30),
            viewing,
            Browsing(sight, chats, replying),
            SettingsMenu(chats, Administrators(), replying),
            Bookmarking(viewing, Bookmarks(database)),
        )
        of_maintainers = {Confirm, Cancel, Decide, Dismiss, LetIn, SendQuote, DropQuestion}
        of_others = of_maintainers | {TellMe, AskIn, HandOver}  # see bot.chat.running
        assert set(commands.presses) == {kind.carries for kind in BUTTONS} - of_others


@pytest.mark.parametrize("language", Language)
def test_help_names_each_command_of_readers(language: Language) -> None:
    shown = {command.name for command in COMMANDS if Menu.PRIVATE in command.menus} - {"help"}
    assert [name for name in shown if f"/{name} " not in plain(Message.HELP, language)] == []
