import type { Where } from "./address";
import { writeSteps } from "./steps";
import type { Row } from "./table";
import type { Answer } from "./useExplore";
import { rowsOf } from "./view";

type Point = (row: Row, place: number, answer: Answer) => Where | null;
/** By the name of a table, then of a column. */
type Points = Record<string, Record<string, Point>>;

const word = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const words = (value: unknown) => (Array.isArray(value) ? writeSteps(value.map((name) => [String(name)])) : "");
/** These words of a row as they stand there, those that are null left out. */
const same = (...names: string[]) => (row: Row): Where => Object.fromEntries(names.filter((name) => row[name] !== null && row[name] !== undefined).map((name) => [name, word(row[name])]));
const and = (point: Point, more: Where): Point => (row, place, answer) => ({ ...point(row, place, answer), ...more });
const states = (point: Point, names: string[]): Record<string, Point> => Object.fromEntries(names.map((state) => [state, and(point, { state })]));
const models = ["first", "last", "linear", "position", "time_decay", "markov", "shapley"];

const place_of = (answer: Answer, part: string, name: unknown) => rowsOf<{ step: string }>(answer, part).findIndex(({ step }) => step === name) + 1;
const steps = (answer: Answer) => Math.max(1, rowsOf(answer, "steps").length);
const feeling: Points[string] = { experience_n: same("touchpoint", "stage"), expectation_n: and(same("touchpoint", "stage"), { kind: "expectation" }) };
const stopping = (name: string): Points[string] => ({ customers: and(same(name), { state: "there" }), ...states(same(name), ["stopped", "pending", "went_on"]) });
const planned = (kind: string): Point => (_, place) => ({ step: String(place + 1), kind });
const why = (state: string): Point => (row, _, answer) => ({ step: String(place_of(answer, "steps", answer.why_step)), ...same("what", "value")(row), state });
const group: Point = (row, place, answer) => ({ step: String((place % steps(answer)) + 1), ...same("group")(row) });
const survived = (state: string): Point => (row, _, answer) => ({ ...(rowsOf(answer, "groups").length > 1 ? same("group")(row) : {}), state });
const strange = same("what", "measure", "group", "from", "to");

