import { Checkbox, MultiSelect, Select, TagsInput, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { minorDigits } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { useWordsHere } from "../context";
import classes from "../condition.module.css";
import { ALONE, happening, OF_NUMBERS, OF_TEXTS, OPERATORS, type Operator, operated, SEVERAL, type Source, type Test, test, writeTest } from "../parts";
import type { Body } from "../tree";
import { useValues } from "../useCondition";
import { NumberField } from "./NumberFields";
import { byNameOrKey } from "./searching";

const FIELDS = ["amount", "rating", "channel"] as const;

/** The properties of the events that are looked for; all there are where it is not about events. */
export function useOffered(body: Body) {
  const words = useWordsHere();
  const { kind, names } = happening(body);
  return useMemo(() => {
    const chosen = words.events.filter(({ name }) => kind !== "event" || names.includes(name));
    return new Map(chosen.flatMap(({ properties }) => properties.map((each) => [each.name, each.kind] as const)));
  }, [words, kind, names.join()]);
}

/** Something that is known under a name, with its values where they are few. */
export interface Told {
  name: string;
  label?: string;
  kind: "number" | "flag" | "date" | "text";
  values?: readonly { value: string }[];
}

interface TestProps {
  /** The event whose properties may be tested; undefined for something that is known. */
  of?: Body;
  /** What is known; the traits of customers unless it is said. */
  traits?: readonly Told[];
  body: Body;
  change: (body: Body) => void;
  wrong?: string | undefined;
}

/** A statement about one value: which, how it is compared, with what. */
export function TestField({ of, traits: told, body, change, wrong }: TestProps) {
  const { say } = useTexts();
  const words = useWordsHere();
  const read = test(body);
  const properties = useOffered(of ?? {});
  const traits: readonly Told[] = told ?? words.traits;
  const trait = traits.find(({ name }) => name === read.name);
  const kind = read.source === "field" ? (read.name === "channel" ? "text" : "number") : of === undefined ? (trait?.kind ?? "text") : (properties.get(read.name) ?? "text");
  const seen = read.values.some((value) => typeof value === "string") || ["contains", "starts_with"].includes(read.operator);
  const numeric = kind === "number" && !seen;
  const offered = read.source === "field" && read.name === "channel" ? OF_TEXTS.filter((each) => each !== "contains" && each !== "starts_with") : kind === "number" ? OF_NUMBERS : kind === "flag" ? SEVERAL : kind === "date" ? OF_TEXTS : of === undefined || read.name === "" ? OPERATORS : [...OF_TEXTS, ...OF_NUMBERS.slice(0, 4)];
  const operators = [...new Set([...offered, read.operator])];
  const set = (part: Partial<Test>) => change(writeTest({ ...read, ...part }));
  const name = (written: string | null) => {
    const [source, chosen] = split(written ?? "");
    const number = (source === "field" && chosen !== "channel") || (of === undefined ? traits.find((each) => each.name === chosen)?.kind : properties.get(chosen)) === "number";
    change(writeTest({ source, name: chosen, operator: number ? "at_least" : "is", values: [], loosely: false, currency: source === "field" && chosen === "amount" ? words.currency : "" }));
  };
  return (
    <>
      <NameField traits={of === undefined ? traits : undefined} properties={[...properties.keys()]} read={read} change={name} wrong={wrong !== undefined && wrong === read.name} />
      <Select size="xs" className={classes.operator ?? ""} aria-label={say("condition.operator")} data={operators.map((value) => ({ value, label: say(`condition.operator_${value}`) }))} value={read.operator} onChange={(operator) => change(writeTest(operated(read, (operator ?? "is") as Operator)))} allowDeselect={false} />
      <ValueField read={read} numeric={numeric} flag={kind === "flag"} known={trait?.values?.map(({ value }) => value)} property={of !== undefined && read.source === "property"} set={set} />
      {!numeric && kind !== "flag" && !ALONE.includes(read.operator) && read.name !== "channel" && [...SEVERAL, "contains", "starts_with"].includes(read.operator) && <Checkbox size="xs" className={classes.loosely ?? ""} label={say("condition.loosely")} checked={read.loosely} onChange={(event) => set({ loosely: event.currentTarget.checked })} />}
    </>
  );
}

const split = (written: string): [Source, string] => {
  const at = written.indexOf(":");
  return [written.slice(0, at) as Source, written.slice(at + 1)];
};

function NameField({ traits: known, properties, read, change, wrong }: { traits: readonly Told[] | undefined; properties: string[]; read: Test; change: (written: string | null) => void; wrong: boolean }) {
  const { say } = useTexts();
  const own = read.name !== "" && read.source !== "field" ? [read.name] : [];
  const items = (source: Source, names: string[]) => names.map((name) => ({ value: `${source}:${name}`, label: source === "field" ? say(`condition.field_${name as "amount"}`) : (known?.find((each) => each.name === name)?.label ?? name.replaceAll("_", " ")) }));
  const data = known ? items("trait", [...new Set([...known.map(({ name }) => name), ...own])]) : [{ group: say("condition.of_property"), items: items("property", [...new Set([...properties, ...own])]) }, { group: say("condition.of_field"), items: items("field", [...FIELDS]) }].filter((each) => each.items.length > 0);
  return <Select size="xs" className={classes.name ?? ""} aria-label={say(known ? "condition.trait" : "condition.property")} placeholder={say(known ? "condition.choose_trait" : "condition.choose_property")} data={data} value={read.name === "" ? null : `${read.source}:${read.name}`} onChange={change} error={wrong} filter={byNameOrKey} searchable limit={200} allowDeselect={false} nothingFoundMessage={say("selection.nothing_found")} comboboxProps={{ width: 260, position: "bottom-start" }} />;
}

interface ValueProps {
  read: Test;
  numeric: boolean;
  flag: boolean;
  known: string[] | undefined;
  property: boolean;
  set: (part: Partial<Test>) => void;
}

function ValueField({ read, numeric, flag, known, property, set }: ValueProps) {
  const { say } = useTexts();
  const words = useWordsHere();
  const channel = useChannelName();
  const [touched, setTouched] = useState(false);
  const values = useValues(read.name, property && touched && !numeric);
  const label = say("condition.value");
  if (ALONE.includes(read.operator)) return null;
  const first = read.values[0];
  const texts = read.values.map(String);
  if (numeric || OF_NUMBERS.slice(0, 4).includes(read.operator)) return <NumberField label={label} value={typeof first === "number" ? first : ""} change={(value) => set({ values: value === "" ? [] : [value] })} suffix={read.currency ? signOf(read.currency) : undefined} wide />;
  if (flag) return <Select size="xs" className={classes.bound ?? ""} aria-label={label} data={[{ value: "true", label: say("explore.yes") }, { value: "false", label: say("explore.no") }]} value={texts[0] ?? null} onChange={(value) => set({ values: value ? [value] : [] })} />;
  if (read.source === "field") return <MultiSelect size="xs" className={classes.values ?? ""} aria-label={label} data={[...new Set([...words.channels, ...texts])].map((value) => ({ value, label: channel(value) }))} value={texts} onChange={(next) => set({ values: next })} searchable />;
  if (SEVERAL.includes(read.operator)) return <TagsInput size="xs" className={classes.values ?? ""} aria-label={label} placeholder={texts.length === 0 ? say("condition.choose_value") : undefined} data={known ?? values} value={texts} onChange={(next) => set({ values: next })} onFocus={() => setTouched(true)} acceptValueOnBlur limit={100} maxDropdownHeight={260} />;
  return <TextInput size="xs" className={classes.values ?? ""} aria-label={label} placeholder={say("condition.choose_text")} maxLength={200} value={texts[0] ?? ""} onChange={(event) => set({ values: event.currentTarget.value === "" ? [] : [event.currentTarget.value] })} />;
}

/** What stands behind an amount: its main unit. */
export const signOf = (currency: string): string => (currency === "VND" && minorDigits(currency) === 0 ? "₫" : currency);
