import type { Where } from "./address";
import { writeSteps } from "./steps";

type Row = Record<string, unknown>;
const word = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

/** How the customers behind a row of an answer's table are asked for, question by question; see docs/questions.md. */
const POINTS: Record<string, (row: Row, place: number) => Where> = {
  funnel: (_, place) => ({ step: String(place + 1) }),
  transitions: (row) => ({ from: word(row.from), to: word(row.to) }),
  sessions: () => ({}),
  stages: (row) => ({ stage: word(row.stage) }),
  touchpoints: (row) => ({ touchpoint: word(row.touchpoint) }),
  feelings: (row) => ({ touchpoint: word(row.touchpoint) }),
  dropoff: (row) => ({ step: word(row.step), state: "there" }),
  reach: (row) => ({ step: word(row.step) }),
  paths: (row) => ({ path: Array.isArray(row.path) ? writeSteps(row.path.map((name) => [String(name)])) : "" }),
  retention: (row) => ({ cohort: word(row.cohort) }),
  lifecycle: (row) => ({ period: word(row.period) }),
  stickiness: (row) => ({ period: word(row.period) }),
};

/** The words that open a row's customers; null where a question's rows do not say. */
export function whereOf(question: string, row: Row, place: number): Where | null {
  return POINTS[question]?.(row, place) ?? null;
}
