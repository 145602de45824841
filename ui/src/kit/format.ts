import { useMemo } from "react";
import { type Language, type Say, useTexts } from "~/texts/texts";
import { useZone } from "./zone";

/** How numbers, dates, money and times are written in one language. Instants are epoch seconds; shares 0…1. */
export interface Format {
  number(value: number, digits?: number): string;
  compact(value: number): string;
  percent(share: number, digits?: number): string;
  /** The distance in percentage points between two shares, without a sign. */
  points(share: number, digits?: number): string;
  signed(value: number, digits?: number): string;
  fixed(value: number, digits: number): string;
  date(at: number): string;
  time(at: number): string;
  moment(at: number): string;
  period(from: number, to: number): string;
  month(at: number): string;
  money(minor: number, currency: string): string;
  compactMoney(minor: number, currency: string): string;
  duration(seconds: number): string;
  ago(at: number, now: number): string;
  bytes(count: number): string;
}

const LOCALE: Record<Language, string> = { en: "en-GB", vi: "vi-VN" };
const MINUS = "−";
const COMPACT: Record<Language, [number, string][]> = {
  en: [[1e9, "B"], [1e6, "M"], [1e3, "k"]],
  vi: [[1e9, " tỷ"], [1e6, " triệu"], [1e3, "k"]],
};
/** 999,950 is written 1.00M and not 1000k. */
const ROUNDS_UP = 0.99995;
const SPANS: [number, "second" | "minute" | "hour" | "day"][] = [[86400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]];

export function makeFormat(language: Language, zone: string, say: Say): Format {
  const locale = LOCALE[language];
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 0, maximumFractionDigits: digits }).format(value).replace("-", MINUS);
  const fixed = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value).replace("-", MINUS);
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, day: language === "vi" ? "2-digit" : "numeric", month: language === "vi" ? "2-digit" : "short", year: "numeric" });
  const clock = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: "2-digit", minute: "2-digit", hour12: false });
  const monthOnly = new Intl.DateTimeFormat(locale, { timeZone: zone, month: "short", year: "numeric" });

  const compact = (value: number): string => {
    const size = Math.abs(value);
    for (const [unit, mark] of COMPACT[language]) {
      if (size >= unit * ROUNDS_UP) {
        const scaled = value / unit;
        const digits = unit === 1e6 && Math.abs(scaled) < 10 ? 2 : Math.abs(scaled) < 100 ? 1 : 0;
        return fixed(scaled, digits) + mark;
      }
    }
    return number(value, size < 10 && !Number.isInteger(value) ? 1 : 0);
  };
  const major = (minor: number, currency: string) => minor / 10 ** minorDigits(currency);
  const symbol = (currency: string) => (currency === "VND" ? "₫" : currency);
  const date = (at: number) => day.format(at * 1000);

  const duration = (seconds: number): string => {
    if (seconds <= 0) return say("duration.second", { count: 0, value: "0" });
    for (const [span, unit] of SPANS) {
      if (seconds >= span * (unit === "second" ? 0 : 1)) {
        const value = seconds / span;
        const digits = unit === "second" ? 0 : value < 10 ? 1 : 0;
        const shown = Number(value.toFixed(digits));
        return say(`duration.${unit}`, { count: shown === 1 ? 1 : 2, value: number(value, digits) });
      }
    }
    return say("duration.second", { count: 0, value: "0" });
  };

  return {
    number,
    fixed,
    compact,
    percent: (share, digits = 1) => `${number(share * 100, digits)}%`,
    points: (share, digits = 1) => number(Math.abs(share) * 100, digits),
    signed: (value, digits = 1) => {
      const written = fixed(value, digits);
      return Number(value.toFixed(digits)) > 0 ? `+${written}` : Number(value.toFixed(digits)) === 0 ? fixed(0, digits) : written;
    },
    date,
    time: (at) => clock.format(at * 1000),
    moment: (at) => `${date(at)} ${clock.format(at * 1000)}`,
    period: (from, to) => `${date(from)} – ${date(to)}`,
    month: (at) => (language === "vi" ? date(at).slice(3) : monthOnly.format(at * 1000)),
    money: (minor, currency) => `${number(major(minor, currency), minorDigits(currency))} ${symbol(currency)}`,
    compactMoney: (minor, currency) => `${compact(major(minor, currency))} ${symbol(currency)}`,
    duration,
    ago: (at, now) => (now - at < 60 ? say("duration.just_now") : say("duration.ago", { span: duration(now - at) })),
    bytes: (count) => {
      const units = ["B", "kB", "MB", "GB"];
      const step = Math.min(3, Math.floor(Math.log10(Math.max(1, count)) / 3));
      return `${number(count / 1000 ** step, step === 0 ? 0 : 1)} ${units[step]}`;
    },
  };
}

/** Digits after the point that a currency's minor unit stands for: 0 for đồng, 2 for most others. */
export function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

export function useFormat(): Format {
  const { say, language } = useTexts();
  const zone = useZone();
  return useMemo(() => makeFormat(language, zone, say), [language, zone, say]);
}
