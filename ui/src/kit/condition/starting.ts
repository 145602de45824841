import type { Words } from "~/api/types";
import type { Body } from "./tree";

/** Ways to begin, made of what happens in this log. */
export const STARTS = ["loyal", "quiet", "stopped"] as const;
export type Start = (typeof STARTS)[number];

/** Three conditions that mean something here, by what is bought, or by what happens most. */
export function starting(words: Words): { start: Start; event: string; other: string; document: Body }[] {
  const bought = words.events.find(({ name }) => words.bought.includes(name)) ?? words.events[0];
  if (!bought) return [];
  const before = earlier(words, bought.name, bought.customers);
  const of = (start: Start, condition: Body, other = "") => ({ start, event: bought.name, other, document: { version: 1, condition } });
  const found = [
    of("loyal", { did: { event: bought.name, times: { at_least: 2 }, in: { last: "90d" } } }),
    of("quiet", { all: [{ did: { event: bought.name } }, { silent: { anything: true, for: "30d" } }] }),
  ];
  return before ? [...found, of("stopped", { all: [{ did: { event: before, in: { last: "30d" } } }, { did_not: { event: bought.name, in: { last: "30d" } } }] }, before)] : found;
}

/** What the fewest more customers did: the step before, as far as numbers can say. */
function earlier({ events }: Words, name: string, customers: number): string | undefined {
  const others = events.filter((each) => each.name !== name && each.customers > customers);
  return (others.length > 0 ? others.reduce((a, b) => (b.customers < a.customers ? b : a)) : events.find((each) => each.name !== name))?.name;
}
