import { expect, it } from "vitest";
import { stairs } from "./stairs";

it("a staircase keeps its height until the next point", () => {
  expect(stairs([[10, 5], [20, 8]], [0, 0])).toBe("M0.0 0.0L10.0 0.0L10.0 5.0L20.0 5.0L20.0 8.0");
  expect(stairs([[10, 5]], [0, 0], true)).toBe("10.0 5.0L10.0 0.0L0.0 0.0");
});
