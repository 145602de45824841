import { apart, readSteps, writeSteps } from "./steps";

export const SIGNS = ["=", "!=", "~=", "~", "^=", ">=", "<=", ">", "<", "is", "not"] as const;
export type Sign = (typeof SIGNS)[number];

/** What a property of an event must be; `is` and `not`: it is there, it is not. */
export interface Condition {
  property: string;
  sign: Sign;
  value: string;
}

/** A step as it is built: any of its names, under its conditions. `not`: it must not happen here. Of a plan, whether it
 * may be skipped and how soon it is due. */
export interface Built {
  names: string[];
  conditions: Condition[];
  not: boolean;
  optional: boolean;
  within: string;
}

export const NEW: Built = { names: [], conditions: [], not: false, optional: false, within: "" };

const CONDITIONS = /((?:"[^"]*"|[^,"])+)/g;
const CONDITION = /^\s*(!)?\s*([^=!~<>]+?)\s*(?:(~=|\^=|!=|>=|<=|=|~|>|<)\s*(?:"([^"]*)"|(.*?)))?\s*$/;

export function readConditions(inside: string | null): Condition[] {
  return [...(inside ?? "").matchAll(CONDITIONS)].flatMap(([written]) => {
    const [, absent, property, sign, quoted, plain] = CONDITION.exec(written) ?? [];
    if (!property) return [];
    return [{ property, sign: (sign as Sign | undefined) ?? (absent ? "not" : "is"), value: quoted ?? plain ?? "" }];
  });
}

export function writeConditions(conditions: Condition[]): string {
  const told = conditions.filter(({ property, sign, value }) => property !== "" && (sign === "is" || sign === "not" || value !== ""));
  const value = (text: string) => (/[,\][>|]/.test(text) ? `"${text.replaceAll(/["[\]]/g, "")}"` : text);
  const inside = told.map((each) => (each.sign === "is" ? each.property : each.sign === "not" ? `!${each.property}` : `${each.property}${each.sign}${value(each.value)}`));
  return inside.length > 0 ? `[${inside.join(", ")}]` : "";
}

export function readBuilt(written: string): Built[] {
  return readSteps(written).map((names) => {
    const not = names.every((name) => name.startsWith("!"));
    const plain = names.map((name) => apart(not ? name.slice(1).trim() : name));
    return { ...NEW, names: plain.map(({ name }) => name), conditions: readConditions(plain[0]?.inside ?? null), not };
  });
}

export function writeBuilt(steps: Built[]): string {
  return writeSteps(steps.map(({ names, conditions, not }) => names.map((name) => `${not ? "!" : ""}${name}${writeConditions(conditions)}`)));
}

const PLANNED = /^(.*?)(\?)?\s*(?:\bwithin\s+(\d+\s*[smhdw]?))?\s*$/s;

/** A plan: after its names a step may have “?”, and “within” with a duration. */
export function readPlan(written: string): Built[] {
  return readSteps(written).map((names) => {
    const [, last = "", optional, within = ""] = PLANNED.exec(names.at(-1) ?? "") ?? [];
    return { ...NEW, names: [...names.slice(0, -1), last.trim()].filter((name) => name !== ""), optional: optional !== undefined, within: within.replaceAll(" ", "") };
  });
}

export function writePlan(steps: Built[]): string {
  return steps.filter(({ names }) => names.length > 0).map(({ names, optional, within }) => `${writeSteps([names])}${optional ? "?" : ""}${within ? ` within ${within}` : ""}`).join(" > ");
}
