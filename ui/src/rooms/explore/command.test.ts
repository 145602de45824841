import { describe, expect, it } from "vitest";
import { command } from "./command";

describe("the command of a question", () => {
  it("asks the same in a terminal", () => {
    const asking = { question: "funnel", params: { steps: "a > it's", within: "7d" }, over: "events" as const, per: "session", query: { from_at: 1_772_323_200, channel: ["web"] } };
    expect(command(asking, false)).toBe("wend ask funnel --steps 'a > it'\\''s' --within 7d --over events --per session --from 2026-03-01T00:00:00Z --channel web");
  });

  it("leaves out what a question does not take", () => {
    expect(command({ question: "stages", params: {}, over: "touchpoints", per: "customer", query: { trait: ["city=Hà Nội"], segment: ["loyal"] } }, true)).toBe("wend ask stages --trait 'city=Hà Nội' --segment loyal");
  });
});
