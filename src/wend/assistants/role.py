"""What an assistant may see. Its answers may travel to a company far away: no identifiers unless they were allowed."""

from __future__ import annotations

from dataclasses import dataclass

from wend.assistants.errors import KeyRefused
from wend.workspaces.facade import Workspace, find_key


@dataclass(frozen=True, slots=True)
class Role:
    """A secret key decides by its scopes, at every call, so that a revoked one ends at once. Without a key it is the
    person at the machine who asks, and `customers` is what they allow.
    """

    key: str = ""
    customers: bool = False

    def sees_customers(self, workspace: Workspace) -> bool:
        """Whether identifiers of customers may be told. Raises KeyRefused when not even numbers may be."""
        if not self.key:
            return self.customers
        found = find_key(workspace, self.key, "secret", "mcp")
        if found is None or not found.allows("data:read"):
            raise KeyRefused
        return found.allows("profiles:read")
