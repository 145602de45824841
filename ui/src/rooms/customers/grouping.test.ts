import { expect, test } from "vitest";
import type { Passage, TimelineEvent } from "~/api/types";
import type { Format } from "~/kit/format";
import { grouped, together } from "./grouping";

const event = (at: number, session: number, order = "") => ({ event_id: `e${at}`, at, session, order }) as TimelineEvent;
const change = (at: number) => ({ sequence: at, at }) as Passage;
const format = { date: () => "day", moment: () => "moment" } as unknown as Format;
const say = ((key: string) => key) as never;
const shown = (events: TimelineEvent[], changes: Passage[], grouping: "day" | "session" | "order") => grouped(together(events, changes), grouping, "UTC", format, say).map(({ rows }) => rows.map((row) => (row.event ? row.event.event_id : `c${row.at}`)));

test("a change stands above the events of its second", () => {
  const rows = together([event(30, 1), event(20, 1)], [change(31), change(20), change(5)]);
  expect(rows.map((row) => (row.event ? "e" : "c") + row.at)).toEqual(["c31", "e30", "c20", "e20", "c5"]);
});

test("a change belongs to the visit that it follows, or stands between visits", () => {
  const events = [event(100_000, 2), event(60, 1)];
  expect(shown(events, [change(100_010), change(50_000), change(61)], "session")).toEqual([["c100010", "e100000"], ["c50000"], ["c61", "e60"]]);
});

test("among orders, changes are gathered", () => {
  expect(shown([event(30, 1, "A"), event(20, 1), event(10, 1, "A")], [change(31), change(11)], "order")).toEqual([["c31", "c11"], ["e30", "e10"], ["e20"]]);
});
