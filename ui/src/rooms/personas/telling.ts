import type { Difference } from "~/rooms/explore/useDifference";

/** The four questions, as the API calls them. */
export const ASKS = ["who", "drivers", "goals", "satisfaction"] as const;
export type Asks = (typeof ASKS)[number];
export type Answers = Partial<Record<Asks, Difference[]>>;

/** So many differences a card tells. */
const TOLD = 3;

/** What sets a persona apart most: the first finding under each question, then the next ones, so that one question does not fill the card. Those that may as well be none wait for the page. */
export function apart(answers: Answers): Difference[] {
  const all = ASKS.map((asks) => (answers[asks] ?? []).filter((row) => row.effect_low > 0 || row.effect_high < 0));
  const most = Math.max(...all.map((rows) => rows.length));
  return Array.from({ length: most }, (_, i) => all.flatMap((rows) => rows[i] ?? [])).flat().slice(0, TOLD);
}

/** One step of a representative journey, with the share of its group that takes it. */
export interface Step {
  step: string;
  share: number | null;
  median_seconds: number | null;
}

/** So many steps stand for a long journey. */
const TELLING = 12;

/** The steps that most of a group take, each where it first comes, in their order; a short journey stays whole. */
export function telling(steps: Step[]): Step[] {
  if (steps.length <= TELLING) return steps;
  const first = steps.filter(({ step }, i) => steps.findIndex((each) => each.step === step) === i);
  const least = first.map(({ share }) => share ?? 0).sort((a, b) => b - a)[TELLING - 1] ?? 0;
  return first.filter(({ share }) => (share ?? 0) >= least).slice(0, TELLING);
}
