import { createContext, useContext } from "react";

/** The zone in which days and times are shown: the workspace's, not the reader's. */
export const ZoneContext = createContext<string>(Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC");

export function useZone(): string {
  return useContext(ZoneContext);
}

/** Epoch seconds of midnight at the start of a day (`2026-08-01`) in a zone. */
export function dayStart(day: string, zone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`) / 1000;
  const guess = utc - offsetAt(utc, zone);
  return utc - offsetAt(guess, zone);
}

/** The day (`2026-08-01`) on which an instant falls in a zone. */
export function dayOf(at: number, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at * 1000);
}

/** The day `count` days after another. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" }).formatToParts(at * 1000);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second")) / 1000 - Math.floor(at);
}
