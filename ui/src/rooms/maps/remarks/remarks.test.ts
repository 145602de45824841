import { describe, expect, it } from "vitest";
import type { JourneyMap, Remark } from "~/api/types";
import { elementOf, numberIn, stageOf } from "./useRemarks";

const at = (kind: Remark["about"]["kind"], key: string, stage = "") => ({ about: { kind, key, stage } }) as Remark;
const map = { touchpoints: [{ touchpoint: "cart", stage: "awareness", events: 3 }, { touchpoint: "cart", stage: "conversion", events: 9 }] } as Pick<JourneyMap, "touchpoints">;

describe("a remark", () => {
  it("stands in its stage, or where its touchpoint is seen most", () => {
    expect(stageOf(at("stage", "retention"), map)).toBe("retention");
    expect(stageOf(at("touchpoint", "cart", "awareness"), map)).toBe("awareness");
    expect(stageOf(at("touchpoint", "cart"), map)).toBe("conversion");
    expect(stageOf(at("touchpoint", "gone"), map)).toBe("");
  });

  it("is about what is open, where that is something of the map", () => {
    expect(elementOf({ kind: "stage", key: "retention", stage: "retention" })).toEqual({ kind: "stage", key: "retention", stage: "" });
    expect(elementOf({ kind: "step", key: "cart", stage: "conversion" })).toEqual({ kind: "step", key: "cart", stage: "conversion" });
    expect(elementOf({ kind: "slowing", key: "retention", stage: "retention" })).toBeNull();
  });

  it("leads back to its number, the last day of its period included", () => {
    const asked = { question: "reach", params: { stage_set: "funnel_5" }, over: "touchpoints" as const, per: "customer", where: { step: "cart" }, from_at: 1_780_246_800, to_at: 1_780_333_200, channels: [], traits: [["city", "Huế"]], segments: ["loyal"] };
    expect(numberIn(asked, "Asia/Ho_Chi_Minh")).toEqual({ ask: undefined, set: "funnel_5", over: "touchpoints", per: undefined, from: "2026-06-01", to: "2026-06-01", channel: undefined, trait: ["city=Huế"], segment: ["loyal"], open: { step: "cart" } });
  });
});
