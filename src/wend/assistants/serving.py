"""The protocol itself, by its official SDK: loaded on use, because only those who serve assistants need it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wend import __version__
from wend.assistants.answering import answered
from wend.assistants.errors import ExtraMissing
from wend.assistants.role import Role
from wend.assistants.tools import Tool, tools
from wend.engines.budgets import within
from wend.kit.errors import WendError
from wend.kit.texts import Language, text
from wend.questions import facade as questions
from wend.workspaces.facade import Workspace

if TYPE_CHECKING:
    from mcp.server import Server
    from mcp.types import CallToolResult, Tool as ShownTool

AT_ONCE = 2
"""Questions answered at the same time; more wait, so that an assistant does not starve whoever shares the machine."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: what they may see, and their language."""

    role: Role
    language: Language


def server(workspace: Workspace, asker: Callable[[Any], Asker], language: Language = "en") -> Server[Any]:
    """The server of one workspace; `asker` tells who asks from the SDK's context of a request, `language` is that of
    what everybody is told. Raises ExtraMissing without the SDK.
    """
    try:
        import anyio
        from mcp import types
        from mcp.server import Server
    except ImportError as error:
        raise ExtraMissing(name=error.name or "mcp") from error
    _say_nothing()
    limiter = anyio.CapacityLimiter(AT_ONCE)

    async def list_tools(context: Any, _params: Any) -> types.ListToolsResult:
        who = asker(context)
        offered = tools(who.language, who.role.sees_customers(workspace))
        return types.ListToolsResult(tools=[_shown(each) for each in offered])

    async def call_tool(context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        budget, who = questions.budget(workspace), asker(context)

        def work() -> CallToolResult:
            with within(budget):
                return _called(workspace, who, params.name, params.arguments or {})

        try:
            return await anyio.to_thread.run_sync(work, limiter=limiter, abandon_on_cancel=True)
        finally:
            budget.stop()

    instructions = text(language, "assistants.instructions")
    return Server(
        "wend", version=__version__, instructions=instructions, on_list_tools=list_tools, on_call_tool=call_tool
    )


def _say_nothing() -> None:
    """The SDK's log would hold the words of whoever asks, and what customers wrote."""
    log = logging.getLogger("mcp")
    log.addHandler(logging.NullHandler())
    log.propagate = False


def serve(workspace: Workspace, role: Role, language: Language) -> None:
    """Answer over standard input and output until the other side is gone. Raises KeyRefused for a key that may not
    read.
    """
    serving = server(workspace, lambda _context: Asker(role, language), language)
    role.sees_customers(workspace)
    import anyio
    from mcp.server.stdio import stdio_server

    async def run() -> None:
        async with stdio_server() as (coming, going):
            await serving.run(coming, going, serving.create_initialization_options())

    anyio.run(run)


def _shown(tool: Tool) -> ShownTool:
    from mcp import types

    hints = types.ToolAnnotations(title=tool.title, read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    return types.Tool(
        name=tool.name, title=tool.title, description=tool.description, input_schema=tool.schema, annotations=hints
    )


def _called(workspace: Workspace, who: Asker, tool: str, given: dict[str, Any]) -> CallToolResult:
    """The answer, or the three sentences of an error: an assistant mends its call by them."""
    from mcp import types

    try:
        said, wrong = answered(workspace, who.role, who.language, tool, given), False
    except WendError as error:
        sentences = [speak(who.language) for speak in (error.message, error.cause, error.next_step)]
        said = json.dumps({"error": error.code, "retry": error.retry, "said": sentences}, ensure_ascii=False)
        wrong = True
    return types.CallToolResult(content=[types.TextContent(text=said)], is_error=wrong)
