import type { GivenPeriod, ShownPeriod } from "~/api/types";
import { free } from "../stages/draft";
import { keyOf } from "../catalogue/touchpoint";

export type Kind = GivenPeriod["kind"];
export const KINDS: readonly Kind[] = ["tet", "yearly", "once"];

/** The days a period begins with, so that a form is never empty; `today` is an ISO date. */
export function daysOf(kind: Kind, today: string): { first: string; last: string } {
  if (kind === "tet") return { first: "-2", last: "5" };
  return kind === "yearly" ? { first: "09-01", last: "09-02" } : { first: today, last: today };
}

/** What is saved of a shown period. */
export function given({ key, name, kind, first, last, percent }: ShownPeriod): GivenPeriod {
  return { key, name, kind, first, last, percent };
}

/** A period to begin with; it gets its key with its name. */
export function blank(today: string): GivenPeriod {
  return { key: "", name: { en: "", vi: "" }, kind: "once", ...daysOf("once", today), percent: null };
}

/** The period under a name; a new one gets the key that the name makes. */
export function called(period: GivenPeriod, name: string, isNew: boolean, taken: string[]): GivenPeriod {
  const named = { ...period, name: { en: name, vi: name } };
  return isNew ? { ...named, key: free(keyOf(name.trim()) || "period", taken) } : named;
}
