export const UNITS = ["m", "h", "d", "w"] as const;
export type Unit = (typeof UNITS)[number];

/** A duration as the questions write it: a whole number and its unit; "" when there is none. */
export function readDuration(written: string): { count: number | ""; unit: Unit } {
  const [, count, unit] = /^\s*(\d+)\s*([smhdw]?)\s*$/.exec(written) ?? [];
  if (!count) return { count: "", unit: "d" };
  if (unit === "s" || unit === "") return { count: Math.max(1, Math.round(Number(count) / 60)), unit: "m" };
  return { count: Number(count), unit: unit as Unit };
}
