import type { QuestionLine } from "~/api/types";
import type { useTexts } from "~/texts/texts";

type Say = ReturnType<typeof useTexts>["say"];

/** Before the key of a segment, where customers are told apart by it. */
export const SEGMENT = "segment:";

/** What a group by one or two segments (`by`) is called: those in one, those in both, and all others. */
export function inSegments(group: string, by: string, segment: (key: string) => string, say: Say): string {
  return group === "–" ? say(by.includes("|") ? "explore.group_neither" : "explore.group_outside") : group.split(" + ").map(segment).join(" + ");
}

const GROUPS = {
  moves: ["funnel", "transitions", "paths", "loops", "conformance"],
  stages: ["stages", "moves", "flow", "survival"],
  stays: ["retention", "lifecycle", "stickiness", "return"],
  why: ["dropoff", "drivers", "contribution", "anomalies", "representative", "feelings"],
  volumes: ["reach", "touchpoints", "usage", "sessions", "features"],
  who: ["segment", "compare", "overlap", "rfm", "clusters", "lookalikes"],
} as const;

export type Group = keyof typeof GROUPS | "more";

/** The questions in the order in which people look for them; one that no group knows stands at the end. */
export function grouped(lines: QuestionLine[]): { group: Group; lines: QuestionLine[] }[] {
  const known = Object.entries(GROUPS) as [Group, readonly string[]][];
  const placed = new Set(known.flatMap(([, keys]) => keys));
  const groups = known.map(([group, keys]) => ({ group, lines: keys.flatMap((key) => lines.filter(({ question }) => question === key)) }));
  return [...groups, { group: "more" as const, lines: lines.filter(({ question }) => !placed.has(question)) }].filter((each) => each.lines.length > 0);
}
