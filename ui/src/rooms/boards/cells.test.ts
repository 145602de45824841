import { describe, expect, it } from "vitest";
import type { Row } from "~/rooms/explore/table";
import { numberColumns, numberIn, rowName } from "./cells";

const rows: Row[] = [{ step: "order.placed", n: 40, customers: 12, share: 0.3, late: null }, { step: "order.rated", n: 12, customers: 3, share: 0.25 }];

describe("cells", () => {
  it("are named by the words of their row", () => expect(rowName(rows[0] ?? {})).toEqual({ step: "order.placed" }));
  it("offer what people watch first", () => expect(numberColumns(rows)).toEqual(["share", "customers", "n"]));
  it("hold a number or nothing", () => expect([numberIn(rows[0], "share"), numberIn(rows[0], "step"), numberIn(undefined, "n")]).toEqual([0.3, undefined, undefined]));
});
