import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import type { Where } from "./address";
import { useStepName } from "./useStepNames";

/** A touchpoint with which journeys end otherwise, as the question `drivers` tells it; shares of purchases, else means of ratings. */
export interface Driver {
  about: "touchpoint" | "event";
  what: string;
  n: number;
  other_n: number;
  share: number | null;
  other_share: number | null;
  mean: number | null;
  other_mean: number | null;
  effect: number;
  effect_low: number;
  effect_high: number;
  defining: boolean;
  buying: boolean;
}

/** How a driver is told: how it ends with the touchpoint and without it, and how much that is apart with its 95 % interval. */
export function useDriver() {
  const { say } = useTexts();
  const format = useFormat();
  const named = { touchpoint: useStepName("touchpoints"), event: useStepName("events") };
  const written = (share: number | null, mean: number | null) => (share === null ? format.signed(mean ?? 0, 2) : format.percent(share));
  const apart = (row: Driver, value: number) => (row.share === null ? format.signed(value, 2) : format.signed(100 * value, 1));
  return {
    named: (row: Driver) => named[row.about](row.what),
    value: (row: Driver) => written(row.share, row.mean),
    against: (row: Driver) => say("explore.compare_against", { value: written(row.other_share, row.other_mean) }),
    /** How many journeys or ratings stand on either side. */
    sides: (row: Driver) => say("explore.drivers_sides", { n: format.number(row.n), other: format.number(row.other_n) }),
    effect: (row: Driver) => (row.share === null ? apart(row, row.effect) : say("explore.drivers_points", { value: apart(row, row.effect) })),
    between: (row: Driver) => say("explore.between", { low: apart(row, row.effect_low), high: apart(row, row.effect_high) }),
  };
}

/** One scale for all of them, with zero in the middle. */
export function rangeOfDrivers(rows: Driver[]): { from: number; to: number } {
  const most = Math.max(0.01, ...rows.flatMap(({ effect_low, effect_high }) => [Math.abs(effect_low), Math.abs(effect_high)]));
  return { from: -most, to: most };
}

/** The customers who met it before an outcome. */
export function whereDriven({ what }: Driver): Where {
  return { what, state: "with" };
}
