import { describe, expect, it } from "vitest";
import type { StageSet } from "~/api/types";
import { added, free, moved, withStage } from "./draft";

const stage = (key: string) => ({ key, name: { en: key, vi: key }, rules: [], reasons: [], touches: 0 });
const set: StageSet = { key: "mine", name: { en: "Mine", vi: "Của tôi" }, stages: ["a", "b", "c"].map(stage), slowing_after_days: 30, left_after_days: 90, version: 1 };
const keys = (one: StageSet) => one.stages.map(({ key }) => key).join("");

describe("an edited stage set", () => {
  it("moves a stage to another place, never beyond the ends", () => {
    expect(keys(moved(set, 0, 2))).toBe("bca");
    expect(keys(moved(set, 2, 0))).toBe("cab");
    expect(keys(moved(set, 1, 9))).toBe("acb");
    expect(keys(moved(set, 7, 0))).toBe("abc");
  });

  it("changes and loses stages", () => {
    expect(keys(withStage(set, 1, null))).toBe("ac");
    expect(keys(withStage(set, 1, stage("x")))).toBe("axc");
  });

  it("gives a new stage a key of its own", () => {
    expect(added(set, "Giữ chân").stages.at(-1)?.key).toBe("giu_chan");
    expect(added(added(set, "New"), "New").stages.at(-1)?.key).toBe("new_2");
    expect(free("a", ["a", "a_2"])).toBe("a_3");
  });
});
