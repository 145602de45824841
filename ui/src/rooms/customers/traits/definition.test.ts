import { describe, expect, it } from "vitest";
import { EMPTY, isWhole, measured, MEASURES } from "./definition";

describe("a computed trait's definition", () => {
  it("never measures what its measure cannot be taken of", () => {
    for (const measure of MEASURES) {
      for (const before of MEASURES) {
        const { of, property } = measured(measured({ ...EMPTY, property: "colour" }, before), measure);
        expect(of === "").toBe(measure === "count" || measure === "days_since");
        if (measure === "sum" || measure === "average") expect(["amount", "rating", "property"]).toContain(of);
        expect(property === "" || of === "property").toBe(true);
      }
    }
  });

  it("is whole with a title, a name and, where asked, a property", () => {
    const trait = { ...EMPTY, name: "orders", title: { en: "Orders", vi: "" } };
    expect(isWhole(EMPTY)).toBe(false);
    expect(isWhole(trait)).toBe(true);
    expect(isWhole({ ...trait, measure: "last", of: "property" })).toBe(false);
  });
});
