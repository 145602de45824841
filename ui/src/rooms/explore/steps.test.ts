import { describe, expect, it } from "vitest";
import { moved, readSteps, writeSteps } from "./steps";

describe("steps", () => {
  it("are read as the command line reads them", () => {
    expect(readSteps("cart.filled > order.placed | order.paid")).toEqual([["cart.filled"], ["order.placed", "order.paid"]]);
    expect(readSteps('"a > b" > c')).toEqual([["a > b"], ["c"]]);
    expect(readSteps("order.placed[amount>=500 | vip] > paid")).toEqual([["order.placed[amount>=500 | vip]"], ["paid"]]);
    expect(readSteps(undefined)).toEqual([]);
  });

  it("are written back the same", () => {
    for (const steps of [[["a"]], [["a", "b|c"], ["d"]], [["order.placed[amount>5]"], ["a > b"]]]) expect(readSteps(writeSteps(steps))).toEqual(steps);
    expect(writeSteps([["a"], [], ["b"]])).toBe("a > b");
  });

  it("move", () => {
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  });
});
