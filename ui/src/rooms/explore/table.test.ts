import { describe, expect, it } from "vitest";
import type { Answer } from "./useExplore";
import { columnsOf, csv, tableOf } from "./table";

const answer = (content: object) => ({ question: "x", over: "events", customers: 2, events: 9, period: { from: "", to: "" }, as_of: "", ...content }) as Answer;

describe("the table of an answer", () => {
  it("has a column for what is inside a row", () => {
    const rows = tableOf(answer({ steps: [{ step: "a", share: { low: 0.1, high: 0.2 } }, { step: "b", path: ["c", "d"] }] }), "steps");
    expect(columnsOf(rows)).toEqual(["step", "share_low", "share_high", "path"]);
  });

  it("is one row for single numbers", () => {
    expect(tableOf(answer({ sessions: 7, median_events: 2 }), "sessions")).toEqual([{ customers: 2, sessions: 7, median_events: 2 }]);
  });

  it("is written so that no cell is a formula", () => {
    expect(csv([{ step: '=1+1,"x"', count: -2 }])).toBe('step,count\r\n"\'=1+1,""x""",-2');
  });
});
