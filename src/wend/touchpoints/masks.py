"""Tests of rules, answered for all events of a bucket at once by what answers those of conditions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from wend.engines.lens import Mask, MaskOf, every_event
from wend.engines.machine import Machine
from wend.engines.marking import World
from wend.engines.source import Bucket
from wend.folds.stage_walk import no_stages
from wend.log.facade import Property
from wend.touchpoints.rules import usable


def masks(machine: Machine, property_of: Callable[[str], Property]) -> MaskOf:
    """Which events of a bucket pass a test; `property_of` gives a property lined up with the journal, once each."""
    events = World(machine, every_event(machine.journal.words), no_stages(1), (), property_of)

    def mask_of(written: Mapping[str, Any], bucket: Bucket, number: int) -> Mask:
        test = usable(written)
        return np.zeros(len(bucket.event), np.bool_) if test is None else events.passing(test, bucket, number)

    return mask_of
