"""The tools: ask, verify, show. Each gives an object whose words of articles were compared once more."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.core.asking.filters import in_marks
from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId
from bot.core.replies import Reply
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import Said, say
from bot.web.as_json import article_list, reply_object, verified, whole
from bot.web.gate import sealed_object

_TEXT = {"type": "string", "minLength": 1, "maxLength": LIMITS.asking.question}
_NUMBER = {"type": "integer", "minimum": 1}

Asks = Callable[[str], Awaitable[tuple[Edition, Reply]]]
"""Answers a question, and tells from which edition."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool as an assistant sees it: ``takes`` are the JSON schemas of its arguments."""

    name: str
    description: Said
    takes: Mapping[str, Mapping[str, object]]
    required: tuple[str, ...] = ()

    @property
    def schema(self) -> dict[str, Any]:
        """What it takes, as JSON Schema."""
        return {
            "type": "object",
            "properties": dict(self.takes),
            "required": list(self.required),
            "additionalProperties": False,
        }

    def check(self, arguments: Mapping[str, Any]) -> None:
        """Raise BotError, with a sentence for the caller, where it does not take these arguments."""
        fits = set(self.required) <= set(arguments) <= set(self.takes)
        if not fits or not all(_is_one(value, self.takes[name]) for name, value in arguments.items()):
            names, count = ", ".join(self.takes), LIMITS.asking.question
            raise BotError(Message.TOOL_TAKES, tool=self.name, names=names, count=count)


_FILTERS = 'source:"Name", after:2031-05-06, before:2031, lang:en'

TOOLS = (
    Tool("ask", say(Message.TOOL_ASK, filters=_FILTERS), {"question": _TEXT}, ("question",)),
    Tool("verify", say(Message.TOOL_VERIFY), {"text": _TEXT}, ("text",)),
    Tool("show", say(Message.TOOL_SHOW), {"article": _TEXT, "page": _NUMBER}),
)


@dataclass(frozen=True, slots=True)
class Toolbox:
    """Does what the tools promise, with the edition that serves."""

    ask: Asks
    edition: Callable[[], Awaitable[Edition]]

    async def use(self, name: str, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what a tool gives. Raises BotError, with a sentence, where it was called wrongly."""
        tool = next((tool for tool in TOOLS if tool.name == name), None)
        if tool is None:
            known = ", ".join(tool.name for tool in TOOLS)
            raise BotError(Message.TOOL_UNKNOWN, name=name[:100], known=known)
        tool.check(arguments)
        match name:
            case "ask":
                return await self._ask(arguments["question"])
            case "verify":
                return await self._verify(arguments["text"])
            case _:
                return await self._show(arguments.get("article"), arguments.get("page", 1))

    async def _ask(self, question: str) -> Mapping[str, Any]:
        edition, reply = await self.ask(question)
        return sealed_object(reply_object(question, reply), edition)

    async def _verify(self, text: str) -> Mapping[str, Any]:
        edition, reply = await self.ask(in_marks(text))
        return sealed_object(verified(text, reply), edition)

    async def _show(self, name: str | None, page: int) -> Mapping[str, Any]:
        edition = await self.edition()
        if name is None:
            return article_list(edition, page)
        article = edition.article(ArticleId(name))
        if article is None:
            raise BotError(Message.ARTICLE_UNKNOWN, name=name[:100])
        return sealed_object(whole(article, edition), edition)


def _is_one(value: object, schema: Mapping[str, object]) -> bool:
    """Tell whether a value is a text, or a number, of the size that the tools take."""
    if schema is _NUMBER:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 1
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LIMITS.asking.question
