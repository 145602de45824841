import { NumberInput, Select } from "@mantine/core";
import type { CSSProperties } from "react";
import { useTexts } from "~/texts/texts";
import classes from "../condition.module.css";
import { BOUNDS, type Bound, duration, limits, rebound, type Unit, UNITS, withLimits } from "../parts";
import type { Body, Json } from "../tree";

interface NumberProps {
  label: string;
  value: number | "";
  change: (value: number | "") => void;
  suffix?: string | undefined;
  whole?: boolean;
  least?: number;
  most?: number;
  wide?: boolean;
}

/** A number as the language on screen writes it. */
export function NumberField({ label, value, change, suffix, whole = false, least, most, wide = false }: NumberProps) {
  const { language } = useTexts();
  const marks = language === "vi" ? { thousandSeparator: ".", decimalSeparator: "," } : { thousandSeparator: ",", decimalSeparator: "." };
  const signs = (typeof value === "number" ? value.toLocaleString(language === "vi" ? "vi" : "en", { maximumFractionDigits: 3 }).length : 0) + (suffix ? suffix.length + 1 : 0);
  return <NumberInput size="xs" className={classes.number ?? ""} style={{ "--signs": signs } as CSSProperties} data-wide={wide} aria-label={label} value={value} onChange={(next) => change(typeof next === "number" ? next : next === "" ? "" : Number(next))} {...(least === undefined ? {} : { min: least })} {...(most === undefined ? {} : { max: most })} decimalScale={3} allowDecimal={!whole} suffix={suffix ? ` ${suffix}` : ""} hideControls {...marks} />;
}

/** At least, at most, exactly or between so many. */
export function LimitsField({ label, body, change, suffix, whole, least, most }: { label: string; body: Body; change: (body: Body) => void; suffix?: string | undefined; whole?: boolean; least?: number; most?: number }) {
  const { say } = useTexts();
  const read = limits(body);
  const put = (part: Partial<typeof read>) => change(withLimits(body, { ...read, ...part }));
  const common = { suffix, whole: whole ?? false, wide: suffix !== undefined, ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
  return (
    <>
      <Select size="xs" className={classes.bound ?? ""} aria-label={`${label}: ${say("condition.bound")}`} data={BOUNDS.map((value) => ({ value, label: say(`condition.bound_${value}`) }))} value={read.bound} onChange={(bound) => change(withLimits(body, rebound(read, (bound ?? "at_least") as Bound)))} allowDeselect={false} />
      {read.bound !== "at_most" && <NumberField label={label} value={read.low} change={(low) => put({ low })} {...common} />}
      {read.bound === "between" && <span>{say("condition.and")}</span>}
      {(read.bound === "at_most" || read.bound === "between") && <NumberField label={say("condition.at_most_of", { what: label })} value={read.high} change={(high) => put({ high })} {...common} />}
    </>
  );
}

/** A number and a unit: `30d`. */
export function DurationField({ label, written, change }: { label: string; written: Json | undefined; change: (written: string) => void }) {
  const { say } = useTexts();
  const { count, unit } = duration(written);
  return (
    <span className={classes.pair}>
      <NumberField label={label} value={count} change={(next) => change(next === "" ? "" : `${next}${unit}`)} whole least={1} />
      <Select size="xs" className={classes.unit ?? ""} aria-label={`${label}: ${say("condition.unit")}`} data={UNITS.map((value) => ({ value, label: say(`condition.unit_${value}`) }))} value={unit} onChange={(of) => change(count === "" ? "" : `${count}${(of ?? "d") as Unit}`)} allowDeselect={false} />
    </span>
  );
}
