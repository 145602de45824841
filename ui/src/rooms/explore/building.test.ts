import { describe, expect, it } from "vitest";
import { NEW, readBuilt, readPlan, writeBuilt, writePlan } from "./building";

describe("steps with conditions", () => {
  it("are read into their parts", () => {
    expect(readBuilt('page.seen[category=shoes, price>=500, !gift] > !call.made > order')).toEqual([
      { ...NEW, names: ["page.seen"], conditions: [{ property: "category", sign: "=", value: "shoes" }, { property: "price", sign: ">=", value: "500" }, { property: "gift", sign: "not", value: "" }] },
      { ...NEW, names: ["call.made"], not: true },
      { ...NEW, names: ["order"] },
    ]);
  });

  it.each(["a > b | c", 'a[x="1,2"] > !b[y] | !c[y] > d', '"a > b"[x=1] > c', "a[x~áo dài, y!=3]", "a[x~=hue, y^=ao, z>3, w<4]"])("come back as they were written: %s", (written) => {
    expect(writeBuilt(readBuilt(written))).toBe(written);
  });

  it("leave out a condition that is not finished", () => {
    expect(writeBuilt([{ ...NEW, names: ["a"], conditions: [{ property: "x", sign: "=", value: "" }] }])).toBe("a");
  });
});

describe("a plan", () => {
  it("knows what may be skipped and when it is due", () => {
    expect(readPlan('a > b | c? > "d > e" within 2h')).toEqual([{ ...NEW, names: ["a"] }, { ...NEW, names: ["b", "c"], optional: true }, { ...NEW, names: ["d > e"], within: "2h" }]);
  });

  it.each(["a > b | c? > d within 2h", "a? within 3d"])("comes back as it was written: %s", (written) => {
    expect(writePlan(readPlan(written))).toBe(written);
  });
});
