import type { Stage, StageSet } from "~/api/types";
import { keyOf } from "../catalogue/touchpoint";

/** The set with the stage at `from` standing at `to`. */
export function moved(set: StageSet, from: number, to: number): StageSet {
  const stages = [...set.stages];
  const [stage] = stages.splice(from, 1);
  if (!stage) return set;
  stages.splice(Math.max(0, Math.min(to, stages.length)), 0, stage);
  return { ...set, stages };
}

/** The set with one stage changed, or taken out (null). */
export function withStage(set: StageSet, index: number, stage: Stage | null): StageSet {
  return { ...set, stages: set.stages.flatMap((one, i) => (i === index ? (stage ? [stage] : []) : [one])) };
}

/** The set with a new stage at its end; its key is like no other. */
export function added(set: StageSet, name: string): StageSet {
  const key = free(keyOf(name) || "stage", set.stages.map((one) => one.key));
  return { ...set, stages: [...set.stages, { key, name: { en: name, vi: name }, rules: [], reasons: [], touches: 0 }] };
}

/** A key that none of these is: the word itself, or with the first number that is free. */
export function free(word: string, taken: string[]): string {
  if (!taken.includes(word)) return word;
  let number = 2;
  while (taken.includes(`${word}_${number}`)) number += 1;
  return `${word}_${number}`;
}
