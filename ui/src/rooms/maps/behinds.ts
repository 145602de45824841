import type { JourneyMap, MapStage, MapTouchpoint, Moved, Name, Obstacle, SegmentLane } from "~/api/types";
import type { Opened } from "./opened";

export function stepBehind(step: MapStage["steps"][number], stage: MapStage): Opened {
  return { kind: "step", key: step.key, stage: stage.stage };
}

export function touchpointsOf(map: JourneyMap, stage: string): MapTouchpoint[] {
  return map.touchpoints.filter((touchpoint) => touchpoint.stage === stage);
}

export function obstaclesOf(map: JourneyMap, stage: string): Obstacle[] {
  return map.obstacles.filter((obstacle) => obstacle.stage === stage).sort((a, b) => b.weight - a.weight);
}

export function feelingOf(map: JourneyMap, stage: string) {
  return map.feelings.find((feeling) => feeling.stage === stage && feeling.touchpoint === "") ?? null;
}

export function biggestObstacle(map: JourneyMap): Obstacle | null {
  return map.obstacles.reduce<Obstacle | null>((best, obstacle) => (!best || obstacle.weight > best.weight ? obstacle : best), null);
}

/** What the thing behind a number is called. */
export function nameOf(map: JourneyMap, opened: Opened): Name | null {
  const stage = map.stages.find((one) => one.stage === (opened.stage || opened.key));
  switch (opened.kind) {
    case "touchpoint":
      return map.touchpoints.find((one) => one.touchpoint === opened.key)?.name ?? null;
    case "step":
      return stage?.steps.find((step) => step.key === opened.key)?.name ?? null;
    case "obstacle":
      return map.obstacles.find((one) => one.key === opened.key)?.title ?? null;
    case "entered":
    case "exited":
      return laneName(map, opened.key);
    case "transition":
      return between(map, opened.key);
    default:
      return stage?.name ?? null;
  }
}

/** What a segment's lane is called, in the words of whoever made the segment. */
function laneName(map: JourneyMap, segment: string): Name {
  const name = laneOf(map, segment)?.name ?? segment;
  return { en: name, vi: name };
}

export function laneOf(map: JourneyMap, segment: string): SegmentLane | undefined {
  return (map.moves ?? []).find((lane) => lane.segment === segment);
}

/** Who entered or left a segment in a stage. */
export function movedOf(lane: SegmentLane, stage: string, kind: "entered" | "exited"): Moved | undefined {
  const cell = lane.stages.find((one) => one.stage === stage);
  return kind === "entered" ? cell?.entered : cell?.left;
}

function between(map: JourneyMap, key: string): Name | null {
  const [from, to] = key.split(">").map((stage) => map.stages.find((one) => one.stage === stage)?.name);
  return from && to ? { en: `${from.en} → ${to.en}`, vi: `${from.vi} → ${to.vi}` } : null;
}
