"""The protocol itself, by its official SDK: loaded on use, because only those who serve assistants need it."""

from __future__ import annotations

import json
import logging
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


def server(workspace: Workspace, role: Role, language: Language) -> Server[Any]:
    """The server of one workspace. Raises ExtraMissing without the SDK, KeyRefused for a key that may not read."""
    try:
        import anyio
        from mcp import types
        from mcp.server import Server
    except ImportError as error:
        raise ExtraMissing(name=error.name or "mcp") from error
    _say_nothing()
    role.sees_customers(workspace)
    limiter = anyio.CapacityLimiter(AT_ONCE)

    async def list_tools(_context: Any, _params: Any) -> types.ListToolsResult:
        offered = tools(language, role.sees_customers(workspace))
        return types.ListToolsResult(tools=[_shown(each) for each in offered])

    async def call_tool(_context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        budget = questions.budget(workspace)

        def work() -> CallToolResult:
            with within(budget):
                return _called(workspace, role, language, params.name, params.arguments or {})

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
    """Answer over standard input and output until the other side is gone."""
    serving = server(workspace, role, language)
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


def _called(workspace: Workspace, role: Role, language: Language, tool: str, given: dict[str, Any]) -> CallToolResult:
    """The answer, or the three sentences of an error: an assistant mends its call by them."""
    from mcp import types

    try:
        said, wrong = answered(workspace, role, language, tool, given), False
    except WendError as error:
        sentences = [error.message(language), error.cause(language), error.next_step(language)]
        said = json.dumps({"error": error.code, "retry": error.retry, "said": sentences}, ensure_ascii=False)
        wrong = True
    return types.CallToolResult(content=[types.TextContent(text=said)], is_error=wrong)
