"""Logistic regression with a ridge: scikit-learn's, of the extra `learn`, by Newton's method.

Minimises ½·|w|² + C·Σ log(1 + exp(−y·(x·w + b))), the intercept b free (Hosmer & Lemeshow 2013; the ridge of le Cessie
& van Houwelingen 1992 keeps weights finite where one number parts the classes alone).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wend.methods.scikit import scikit

Real = NDArray[np.float64]

STILL = 1e-8
"""Rounds end when no slope of the penalised likelihood, a row's mean, is steeper."""


def weights_of(rows: Real, truth: NDArray[np.bool_], strength: float = 1.0) -> Real:
    """The weight of each column and, last, the intercept; `strength` is C. Raises LearnExtraMissing."""
    linear = scikit("linear_model")
    found = linear.LogisticRegression(C=strength, solver="newton-cholesky", tol=STILL).fit(rows, truth)
    return np.append(found.coef_[0], found.intercept_)
