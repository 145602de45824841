import { describe, expect, it } from "vitest";
import type { Difference } from "~/rooms/explore/useDifference";
import { apart, telling } from "./telling";

const row = (what: string, low: number, high: number) => ({ about: "touchpoint", what, value: "", effect: (low + high) / 2, effect_low: low, effect_high: high }) as Difference;
const step = (name: string, share: number) => ({ step: name, share, median_seconds: null });

describe("what sets a persona apart", () => {
  it("takes turns between the questions", () => {
    const told = apart({ who: [row("a", 0.1, 0.2), row("b", 0.1, 0.2), row("c", 0.1, 0.2)], drivers: [row("d", 0.3, 0.4)] });
    expect(told.map(({ what }) => what)).toEqual(["a", "d", "b"]);
  });

  it("leaves out what may as well be none", () => {
    expect(apart({ satisfaction: [row("a", -0.1, 0.1), row("b", -0.3, -0.1)] }).map(({ what }) => what)).toEqual(["b"]);
    expect(apart({})).toEqual([]);
  });
});

describe("a journey on a card", () => {
  it("stays whole while it is short, repeats and all", () => {
    const steps = [step("a", 0.1), step("b", 0.2), step("a", 0.9)];
    expect(telling(steps)).toBe(steps);
  });

  it("keeps the most common steps in their order, each where it first comes", () => {
    const names = Array.from({ length: 15 }, (_, i) => step(`s${i}`, i % 5 === 0 ? 0.1 : 0.5));
    const told = telling([...names, step("s1", 0.9)]).map(({ step: name }) => name);
    expect(told).toEqual(["s1", "s2", "s3", "s4", "s6", "s7", "s8", "s9", "s11", "s12", "s13", "s14"]);
  });
});