/** How the customers behind a number of an answer are asked for, question by question; see docs/questions.md. */
const POINTS: Record<string, Points> = {
  funnel: {
    steps: { customers: (_, place) => ({ step: String(place + 1) }), cases: (_, place) => ({ step: String(place + 1) }) },
    groups: { customers: group, entries: group },
    trend: { entered: and(same("from"), { step: "1" }), finished: (row, _, answer) => ({ ...same("from")(row), step: String(steps(answer)) }) },
    against: { customers: (_, place) => ({ step: String(place + 2) }) },
    why: { n: why("reached"), stopped: why("stopped") },
  },
  transitions: {
    edges: { customers: same("from", "to"), against_customers: and(same("from", "to"), { side: "against" }) },
    starts: { customers: (row) => ({ start: word(row.step) }) },
    ends: { customers: (row) => ({ end: word(row.step) }) },
  },
  sessions: { sessions: { customers: () => ({}) } },
  stages: {
    stages: { customers: same("stage"), ...states(same("stage"), ["next", "now", "slowing", "left", "resumed", "returned"]) },
    flow: { customers: (row) => ({ stage: word(row.from), to: word(row.to) }) },
  },
  touchpoints: { touchpoints: { customers: same("touchpoint") }, stages: { customers: same("touchpoint", "stage") } },
  feelings: { touchpoints: feeling, stages: feeling },
  dropoff: { steps: stopping("step"), stages: stopping("stage") },
  reach: { steps: { customers: same("step") } },
  paths: {
    paths: { customers: (row) => ({ path: words(row.path) }) },
    tree: { customers: (row) => ({ path: words(row.path), state: "through" }) },
    links: { customers: same("layer", "from", "to") },
  },
  loops: { loops: Object.fromEntries(["customers", "left", "went_on"].map((state) => [state, (row: Row) => ({ loop: words(row.loop), state })])) },
  retention: { cohorts: { customers: same("cohort") }, periods: { customers: same("cohort", "period"), n: and(same("cohort", "period"), { state: "there" }) } },
  survival: { groups: { customers: survived("there"), ended: survived("ended"), open: survived("open") } },
  lifecycle: { periods: { customers: same("period"), ...states(same("period"), ["new", "returning", "resurrected", "dormant"]) } },
  stickiness: { periods: { customers: same("period") }, days: { customers: same("period", "days") } },
  return: { before: { returned: same("event"), n: and(same("event"), { state: "silent" }) } },
  flow: {
    flow: { customers: same("from", "from_state", "to", "to_state"), n: same("from", "from_state") },
    back: { customers: and(same("from", "to"), { state: "back" }) },
  },
  moves: {
    moves: { customers: same("from", "to"), n: same("from") },
    stages: { now: same("stage"), ...states(same("stage"), ["slowing", "left"]) },
    levels: { customers: (row) => ({ from_state: word(row.from), to_state: word(row.to) }) },
  },
  overlap: {
    intersections: { customers: same("sets"), at_least: and(same("sets"), { state: "at_least" }) },
    sets: { customers: (row) => ({ sets: word(row.set), state: "at_least" }) },
    pairs: { both: and(same("sets"), { state: "at_least" }) },
  },
  compare: { differences: { n: same("about", "what", "value"), other_n: and(same("about", "what", "value"), { group: "second" }) } },
  drivers: { drivers: { n: same("what"), people: same("what"), other_n: and(same("what"), { state: "without" }), other_people: and(same("what"), { state: "without" }) } },
  rfm: { cells: { customers: same("recency", "frequency", "money") }, fifths: { customers: (row) => ({ [word(row.of)]: word(row.fifth) }) } },
  clusters: { groups: { customers: same("group") } },
  features: {
    spread: { customers: and(same("from"), { group: "first" }), other_customers: and(same("from"), { group: "second" }) },
    groups: { customers: same("group") },
  },
  usage: {
    touchpoints: { customers: same("touchpoint"), recent: and(same("touchpoint"), { state: "recent" }) },
    touches: { n: same("stage"), ...states(same("stage"), ["fewer", "more"]) },
    uncovered: { events: same("event", "channel") },
    twice: { events: same("touchpoint", "taken_by") },
  },
  anomalies: { anomalies: { lost: strange, n: and(strange, { state: "tried" }) } },
  representative: {
    clusters: { journeys: same("cluster"), exact: and(same("cluster"), { state: "exact" }), outcome_journeys: and(same("cluster"), { state: "outcome" }) },
    variants: { journeys: (_, place) => ({ variant: String(place + 1) }) },
  },
  conformance: {
    steps: Object.fromEntries(["on_time", "late", "moved", "skipped"].map((kind) => [kind, planned(kind)])),
    deviations: { journeys: deviating },
    extras: { events: (row) => ({ unplanned: word(row.step) }) },
  },
  contribution: {
    channels: { touches: same("channel"), ...Object.fromEntries(models.map((model) => [model, and(same("channel"), { model })])) },
    models: { conversions: same("channel", "model") },
  },
};

function deviating(row: Row, _: number, answer: Answer): Where {
  if (row.kind === "any") return { state: "deviating" };
  if (row.kind === "unplanned") return { unplanned: word(row.step) };
  return { step: String(place_of(answer, "steps", row.step)), kind: word(row.kind) };
}

/** The words that open the customers behind one number of a table; null where it stands for nobody in particular. */
export function whereOf(answer: Answer, table: string, column: string, row: Row, place: number): Where | null {
  const value = row[column];
  if (typeof value !== "number" || value === 0) return null;
  return POINTS[answer.question]?.[table]?.[column]?.(row, place, answer) ?? null;
}

/** For the test that every question opens. */
export const OPENED = Object.fromEntries(Object.entries(POINTS).map(([question, tables]) => [question, Object.keys(tables)]));
