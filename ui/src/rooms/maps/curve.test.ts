import { describe, expect, it } from "vitest";
import type { Feeling } from "~/api/types";
import { bandPath, bridgePath, CURVE, type CurvePoint, experiencePath, heightOf, labelSide, pointsOf } from "./curve";

const STAGES = ["a", "b", "c", "d"];
const interval = (value: number, half = 0.1, n = 100) => ({ value, low: value - half, high: value + half, n, method: "t" });

function feeling(stage: string, value: number | null, expected: number | null = null): Feeling {
  return {
    stage,
    touchpoint: "",
    experience: value === null ? null : interval(value),
    expectation: expected === null ? null : interval(expected),
    levels: [0, 0, 0, 0, 0],
    weak: false,
    behind: { kind: "feeling", key: stage, stage },
  };
}

const heights = (path: string) => [...path.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map((found) => Number(found[1]));
const curve = (...values: (number | null)[]) => pointsOf(STAGES.slice(0, values.length), values.map((value, i) => feeling(STAGES[i] as string, value)));

function* random(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

describe("the feeling curve", () => {
  it("passes through every measured point and nowhere beyond their heights", () => {
    const chance = random(7);
    for (let round = 0; round < 200; round++) {
      const values = STAGES.map(() => (chance.next().value as number) * 4 - 2);
      const drawn = heights(experiencePath(curve(...values)));
      expect(drawn).toEqual(values.map((value) => Number(heightOf(value).toFixed(1))));
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(Math.min(...values.map(heightOf)) - 0.05);
      expect(Math.max(...drawn)).toBeLessThanOrEqual(Math.max(...values.map(heightOf)) + 0.05);
    }
  });

  it("has straight segments only", () => {
    expect(experiencePath(curve(0.4, 0.9, -1.1, 0.7))).not.toMatch(/[CSQTA]/);
  });

  it("keeps intervals wider than the scale inside the drawing", () => {
    const points = pointsOf(["a", "b"], [{ ...feeling("a", 1.9), experience: interval(1.9, 3) }, feeling("b", 0)]);
    for (const y of heights(bandPath(points))) {
      expect(y).toBeGreaterThanOrEqual(CURVE.top);
      expect(y).toBeLessThanOrEqual(CURVE.height - CURVE.bottom);
    }
  });

  it("breaks where nothing was measured, and bridges it with another line", () => {
    const points = curve(0.5, 0.6, null, -0.5);
    expect(heights(experiencePath(points))).toHaveLength(2);
    expect(heights(bridgePath(points))).toHaveLength(2);
    expect(bridgePath(curve(0.5, 0.6, 0.1, -0.5))).toBe("");
  });

  it("puts stages without any answer in their place without a height", () => {
    expect(curve(null, 1).map((point: CurvePoint) => point.experience)).toEqual([null, 1]);
  });

  it("writes figures on the side that the lines leave free", () => {
    const peak = pointsOf(["a", "b", "c"], [feeling("a", -2), feeling("b", 1.2), feeling("c", -2)]);
    const valley = pointsOf(["a", "b", "c"], [feeling("a", 1.5), feeling("b", -0.5), feeling("c", 1.5)]);
    const expected = pointsOf(["a", "b", "c"], [feeling("a", 0.3, 1), feeling("b", 0.4, 1), feeling("c", 0.3, 1)]);
    expect(labelSide(peak, 1)).toBe("above");
    expect(labelSide(valley, 1)).toBe("below");
    expect(labelSide(expected, 1)).toBe("below");
  });
});
