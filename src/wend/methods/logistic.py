"""Logistic regression with a ridge, by Newton's method: the maximum of the penalised likelihood, not a step towards it.

Minimises ½·|w|² + C·Σ log(1 + exp(−y·(x·w + b))), the intercept b free (Hosmer & Lemeshow 2013; the ridge of le Cessie
& van Houwelingen 1992 keeps weights finite where one number parts the classes alone). Steps are halved while they do
not help.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]

ROUNDS, HALVINGS = 50, 30
STILL = 1e-9


def weights_of(rows: Real, truth: NDArray[np.bool_], strength: float = 1.0) -> Real:
    """The weight of each column and, last, the intercept; `strength` is C."""
    table = np.column_stack([rows, np.ones(len(rows))])
    ridge = np.append(np.ones(rows.shape[1]), 0.0)
    found = np.zeros(table.shape[1])
    loss = _loss(table, truth, found, ridge, strength)
    for _ in range(ROUNDS):
        chance = _sigmoid(table @ found)
        slope = strength * (table.T @ (chance - truth)) + ridge * found
        bend = strength * (table.T @ (table * (chance * (1 - chance))[:, None])) + np.diag(ridge + STILL)
        step = np.linalg.solve(bend, slope)
        for _ in range(HALVINGS):
            tried = _loss(table, truth, found - step, ridge, strength)
            if tried <= loss:
                break
            step = step / 2
        found, better, loss = found - step, loss - tried, min(tried, loss)
        if better <= STILL * max(loss, 1.0):
            break
    return found


def _sigmoid(x: Real) -> Real:
    return 0.5 * (1 + np.tanh(x / 2))


def _loss(table: Real, truth: NDArray[np.bool_], weights: Real, ridge: Real, strength: float) -> float:
    margin = np.where(truth, 1.0, -1.0) * (table @ weights)
    return float(strength * np.logaddexp(0.0, -margin).sum() + (ridge * weights**2).sum() / 2)
