import { beforeAll, describe, expect, it } from "vitest";
import en from "~/texts/en.json";
import vi from "~/texts/vi.json";
import type { Say } from "~/texts/texts";
import { type Format, makeFormat, minorDigits } from "./format";
import { addDays, dayOf, dayStart } from "./zone";

const ZONE = "Asia/Ho_Chi_Minh";
const speak =
  (texts: Record<string, string>): Say =>
  (key, places = {}) => {
    const form = texts[key] ?? texts[`${key}_${places.count === 1 && `${key}_one` in texts ? "one" : "other"}`] ?? key;
    return form.replace(/\{(\w+)\}/g, (_, place: string) => String(places[place]));
  };

let english: Format;
let vietnamese: Format;
beforeAll(() => {
  english = makeFormat("en", ZONE, speak(en));
  vietnamese = makeFormat("vi", ZONE, speak(vi));
});

const AT = 1785517200; // 1 August 2026, 00:00 in Vietnam

describe("numbers", () => {
  it("are grouped the way each language does", () => {
    expect(vietnamese.number(1234.5, 1)).toBe("1.234,5");
    expect(english.number(1234.5, 1)).toBe("1,234.5");
  });

  it.each([
    [610, "610", "610"],
    [18204, "18,2k", "18.2k"],
    [31000, "31,0k", "31.0k"],
    [999_960, "1,00 triệu", "1.00M"],
    [1_240_512, "1,24 triệu", "1.24M"],
    [3_900_000_000, "3,9 tỷ", "3.9B"],
  ])("%d is written short", (value, inVietnamese, inEnglish) => {
    expect(vietnamese.compact(value)).toBe(inVietnamese);
    expect(english.compact(value)).toBe(inEnglish);
  });

  it("carry a true minus and an explicit plus", () => {
    expect(vietnamese.signed(-1.14)).toBe("−1,1");
    expect(english.signed(0.4)).toBe("+0.4");
    expect(english.signed(-0.04)).toBe("0.0");
  });
});

describe("dates", () => {
  it("are days first, in the workspace's zone", () => {
    expect(vietnamese.date(AT)).toBe("01/08/2026");
    expect(english.date(AT)).toBe("1 Aug 2026");
    expect(vietnamese.date(AT - 1)).toBe("31/07/2026");
    expect(vietnamese.month(AT)).toBe("08/2026");
    expect(vietnamese.time(AT + 3900)).toBe("01:05");
  });

  it("turn into instants and back, across a clock change too", () => {
    expect(dayStart("2026-08-01", ZONE)).toBe(AT);
    expect(dayOf(AT, ZONE)).toBe("2026-08-01");
    expect(dayOf(dayStart("2026-03-30", "Europe/Berlin"), "Europe/Berlin")).toBe("2026-03-30");
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  });
});

describe("money", () => {
  it("has no cents in đồng", () => {
    expect(minorDigits("VND")).toBe(0);
    expect(vietnamese.money(450_000, "VND")).toBe("450.000 ₫");
    expect(english.money(12_345, "USD")).toBe("123.45 USD");
    expect(vietnamese.compactMoney(-18_400_000, "VND")).toBe("−18,4 triệu ₫");
  });
});

describe("times", () => {
  it.each([
    [45, "45 giây", "45 seconds"],
    [60, "1 phút", "1 minute"],
    [5400, "1,5 giờ", "1.5 hours"],
    [267_840, "3,1 ngày", "3.1 days"],
    [7_776_000, "90 ngày", "90 days"],
  ])("%d seconds are said in the largest unit", (seconds, inVietnamese, inEnglish) => {
    expect(vietnamese.duration(seconds)).toBe(inVietnamese);
    expect(english.duration(seconds)).toBe(inEnglish);
  });
});
