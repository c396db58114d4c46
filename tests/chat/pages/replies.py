"""Replies as the messages that show them first."""

from bot.basics.limits import LIMITS
from bot.chat.pages.ages import Occasion
from bot.chat.pages.page import Page
from bot.chat.pages.render import render_quotes, render_refusal
from bot.chat.wording.texts import Language
from bot.core.replies import Abstention, Reply
from bot.storage.told import told_of


def render_reply(reply: Reply, language: Language) -> Page:
    """The message of a private chat."""
    return _rendered(reply, language, LIMITS.asking.quotes, in_group=False)


def render_group_reply(reply: Reply, language: Language, most: int = 1) -> Page:
    """The message of a group that wants up to ``most`` quotes."""
    return _rendered(reply, language, most, in_group=True)


def _rendered(reply: Reply, language: Language, most: int, *, in_group: bool) -> Page:
    told = told_of(reply)
    if isinstance(reply, Abstention):
        return render_refusal(reply.reason, told, reply.nearest, language, in_group=in_group)
    numbered = list(enumerate(reply.quotes[: max(most, told.voices)], 1))
    return render_quotes(numbered, told, language, Occasion(in_group=in_group))
