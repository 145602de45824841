"""ChannelAttribution (GPL-3) beside Wend's Markov chain: the same paths, in a process and an environment of its own.

It is no dependency of anything here. Where `WEND_CHANNEL_ATTRIBUTION` names a Python that has it (`pip install
ChannelAttribution matplotlib` in an empty environment), that Python is asked; else the peer is left out, and said so.
It finds removal effects by simulating until they move by less than its own tolerance, Wend by solving: so the answers
may differ by that tolerance.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "WEND_CHANNEL_ATTRIBUTION"
MISSING = f"ChannelAttribution is not run: {VARIABLE} names no Python that has it"
TOLERANCE = 0.01
"""What it is asked for: how much the simulated effects may still move."""
_ASKED = """
import json, sys, time, pandas
from ChannelAttribution import markov_model
read = pandas.read_csv(sys.argv[1])
times = []
for _ in range(int(sys.argv[3])):
    began = time.perf_counter()
    told = markov_model(read, "path", "total_conversions", var_value="total_conversion_value", var_null="total_null",
                        order=1, conv_par=float(sys.argv[2]), ncore=2, verbose=False, flg_pro=False)
    times.append(time.perf_counter() - began)
given = dict(zip(told["channel_name"], told["total_conversions"]))
print("\\n" + json.dumps({"seconds": times, "given": given}))
"""


@dataclass(frozen=True)
class Asked:
    """Seconds of every run of the model alone, and the conversions that it gives to each channel."""

    seconds: list[float]
    given: dict[str, float]


def asked(file: Path, repeats: int) -> Asked | None:
    """What it makes of a file of paths; None where it is not to be had."""
    python = os.environ.get(VARIABLE)
    if not python:
        return None
    command = [python, "-c", _ASKED, str(file), str(TOLERANCE), str(repeats)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return Asked(**json.loads(said.strip().splitlines()[-1]))


def furthest(told: dict[str, float], ours: Callable[[str], float]) -> float:
    """The largest difference of a channel's share of all conversions."""
    total = sum(told.values())
    return max(abs(value - ours(channel)) / total for channel, value in told.items())
