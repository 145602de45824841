import type { ComputedTrait } from "~/api/types";

export const MEASURES = ["count", "sum", "average", "first", "last", "most_frequent", "days_since"] as const;
export const OFS = ["amount", "rating", "channel", "event", "touchpoint", "property"] as const;
export const WINDOWS = [0, 7, 30, 90, 180, 365] as const;

export const EMPTY: ComputedTrait = { name: "", title: { en: "", vi: "" }, measure: "count", of: "", property: "", events: [], touchpoints: [], channels: [], window_days: 0, version: 0 };

/** What a measure may be taken of: nothing for counting, only numbers for adding up. */
export function choicesOf(measure: ComputedTrait["measure"]): ComputedTrait["of"][] {
  if (measure === "count" || measure === "days_since") return [];
  if (measure === "sum" || measure === "average") return ["amount", "rating", "property"];
  return [...OFS];
}

/** The definition with another measure; what no longer fits is replaced by the first that does. */
export function measured(trait: ComputedTrait, measure: ComputedTrait["measure"]): ComputedTrait {
  const may = choicesOf(measure);
  const of = may.includes(trait.of) ? trait.of : (may[0] ?? "");
  return { ...trait, measure, of, property: of === "property" ? trait.property : "" };
}

/** Whether it can be kept. */
export function isWhole(trait: ComputedTrait): boolean {
  return trait.name !== "" && (trait.title.en !== "" || trait.title.vi !== "") && (trait.of !== "property" || trait.property.trim() !== "");
}
