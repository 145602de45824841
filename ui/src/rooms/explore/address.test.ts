import { describe, expect, it } from "vitest";
import { readExploring } from "./address";

describe("the address of a question", () => {
  it("keeps the parameters that are words or numbers", () => {
    expect(readExploring({ ask: { steps: "a > b", top: 5, odd: { x: 1 } }, open: { step: 2 } })).toMatchObject({ ask: { steps: "a > b", top: "5" }, open: { step: "2" } });
  });

  it("opens a number that needs no words", () => {
    expect(readExploring({ open: {} }).open).toEqual({});
    expect(readExploring({ ask: {} }).ask).toBeUndefined();
  });

  it("forgets what it does not know", () => {
    expect(readExploring({ ask: "steps", over: "people", look: "pie", hide: [1], open: [] })).toEqual(readExploring({}));
  });
});
