import { describe, expect, it } from "vitest";
import { saidBy } from "./saying";
import type { Asking } from "./useExplore";

const asking = (question: string, params: Record<string, string> = {}, more: Partial<Asking> = {}): Asking => ({ question, params, over: "events", per: "customer", query: {}, ...more });
const bought = { did: { event: "order" } };

describe("whom a number is of", () => {
  it("is said by the condition that was asked, and by its opposite", () => {
    const params = { condition: JSON.stringify({ version: 1, condition: bought }) };
    expect(saidBy(asking("segment", params), { state: "in" })).toEqual({ version: 1, condition: bought });
    expect(saidBy(asking("segment", params), { state: "out" })).toEqual({ version: 1, condition: { none: [bought] } });
    expect(saidBy(asking("segment", { ...params, at: "2026-06-01" }), { state: "in" })).toBeNull();
  });

  it("is said by what they did, where that is all", () => {
    expect(saidBy(asking("reach"), { step: "order" })).toEqual({ version: 1, condition: bought });
    expect(saidBy(asking("reach", {}, { over: "touchpoints" }), { step: "cart" })).toEqual({ version: 1, condition: { did: { touchpoint: "cart" } } });
    expect(saidBy(asking("reach", {}, { query: { from_at: 5 } }), { step: "order" })).toBeNull();
    expect(saidBy(asking("funnel"), { step: "2" })).toBeNull();
  });
});
