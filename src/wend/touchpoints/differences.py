"""What is different between two versions of a stage set, as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wend.domain.names import Name
from wend.domain.stage import Stage, StageSet
from wend.kit.texts import Language, text

ARROW = " → "


def differences(before: StageSet, after: StageSet) -> tuple[Name, ...]:
    """Every difference that a customer or a reader could notice, stages in the order of the later version."""
    return (*_of_stages(before, after), *_of_set(before, after))


def _of_stages(before: StageSet, after: StageSet) -> Iterator[Name]:
    was, now = _by_key(before), _by_key(after)
    for key, stage in was.items():
        if key not in now:
            yield _told("removed", stage=stage.name)
    for key, stage in now.items():
        if key not in was:
            yield _told("added", stage=stage.name)
        else:
            yield from _of_stage(was[key], stage)
    if [key for key in was if key in now] != [key for key in now if key in was]:
        yield _told("order", stages=_in_a_row([stage.name for stage in after.stages]))


def _of_stage(was: Stage, now: Stage) -> Iterator[Name]:
    if was.name != now.name:
        yield _told("renamed", was=was.name, stage=now.name)
    if was.rules != now.rules:
        yield _told("rules", stage=now.name)
    if was.touches != now.touches:
        yield _told("touches", stage=now.name, was=was.touches, touches=now.touches)


def _of_set(before: StageSet, after: StageSet) -> Iterator[Name]:
    if before.name != after.name:
        yield _told("set_renamed", was=before.name, name=after.name)
    if before.slowing_after_days != after.slowing_after_days:
        yield _told("slowing", was=before.slowing_after_days, days=after.slowing_after_days)
    if before.left_after_days != after.left_after_days:
        yield _told("left", was=before.left_after_days, days=after.left_after_days)


def _by_key(stage_set: StageSet) -> Mapping[str, Stage]:
    return {stage.key: stage for stage in stage_set.stages}


def _in_a_row(names: list[Name]) -> Name:
    return Name(ARROW.join(name.in_("en") for name in names), ARROW.join(name.in_("vi") for name in names))


def _told(what: str, **places: Name | int) -> Name:
    def said(language: Language) -> str:
        filled = {key: place.in_(language) if isinstance(place, Name) else place for key, place in places.items()}
        return text(language, f"touchpoints.change.{what}", **filled)

    return Name(said("en"), said("vi"))
