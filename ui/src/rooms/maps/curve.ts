import type { Feeling } from "~/api/types";

/** Geometry of the feeling curve: straight segments between stage centres, so that nothing is drawn that was not measured. */
export const CURVE = { width: 1000, height: 204, top: 38, bottom: 46 } as const;

export interface CurvePoint {
  x: number;
  experience: number | null;
  low: number | null;
  high: number | null;
  expectation: number | null;
}

/** Height in the drawing of a feeling on −2…+2, kept inside the scale. */
export function heightOf(value: number): number {
  const kept = Math.max(-2, Math.min(2, value));
  return CURVE.top + ((2 - kept) / 4) * (CURVE.height - CURVE.top - CURVE.bottom);
}

/** One point per stage, in the order of the columns; stages without an answer keep their place. */
export function pointsOf(stages: readonly string[], feelings: readonly Feeling[]): CurvePoint[] {
  return stages.map((stage, i) => {
    const found = feelings.find((feeling) => feeling.stage === stage && feeling.touchpoint === "");
    const experience = found?.experience ?? null;
    return {
      x: ((i + 0.5) / stages.length) * CURVE.width,
      experience: experience?.value ?? null,
      low: experience?.low ?? null,
      high: experience?.high ?? null,
      expectation: found?.expectation?.value ?? null,
    };
  });
}

/** Runs of neighbouring points that have a value: the line breaks where nothing was measured. */
export function runs<T>(points: readonly T[], has: (point: T) => boolean): T[][] {
  const found: T[][] = [];
  let open: T[] = [];
  for (const point of points) {
    if (has(point)) open.push(point);
    else if (open.length > 0) {
      found.push(open);
      open = [];
    }
  }
  return open.length > 0 ? [...found, open] : found;
}

const step = (x: number, y: number, first: boolean) => `${first ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;

export function experiencePath(points: readonly CurvePoint[]): string {
  return linePath(points, (point) => point.experience);
}

export function expectationPath(points: readonly CurvePoint[]): string {
  return linePath(points, (point) => point.expectation);
}

function linePath(points: readonly CurvePoint[], value: (point: CurvePoint) => number | null): string {
  return runs(points, (point) => value(point) !== null)
    .filter((run) => run.length > 1)
    .map((run) => run.map((point, i) => step(point.x, heightOf(value(point) ?? 0), i === 0)).join(""))
    .join("");
}

/** The interval as an area along the line: closed once per run. */
export function bandPath(points: readonly CurvePoint[]): string {
  return runs(points, (point) => point.low !== null && point.high !== null)
    .filter((run) => run.length > 1)
    .map((run) => {
      const upper = run.map((point, i) => step(point.x, heightOf(point.high ?? 0), i === 0)).join("");
      const lower = [...run].reverse().map((point) => step(point.x, heightOf(point.low ?? 0), false)).join("");
      return `${upper}${lower}Z`;
    })
    .join("");
}

/** Bridges over stages without an answer, drawn dotted: they connect, they do not claim. */
export function bridgePath(points: readonly CurvePoint[]): string {
  const measured = points.filter((point) => point.experience !== null);
  return measured
    .slice(1)
    .map((point, i) => {
      const before = measured[i] as CurvePoint;
      const gap = points.indexOf(point) - points.indexOf(before) > 1;
      return gap ? step(before.x, heightOf(before.experience ?? 0), true) + step(point.x, heightOf(point.experience ?? 0), false) : "";
    })
    .join("");
}

/** Half the width and the nearest and farthest edge of a marker's figures, for columns of a usual width, in pixels. */
const LABEL = { column: 170, half: 26, near: 14, far: 44 } as const;

/** On which side of a marker its figures are crossed less by the lines; below when neither is. */
export function labelSide(points: readonly CurvePoint[], i: number): "above" | "below" {
  const here = points[i];
  if (!here || here.experience === null) return "below";
  const y = heightOf(here.experience);
  let above = y < LABEL.far ? 2 * (LABEL.far - y) : 0;
  let below = y > CURVE.height - LABEL.far ? 2 * (y + LABEL.far - CURVE.height) : 0;
  for (const value of [(point: CurvePoint) => point.experience, (point: CurvePoint) => point.expectation]) {
    for (let dx = -LABEL.half; dx <= LABEL.half; dx += 4) {
      const line = lineAt(points, i, dx / LABEL.column, value);
      if (line === null) continue;
      const depth = line - y;
      if (depth >= LABEL.near && depth <= LABEL.far) below += 1;
      if (-depth >= LABEL.near && -depth <= LABEL.far) above += 1;
    }
  }
  return above < below ? "above" : "below";
}

/** Height of a line at a share of a column beside point `i`; null where it is not drawn. */
function lineAt(points: readonly CurvePoint[], i: number, share: number, value: (point: CurvePoint) => number | null): number | null {
  const here = points[i];
  const next = points[i + Math.sign(share)];
  const from = here ? value(here) : null;
  const to = next ? value(next) : null;
  if (from === null || to === null) return null;
  return heightOf(from) + (heightOf(to) - heightOf(from)) * Math.abs(share);
}
