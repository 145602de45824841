import type { Cell, Row } from "./table";

/** What a column holds, and so how it is written. */
export type Kind = "step" | "stage" | "channel" | "span" | "share" | "money" | "chance" | "figure" | "count" | "date" | "moment" | "number" | "about" | "touchpoint" | "word";

const BY_NAME: Record<string, Kind> = {
  step: "step", touchpoint: "step", path: "step", start: "step", loop: "step", what: "step", event: "step", journey: "step", why_step: "step",
  stage: "stage", channel: "channel",
  share: "share", rate: "share", kept: "share", ratio: "share", similarity: "share", conformance: "share", expected: "share", effect: "share", difference: "share",
  share_of_previous: "share", entries_share: "share", against_share: "share", other_share: "share", removal_effect: "share", outcome_share: "share",
  value: "money", cost: "money", money: "money", amount: "money", conversion_value: "money", untouched_value: "money",
  p_adjusted: "chance", p: "chance",
  mean: "figure", deviation: "figure", mean_days: "figure", median: "figure", silhouette: "figure",
  period: "date", cohort: "date",
};
/** Where the same word means something else. */
const BY_QUESTION: Record<string, Record<string, Kind>> = {
  transitions: { from: "step", to: "step" },
  paths: { from: "step", to: "step" },
  stages: { from: "stage", to: "stage" },
  flow: { from: "stage", to: "stage" },
  anomalies: { from: "date", to: "date" },
  funnel: { from: "date", what: "word", value: "word" },
  touchpoints: { next: "step", previous: "step" },
  survival: { low: "figure", high: "figure", expected: "figure" },
  contribution: { low: "figure", high: "figure", value: "money", ...Object.fromEntries(["first", "last", "linear", "position", "time_decay", "markov", "shapley", "conversions"].map((name) => [name, "figure" as const])) },
  drivers: { about: "about", effect: "figure", effect_low: "figure", effect_high: "figure", other_mean: "figure" },
  retention: { period: "word" },
  compare: { about: "about", effect: "figure", effect_low: "figure", effect_high: "figure", lift: "figure", lift_low: "figure", lift_high: "figure" },
  overlap: { of_first: "share", of_second: "share", jaccard: "share", times: "figure" },
  rfm: { paid: "money", paid_each: "money" },
  clusters: { number: "number", agreement: "figure", low: "figure", comes_back: "figure", purchases: "figure", paid_each: "money", deviations: "figure" },
  lookalikes: { number: "number", weight: "figure", area: "figure", lift: "figure", lift_low: "figure", lift_high: "figure" },
  usage: { taken_by: "step", last_at: "moment", of_target: "share", low: "figure", high: "figure", plan: "figure" },
  features: { other_low: "share", other_high: "share", lower_quartile: "figure", upper_quartile: "figure" },
};
/** What a word in one column says of another one beside it. */
const BESIDE: Record<string, (table: string, column: string, row: Row) => Kind | undefined> = {
  moves: (table, column) => (column === "from" || column === "to" ? (table === "levels" ? "word" : "stage") : undefined),
  rfm: (_, column, row) => (column === "from" || column === "to" ? (row.of === "money" ? "money" : "count") : undefined),
  drivers: (_, column, row) => (column === "what" && row.about === "touchpoint" ? "touchpoint" : undefined),
  lookalikes: (_, column, row) => (column === "ranked_by" && row.ranked_by !== "model" ? "number" : undefined),
  clusters: (table, column, row) => {
    if (table === "groups" && column === "low") return "share";
    return column === "mean" || column === "of_all" ? (row.number === "money" ? "money" : String(row.number).startsWith("channel ") ? "share" : "figure") : undefined;
  },
  compare: (_, column, row) => {
    if (column === "what") return row.about === "touchpoint" ? "touchpoint" : row.about === "event" ? "step" : row.about === "stage" ? "stage" : row.about === "channel" ? "channel" : row.about === "trait" ? "word" : "number";
    return row.what === "money" && (column === "mean" || column === "other_mean") ? "money" : undefined;
  },
};
const MEASURED = new Set(["before", "during", "low", "high"]);

/** What a column of a question's table holds; of a change, by what was measured. */
export function kindOf(question: string, table: string, column: string, row: Row): Kind {
  if (question === "anomalies" && MEASURED.has(column)) return row.measure === "seconds" ? "span" : row.measure === "customers" ? "figure" : "share";
  if (question === "survival" && table === "curve" && (column === "low" || column === "high")) return "share";
  if (question === "transitions" && column === "step") return "step";
  const beside = BESIDE[question]?.(table, column, row);
  if (beside) return beside;
  const known = BY_QUESTION[question]?.[column] ?? BY_NAME[column];
  if (known) return known;
  if (column.endsWith("seconds")) return "span";
  if (column === "low" || column === "high") return "share";
  const [, whole, end] = /^(.+)_(low|high|share|mean|difference|without|adjusted|\d+d)$/.exec(column) ?? [];
  if (end === "adjusted") return "chance";
  if (end === "share") return "share";
  if (whole?.startsWith("feeling") || whole?.startsWith("rating")) return "figure";
  if (whole?.startsWith("experience") || whole?.startsWith("expectation") || column.endsWith("deviation")) return "figure";
  if (whole?.startsWith("outcome")) return "share";
  return whole ? kindOf(question, table, whole, row) : "count";
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;

/** A day or a month as the data write it, in epoch seconds at noon, so that no zone moves it to another day. */
export function dateOf(value: Cell): { at: number; month: boolean } | null {
  if (typeof value !== "string") return null;
  if (DAY.test(value)) return { at: Date.parse(`${value}T12:00:00Z`) / 1000, month: false };
  if (MONTH.test(value)) return { at: Date.parse(`${value}-15T12:00:00Z`) / 1000, month: true };
  return null;
}
