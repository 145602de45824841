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

/** The list with one of its members in another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/** The members around a place with their own places: always as many, as long as there are so many. */
export function windowAround<T>(list: readonly T[], place: number, near = 3): [number, T][] {
  const first = Math.max(0, Math.min(place - near, list.length - 2 * near - 1));
  return list.slice(first, first + 2 * near + 1).map((one, i) => [first + i, one]);
}
