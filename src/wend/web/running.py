"""Questions that this server is answering, by the names that those who ask give them: how far they are, and a stop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from wend.engines.budgets import Budget
from wend.kit.errors import Mistake


class NotAsked(Mistake):
    """No question of this name is being answered here: it is done, or another server answers it."""

    code = "web.not_asked"
    status = 404


class Running:
    """The budgets of questions at work, by workspace and name. Safe between threads."""

    def __init__(self) -> None:
        self._budgets: dict[tuple[str, str], Budget] = {}
        self._lock = Lock()

    @contextmanager
    def known(self, workspace: str, name: str, budget: Budget) -> Iterator[None]:
        """The question can be asked about while it is answered; one without a name cannot."""
        if not name:
            yield
            return
        with self._lock:
            self._budgets[workspace, name] = budget
        try:
            yield
        finally:
            with self._lock:
                if self._budgets.get((workspace, name)) is budget:
                    del self._budgets[workspace, name]

    def find(self, workspace: str, name: str) -> Budget | None:
        """What the question may cost and how far it is; None where it is not at work."""
        with self._lock:
            return self._budgets.get((workspace, name))

    def of(self, workspace: str, name: str) -> Budget:
        """The same; raises NotAsked."""
        found = self.find(workspace, name)
        if found is None:
            raise NotAsked
        return found
