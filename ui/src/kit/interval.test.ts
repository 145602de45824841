import { describe, expect, it } from "vitest";
import { wilson } from "./interval";

describe("the interval of a share", () => {
  it("is the published one", () => {
    // 960 of 1,200 and 9 of 10: the vectors that the server's interval is tested with.
    const many = wilson(960, 1200);
    expect([many?.low, many?.high].map((x) => ((x ?? 0) * 100).toFixed(3))).toEqual(["77.643", "82.166"]);
    const few = wilson(9, 10);
    expect([few?.low, few?.high].map((x) => ((x ?? 0) * 100).toFixed(3))).toEqual(["59.585", "98.212"]);
  });

  it("stays inside 0 … 1 and does not exist for nobody", () => {
    expect(wilson(0, 5)?.low).toBe(0);
    expect(wilson(5, 5)?.high).toBe(1);
    expect(wilson(0, 0)).toBeNull();
  });
});
