import type { Touchpoint } from "~/api/types";
import { tells, test } from "~/kit/condition/parts";
import type { Body } from "~/kit/condition/tree";

/** The tests that say something already; one that is being written does not count yet. */
export const finished = (where: Touchpoint["rule"]["where"]): Touchpoint["rule"]["where"] => where.filter((each) => tells(test(each as Body)));

/** A key from a name: lower case, without diacritics, words joined by underscores. */
export function keyOf(name: string): string {
  return name
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
}

/** A touchpoint to begin with: named after its event. */
export function emptyTouchpoint(event: string, channel: string): Touchpoint {
  const words = event.replace(/[._]+/g, " ").trim();
  const name = words ? words.charAt(0).toUpperCase() + words.slice(1) : "";
  return { key: "", name: { en: name, vi: name }, channel, rule: { events: event ? [event] : [], channels: [], where: [] }, stage: "", begun_by: "customer", drafted: false, reasons: [], kind: "action", should_use: true, owner: "", cost: 0, currency: "", target: 0 };
}
