import type { Obstacle } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useCurrency } from "~/kit/selection/useChoices";
import { useTexts } from "~/texts/texts";

/** The size of an obstacle's effect as a short sentence in its own unit. */
export function useEffectText(): (obstacle: Pick<Obstacle, "outcome" | "effect">) => string {
  const { say } = useTexts();
  const amount = useOutcome();
  return ({ outcome, effect }) => say(`obstacle.effect_${outcome}`, { value: amount(outcome, effect) });
}

/** A value in the unit of an outcome: feeling points, percentage points, money a customer. */
export function useOutcome(): (outcome: Obstacle["outcome"], value: number) => string {
  const format = useFormat();
  const currency = useCurrency();
  return (outcome, value) => {
    if (outcome === "rating") return format.signed(value, 1);
    if (outcome === "money") return format.compactMoney(value, currency);
    return `${value < 0 ? "−" : "+"}${format.points(value)}`;
  };
}

/** A group's own figure (not a difference) in the unit of an outcome. */
export function useFigure(): (outcome: Obstacle["outcome"], value: number) => string {
  const format = useFormat();
  const currency = useCurrency();
  return (outcome, value) => {
    if (outcome === "rating") return format.signed(value, 1);
    if (outcome === "money") return format.compactMoney(value, currency);
    return format.percent(value);
  };
}
