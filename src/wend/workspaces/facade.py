"""What other rooms and the doors may use: the workspace itself, and who may enter it."""

from wend.workspaces.access import (
    SESSION_LIFE,
    TOKEN_LIFE,
    BadToken,
    NotLoopback,
    PortTaken,
    enter,
    first_run_token,
    is_open,
    leave,
)
from wend.workspaces.model import Workspace

__all__ = [
    "SESSION_LIFE",
    "TOKEN_LIFE",
    "BadToken",
    "NotLoopback",
    "PortTaken",
    "Workspace",
    "enter",
    "first_run_token",
    "is_open",
    "leave",
]
