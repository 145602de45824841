"""What other rooms may call: figures with their intervals."""

from wend.voice.rules import (
    WEAK_BELOW,
    Z95,
    Difference,
    Estimate,
    Sums,
    compare_means,
    compare_shares,
    mean,
    normal_tails,
    t_quantile,
    wilson,
)
from wend.voice.scores import Effort, NpsCounts, compare_nps, csat, effort, gap, nps, peak_end, weighted_nps

__all__ = [
    "WEAK_BELOW",
    "Z95",
    "Difference",
    "Effort",
    "Estimate",
    "NpsCounts",
    "Sums",
    "compare_means",
    "compare_nps",
    "compare_shares",
    "csat",
    "effort",
    "gap",
    "mean",
    "normal_tails",
    "nps",
    "peak_end",
    "t_quantile",
    "weighted_nps",
    "wilson",
]
