"""The three headline scores and their kin, each by one named definition: the same answers never give two headlines.

NPS is in points (−100 … 100), shares are 0 … 1. Answers come as counts by answer: `{5: 40, 4: 20, 1: 3}`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from wend.domain.event import Scale, scale_bounds
from wend.methods.intervals import Z95, Difference, Estimate, Sums, mean, normal_tails, wilson

Counts = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class NpsCounts:
    """Promoters (9–10) and detractors (0–6) among n answers to "how likely are you to recommend us"."""

    promoters: int
    detractors: int
    n: int

    @classmethod
    def of(cls, answers: Counts) -> NpsCounts:
        """From counts by answer 0–10."""
        return cls(
            sum(count for answer, count in answers.items() if answer >= 9),
            sum(count for answer, count in answers.items() if answer <= 6),
            sum(answers.values()),
        )

    @property
    def score(self) -> float:
        """Share of promoters minus share of detractors, in points; 0 without answers."""
        return 100 * (self.promoters - self.detractors) / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True)
class Effort:
    """Customer effort (CES 2.0, 1–7, 7 = easy): three headlines that must not be confused."""

    mean: Estimate
    agree: Estimate
    index: float


def nps(counts: NpsCounts) -> Estimate:
    """NPS in points with the adjusted-Wald interval (three answers added: ¾ promoter, ¾ detractor; Rocks 2016).

    >>> nps(NpsCounts(36, 11, 67))
    Estimate(value=37.3134328358209, low=18.1007..., high=53.3278..., n=67, method='adjusted-wald')
    """
    if counts.n == 0:
        return Estimate(0.0, -100.0, 100.0, 0, "adjusted-wald")
    centre, variance = _adjusted(counts)
    reach = Z95 * sqrt(variance)
    low, high = max(-1.0, centre - reach), min(1.0, centre + reach)
    return Estimate(counts.score, 100 * low, 100 * high, counts.n, "adjusted-wald")


def compare_nps(first: NpsCounts, second: NpsCounts) -> Difference:
    """Difference of two NPS in points, by the z test on adjusted values."""
    one, one_variance = _adjusted(first)
    two, two_variance = _adjusted(second)
    error, value = sqrt(one_variance + two_variance), one - two
    reach = Z95 * error
    p = normal_tails(value / error)
    return Difference(100 * value, 100 * (value - reach), 100 * (value + reach), p, "adjusted-wald")


def nps_answers_needed(promoters: float, detractors: float, margin: float) -> int:
    """Answers needed so that an NPS of these shares has this margin (all 0 … 1) at 95 %."""
    return ceil(Z95 * Z95 * (promoters + detractors - (promoters - detractors) ** 2) / margin**2)


def csat(answers: Counts, scale: Scale = "csat5") -> Estimate:
    """Share of answers in the top two boxes, with Wilson's interval."""
    top = scale_bounds(scale)[1] - 1
    return wilson(sum(count for answer, count in answers.items() if answer >= top), sum(answers.values()))


def effort(answers: Counts) -> Effort:
    """CES 2.0: the mean, the share of 5–7, and the index (% of 6–7 minus % of 1–3)."""
    n = sum(answers.values())
    sums = Sums(n, sum(a * c for a, c in answers.items()), sum(a * a * c for a, c in answers.items()))
    agree = sum(count for answer, count in answers.items() if answer >= 5)
    easy = sum(count for answer, count in answers.items() if answer >= 6)
    hard = sum(count for answer, count in answers.items() if answer <= 3)
    return Effort(mean(sums, (1, 7)), wilson(agree, n), 100 * (easy - hard) / n if n else 0.0)


def gap(experience: Sequence[int], expectation: Sequence[int], unit: float = 1.0) -> Estimate:
    """Mean of experience minus expectation over pairs, with the paired t interval (SERVQUAL form)."""
    differences = [got - hoped for got, hoped in zip(experience, expectation, strict=True)]
    return mean(Sums(len(differences), sum(differences), sum(d * d for d in differences)), unit=unit)


def weighted_nps(strata: Sequence[tuple[int, NpsCounts]]) -> Estimate:
    """NPS where each stratum counts by its customers, not by who answered: pairs of (customers, answers)."""
    everybody = sum(customers for customers, _ in strata)
    value = sum(customers / everybody * counts.score for customers, counts in strata)
    variance = sum((customers / everybody) ** 2 * _plain_variance(counts) / counts.n for customers, counts in strata)
    reach = 100 * Z95 * sqrt(variance)
    n = sum(counts.n for _, counts in strata)
    return Estimate(value, max(-100.0, value - reach), min(100.0, value + reach), n, "wald")


def effective_answers(weights: Sequence[float]) -> float:
    """Kish's effective number of answers: (Σw)² / Σw²."""
    return sum(weights) ** 2 / sum(weight * weight for weight in weights)


def peak_end(feelings: Sequence[float]) -> float:
    """Half the most intense moment, half the last one (Kahneman's rule); the later moment wins a tie."""
    peak = max(reversed(feelings), key=abs)
    return (peak + feelings[-1]) / 2


def _adjusted(counts: NpsCounts) -> tuple[float, float]:
    """Centre and variance of the mean after adding three answers."""
    n, p, d = counts.n + 3, (counts.promoters + 0.75) / (counts.n + 3), (counts.detractors + 0.75) / (counts.n + 3)
    return p - d, (p + d - (p - d) ** 2) / n


def _plain_variance(counts: NpsCounts) -> float:
    p, d = counts.promoters / counts.n, counts.detractors / counts.n
    return p + d - (p - d) ** 2
