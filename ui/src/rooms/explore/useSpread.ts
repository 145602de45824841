import { useFormat } from "~/kit/format";
import { useCurrency } from "~/kit/selection/useChoices";

const DAY = 86_400;

/** How a value of a number of customers is written: durations in days, money in the currency that most of it is in. */
export function useSpread(): (feature: string, value: number) => string {
  const format = useFormat();
  const currency = useCurrency();
  return (feature, value) => (feature === "amount" ? format.compactMoney(value, currency) : format.compact(feature.endsWith("_seconds") ? value / DAY : value));
}
