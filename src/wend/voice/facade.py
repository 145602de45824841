"""What other rooms may call: scores of what customers say, with their intervals."""

from wend.voice.scores import Effort, NpsCounts, compare_nps, csat, effort, gap, nps, peak_end, weighted_nps

__all__ = [
    "Effort",
    "NpsCounts",
    "compare_nps",
    "csat",
    "effort",
    "gap",
    "nps",
    "peak_end",
    "weighted_nps",
]
