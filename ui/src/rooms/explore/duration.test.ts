import { describe, expect, it } from "vitest";
import { readDuration } from "./duration";

describe("a duration", () => {
  it("is a number and a unit", () => {
    expect(readDuration("7d")).toEqual({ count: 7, unit: "d" });
    expect(readDuration("90s")).toEqual({ count: 2, unit: "m" });
    expect(readDuration("")).toEqual({ count: "", unit: "d" });
    expect(readDuration("soon")).toEqual({ count: "", unit: "d" });
  });
});
