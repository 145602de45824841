import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useFormat } from "~/kit/format";
import { useCurrency } from "~/kit/selection/useChoices";
import { useTexts } from "~/texts/texts";
import type { Where } from "./address";
import { useNumber } from "./useNumber";
import { useStepName } from "./useStepNames";

export const ABOUT = ["trait", "touchpoint", "event", "channel", "stage", "money", "feelings", "rhythm", "channels"] as const;

/** One thing in which two groups differ, as the question `compare` tells it. */
export interface Difference {
  about: (typeof ABOUT)[number];
  what: string;
  value: string;
  share: number | null;
  other_share: number | null;
  mean: number | null;
  other_mean: number | null;
  effect: number;
  effect_low: number;
  effect_high: number;
  lift: number | null;
  lift_low: number | null;
  lift_high: number | null;
  defining: boolean;
}

/** How a difference is told: what it is called, both figures, how many times as much with its 95 % interval. */
export function useDifference(stage: (key: string) => string) {
  const { say } = useTexts();
  const format = useFormat();
  const currency = useCurrency();
  const number = useNumber();
  const channel = useChannelName();
  const touchpoint = useStepName("touchpoints");
  const named = (row: Difference) => {
    if (row.about === "trait") return `${row.what.replaceAll("_", " ")}: ${row.value}`;
    if (row.share === null) return number(row.what);
    return row.about === "channel" ? channel(row.what) : row.about === "stage" ? stage(row.what) : row.about === "touchpoint" ? touchpoint(row.what) : row.what;
  };
  const written = (row: Difference, share: number | null, mean: number | null) => {
    if (share !== null) return format.percent(share);
    return row.what === "money" ? format.compactMoney(mean ?? 0, currency) : row.about === "feelings" ? format.signed(mean ?? 0, 1) : format.number(mean ?? 0, 1);
  };
  const times = (lift: number) => format.number(lift, lift < 1 ? 2 : 1);
  return {
    named,
    /** What kind of thing it is, where its name does not say so. */
    about: ({ about }: Difference) => (about === "feelings" || about === "money" ? "" : say(`explore.about_${about}`)),
    value: (row: Difference) => written(row, row.share, row.mean),
    against: (row: Difference) => say("explore.compare_against", { value: written(row, row.other_share, row.other_mean) }),
    lift: (row: Difference) => (row.lift === null ? format.signed(row.effect, 2) : say("explore.compare_lift", { value: times(row.lift) })),
    between: (row: Difference) => (row.lift_low === null || row.lift_high === null ? say("explore.between", { low: format.signed(row.effect_low, 2), high: format.signed(row.effect_high, 2) }) : say("explore.between", { low: times(row.lift_low), high: times(row.lift_high) })),
  };
}

/** The customers behind a difference, in the words of the question. */
export function whereOf({ about, what, value }: Difference): Where {
  return { about, what, ...(value ? { value } : {}) };
}
