import { expect, it } from "vitest";
import { asked, readChosen } from "~/kit/selection/selection";
import { readOpened, writeOpened } from "./opened";

it("what is opened survives the address bar, whatever its key", () => {
  for (const key of ["late", "a~b", "đơn hàng/1", "<script>"]) {
    const opened = { kind: "touchpoint", key, stage: "on~boarding" } as const;
    expect(readOpened(writeOpened(opened))).toEqual(opened);
  }
});

it("an address that means nothing opens nothing", () => {
  expect(readOpened("nonsense~x~y")).toBeNull();
  expect(readOpened(undefined)).toBeNull();
});

it("a selection is asked as [from, to) with the last day included", () => {
  const chosen = readChosen({ from: "2026-08-01", to: "2026-08-01", channel: "web", trait: ["province=Hà Nội"], other: 1 });
  const query = asked(chosen, "Asia/Ho_Chi_Minh");
  expect((query.to_at ?? 0) - (query.from_at ?? 0)).toBe(86_400);
  expect(query.channel).toEqual(["web"]);
  expect(asked(readChosen({ from: "soon" }), "UTC")).toEqual({});
});
