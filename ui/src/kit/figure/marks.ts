/** A figure as a list of marks, the same for every file it is written to. Coordinates are pixels from its corner. */
export interface Shape {
  kind: "shape";
  d: string;
  /** The matrix a b c d e f that places it. */
  at: readonly [number, number, number, number, number, number];
  fill: string;
  stroke: string;
  width: number;
  dash: number[];
  opacity: number;
}

export interface Words {
  kind: "words";
  text: string;
  x: number;
  /** The baseline. */
  y: number;
  size: number;
  weight: string;
  anchor: "start" | "middle" | "end";
  fill: string;
  /** The colour of a rim that keeps it readable on lines; "" when there is none. */
  halo: string;
  opacity: number;
}

export type Mark = Shape | Words;

export interface Figure {
  marks: Mark[];
  width: number;
  height: number;
  background: string;
  family: string;
}

export const UNMOVED = [1, 0, 0, 1, 0, 0] as const;

/** A rectangle with round corners as a path. */
export function box(x: number, y: number, width: number, height: number, round = 0): string {
  const r = Math.max(0, Math.min(round, width / 2, height / 2));
  if (r === 0) return `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`;
  const [w, h] = [width - 2 * r, height - 2 * r];
  return `M${n(x + r)} ${n(y)}h${n(w)}a${n(r)} ${n(r)} 0 0 1 ${n(r)} ${n(r)}v${n(h)}a${n(r)} ${n(r)} 0 0 1 ${n(-r)} ${n(r)}h${n(-w)}a${n(r)} ${n(r)} 0 0 1 ${n(-r)} ${n(-r)}v${n(-h)}a${n(r)} ${n(r)} 0 0 1 ${n(r)} ${n(-r)}Z`;
}

export const n = (value: number) => String(Math.round(value * 100) / 100);
