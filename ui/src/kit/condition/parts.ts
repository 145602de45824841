/** The parts that statements are made of, read from their bodies and written back. A time that no field can
 * show is `written`, and is left as it is. */
import { type Body, isBody, type Json } from "./tree";

export type HappeningKind = "event" | "touchpoint" | "stage" | "entered_segment" | "left_segment" | "anything";
export const HAPPENINGS: readonly HappeningKind[] = ["event", "touchpoint", "stage", "entered_segment", "left_segment", "anything"];

export interface Happening {
  kind: HappeningKind | "";
  names: string[];
  /** The stage set that stages are of; "" = the workspace's own. */
  set: string;
}

const listed = (value: Json | undefined): string[] => (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === "string");
const number = (value: Json | undefined): number | "" => (typeof value === "number" ? value : "");
export const oneOrAll = <T extends Json>(values: T[]): Json => (values.length === 1 ? (values[0] as Json) : values);

export function happening(body: Body): Happening {
  const kind = HAPPENINGS.find((each) => each in body) ?? "";
  return { kind, names: kind === "" || kind === "anything" ? [] : listed(body[kind]), set: kind === "stage" && typeof body.set === "string" ? body.set : "" };
}

/** The body with another thing that is looked for; nothing chosen = none of its keys. */
export function withHappening(body: Body, { kind, names, set }: Happening): Body {
  const rest = Object.fromEntries(Object.entries(body).filter(([key]) => key !== "set" && !HAPPENINGS.some((each) => each === key)));
  if (kind === "anything") return { anything: true, ...rest };
  return kind === "" || names.length === 0 ? rest : { [kind]: oneOrAll(names), ...(kind === "stage" && set !== "" ? { set } : {}), ...rest };
}

/** The body with a key set, or without it. */
export function put(body: Body, key: string, value: Json | undefined): Body {
  const { [key]: _, ...rest } = body;
  return value === undefined ? rest : { ...rest, [key]: value };
}

export const tests = (body: Body): Body[] => (Array.isArray(body.where) ? body.where.filter(isBody) : []);
export const withTests = (body: Body, all: Body[]): Body => put(body, "where", all.length > 0 ? all : undefined);

export type Bound = "at_least" | "at_most" | "exactly" | "between";
export const BOUNDS: readonly Bound[] = ["at_least", "at_most", "exactly", "between"];

export interface Limits {
  bound: Bound;
  low: number | "";
  high: number | "";
}

export function limits(body: Body): Limits {
  const [low, high, exact] = [number(body.at_least), number(body.at_most), number(body.exactly)];
  if ("exactly" in body) return { bound: "exactly", low: exact, high: exact };
  if ("at_least" in body && "at_most" in body) return { bound: "between", low, high };
  return "at_most" in body ? { bound: "at_most", low, high } : { bound: "at_least", low, high };
}

/** The body with these limits; a number that is still empty keeps its place. */
export function withLimits(body: Body, { bound, low, high }: Limits): Body {
  const { at_least: _l, at_most: _h, exactly: _e, ...rest } = body;
  if (bound === "exactly") return { ...rest, exactly: low };
  return { ...rest, ...(bound === "at_most" ? {} : { at_least: low }), ...(bound === "at_least" ? {} : { at_most: high }) };
}

/** The limits with another bound: the number that was there goes with it. */
export function rebound(before: Limits, bound: Bound): Limits {
  const known = before.bound === "at_most" ? before.high : before.low;
  return { bound, low: bound === "at_most" ? "" : known, high: bound === "at_least" ? "" : before.high === "" || bound === "at_most" ? known : before.high };
}

export type FrameKind = "ever" | "last" | "from" | "before" | "between" | "since" | "written";
export const FRAMES: readonly FrameKind[] = ["ever", "last", "from", "before", "between", "since"];

export interface Frame {
  kind: FrameKind;
  last: string;
  from: string;
  before: string;
  since: Body;
}

export function frame(value: Json | undefined): Frame {
  const body = isBody(value) ? value : {};
  const keys = Object.keys(body).sort().join();
  const kinds: Record<string, FrameKind> = { "": "ever", last: "last", from: "from", before: "before", "before,from": "between", since: "since" };
  const word = (key: string) => (typeof body[key] === "string" ? body[key] : "");
  return { kind: kinds[keys] ?? "written", last: word("last"), from: word("from"), before: word("before"), since: isBody(body.since) ? body.since : {} };
}

/** What stands under `in`; undefined for ever. */
export function writeFrame({ kind, last, from, before, since }: Frame): Json | undefined {
  if (kind === "last") return { last };
  if (kind === "from") return { from };
  if (kind === "before") return { before };
  if (kind === "between") return { from, before };
  return kind === "since" ? { since } : undefined;
}

