import { dayStart, addDays } from "~/kit/zone";

/** Which part of the log is looked at, as it stands in the address: days in the workspace's zone, `to` included. */
export interface Chosen {
  set?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  channel?: string[] | undefined;
  trait?: string[] | undefined;
  segment?: string[] | undefined;
}

export interface Asked {
  stage_set?: string;
  from_at?: number;
  to_at?: number;
  channel?: string[];
  trait?: string[];
  segment?: string[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : undefined);
const day = (value: unknown) => (typeof value === "string" && DAY.test(value) ? value : undefined);
/** Texts of an address that may stand there once or several times. */
export const list = (value: unknown) => {
  const items = (Array.isArray(value) ? value : [value]).map(text).filter((item): item is string => item !== undefined && item !== "");
  return items.length > 0 ? items : undefined;
};

export function readChosen(search: Record<string, unknown>): Chosen {
  return { set: text(search.set), from: day(search.from), to: day(search.to), channel: list(search.channel), trait: list(search.trait), segment: list(search.segment) };
}

/** The same choice as the server understands it: [from, to) in epoch seconds. */
export function asked(chosen: Chosen, zone: string): Asked {
  const query: Asked = {};
  if (chosen.set) query.stage_set = chosen.set;
  if (chosen.from) query.from_at = dayStart(chosen.from, zone);
  if (chosen.to) query.to_at = dayStart(addDays(chosen.to, 1), zone);
  if (chosen.channel) query.channel = chosen.channel;
  if (chosen.trait) query.trait = chosen.trait;
  if (chosen.segment) query.segment = chosen.segment;
  return query;
}

export function isWhole(chosen: Chosen): boolean {
  return !chosen.from && !chosen.to && !chosen.channel && !chosen.trait && !chosen.segment;
}
