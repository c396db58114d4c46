"""The tools over the Model Context Protocol. The home of the package ``mcp``, which is an extra."""

import asyncio
import json
import logging
import secrets
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from typing import Any

from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel.server import Server
from mcp.server.stdio import stdio_server
from mcp.types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp.types import Tool as Offered

from bot.basics.errors import BotError
from bot.chat.wording.texts import Language
from bot.core.index.edition import Edition
from bot.core.replies import Reply
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import Said, say
from bot.web.assistants.tools import TOOLS, Toolbox

log = logging.getLogger(__name__)

Speaks = Callable[[Any], Language]
"""Tells the language of whoever sent a request, None where there is no request of HTTP."""


def english(_: object) -> Language:
    """Speak as in logs: nobody has said which language an assistant reads."""
    return Language.ENGLISH


def server_of(tools: Toolbox, speaks: Speaks = english) -> Server[Any]:
    """Return a server of the protocol that offers the tools."""
    return Server(
        "quoth",
        version=version("quoth"),
        instructions=str(say(Message.TOOLS_ABOUT)),
        on_list_tools=partial(_offer, speaks),
        on_call_tool=partial(_use, tools, speaks),
    )


def serve_pipes(edition: Edition, answering: Callable[[str], Reply]) -> None:
    """Serve over standard input and output until the input ends; nothing else is written to the output."""
    turns = asyncio.Semaphore(1)

    async def ask(question: str) -> tuple[Edition, Reply]:
        async with turns:
            return edition, await asyncio.to_thread(answering, question)

    async def look() -> Edition:
        return edition

    asyncio.run(_serve_pipes(server_of(Toolbox(ask, look))))


async def _serve_pipes(server: Server[Any]) -> None:
    async with stdio_server() as (received, sent):
        await server.run(received, sent, server.create_initialization_options())


async def _offer(
    speaks: Speaks, context: ServerRequestContext[Any], _: PaginatedRequestParams | None
) -> ListToolsResult:
    language = speaks(context.request).value
    reads = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    return ListToolsResult(
        tools=[
            Offered(
                name=one.name,
                description=one.description.said(language),
                input_schema=one.schema,
                annotations=reads,
            )
            for one in TOOLS
        ]
    )


async def _use(
    tools: Toolbox, speaks: Speaks, context: ServerRequestContext[Any], called: CallToolRequestParams
) -> CallToolResult:
    try:
        value = await tools.use(called.name, called.arguments or {})
    except Exception as error:
        return _refused(_sentence_of(error), speaks(context.request))
    written = json.dumps(value, ensure_ascii=False)
    return CallToolResult(content=[TextContent(text=written)], structured_content=dict(value))


def _sentence_of(error: Exception) -> Said:
    """Return what is said of a failure; one that is ours alone is logged, and only its number is said."""
    if isinstance(error, BotError) and isinstance(error.sentence, Said):
        return error.sentence
    name = secrets.token_hex(4)
    told = str(error) if isinstance(error, BotError) else type(error).__name__
    log.error("a tool gave nothing (%s): %s", name, told)
    return say(Message.ERROR, id=name)


def _refused(sentence: Said, language: Language) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=sentence.said(language))], is_error=True)