export const OPERATORS = ["is", "is_not", "contains", "starts_with", "at_least", "at_most", "more_than", "less_than", "present", "absent"] as const;
export type Operator = (typeof OPERATORS)[number];
export const OF_NUMBERS: readonly Operator[] = ["at_least", "at_most", "more_than", "less_than", "is", "is_not", "present", "absent"];
export const OF_TEXTS: readonly Operator[] = ["is", "is_not", "contains", "starts_with", "present", "absent"];
export const SEVERAL: readonly Operator[] = ["is", "is_not"];
export const ALONE: readonly Operator[] = ["present", "absent"];
const COMPARED: readonly Operator[] = ["at_least", "at_most", "more_than", "less_than"];

export type Source = "property" | "field" | "trait";
const SOURCES: readonly Source[] = ["property", "field", "trait"];

export interface Test {
  source: Source | "";
  name: string;
  operator: Operator;
  values: (string | number)[];
  loosely: boolean;
  currency: string;
}

const valuesOf = (value: Json | undefined): (string | number)[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each) => (typeof each === "boolean" ? String(each) : (typeof each === "string" && each !== "") || typeof each === "number" ? each : []));

export function test(body: Body): Test {
  const source = SOURCES.find((each) => each in body) ?? "";
  const operator = OPERATORS.find((each) => each in body) ?? "is";
  return {
    source,
    name: source !== "" && typeof body[source] === "string" ? body[source] : "",
    operator,
    values: ALONE.includes(operator) ? [] : valuesOf(body[operator]),
    loosely: body.loosely === true,
    currency: typeof body.currency === "string" ? body.currency : "",
  };
}

/** A test as a document has it; its name is left out while none is chosen, its operator never. */
export function writeTest({ source, name, operator, values, loosely, currency }: Test): Body {
  const told = ALONE.includes(operator) ? true : values.length === 0 ? "" : oneOrAll(values as Json[]);
  const compares = SEVERAL.includes(operator) || operator === "contains" || operator === "starts_with";
  return { ...(source === "" ? {} : { [source]: name }), [operator]: told, ...(loosely && compares ? { loosely: true } : {}), ...(currency !== "" && !ALONE.includes(operator) ? { currency } : {}) };
}

/** The test with another operator: values that the new one cannot hold are left behind. */
export function operated(before: Test, operator: Operator): Test {
  const fit = COMPARED.includes(operator) ? before.values.filter((value) => typeof value === "number") : before.values;
  return { ...before, operator, values: ALONE.includes(operator) ? [] : SEVERAL.includes(operator) ? fit : fit.slice(0, 1) };
}

/** Whether a test says something: it has a name, and a value where it needs one. */
export function tells(each: Test): boolean {
  const bare = ALONE.includes(each.operator);
  return each.name !== "" && (bare || (each.values.length > 0 && each.values.every((value) => value !== "")));
}

export const BESIDES = ["same_as", "other_than", "at_least", "at_most", "more_than", "less_than"] as const;
export type Beside = (typeof BESIDES)[number];

/** A value of a step's event beside the same value at an earlier step, the first being step 1. */
export interface Compared {
  source: "property" | "field";
  name: string;
  operator: Beside;
  step: number;
  /** What came in another one is no value; "" = amounts as they came. */
  currency: string;
}

export function compared(body: Body): Compared[] {
  const all = Array.isArray(body.compared) ? body.compared.filter(isBody) : [];
  return all.map((each) => {
    const source = typeof each.field === "string" ? "field" : "property";
    const operator = BESIDES.find((key) => key in each) ?? "same_as";
    return { source, name: typeof each[source] === "string" ? each[source] : "", operator, step: number(each[operator]) || 1, currency: typeof each.currency === "string" ? each.currency : "" };
  });
}

/** The step with these comparisons. */
export function withCompared(body: Body, all: Compared[]): Body {
  return put(body, "compared", all.length === 0 ? undefined : all.map(({ source, name, operator, step, currency }) => ({ [source]: name, ...(currency === "" ? {} : { currency }), [operator]: step })));
}

/** The steps in another order, or some of them: comparisons follow the steps that they name, and go with them. */
export function reordered(steps: Body[], places: number[]): Body[] {
  return places.map((from, to) => {
    const step = steps[from] as Body;
    if (!Array.isArray(step.compared)) return step;
    const left = step.compared.filter(isBody).flatMap((each) => {
      const operator = BESIDES.find((key) => key in each) ?? "same_as";
      const now = places.indexOf((number(each[operator]) || 1) - 1);
      return now >= 0 && now < to ? [{ ...each, [operator]: now + 1 }] : [];
    });
    return put(step, "compared", left.length > 0 ? left : undefined);
  });
}

const DURATION = /^(\d+)([smhdw])$/;
export const UNITS = ["m", "h", "d", "w"] as const;
export type Unit = (typeof UNITS)[number];

export function duration(written: Json | undefined): { count: number | ""; unit: Unit } {
  const [, count, unit] = DURATION.exec(typeof written === "string" ? written : "") ?? [];
  const known = UNITS.find((each) => each === unit);
  if (count !== undefined && unit === "s") return { count: Math.ceil(Number(count) / 60), unit: "m" };
  return count !== undefined && known ? { count: Number(count), unit: known } : { count: "", unit: "d" };
}
