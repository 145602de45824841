import { Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import { useTexts } from "~/texts/texts";
import { useBuilding } from "../context";
import classes from "../condition.module.css";
import { limits, put, withLimits } from "../parts";
import type { Body } from "../tree";
import { DurationField } from "./NumberFields";

interface FieldProps {
  body: Body;
  change: (body: Body, field?: string) => void;
  wrong?: string | undefined;
}

const word = (value: unknown) => (typeof value === "string" ? value : "");

/** Stands in a stage of a stage set now, perhaps for some time, perhaps having come from another. */
export function StageFields({ body, change, wrong }: FieldProps) {
  const { say } = useTexts();
  const { words, nameOf } = useBuilding();
  const set = word(body.set);
  const [usual] = words.stage_sets;
  const stages = words.stage_sets.find(({ key }) => key === set)?.stages ?? words.stages;
  const data = (own: string) => [...new Set([...stages.map(({ key }) => key), ...(own ? [own] : [])])].map((value) => ({ value, label: nameOf("stage", value, set) }));
  const [is, from, long] = [word(body.is), word(body.came_from), body.for !== undefined];
  const sets = [...new Set([...words.stage_sets.map(({ key }) => key), ...(set ? [set] : [])])].map((value) => ({ value, label: nameOf("set", value) }));
  const turn = (next: string | null) => change({ ...put(put(body, "came_from", undefined), "set", next && next !== usual?.key ? next : undefined), is: "" });
  return (
    <>
      <Select size="xs" className={classes.name ?? ""} aria-label={say("condition.stage")} placeholder={say("condition.choose_stage")} data={data(is)} value={is || null} onChange={(stage) => change(put(body, "is", stage ?? ""))} error={wrong !== undefined && wrong === is} allowDeselect={false} />
      <Select size="xs" className={classes.operator ?? ""} aria-label={say("condition.stage_long")} data={[{ value: "any", label: say("condition.stage_any") }, { value: "for", label: say("condition.stage_for") }]} value={long ? "for" : "any"} onChange={(chosen) => change(put(body, "for", chosen === "for" ? "7d" : undefined))} allowDeselect={false} />
      {long && <DurationField label={say("condition.stage_for")} written={body.for} change={(seconds) => change(put(body, "for", seconds === "" ? undefined : seconds))} />}
      <Select size="xs" className={classes.name ?? ""} aria-label={say("condition.came_from")} placeholder={say("condition.came_from_any")} data={data(from)} value={from || null} onChange={(stage) => change(put(body, "came_from", stage ?? undefined))} error={wrong !== undefined && wrong === from} clearable />
      {sets.length > 1 && <span className={classes.pair}><span className={classes.word}>{say("condition.of_set")}</span><Select size="xs" className={classes.set ?? ""} aria-label={say("condition.stage_set")} data={sets} value={set || (usual?.key ?? null)} onChange={turn} error={wrong !== undefined && wrong === set} allowDeselect={false} /></span>}
    </>
  );
}

/** Belongs to another segment now, or is on a list. Where only what is dated may be said, the others say why not. */
export function SegmentField({ of, body, change, wrong }: FieldProps & { of: "segment" | "list" }) {
  const { say } = useTexts();
  const { words, nameOf, dated } = useBuilding();
  const is = word(body.is);
  const offered = of === "list" ? words.lists : words.segments;
  const why = new Map(dated && of === "segment" ? words.segments.map(({ key, undated }) => [key, undated]) : []);
  const data = [...new Set([...offered.map(({ key }) => key), ...(is ? [is] : [])])].map((value) => ({ value, label: nameOf("segment", value), disabled: value !== is && (why.get(value) ?? "") !== "" }));
  const shown = ({ option }: { option: { value: string; label: string; disabled?: boolean } }) => {
    const undated = why.get(option.value) || "no_history";
    return <span className={classes.option}><span>{option.label}{option.disabled && <small className={classes.written}>{say(`condition.undated_${undated}`)}</small>}</span></span>;
  };
  return <Select size="xs" className={classes.values ?? ""} aria-label={say(`condition.${of}`)} placeholder={say(offered.length > 0 ? `condition.choose_${of}` : `condition.no_${of}s`)} data={data} value={is || null} onChange={(key) => change(put(body, "is", key ?? ""))} error={wrong !== undefined && wrong === is} renderOption={shown} comboboxProps={{ width: 280, position: "bottom-start" }} searchable allowDeselect={false} nothingFoundMessage={say("selection.nothing_found")} />;
}

type Near = "today" | "ahead" | "ago" | "between";
const NEARS: readonly Near[] = ["today", "ahead", "ago", "between"];

/** A date among the traits, so many days from today. */
export function DateFields({ body, change, wrong }: FieldProps) {
  const { say } = useTexts();
  const { words } = useBuilding();
  const { bound, low, high } = limits(body);
  const near: Near = bound === "exactly" && low === 0 ? "today" : low === 0 && high !== "" ? "ahead" : high === 0 && low !== "" ? "ago" : "between";
  const days = (from: number | "", to: number | "") => change(withLimits(body, { bound: from === to ? "exactly" : "between", low: from, high: to }), "days");
  const choose = (next: Near) => days(next === "ago" ? -30 : next === "between" ? -1 : 0, next === "ahead" ? 7 : next === "between" ? 1 : 0);
  const own = word(body.trait);
  const dates = words.traits.filter(({ kind }) => kind === "date").map(({ name }) => name);
  const names = [...new Set([...(dates.length > 0 ? dates : words.traits.map(({ name }) => name)), ...(own ? [own] : [])])];
  const count = (label: string, value: number | "", set: (value: number | "") => void) => <NumberInput size="xs" className={classes.number ?? ""} aria-label={label} value={value} onChange={(next) => set(typeof next === "number" ? next : next === "" ? "" : Number(next))} allowDecimal={false} hideControls />;
  return (
    <>
      <Select size="xs" className={classes.name ?? ""} aria-label={say("condition.trait")} placeholder={say("condition.choose_date")} data={names.map((value) => ({ value, label: value.replaceAll("_", " ") }))} value={own || null} onChange={(trait) => change(put(body, "trait", trait ?? ""))} error={wrong !== undefined && wrong === own} searchable allowDeselect={false} />
      <Select size="xs" className={classes.frame ?? ""} aria-label={say("condition.near")} data={NEARS.map((value) => ({ value, label: say(`condition.near_${value}`) }))} value={near} onChange={(next) => choose((next ?? "today") as Near)} allowDeselect={false} />
      {near === "ahead" && count(say("condition.days"), high, (to) => days(0, to))}
      {near === "ago" && count(say("condition.days"), low === "" ? "" : -low, (from) => days(from === "" ? "" : -from, 0))}
      {near === "between" && (
        <>
          {count(say("condition.days_from"), low, (from) => days(from, high))}
          <span>{say("condition.and")}</span>
          {count(say("condition.days_to"), high, (to) => days(low, to))}
        </>
      )}
      {near !== "today" && <span>{say("condition.days")}</span>}
      <Checkbox size="xs" label={say("condition.yearly")} checked={body.yearly === true} onChange={(event) => change(put(body, "yearly", event.currentTarget.checked || undefined))} />
    </>
  );
}

/** A part of all customers that stays the same. */
export function ShareFields({ body, change }: FieldProps) {
  const { say } = useTexts();
  const percent = (label: string, key: string, otherwise: number | "") => <NumberInput size="xs" className={classes.number ?? ""} aria-label={label} value={typeof body[key] === "number" ? body[key] : otherwise} min={0} max={100} decimalScale={3} suffix=" %" hideControls onChange={(next) => change(put(body, key, typeof next === "number" ? next : ""), key)} />;
  return (
    <>
      <span>{say("condition.share_from")}</span>
      {percent(say("condition.share_from"), "from", 0)}
      <span>{say("condition.share_to")}</span>
      {percent(say("condition.share_to"), "to", "")}
      <span>{say("condition.salt")}</span>
      <TextInput size="xs" className={classes.name ?? ""} aria-label={say("condition.salt")} placeholder={say("condition.salt_hint")} maxLength={200} value={word(body.salt)} onChange={(event) => change(put(body, "salt", event.currentTarget.value), "salt")} />
    </>
  );
}
