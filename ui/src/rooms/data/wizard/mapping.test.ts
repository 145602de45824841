import { describe, expect, it } from "vitest";
import { columnOf, eventsOf, fits, mappingFor, readSheet, roleOf, tableOf, textOf, usesOf, withEvent, withMapping, withNewEvent, withRole, writeSheet } from "./mapping";

const TOML = `
name = "Shop orders"
timezone = "Asia/Ho_Chi_Minh"
[customer]
customer = "customer_id"
[[event]]
name = { column = "status", values = { "A" = "order.approved" } }
time = "created_at"
rating = { column = "stars", scale = "stars5" }
when = { column = "status", one_of = ["paid"] }
[traits]
province = "province"
`;
const mapping = readSheet(TOML) ?? {};

describe("a mapping edited as a form", () => {
  it("keeps what the form does not show", () => {
    const changed = readSheet(writeSheet(withEvent(mapping, 0, { channel: "web" }))) ?? {};
    expect(tableOf(eventsOf(changed)[0] ?? {}, "when")).toEqual({ column: "status", one_of: ["paid"] });
    expect(changed.timezone).toBe("Asia/Ho_Chi_Minh");
    expect(eventsOf(changed)[0]?.channel).toBe("web");
  });

  it("names one column per identifier and forgets the old role", () => {
    const changed = withRole(withRole(mapping, "buyer", "customer"), "province", "");
    expect(roleOf(changed, "buyer")).toBe("customer");
    expect(roleOf(changed, "customer_id")).toBe("");
    expect(changed.traits).toBeUndefined();
  });

  it("tells what a column is used for", () => {
    expect(usesOf(mapping, "status").map(([, use]) => use)).toEqual(["name", "when"]);
    expect(usesOf(mapping, "stars")).toEqual([["{status}", "rating"]]);
  });

  it("takes a part away when it is emptied, and adds events", () => {
    const changed = withNewEvent(withEvent(mapping, 0, { rating: undefined }), "created_at");
    expect(columnOf(eventsOf(changed)[0]?.rating)).toBe("");
    expect(eventsOf(changed)).toHaveLength(2);
  });

  it("says nothing of a text that is not TOML", () => {
    expect(readSheet("[customer")).toBeNull();
  });

  it("is found by the name of its file, and replaced without touching the others", () => {
    const sheet = readSheet('[[file]]\nname = "A"\nmatch = "orders*.csv"\n[[file]]\nname = "B"\nmatch = "calls.xlsx"') ?? {};
    const calls = mappingFor(sheet, "CALLS.xlsx");
    expect(textOf(calls?.name)).toBe("B");
    expect(mappingFor(sheet, "products.csv")).toBeNull();
    const changed = withMapping(sheet, calls ?? {}, { ...calls, name: "C" });
    expect([mappingFor(changed, "calls.xlsx")?.name, mappingFor(changed, "orders_1.csv")?.name]).toEqual(["C", "A"]);
    expect([fits("*.csv", "a.csv"), fits("a.csv", "abcsv"), fits("[x].csv", "x.csv")]).toEqual([true, false, true]);
  });
});
