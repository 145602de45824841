import { describe, expect, it } from "vitest";
import { blank, called, daysOf, given } from "./period";

describe("a period", () => {
  it("gets its key from its Vietnamese name, once", () => {
    const period = called(blank("2026-08-03"), "Quốc khánh", true, ["quoc_khanh"]);
    expect(period).toMatchObject({ key: "quoc_khanh_2", name: { en: "Quốc khánh", vi: "Quốc khánh" } });
    expect(called({ ...period, key: "le" }, "Lễ 2/9", false, []).key).toBe("le");
  });

  it("begins with days that make sense", () => {
    expect(daysOf("tet", "2026-08-03")).toEqual({ first: "-2", last: "5" });
    expect(daysOf("once", "2026-08-03")).toEqual({ first: "2026-08-03", last: "2026-08-03" });
  });

  it("is saved without what was learned of it", () => {
    const shown = { key: "tet", name: { en: "Tết", vi: "Tết" }, kind: "tet", first: "-2", last: "5", percent: null, pace: 12, learned: null } as const;
    expect(Object.keys(given(shown))).toEqual(["key", "name", "kind", "first", "last", "percent"]);
  });
});
