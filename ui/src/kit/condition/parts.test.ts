import { describe, expect, it } from "vitest";
import type { Words } from "~/api/types";
import { began, did, redone, undone } from "./history";
import { ALL, begin, missing, turned } from "./kinds";
import { compared, duration, frame, happening, limits, operated, rebound, reordered, test, withCompared, withHappening, withLimits, writeFrame, writeTest } from "./parts";
import { starting } from "./starting";
import { type Body, leaf } from "./tree";

describe("parts", () => {
  it("are written as they were read", () => {
    for (const body of [{ event: "a" }, { touchpoint: ["a", "b"] }, { entered_segment: "loyal" }, { left_segment: ["loyal", "vip"] }, { anything: true }, { stage: "gold", set: "loyalty" }] as Body[]) expect(withHappening({ in: {} }, happening(body))).toEqual({ ...body, in: {} });
    for (const body of [{ at_least: 1 }, { at_most: 2 }, { exactly: 0 }, { at_least: 1, at_most: 2 }] as Body[]) expect(withLimits({}, limits(body))).toEqual(body);
    for (const when of [{ last: "7d" }, { from: "2026-01-01" }, { before: "2026-01-01" }, { from: "2026-01-01", before: "2026-02-01" }, { since: { event: "a" } }] as Body[]) expect(writeFrame(frame(when))).toEqual(when);
    expect(frame({ last: "7d", since: { event: "a" } }).kind).toBe("written");
    for (const body of [{ trait: "city", is: ["Huế", "Vinh"] }, { property: "price", at_least: 5 }, { field: "amount", currency: "VND", more_than: 1.5 }, { trait: "city", contains: "da", loosely: true }, { trait: "x", absent: true }] as Body[]) expect(writeTest(test(body))).toEqual(body);
  });

  it("leave the stage set behind when something else is looked for", () => {
    expect(withHappening({ stage: "gold", set: "loyalty" }, { kind: "event", names: ["a"], set: "" })).toEqual({ event: "a" });
  });

  it("compare with steps that stay where they were, and lose those that go", () => {
    const steps: Body[] = [{ event: "a" }, { event: "b" }, { event: "c", compared: [{ property: "sku", same_as: 1 }, { property: "price", less_than: 2 }] }];
    expect(reordered(steps, [1, 0, 2])[2]?.compared).toEqual([{ property: "sku", same_as: 2 }, { property: "price", less_than: 1 }]);
    expect(reordered(steps, [0, 2])[1]).toEqual({ event: "c", compared: [{ property: "sku", same_as: 1 }] });
    expect(reordered(steps, [2, 0, 1])[0]).toEqual({ event: "c" });
    const last = steps[2] as Body;
    expect(withCompared({ event: "c" }, compared(last))).toEqual(last);
    const money: Body = { compared: [{ field: "amount", currency: "VND", more_than: 1 }] };
    expect(withCompared({}, compared(money))).toEqual(money);
  });

  it("keep what fits when a bound or an operator changes", () => {
    expect(withLimits({}, rebound(limits({ at_least: 3 }), "at_most"))).toEqual({ at_most: 3 });
    expect(withLimits({}, rebound(limits({ at_most: 3 }), "exactly"))).toEqual({ exactly: 3 });
    const before = test({ trait: "city", is: ["Huế", "Vinh"] });
    expect(operated(before, "contains").values).toEqual(["Huế"]);
    expect(operated(before, "at_least").values).toEqual([]);
    expect(operated(before, "present").values).toEqual([]);
  });

  it("read durations in the units that people choose from", () => {
    expect(duration("30d")).toEqual({ count: 30, unit: "d" });
    expect(duration("90s")).toEqual({ count: 2, unit: "m" });
    expect(duration("soon")).toEqual({ count: "", unit: "d" });
  });
});

describe("statements", () => {
  it("begin unfinished where something must be chosen", () => {
    expect(ALL.filter((key) => missing(begin(key)) === null)).toEqual(["silent", "slower_than_usual"]);
    expect(missing(leaf("did", { event: "a", times: {} }))).toBe("number");
    expect(missing(leaf("orbit", {}))).toBeNull();
  });

  it("keep what they are about when they turn into others", () => {
    const before = leaf("did", { event: "order", where: [{ property: "price", at_least: 5 }], in: { last: "7d" } });
    expect(turned(before, "did_not")).toEqual({ ...before, key: "did_not" });
    expect(turned(before, "silent").body).toEqual({ event: "order", where: before.body.where, for: "30d" });
    expect(turned(leaf("sum", { event: "order", property: "price", at_least: 5 }), "average").body).toMatchObject({ property: "price", at_least: 5 });
    expect(turned(leaf("trait", { trait: "a", is: "b" }), "did").body).toEqual(begin("did").body);
  });

  it("begin with what happens here", () => {
    const events = [["seen", 9], ["cart", 6], ["order", 4]].map(([name, customers]) => ({ name, customers }));
    const found = starting({ events, bought: ["order"] } as unknown as Words);
    expect(found.map(({ start, event, other }) => [start, event, other])).toEqual([["loyal", "order", ""], ["quiet", "order", ""], ["stopped", "order", "cart"]]);
    expect(starting({ events: [], bought: [] } as unknown as Words)).toEqual([]);
  });
});

describe("what was done", () => {
  it("is undone and done again, one field being one step", () => {
    const typed = did(did(did(began("a"), "b", "field"), "c", "field"), "d", "other");
    expect(undone(typed).now).toBe("c");
    expect(undone(undone(typed)).now).toBe("a");
    expect(undone(undone(undone(typed))).now).toBe("a");
    expect(redone(undone(typed)).now).toBe("d");
    expect(did(undone(typed), "e").future).toEqual([]);
  });
});
