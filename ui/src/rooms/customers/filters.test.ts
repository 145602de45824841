import { expect, test } from "vitest";
import { asked, isFiltered, readList } from "./filters";

test("an address is read as it was written, and what is not understood is left out", () => {
  const read = readList({ query: "lan", state: ["left", "gone"], flag: "robot", conflict: true, sort: "name", column: "orders" });
  expect(read).toMatchObject({ query: "lan", state: ["left"], flag: undefined, conflict: true, sort: "name", column: ["orders"] });
});

test("nothing chosen asks for everybody, last seen first", () => {
  expect(asked(readList({}))).toEqual({ query: "", stage: [], state: [], channel: [], segment: [], account: "", flag: "", has_conflict: false, sort: "last_seen", column: [] });
  expect(isFiltered(readList({ query: "lan", sort: "name" }))).toBe(false);
  expect(isFiltered(readList({ state: "left" }))).toBe(true);
});
